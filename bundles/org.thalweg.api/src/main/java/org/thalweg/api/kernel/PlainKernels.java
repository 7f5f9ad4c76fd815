package org.thalweg.api.kernel;

/** Block mathematics in plain Java, which works everywhere. */
public final class PlainKernels implements Kernels {
  /** Elements per pass through scratch arrays, which then stay in the first-level cache. */
  private static final int PIECE = 512;

  /** Fewer elements than this are quicker one by one. */
  private static final int FEW = 16;

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private static final class Scratch {
    private final PlainExp exp = new PlainExp(PIECE);
    private final PlainNormals normals = new PlainNormals(PIECE / 2);
    private final PlainMatrix matrix = new PlainMatrix();
  }

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public void exp(double[] x, double[] out, int n) {
    if (n < FEW) {
      for (int i = 0; i < n; i++) {
        out[i] = ExpKernel.exp(x[i]);
      }
      return;
    }
    PlainExp exp = SCRATCH.get().exp;
    for (int done = 0; done < n; done += PIECE) {
      exp.exp(x, out, done, Math.min(PIECE, n - done));
    }
  }

  @Override
  public void log(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = LogKernel.log(x[i]);
    }
  }

  @Override
  public void sin(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = TrigKernel.sin(x[i]);
    }
  }

  @Override
  public void cos(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = TrigKernel.cos(x[i]);
    }
  }

  @Override
  public void sinCos(double[] x, double[] sin, double[] cos, int n) {
    for (int i = 0; i < n; i++) {
      double v = x[i];
      // Side by side and before any branch, so that the compiler sees what both share.
      double nearSin = TrigKernel.near(v, 0);
      double nearCos = TrigKernel.near(v, 1);
      sin[i] = TrigKernel.sinAnywhere(v, nearSin);
      cos[i] = TrigKernel.cosAnywhere(v, nearCos);
    }
  }

  @Override
  public void tanh(double[] x, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = TanhKernel.tanh(x[i]);
    }
  }

  @Override
  public int firstOutside(double[] x, double from, double to, int start, int n) {
    for (int i = start; i < n; i++) {
      if (!(x[i] >= from && x[i] <= to)) {
        return i;
      }
    }
    return n;
  }

  @Override
  public void words(long[] state, long[] out, int rounds) {
    XoshiroKernel.fill(state, out, rounds);
  }

  @Override
  public void normals(long[] state, double scale, double[] out, int rounds) {
    SCRATCH.get().normals.make(state, scale, out, rounds);
  }

  @Override
  public MatrixKernels matrices() {
    return SCRATCH.get().matrix;
  }
}
