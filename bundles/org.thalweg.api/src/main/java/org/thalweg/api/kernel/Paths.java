package org.thalweg.api.kernel;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Chooses the path that computes block mathematics: plain Java at first, vectors once a run is long
 * enough to repay them.
 *
 * <p>Both give the same bits, so the moment of the change shows in no result. Vector code runs a
 * hundred times slower than plain code until it is compiled; a thread of its own warms it up while
 * the plain path works on.
 *
 * <p>The system property {@code thalweg.vector} is {@code auto} (or absent), {@code off}, or {@code
 * now}, which waits for the vector path before anything else.
 */
public final class Paths {
  private static final String PROPERTY = "thalweg.vector";
  private static final String MODULE = "jdk.incubator.vector";
  private static final String IMPLEMENTATION = "org.thalweg.api.vector.VectorKernels";

  /** Elements after which vectors are prepared: about half a second of plain, compiled work. */
  private static final long ENOUGH = 200_000_000;

  private static final AtomicBoolean PREPARING = new AtomicBoolean();

  private static volatile Kernels current = first();

  /** Racy on purpose: a few lost counts do not matter, and an atomic would cost. */
  private static long elements;

  private Paths() {}

  /**
   * Returns the path to use now.
   *
   * @param work how many elements are about to be computed
   * @return the path
   */
  public static Kernels current(int work) {
    Kernels kernels = current;
    if (kernels instanceof PlainKernels) {
      elements += work;
      if (elements >= ENOUGH) {
        prepare();
      }
    }
    return kernels;
  }

  /**
   * Returns the plain path.
   *
   * @return always plain
   */
  public static Kernels plain() {
    return new PlainKernels();
  }

  /**
   * Changes to the vector path at once, warm or not, if this Java has one.
   *
   * @return the path that is used from now on
   */
  public static Kernels vectorNow() {
    current = vector();
    return current;
  }

  private static Kernels first() {
    return "now".equals(System.getProperty(PROPERTY)) ? vector() : new PlainKernels();
  }

  private static void prepare() {
    elements = Long.MIN_VALUE / 2;
    if ("off".equals(System.getProperty(PROPERTY)) || !PREPARING.compareAndSet(false, true)) {
      return;
    }
    if (!present()) {
      return;
    }
    Thread thread =
        new Thread(
            () -> {
              Kernels vector = vector();
              new WarmUp(vector).run();
              current = vector;
            },
            "thalweg-vector-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private static boolean present() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  /** The vector path, or the plain one where there is none. */
  private static Kernels vector() {
    if (!present()) {
      return new PlainKernels();
    }
    try {
      Class<?> type = Paths.class.getClassLoader().loadClass(IMPLEMENTATION);
      return (Kernels) type.getDeclaredConstructor().newInstance();
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException
        | LinkageError e) {
      // Not part of this installation, or made for another Java: the plain path gives the same.
      return new PlainKernels();
    }
  }
}
