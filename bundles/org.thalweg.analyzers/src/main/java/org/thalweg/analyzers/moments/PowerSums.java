package org.thalweg.analyzers.moments;

/**
 * The mean of some numbers and the sums of the second to fourth powers of deviations from it.
 *
 * <p>Every sum has four parts, element i in part i % 4, so that an addition need not wait for the
 * one before it: a third of the time.
 *
 * @param mean the mean; 0 of no numbers
 * @param second sum of squared deviations
 * @param third sum of cubed deviations
 * @param fourth sum of their fourth powers
 */
record PowerSums(double mean, double second, double third, double fourth) {

  static PowerSums of(double[] x, int n) {
    double mean = n == 0 ? 0 : sum(x, n) / n;
    double a2 = 0;
    double b2 = 0;
    double c2 = 0;
    double d2 = 0;
    double a3 = 0;
    double b3 = 0;
    double c3 = 0;
    double d3 = 0;
    double a4 = 0;
    double b4 = 0;
    double c4 = 0;
    double d4 = 0;
    int whole = n - n % 4;
    for (int i = 0; i < whole; i += 4) {
      double a = x[i] - mean;
      double b = x[i + 1] - mean;
      double c = x[i + 2] - mean;
      double d = x[i + 3] - mean;
      double aa = a * a;
      double bb = b * b;
      double cc = c * c;
      double dd = d * d;
      a2 += aa;
      b2 += bb;
      c2 += cc;
      d2 += dd;
      a3 += aa * a;
      b3 += bb * b;
      c3 += cc * c;
      d3 += dd * d;
      a4 += aa * aa;
      b4 += bb * bb;
      c4 += cc * cc;
      d4 += dd * dd;
    }
    for (int i = whole; i < n; i++) {
      double a = x[i] - mean;
      a2 += a * a;
      a3 += a * a * a;
      a4 += a * a * (a * a);
    }
    return new PowerSums(mean, (a2 + b2) + (c2 + d2), (a3 + b3) + (c3 + d3), (a4 + b4) + (c4 + d4));
  }

  private static double sum(double[] x, int n) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int whole = n - n % 4;
    for (int i = 0; i < whole; i += 4) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
    }
    for (int i = whole; i < n; i++) {
      a += x[i];
    }
    return (a + b) + (c + d);
  }

  /** Whether no number was infinite or none; sizes above 1e77 count as such. */
  boolean finite() {
    return Double.isFinite(mean + fourth);
  }

  /** Writes the four numbers. */
  void write(double[] out) {
    out[0] = mean;
    out[1] = second;
    out[2] = third;
    out[3] = fourth;
  }
}
