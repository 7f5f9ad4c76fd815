package org.thalweg.fokkerplanck;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * A generator's chain that ends in a region, in another one or at an absorbing edge: times and
 * probabilities of passage from every cell, by the backward equation.
 *
 * <p>Scheme: jumps into a region end on its bounds ({@link RegionBounds}, {@link CutJumps}), and
 * the rates of ending are kept apart from the others, so that elimination needs no subtraction: for
 * non-negative rates every entry is accurate to rounding, however long the times are. Second order
 * in the width of the cells.
 *
 * <p>Where paths may be kept for ever, since the noise vanishes, times are infinite and those paths
 * count as not having reached the target.
 */
final class StoppedChain {
  /** Rounding leaves 1e-16 or so; only negative rates can do worse. */
  private static final double WORST_RESIDUAL = 1e-8;

  private final Generator generator;
  private final RegionBounds bounds;
  private final Generator stopped;

  /** Cells from which no path ends. */
  private final boolean[] kept;

  /** Cells from which some path does not end. */
  private final boolean[] endless;

  private final boolean anyKept;
  private MultifrontalFactors allEnd;

  /**
   * Stops a chain.
   *
   * @param generator the chain
   * @param target where it ends
   * @param other where else it ends
   */
  StoppedChain(Generator generator, Predicate<double[]> target, Predicate<double[]> other) {
    this.generator = generator;
    bounds = new RegionBounds(generator.grid, target, other);
    stopped = stop();
    Transposed incoming = new Transposed(stopped);
    boolean[] ends = new boolean[stopped.cells()];
    for (int k = 0; k < ends.length; k++) {
      ends[k] = stopped.killed(k) != 0;
    }
    boolean[] ending = reaching(incoming, ends);
    kept = new boolean[ends.length];
    boolean any = false;
    for (int k = 0; k < ends.length; k++) {
      kept[k] = !ending[k];
      any |= kept[k];
    }
    anyKept = any;
    endless = any ? reaching(incoming, kept) : kept;
  }

  /** The mean time to the end from every cell's centre. */
  double[] meanTime() {
    double[] ones = new double[stopped.cells()];
    Arrays.fill(ones, 1);
    return time(ones);
  }

  /** The mean square of the time to the end, given its mean. */
  double[] meanSquareTime(double[] mean) {
    double[] twice = new double[mean.length];
    for (int k = 0; k < mean.length; k++) {
      twice[k] = 2 * mean[k];
    }
    return time(twice);
  }

  private double[] time(double[] right) {
    double[] v = right.clone();
    for (int k = 0; k < v.length; k++) {
      if (endless[k] || bounds.of(k) != RegionBounds.FREE) {
        v[k] = 0;
      }
    }
    v = solved(endless, v);
    for (int k = 0; k < v.length; k++) {
      if (endless[k]) {
        v[k] = Double.POSITIVE_INFINITY;
      } else if (v[k] == 0 && bounds.of(k) == RegionBounds.FREE) {
        throw tooLong(k);
      }
    }
    return v;
  }

  /** The probability of ending in the target from every cell's centre. */
  double[] hitting() {
    double[] right = stopped.killing[0].clone();
    double[] v = solved(kept, right);
    for (int k = 0; k < v.length; k++) {
      if (bounds.of(k) == RegionBounds.TARGET) {
        v[k] = 1;
      }
    }
    return v;
  }

  private double[] solved(boolean[] without, double[] right) {
    Generator g = without(without);
    double[] v = right.clone();
    factors(g).solveBackward(v);
    double[] change = new double[v.length];
    g.backward(v, change);
    for (int k = 0; k < v.length; k++) {
      double scale = g.exitRate(k) * Math.abs(v[k]) + Math.abs(right[k]);
      if (!(Math.abs(change[k] + right[k]) <= WORST_RESIDUAL * scale)) {
        throw new IllegalStateException(
            "times of passage were not found: the backward equation does not hold"
                + place(k)
                + "; use other cells or the positive scheme");
      }
    }
    return v;
  }

  /** Factors of the chain without some cells; those of the whole one are made once. */
  private MultifrontalFactors factors(Generator g) {
    if (allEnd != null && g == stopped) {
      return allEnd;
    }
    Transposed incoming = new Transposed(g);
    MultifrontalFactors f = MultifrontalFactors.inverse(g, incoming, new Dissection(g, incoming));
    if (g == stopped) {
      allEnd = f;
    }
    return f;
  }

  /** Jumps into cells without which the chain goes on end there, not in the target. */
  private Generator without(boolean[] cells) {
    if (!anyKept) {
      return stopped;
    }
    double[] rate = stopped.rate.clone();
    double[] elsewhere = stopped.killing[1].clone();
    for (int k = 0; k < cells.length; k++) {
      for (int e = stopped.start[k]; e < stopped.start[k + 1]; e++) {
        if (cells[k]) {
          rate[e] = 0;
        } else if (cells[stopped.target[e]]) {
          elsewhere[k] += rate[e];
          rate[e] = 0;
        }
      }
      if (cells[k]) {
        elsewhere[k] = 1;
      }
    }
    return chain(rate, stopped.killing[0], elsewhere);
  }

  private Generator chain(double[] rate, double[] target, double[] elsewhere) {
    return new Generator(
        generator.grid,
        generator.start,
        generator.target,
        rate,
        new double[][] {target, elsewhere},
        generator.reachX,
        generator.reachY);
  }

  private IllegalStateException tooLong(int k) {
    return new IllegalStateException(
        "paths end after no representable time"
            + place(k)
            + " (barriers exceed 700 times the temperature)");
  }

  private String place(int k) {
    double[] x = new double[generator.grid.dim()];
    generator.grid.centre(k, x);
    return " at " + Arrays.toString(x);
  }

  /** The cells from which some of the given ones may be reached, themselves among them. */
  private boolean[] reaching(Transposed incoming, boolean[] given) {
    boolean[] found = given.clone();
    int[] queue = new int[given.length];
    int size = 0;
    for (int k = 0; k < given.length; k++) {
      if (given[k]) {
        queue[size++] = k;
      }
    }
    for (int i = 0; i < size; i++) {
      int k = queue[i];
      for (int e = incoming.start[k]; e < incoming.start[k + 1]; e++) {
        int from = incoming.source[e];
        if (!found[from] && stopped.rate[incoming.jump[e]] != 0) {
          found[from] = true;
          queue[size++] = from;
        }
      }
    }
    return found;
  }

  private Generator stop() {
    int n = generator.cells();
    double[] rate = generator.rate.clone();
    double[] target = new double[n];
    double[] elsewhere = new double[n];
    StoppedJumps jumps = new StoppedJumps(generator, bounds);
    for (int k = 0; k < n; k++) {
      if (bounds.of(k) == RegionBounds.FREE) {
        jumps.of(k, rate);
        target[k] = jumps.intoTarget;
        elsewhere[k] = jumps.intoOther + generator.killed(k);
      } else {
        Arrays.fill(rate, generator.start[k], generator.start[k + 1], 0);
        elsewhere[k] = 1;
      }
    }
    return chain(rate, target, elsewhere);
  }
}
