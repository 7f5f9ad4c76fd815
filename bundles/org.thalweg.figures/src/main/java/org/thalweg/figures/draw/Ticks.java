package org.thalweg.figures.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The ticks of an axis.
 *
 * @param major those with labels
 * @param minor the places of those without
 * @param factor what every label is to be multiplied by, empty for one
 */
record Ticks(List<Tick> major, List<Double> minor, String factor) {
  /** A place with its label. */
  record Tick(double value, String label) {}

  private static final int[] STEPS = {1, 2, 5};

  /**
   * Chooses ticks at round numbers.
   *
   * @param wanted about how many labels there is room for, at least 2
   */
  static Ticks of(Scaling scaling, int wanted) {
    return scaling.logarithmic() ? logarithmic(scaling, wanted) : linear(scaling, wanted, 0);
  }

  /** Chooses ticks at whole numbers on an axis of ranks and other counts. */
  static Ticks whole(Scaling scaling, int wanted) {
    Ticks ticks = linear(scaling, wanted, 1);
    return new Ticks(
        ticks.major(),
        ticks.minor().stream().filter(v -> v == Math.rint(v)).toList(),
        ticks.factor());
  }

  private static Ticks linear(Scaling scaling, int wanted, double least) {
    double from = scaling.from();
    double to = scaling.to();
    double rough = Math.max(least, (to - from) / Math.max(2, wanted));
    int power = (int) Math.floor(Math.log10(rough));
    int digit = 1;
    double ratio = rough / Math.pow(10, power);
    if (ratio > 5) {
      power++;
    } else {
      digit = ratio > 2 ? 5 : ratio > 1 ? 2 : 1;
    }
    double largest = Math.max(Math.abs(from), Math.abs(to));
    int shift = 0;
    if (largest >= 1e5 || largest < 1e-3) {
      shift = (int) Math.floor(Math.log10(largest));
    }
    BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
    List<Tick> major = new ArrayList<>();
    for (BigDecimal at : multiples(step, from, to)) {
      BigDecimal shown = at.scaleByPowerOfTen(-shift);
      int decimals = Math.max(0, shift - power);
      major.add(
          new Tick(
              at.doubleValue(), at.signum() == 0 ? "0" : Numerals.plain(shown.setScale(decimals))));
    }
    BigDecimal part =
        digit == 2
            ? BigDecimal.valueOf(5).scaleByPowerOfTen(power - 1)
            : BigDecimal.valueOf(2L * digit).scaleByPowerOfTen(power - 1);
    List<Double> minor = new ArrayList<>();
    for (BigDecimal at : multiples(part, from, to)) {
      if (at.remainder(step).signum() != 0) {
        minor.add(at.doubleValue());
      }
    }
    return new Ticks(major, minor, shift == 0 ? "" : "×" + Numerals.power(shift));
  }

  private static List<BigDecimal> multiples(BigDecimal step, double from, double to) {
    double slack = 1e-9 * (to - from);
    List<BigDecimal> out = new ArrayList<>();
    BigDecimal at = new BigDecimal(from).divide(step, 0, RoundingMode.FLOOR).multiply(step);
    for (int guard = 0; guard < 1000; guard++) {
      double value = at.doubleValue();
      if (value > to + slack) {
        break;
      }
      if (value >= from - slack) {
        out.add(at);
      }
      at = at.add(step);
    }
    return out;
  }

  private static Ticks logarithmic(Scaling scaling, int wanted) {
    double low = Math.log10(scaling.from());
    double high = Math.log10(scaling.to());
    int first = (int) Math.ceil(low - 1e-9);
    int last = (int) Math.floor(high + 1e-9);
    int powers = last - first + 1;
    if (powers < 2) {
      return withinDecades(scaling, wanted, (int) Math.floor(low), (int) Math.ceil(high));
    }
    int every = Math.max(1, (powers + wanted - 1) / Math.max(2, wanted));
    List<Tick> major = new ArrayList<>();
    List<Double> minor = new ArrayList<>();
    for (int k = first - 1; k <= last; k++) {
      boolean labelled = Math.floorMod(k, every) == 0;
      if (k >= first) {
        double value = power(k);
        if (labelled) {
          major.add(new Tick(value, Numerals.power(k)));
        } else {
          minor.add(value);
        }
      }
      for (int m = 2; every == 1 && m < 10; m++) {
        double value = m * power(k);
        if (value >= scaling.from() && value <= scaling.to()) {
          minor.add(value);
        }
      }
    }
    return new Ticks(major, minor, "");
  }

  /** Less than two powers of ten on the axis: 1, 2 and 5 times a power, or plain steps. */
  private static Ticks withinDecades(Scaling scaling, int wanted, int low, int high) {
    List<Tick> major = new ArrayList<>();
    List<Double> minor = new ArrayList<>();
    for (int k = low; k <= high; k++) {
      for (int m = 1; m < 10; m++) {
        double value = m * power(k);
        if (value < scaling.from() || value > scaling.to()) {
          continue;
        }
        if (m == STEPS[0] || m == STEPS[1] || m == STEPS[2]) {
          major.add(new Tick(value, Numerals.compact(value)));
        } else {
          minor.add(value);
        }
      }
    }
    return major.size() < 3 ? linear(scaling, wanted, 0) : new Ticks(major, minor, "");
  }

  private static double power(int k) {
    return Double.parseDouble("1e" + k);
  }
}
