package org.thalweg.testkit;

import java.util.Locale;

/** Fails with where and by how much, which is what a plugin author needs to find a mistake. */
final class Check {
  private Check() {}

  /** Fails unless the condition holds. */
  static void that(boolean condition, String format, Object... args) {
    if (!condition) {
      throw new AssertionError(String.format(Locale.ROOT, format, args));
    }
  }

  /** Fails unless two numbers are closer than a tolerance; numbers that are not finite fail. */
  static void close(
      double actual, double expected, double tolerance, String format, Object... args) {
    double error = Math.abs(actual - expected);
    if (!(error <= tolerance)) {
      throw new AssertionError(
          String.format(Locale.ROOT, format, args)
              + String.format(
                  Locale.ROOT,
                  ": is %.10g, should be %.10g, differs by %.3g, allowed %.3g",
                  actual,
                  expected,
                  error,
                  tolerance));
    }
  }

  /** Fails unless two numbers have the same bits. */
  static void same(double actual, double expected, String format, Object... args) {
    if (Double.doubleToRawLongBits(actual) != Double.doubleToRawLongBits(expected)) {
      throw new AssertionError(
          String.format(Locale.ROOT, format, args)
              + String.format(Locale.ROOT, ": is %s, should be exactly %s", actual, expected));
    }
  }

  /** Fails unless two vectors have the same bits. */
  static void same(double[] actual, double[] expected, String what) {
    for (int i = 0; i < expected.length; i++) {
      same(actual[i], expected[i], "%s, component %d", what, i);
    }
  }

  /** The largest magnitude, for relative tolerances. */
  static double size(double[] v) {
    double size = 0;
    for (double a : v) {
      size = Math.max(size, Math.abs(a));
    }
    return size;
  }
}
