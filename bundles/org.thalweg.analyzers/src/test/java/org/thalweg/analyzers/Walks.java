package org.thalweg.analyzers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;

/** Walks that tests make by themselves, step by step, so that no integrator is trusted. */
public final class Walks {
  private final SplittableRandom random;
  private double spare = Double.NaN;

  public Walks(long seed) {
    random = new SplittableRandom(seed);
  }

  /** One step of one walker. */
  public interface Step {
    void move(double[] x, double t, Walks draws);
  }

  /** A number between 0 and 1. */
  public double uniform() {
    return random.nextDouble();
  }

  /** A standard normal number, by the polar method of Marsaglia. */
  public double normal() {
    if (!Double.isNaN(spare)) {
      double out = spare;
      spare = Double.NaN;
      return out;
    }
    while (true) {
      double u = 2 * random.nextDouble() - 1;
      double v = 2 * random.nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        double f = Math.sqrt(-2 * Math.log(s) / s);
        spare = v * f;
        return u * f;
      }
    }
  }

  /** Walks from one point; diverged walkers are those with a coordinate that is not finite. */
  public void walk(
      PathObserver observer, int walkers, double[] from, long steps, double h, Step step) {
    walk(observer, 0, walkers, from, steps, h, step);
  }

  public void walk(
      PathObserver observer,
      long first,
      int walkers,
      double[] from,
      long steps,
      double h,
      Step step) {
    Block x = new Block(from.length, walkers, Layout.of(from.length));
    byte[] status = new byte[walkers];
    for (int w = 0; w < walkers; w++) {
      x.setPoint(w, from);
    }
    WalkerChunk chunk = new WalkerChunk(x, status, first);
    observer.step(0, 0, chunk);
    double[] point = new double[from.length];
    for (long k = 0; k < steps; k++) {
      for (int w = 0; w < walkers; w++) {
        if (status[w] != WalkerChunk.WALKING) {
          continue;
        }
        x.point(w, point);
        step.move(point, k * h, this);
        x.setPoint(w, point);
        for (double v : point) {
          if (!Double.isFinite(v)) {
            status[w] = WalkerChunk.DIVERGED;
          }
        }
      }
      observer.step(k + 1, (k + 1) * h, chunk);
    }
  }

  public static byte[] bytes(PathObserver observer) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      observer.save(new DataOutputStream(out));
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static <O extends PathObserver> O restored(O fresh, byte[] bytes) {
    try {
      fresh.restore(new DataInputStream(new ByteArrayInputStream(bytes)));
      return fresh;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
