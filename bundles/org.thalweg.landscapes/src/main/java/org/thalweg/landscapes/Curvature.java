package org.thalweg.landscapes;

/**
 * The curvature lambda(x) across a valley with two derivatives, at one place and along arrays; both
 * forms give the same bits.
 */
interface Curvature {
  /** lambda(x), loss/theta^2. */
  double value(double x);

  /** lambda'(x), loss/theta^3. */
  double slope(double x);

  /** lambda''(x), loss/theta^4. */
  double bend(double x);

  /** Writes lambda and lambda' at x[0 .. n-1]; the arrays are distinct. */
  void evaluate(double[] x, double[] value, double[] slope, int n);

  /** Writes lambda, lambda' and lambda'' at x[0 .. n-1]; the arrays are distinct. */
  void evaluate(double[] x, double[] value, double[] slope, double[] bend, int n);
}
