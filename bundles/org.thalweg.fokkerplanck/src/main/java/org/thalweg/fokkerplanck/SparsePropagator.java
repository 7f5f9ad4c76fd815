package org.thalweg.fokkerplanck;

/**
 * Advances a density by implicit steps of the whole generator, for those that do not split: wide
 * stencils and the nine-point scheme with negative rates.
 *
 * <p>Properties: TR-BDF2, second order; conserves mass. Non-negative after every step if the
 * generator's rates are (by blending with the positive companion, as lines do); if they are not,
 * the step is left as it is and the caller reports how negative the density became.
 */
final class SparsePropagator implements Propagator {
  /** A step and its halves need two; more only where they are small. */
  private static final int LEAST = 2;

  private static final long CACHE_BYTES = 400L << 20;

  private final Generator generator;
  private final boolean positive;
  private final Transposed incoming;
  private final Dissection order;
  private final FactorCache<MultifrontalFactors> cache = new FactorCache<>(LEAST, CACHE_BYTES);
  private final double[] once;
  private final double[] result;
  private final double[] three;
  private final double[] four;
  private final double[] lost = new double[4];
  private final double[] lowLost = new double[4];
  private long blended;

  SparsePropagator(Discretisation d) {
    generator = d.generator();
    positive = d.positive();
    incoming = new Transposed(generator);
    order = new Dissection(generator, incoming);
    int n = generator.cells();
    once = new double[n];
    result = new double[n];
    three = positive ? new double[n] : null;
    four = positive ? new double[n] : null;
  }

  @Override
  public void advance(GridState state, double h, int count) {
    double s = TrBdf2.D * h;
    MultifrontalFactors f = cache.get(0, s);
    if (f == null) {
      cache.makeRoom(order.factorBytes());
      f = MultifrontalFactors.implicit(generator, incoming, order, s);
      cache.put(0, s, order.factorBytes(), f);
    }
    for (int i = 0; i < count; i++) {
      step(state, f, s);
    }
  }

  private void step(GridState state, MultifrontalFactors f, double s) {
    double[] u = state.mass;
    java.util.Arrays.fill(lost, 0);
    System.arraycopy(u, 0, once, 0, u.length);
    f.solve(once);
    lose(TrBdf2.SOLVED * s, once, lost);
    for (int k = 0; k < u.length; k++) {
      result[k] = TrBdf2.SOLVED * once[k] - TrBdf2.START * u[k];
    }
    f.solve(result);
    lose(s, result, lost);
    if (positive) {
      double least = 0;
      for (double v : result) {
        least = Math.min(least, v);
      }
      if (least < 0) {
        blend(f, s);
      }
    }
    System.arraycopy(result, 0, u, 0, u.length);
    for (int side = 0; side < 4; side++) {
      state.absorbed[side] += lost[side];
    }
  }

  private void blend(MultifrontalFactors f, double s) {
    blended++;
    java.util.Arrays.fill(lowLost, 0);
    lose(s, once, lowLost);
    System.arraycopy(once, 0, three, 0, once.length);
    f.solve(three);
    lose(s, three, lowLost);
    f.solve(three);
    lose(s, three, lowLost);
    System.arraycopy(three, 0, four, 0, three.length);
    f.solve(four);
    lose((1 - TrBdf2.THREE) * s, four, lowLost);
    double most = 1;
    for (int k = 0; k < result.length; k++) {
      four[k] = TrBdf2.THREE * three[k] + (1 - TrBdf2.THREE) * four[k];
      if (result[k] < 0) {
        most = Math.min(most, TrBdf2.share(result[k], four[k]));
      }
    }
    double least = -1;
    while (least < 0) {
      least = 0;
      for (int k = 0; k < result.length; k++) {
        least = Math.min(least, most * result[k] + (1 - most) * four[k]);
      }
      if (least < 0) {
        most = most > 1e-6 ? 0.5 * most : 0;
      }
    }
    for (int k = 0; k < result.length; k++) {
      result[k] = most * result[k] + (1 - most) * four[k];
    }
    for (int side = 0; side < 4; side++) {
      lost[side] = most * lost[side] + (1 - most) * lowLost[side];
    }
  }

  private void lose(double times, double[] w, double[] losses) {
    double[][] killing = generator.killing;
    for (int side = 0; side < 4; side++) {
      if (killing[side] != null) {
        double sum = 0;
        for (int k = 0; k < w.length; k++) {
          sum += killing[side][k] * w[k];
        }
        losses[side] += times * sum;
      }
    }
  }

  @Override
  public long blended() {
    return blended;
  }

  @Override
  public boolean positive() {
    return positive;
  }
}
