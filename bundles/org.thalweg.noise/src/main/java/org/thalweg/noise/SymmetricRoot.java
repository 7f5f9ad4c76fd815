package org.thalweg.noise;

/**
 * The square root of small symmetric matrices without negative eigenvalues, in closed form for one
 * and two dimensions, by Jacobi's rotations beyond; it owns its scratch.
 *
 * <p>Source: Golub, Van Loan, Matrix Computations, 4th ed., section 8.5.
 */
final class SymmetricRoot {
  /** An eigenvalue that is negative by less, relative to the largest, is zero up to rounding. */
  private static final double ROUNDING = 1e-12;

  /** Rotations converge quadratically; a handful of sweeps does. */
  private static final int SWEEPS = 50;

  private final int n;
  private final double[] a;
  private final double[] v;
  private final double[] values;
  private final double[] turned;

  SymmetricRoot(int n) {
    this.n = n;
    this.a = new double[n * n];
    this.v = new double[n * n];
    this.values = new double[n];
    this.turned = new double[n];
  }

  /**
   * Takes a matrix.
   *
   * @param matrix symmetric, row by row; not changed
   * @return whether no eigenvalue is negative, beyond rounding; false for what is not a number
   */
  boolean decompose(double[] matrix) {
    System.arraycopy(matrix, 0, a, 0, n * n);
    if (n == 2) {
      rootOfTwo();
    } else {
      rotate();
      for (int i = 0; i < n; i++) {
        values[i] = a[i * n + i];
      }
    }
    double largest = 0;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, Math.abs(values[i])); // NaN stays NaN
    }
    for (int i = 0; i < n; i++) {
      if (!(values[i] >= -ROUNDING * largest) || Double.isInfinite(values[i])) {
        return false;
      }
    }
    return true;
  }

  /** The least eigenvalue of the matrix taken last. */
  double least() {
    double least = values[0];
    for (double value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  /** Sets out to scale times the root times in. */
  void apply(double scale, double[] in, double[] out) {
    if (n == 2) {
      // Cayley and Hamilton: the root of H is (H + sqrt(det H) I)/sqrt(tr H + 2 sqrt(det H)).
      double root = Math.sqrt(Math.max(0, values[0])) * Math.sqrt(Math.max(0, values[1]));
      double trace = a[0] + a[3] + 2 * root;
      double factor = trace > 0 ? scale / Math.sqrt(trace) : 0;
      out[0] = factor * ((a[0] + root) * in[0] + a[1] * in[1]);
      out[1] = factor * (a[2] * in[0] + (a[3] + root) * in[1]);
      return;
    }
    for (int k = 0; k < n; k++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += v[i * n + k] * in[i];
      }
      turned[k] = scale * Math.sqrt(Math.max(0, values[k])) * sum;
    }
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int k = 0; k < n; k++) {
        sum += v[i * n + k] * turned[k];
      }
      out[i] = sum;
    }
  }

  private void rootOfTwo() {
    double mean = 0.5 * (a[0] + a[3]);
    double radius = Math.hypot(0.5 * (a[0] - a[3]), a[1]);
    values[0] = mean - radius;
    values[1] = mean + radius;
  }

  /** Cyclic sweeps until nothing off the diagonal is left; a becomes diagonal, v the axes. */
  private void rotate() {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        v[i * n + j] = i == j ? 1 : 0;
      }
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean rotated = false;
      for (int p = 0; p < n - 1; p++) {
        for (int q = p + 1; q < n; q++) {
          double off = a[p * n + q];
          double scale = Math.abs(a[p * n + p]) + Math.abs(a[q * n + q]);
          if (Math.abs(off) > 1e-17 * scale) {
            rotate(p, q);
            rotated = true;
          }
        }
      }
      if (!rotated) {
        return;
      }
    }
  }

  private void rotate(int p, int q) {
    double theta = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q]);
    double t = Math.copySign(1 / (Math.abs(theta) + Math.hypot(theta, 1)), theta);
    double c = 1 / Math.hypot(t, 1);
    double s = t * c;
    for (int k = 0; k < n; k++) {
      double kp = a[k * n + p];
      double kq = a[k * n + q];
      a[k * n + p] = c * kp - s * kq;
      a[k * n + q] = s * kp + c * kq;
    }
    for (int k = 0; k < n; k++) {
      double pk = a[p * n + k];
      double qk = a[q * n + k];
      a[p * n + k] = c * pk - s * qk;
      a[q * n + k] = s * pk + c * qk;
      double vp = v[k * n + p];
      double vq = v[k * n + q];
      v[k * n + p] = c * vp - s * vq;
      v[k * n + q] = s * vp + c * vq;
    }
    a[p * n + q] = 0;
    a[q * n + p] = 0;
  }
}
