package org.thalweg.landscapes;

/**
 * The loss on the floor of a valley and its derivatives: L0(x) = slope x + a (x - centre)^2/2.
 *
 * @param tilt the slope (loss/theta)
 * @param bend a, the curvature of the floor (loss/theta^2)
 * @param centre the centre of the quadratic part (theta)
 */
record FloorLoss(double tilt, double bend, double centre) {
  double value(double x) {
    double d = x - centre;
    return tilt * x + 0.5 * bend * d * d;
  }

  double slope(double x) {
    return tilt + bend * (x - centre);
  }
}
