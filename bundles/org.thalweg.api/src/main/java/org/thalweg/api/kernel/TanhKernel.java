package org.thalweg.api.kernel;

/**
 * The hyperbolic tangent: a rational function for small |x|, 1 - 2/(e^(2|x|) + 1) for the rest,
 * with one division for both.
 *
 * <p>The rational function is Lambert's continued fraction x/(1 + x^2/(3 + x^2/(5 + ...))) cut
 * after 17 (Abramowitz and Stegun 4.5.70), written as x + x^3 P(x^2)/Q(x^2) with integer
 * coefficients.
 */
public final class TanhKernel {

  /** Where the two forms meet; the fraction's own error there is below 1e-18. */
  public static final double SMALL = 0.8;

  /** From here on the result rounds to one. */
  public static final double LARGE = 22;

  private TanhKernel() {}

  public static double tanh(double x) {
    double a = Math.abs(x);
    boolean small = a < SMALL;

    double z = a * a;
    double p = Math.fma(z, Math.fma(z, Math.fma(z, -44, -12870), -810810), -11486475);
    double q = Math.fma(z, Math.fma(z, Math.fma(z, 45, 13860), 945945), 16216200);
    q = Math.fma(z, q, 34459425);

    double y = 2 * (a > LARGE ? LARGE : a);
    double shifted = Math.fma(y, ExpKernel.LOG2_E, Bits.SHIFT);
    double scale = Bits.powerOfTwo(Bits.integerIn(shifted));
    double expm1 = ExpKernel.expm1OfRemainder(y, shifted - Bits.SHIFT);
    double expPlusOne = Math.fma(scale, expm1, scale + 1);

    double numerator = small ? a * z * p : -2;
    double denominator = small ? q : expPlusOne;
    return Math.copySign((small ? a : 1) + numerator / denominator, x);
  }
}
