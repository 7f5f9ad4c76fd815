package org.thalweg.api.kernel;

/**
 * The exponential of arrays in plain Java, in stages that compilers vectorise: one expression per
 * loop, every array with the plain loop index, polynomials by Horner's rule. Only the last stage,
 * which touches the bits of a number, stays scalar.
 *
 * <p>One for each thread, since it owns scratch.
 */
final class PlainExp {
  /** The largest |k| for which 2^k (1 + small) is surely a normal number. */
  private static final long ORDINARY = 1020;

  private final double[] arguments;
  private final double[] shifted;
  private final double[] rest;
  private final double[] even;
  private final double[] odd;

  PlainExp(int size) {
    arguments = new double[size];
    shifted = new double[size];
    rest = new double[size];
    even = new double[size];
    odd = new double[size];
  }

  /** Writes e^x of {@code x[from .. from + n - 1]}; n is at most the size. */
  void exp(double[] x, double[] out, int from, int n) {
    System.arraycopy(x, from, arguments, 0, n);
    reduce(arguments, shifted, rest, n);
    even(rest, even, n);
    odd(rest, odd, n);
    join(rest, even, odd, n);
    if (!raise(odd, shifted, out, from, n)) {
      for (int i = 0; i < n; i++) {
        out[from + i] = ExpKernel.exp(arguments[i]);
      }
    }
  }

  private static void reduce(double[] x, double[] shifted, double[] rest, int n) {
    for (int i = 0; i < n; i++) {
      double s = Math.fma(x[i], ExpKernel.LOG2_E, Bits.SHIFT);
      double k = s - Bits.SHIFT;
      shifted[i] = s;
      rest[i] = Math.fma(k, -ExpKernel.LN2_LOW, Math.fma(k, -ExpKernel.LN2_HIGH, x[i]));
    }
  }

  private static void even(double[] r, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = ExpKernel.even(r[i] * r[i]);
    }
  }

  private static void odd(double[] r, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = ExpKernel.odd(r[i] * r[i]);
    }
  }

  private static void join(double[] r, double[] even, double[] odd, int n) {
    for (int i = 0; i < n; i++) {
      odd[i] = 1.0 + Math.fma(r[i] * r[i], Math.fma(r[i], odd[i], even[i]), r[i]);
    }
  }

  /** Adds each k to the exponent of its e; false if one of them was too large for that. */
  private static boolean raise(double[] e, double[] shifted, double[] out, int from, int n) {
    long beyond = 0;
    for (int i = 0; i < n; i++) {
      long k = Bits.integerIn(shifted[i]);
      beyond |= (k + ORDINARY) | (ORDINARY - k);
      out[from + i] = Double.longBitsToDouble(Double.doubleToRawLongBits(e[i]) + (k << 52));
    }
    return beyond >= 0;
  }
}
