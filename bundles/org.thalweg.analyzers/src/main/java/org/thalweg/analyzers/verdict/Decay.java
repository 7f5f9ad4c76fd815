package org.thalweg.analyzers.verdict;

import java.util.function.DoubleUnaryOperator;
import org.thalweg.analyzers.floor.FloorWalk;

/**
 * How a number forgets the start.
 *
 * @param left the bound on what is left of the start at a time
 * @param rate the slowest rate (unit: 1 / time)
 */
record Decay(DoubleUnaryOperator left, double rate) {
  /**
   * Rates are taken this much slower than computed, for what the walk along the floor leaves out.
   */
  private static final double CAUTION = 0.8;

  /** The mean of a function of the bins, carried along by the walk. */
  static Decay of(FloorWalk walk, double[] start, double[] f, double speed) {
    return new Decay(
        t -> {
          double[] left = walk.left(start, CAUTION * speed * t);
          double sum = 0;
          for (int i = 0; i < left.length; i++) {
            sum += f[i] * left[i];
          }
          return Math.abs(sum);
        },
        CAUTION * speed * walk.gap());
  }

  /** The total variation of the marginal from the stationary one. */
  static Decay totalVariation(FloorWalk walk, double[] start, double speed) {
    return new Decay(
        t -> {
          double sum = 0;
          for (double l : walk.left(start, CAUTION * speed * t)) {
            sum += Math.abs(l) / 2;
          }
          return sum;
        },
        CAUTION * speed * walk.gap());
  }

  /** A number that differs by so much at the start and decays at one rate. */
  static Decay single(double amplitude, double rate) {
    return new Decay(t -> amplitude * Math.exp(-CAUTION * rate * t), CAUTION * rate);
  }

  /** This and the square of another: a variance holds the square of the mean too. */
  Decay plusSquareOf(Decay other) {
    return new Decay(
        t -> {
          double o = other.left.applyAsDouble(t);
          return left.applyAsDouble(t) + o * o;
        },
        rate);
  }
}
