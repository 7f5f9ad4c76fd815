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

  /**
   * The curvatures alone.
   *
   * @param x positions along the floor
   * @param value set to the curvatures; not x
   * @param scratch overwritten
   * @param n the number of walkers
   */
  default void values(double[] x, double[] value, double[] scratch, int n) {
    evaluate(x, value, scratch, n);
  }

  /**
   * The gradient of a valley with this curvature, for profiles that save a pass over memory by it.
   *
   * @param floor the loss on the floor
   * @param along positions along the floor
   * @param across positions across it
   * @param outAlong set to the first component; no input
   * @param outAcross set to the second component; no input
   * @param n the number of walkers
   */
  default void gradients(
      FloorLoss floor,
      double[] along,
      double[] across,
      double[] outAlong,
      double[] outAcross,
      int n) {
    // The outputs double as scratch: one holds lambda and the other lambda' in between.
    evaluate(along, outAcross, outAlong, n);
    ValleyGradient.combine(floor, along, across, outAcross, outAlong, outAlong, outAcross, n);
  }
}
