package org.thalweg.analyzers.tail;

import org.thalweg.analyzers.report.Words;

/**
 * Whether the k largest distances show a power law at all, since Hill's estimator gives a number
 * for thin tails too.
 *
 * <p>A power law is found where an exponential tail is too thin by more than three standard errors.
 * For an exponential tail that happens with probability 0.0013 if k is given, and about 0.004 if k
 * is chosen from the same distances; less for a Gaussian one. Tails between, such as those of
 * log-normal or stretched exponential distributions, look like power laws over small ranges.
 *
 * @param overExponential the standard errors by which the tail is heavier than an exponential one
 * @param overPowerLaw the standard errors by which it is heavier than a power law
 */
record TailShape(double overExponential, double overPowerLaw) {
  private static final double CLEAR = 3;

  /** Whether the exponent means something. */
  boolean powerLaw() {
    return overExponential > CLEAR && overPowerLaw > -CLEAR;
  }

  /** The finding in words. */
  String words() {
    if (Double.isNaN(overExponential)) {
      return "no power law: the largest values are all the same";
    }
    if (powerLaw()) {
      return "power law: " + errors(overExponential) + " heavier than an exponential tail";
    }
    if (overExponential > CLEAR) {
      return errors(overExponential)
          + " heavier than an exponential tail, but "
          + errors(-overPowerLaw)
          + " lighter than a power law; take a smaller k";
    }
    return overExponential < -CLEAR
        ? "no power law: " + errors(-overExponential) + " lighter than an exponential tail"
        : "no power law seen: not heavier than an exponential tail ("
            + errors(overExponential)
            + "), so that alpha is no exponent";
  }

  private static String errors(double number) {
    return Words.number(Math.rint(10 * number) / 10) + " s.e.";
  }
}
