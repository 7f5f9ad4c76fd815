package org.thalweg.fokkerplanck;

import java.util.Arrays;
import org.thalweg.api.analysis.RelaxationMode;

/** Modes in their units: takes the scaling off, fixes length and phase, and checks the residual. */
final class ModeScale {
  private static final double WORST_RESIDUAL = 1e-8;
  private static final double TIED = 1e-6;
  private static final double[] NONE = {};

  /** The operator or its transpose. */
  private interface Change {
    void write(double[] from, double[] to);
  }

  private final Generator generator;
  private final DeflatedInverse inverse;
  private final double fastest;

  ModeScale(Generator generator, DeflatedInverse inverse) {
    this.generator = generator;
    this.inverse = inverse;
    fastest = generator.fastest();
  }

  RelaxationMode steady() {
    double[] masses = inverse.steady();
    double residual = residual(generator::forward, 0, 0, masses, NONE, false);
    check(residual);
    double[] one = new double[masses.length];
    Arrays.fill(one, 1);
    return new RelaxationMode(0, 0, perVolume(masses), NONE, one, NONE, residual);
  }

  /**
   * Any other.
   *
   * @param right in scaled vectors, real part and, for one that turns, imaginary part
   * @param left their duals
   * @param slowest whether it is a quasi-stationary state
   */
  RelaxationMode mode(
      double rate, double frequency, double[][] right, double[][] left, boolean slowest) {
    int n = generator.cells();
    boolean turns = frequency > 0;
    double[] a = left[0];
    double[] b = turns ? left[1] : new double[n];
    int peak = peak(a, b);
    double length = Math.hypot(KrylovSpace.norm(a), KrylovSpace.norm(b));
    double modulus = Math.hypot(a[peak], b[peak]);
    // left is divided by the complex number (cosine + i sine) length, right is multiplied by it.
    double cosine = a[peak] / modulus;
    double sine = b[peak] / modulus;
    if (slowest && !turns) {
      length = 0;
      for (int k = 0; k < n; k++) {
        length += right[0][k] * inverse.root(k);
      }
      length = Math.abs(1 / length);
    }
    double[] r = new double[n];
    double[] s = new double[turns ? n : 0];
    double[] l = new double[n];
    double[] m = new double[turns ? n : 0];
    for (int k = 0; k < n; k++) {
      double u = right[0][k] * inverse.root(k) * length;
      double v = turns ? right[1][k] * inverse.root(k) * length : 0;
      double c = a[k] / inverse.root(k) / length;
      double d = b[k] / inverse.root(k) / length;
      r[k] = cosine * u - sine * v;
      l[k] = cosine * c + sine * d;
      if (turns) {
        s[k] = sine * u + cosine * v;
        m[k] = cosine * d - sine * c;
      }
    }
    double residual = residual(generator::forward, rate, frequency, r, s, false);
    check(residual);
    check(residual(generator::backward, rate, frequency, l, m, true));
    return new RelaxationMode(rate, frequency, perVolume(r), perVolume(s), l, m, residual);
  }

  /** The first cell where the scaled mode is as large as anywhere. */
  private static int peak(double[] a, double[] b) {
    double largest = 0;
    for (int k = 0; k < a.length; k++) {
      largest = Math.max(largest, Math.hypot(a[k], b[k]));
    }
    int k = 0;
    while (Math.hypot(a[k], b[k]) < (1 - TIED) * largest) {
      k++;
    }
    return k;
  }

  private double[] perVolume(double[] masses) {
    double[] out = masses.clone();
    KrylovSpace.scale(out, 1 / generator.grid.cellVolume());
    return out;
  }

  /**
   * In the norm in which the modes were found: sum of r^2 / P on the right, of l^2 P on the left.
   */
  private double residual(
      Change change, double rate, double frequency, double[] u, double[] v, boolean left) {
    int n = u.length;
    double[] first = new double[n];
    double[] second = new double[n];
    change.write(u, first);
    if (frequency > 0) {
      change.write(v, second);
    }
    double sum = 0;
    double size = 0;
    for (int k = 0; k < n; k++) {
      double w = left ? inverse.root(k) : 1 / inverse.root(k);
      double im = frequency > 0 ? v[k] : 0;
      sum += square(w * (first[k] + rate * u[k] - frequency * im));
      sum += square(w * (second[k] + rate * im + frequency * u[k]));
      size += square(w * u[k]) + square(w * im);
    }
    return Math.sqrt(sum / size) / fastest;
  }

  private static double square(double a) {
    return a * a;
  }

  private static void check(double residual) {
    if (!(residual < WORST_RESIDUAL)) {
      throw new IllegalStateException(
          "a mode of relaxation was not found: it solves its equation only to "
              + residual
              + "; use other cells or the positive scheme");
    }
  }
}
