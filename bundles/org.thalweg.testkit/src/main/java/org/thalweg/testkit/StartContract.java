package org.thalweg.testkit;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.problem.ProductStart;
import org.thalweg.api.problem.Start;

/**
 * What every start must do: walkers and densities begin with the same distribution.
 *
 * <p>Sampled coordinates are compared with the cumulative distribution by Kolmogorov and Smirnov's
 * distance at a level of 1e-4, with fixed seeds.
 */
public final class StartContract {
  private static final int SIZE = 20_000;
  private static final int AXES = 8;

  /** sqrt(n) times the distance exceeds this with probability 1e-4. */
  private static final double KOLMOGOROV = 2.226;

  /** What a special function may fall by between neighbouring numbers. */
  private static final double ROUNDING = 1e-14;

  private final Start start;
  private final int dim;

  private StartContract(Start start, int dim) {
    this.start = start;
    this.dim = dim;
  }

  /**
   * The contract of a start.
   *
   * @param start the start
   * @param dim the number of parameters that it was made for
   * @return the contract
   */
  public static StartContract of(Start start, int dim) {
    return new StartContract(start, dim);
  }

  /** Runs all checks that apply. */
  public void verify() {
    Block x = sample(Layout.BY_COORDINATE);
    Block y = sample(Layout.BY_WALKER);
    for (int i = 0; i < dim; i++) {
      for (int w = 0; w < x.walkers(); w++) {
        Check.that(Double.isFinite(x.get(i, w)), "coordinate %d is %s", i, x.get(i, w));
        Check.same(y.get(i, w), x.get(i, w), "coordinate %d in the other layout", i);
      }
    }
    if (start instanceof ProductStart product) {
      for (int i = 0; i < Math.min(AXES, dim); i++) {
        double[] sorted = new double[x.walkers()];
        for (int w = 0; w < sorted.length; w++) {
          sorted[w] = x.get(i, w);
        }
        Arrays.sort(sorted);
        cumulativeIsSampled(product, i, sorted);
        partialMeanIsIntegral(product, i, sorted);
      }
    }
  }

  private Block sample(Layout layout) {
    Block x = new Block(dim, Math.max(1000, SIZE / dim), layout);
    start.sample(new TestDraws(5), x);
    return x;
  }

  private static void cumulativeIsSampled(ProductStart start, int axis, double[] sorted) {
    int n = sorted.length;
    Check.close(
        start.cumulative(axis, Double.NEGATIVE_INFINITY), 0, 0, "P(X <= -inf), axis %d", axis);
    Check.close(
        start.cumulative(axis, Double.POSITIVE_INFINITY), 1, 0, "P(X <= inf), axis %d", axis);
    double allowed = KOLMOGOROV / Math.sqrt(n);
    for (int a = 0; a < n; ) {
      int b = a;
      while (b < n && sorted[b] == sorted[a]) {
        b++;
      }
      double v = sorted[a];
      double below = start.cumulative(axis, Math.nextDown(v));
      double upTo = start.cumulative(axis, v);
      Check.that(below <= upTo + ROUNDING, "P(X <= v) falls at v = %s, axis %d", v, axis);
      Check.close(below, (double) a / n, allowed, "P(X < %s), axis %d", v, axis);
      Check.close(upTo, (double) b / n, allowed, "P(X <= %s), axis %d", v, axis);
      a = b;
    }
  }

  /**
   * Compares E[X; a &lt; X &lt;= b] with b P(X &lt;= b) - a P(X &lt;= a) less the integral of P(X
   * &lt;= v).
   */
  private static void partialMeanIsIntegral(ProductStart start, int axis, double[] sorted) {
    int n = sorted.length;
    double spread = sorted[n - 1] - sorted[0] + 1e-3 * (1 + Math.abs(sorted[0]));
    double low = sorted[0] - 2 * spread;
    double scale = spread + Math.abs(sorted[0]);
    DoubleUnaryOperator cumulative = v -> start.cumulative(axis, v);
    Check.close(
        start.partialMean(axis, Double.NEGATIVE_INFINITY), 0, 0, "E[X; X <= -inf], axis %d", axis);
    for (int k = 0; k <= 8; k++) {
      double v = sorted[0] - 0.1 * spread + k * 0.15 * spread;
      double expected =
          v * cumulative.applyAsDouble(v)
              - low * cumulative.applyAsDouble(low)
              - Quadrature.integrate(cumulative, low, v, 1e-10 * spread);
      double actual = start.partialMean(axis, v) - start.partialMean(axis, low);
      Check.close(actual, expected, 1e-7 * scale, "E[X; X <= %s], axis %d", v, axis);
    }
    Sample mean = new Sample();
    for (double v : sorted) {
      mean.add(v);
    }
    Check.close(
        start.partialMean(axis, Double.POSITIVE_INFINITY),
        mean.mean(),
        5 * mean.error() + 1e-12 * scale,
        "E[X], axis %d",
        axis);
  }
}
