package org.thalweg.engine.explain;

import java.util.Random;
import org.thalweg.api.problem.Landscape;

/** Looks for how steeply a landscape bends where walkers usually begin. */
public final class Curvature {
  private static final int PLACES = 6;
  private static final int ROUNDS = 12;

  /** Beyond so many parameters, where products take long, fewer places and rounds have to do. */
  private static final int MANY = 1000;

  private Curvature() {}

  /**
   * The largest magnitude of a curvature that power iteration finds at the origin and at places of
   * the cube of half length one around it.
   *
   * @param landscape the landscape
   * @return an estimate from below (loss/theta^2); zero if nothing finite was found
   */
  public static double largest(Landscape landscape) {
    int dim = landscape.dim();
    Random random = new Random(1); // fixed, so that the answer is always the same
    double largest = 0;
    for (int place = 0; place < (dim > MANY ? 2 : PLACES); place++) {
      double[] x = new double[dim];
      double[] v = new double[dim];
      double[] product = new double[dim];
      for (int i = 0; i < dim; i++) {
        x[i] = place == 0 ? 0 : 2 * random.nextDouble() - 1;
        v[i] = random.nextGaussian();
      }
      double norm = normalise(v);
      for (int round = 0; round < (dim > MANY ? ROUNDS / 3 : ROUNDS) && norm > 0; round++) {
        landscape.hessianVector(0, x, v, product);
        norm = normalise(product);
        double[] swap = v;
        v = product;
        product = swap;
      }
      largest = Double.isFinite(norm) ? Math.max(largest, norm) : largest;
    }
    return largest;
  }

  private static double normalise(double[] v) {
    double sum = 0;
    for (double c : v) {
      sum += c * c;
    }
    double norm = Math.sqrt(sum);
    for (int i = 0; norm > 0 && i < v.length; i++) {
      v[i] /= norm;
    }
    return norm;
  }
}
