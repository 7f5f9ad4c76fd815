package org.thalweg.fokkerplanck;

/**
 * The two rates of a pair of opposite jumps that ends before it gets there, so that times of
 * passage keep the second order of the grid wherever a region's bounds pass between its centres
 * (Shortley, Weller 1938, doi:10.1063/1.1710426; Gibou, Fedkiw, Cheng, Kang 2002,
 * doi:10.1006/jcph.2001.6977).
 *
 * <p>Two whole jumps at rates u (up) and v (down) stand for a diffusion d and the exponent z of
 * exponential fitting, u = d B(z), v = d B(-z). Jumps by parts a and b of them go at c B(a z)/a and
 * c B(-b z)/b, with c = d z / (B(-b z) - B(a z)): this gives the mean displacement, and is exact
 * for the scale function exp(z x). Both are non-negative. Without such z, rates are negative or go
 * one way only; then the mean and the mean square of the displacement are kept, and of the latter
 * alone the mean.
 */
final class CutJumps {
  private static final double SMALL = 1e-4;

  /** The rate up; set by {@link #cut}. */
  double up;

  /** The rate down; set by {@link #cut}. */
  double down;

  /**
   * Cuts a pair.
   *
   * @param wholeUp the rate of the whole jump up
   * @param wholeDown the rate of the whole jump down
   * @param a the part of the jump up, above 0 and at most 1
   * @param b the part of the jump down
   */
  void cut(double wholeUp, double wholeDown, double a, double b) {
    if (wholeUp > 0 && wholeDown > 0) {
      double z = Math.log(wholeDown / wholeUp);
      double c =
          Math.abs(z) < SMALL
              ? 2 / (a + b) * (1 + z * (a - b) / 6)
              : z / (Bernoulli.of(-b * z) - Bernoulli.of(a * z));
      c *= wholeUp / Bernoulli.of(z);
      up = c * Bernoulli.of(a * z) / a;
      down = c * Bernoulli.of(-b * z) / b;
    } else if (wholeUp >= 0 && wholeDown >= 0) {
      up = wholeUp / a;
      down = wholeDown / b;
    } else {
      double square = wholeUp + wholeDown;
      double mean = wholeUp - wholeDown;
      up = (square + mean * b) / (a * (a + b));
      down = (square - mean * a) / (b * (a + b));
    }
  }

  /** What a jump's rate becomes whose opposite was reflected at an edge half a jump away. */
  static double beforeMirror(double whole, double part) {
    return 2 * whole / (part * (1 + part));
  }
}
