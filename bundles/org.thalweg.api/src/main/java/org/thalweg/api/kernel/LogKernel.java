package org.thalweg.api.kernel;

/**
 * The natural logarithm: x = 2^k (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)), and log x = k ln 2 + f
 * - f^2/2 + f^3 Q(f).
 *
 * <p>Q is our own minimax polynomial (Remez exchange in 260-bit arithmetic, error relative to log(1
 * + f); the largest is 5e-18 after rounding the coefficients). No division: on current processors
 * one costs as much as the whole polynomial. k times the upper part of ln 2 is exact, and so is its
 * sum with f, kept in two parts (Dekker 1971, doi:10.1007/BF01397083).
 */
public final class LogKernel {

  public static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;

  /** ln 2 cut after 41 binary places, so that its product with an exponent is exact. */
  public static final double LN2_HIGH = 0x1.62e42fefa3p-1;

  public static final double LN2_LOW = 0x1.3de6af278ece6p-42;

  public static final double Q0 = 0x1.555555555556ep-2;
  public static final double Q1 = -0x1.ffffffffffeeep-3;
  public static final double Q2 = 0x1.99999999944f5p-3;
  public static final double Q3 = -0x1.5555555563955p-3;
  public static final double Q4 = 0x1.24924927973c0p-3;
  public static final double Q5 = -0x1.fffffff9948acp-4;
  public static final double Q6 = 0x1.c71c701901b95p-4;
  public static final double Q7 = -0x1.9999996f5a816p-4;
  public static final double Q8 = 0x1.745d5a798139ep-4;
  public static final double Q9 = -0x1.555599cb06264p-4;
  public static final double Q10 = 0x1.3b0d7842d429ap-4;
  public static final double Q11 = -0x1.2486eb6e8adbbp-4;
  public static final double Q12 = 0x1.1167ae859e26bp-4;
  public static final double Q13 = -0x1.00e73cb40829cp-4;
  public static final double Q14 = 0x1.dced42bb6d2fcp-5;
  public static final double Q15 = -0x1.b377ccf2df5d8p-5;
  public static final double Q16 = 0x1.b91ece3a60c07p-5;
  public static final double Q17 = -0x1.0177d74936d0cp-4;
  public static final double Q18 = 0x1.da172d99a0ca0p-5;
  public static final double Q19 = -0x1.9922f1065676ep-6;

  private LogKernel() {}

  public static double log(double x) {
    boolean subnormal = x < Double.MIN_NORMAL;
    double y = x * (subnormal ? 0x1p54 : 1.0);
    long bits = Double.doubleToRawLongBits(y);
    long exponent = (bits - SQRT_HALF_BITS) >> 52;
    double f = Double.longBitsToDouble(bits - (exponent << 52)) - 1.0;
    double k = Bits.toDouble(exponent) - (subnormal ? 54.0 : 0.0);

    double q = polynomial(f);
    double multiple = k * LN2_HIGH;
    double sum = multiple + f;
    double lost = f - (sum - multiple);
    double small = Math.fma(f * f, Math.fma(f, q, -0.5), Math.fma(k, LN2_LOW, lost));
    double result = sum + small;
    result = x > 0 ? result : Double.NaN;
    result = x == 0 ? Double.NEGATIVE_INFINITY : result;
    return x == Double.POSITIVE_INFINITY ? x : result;
  }

  private static double polynomial(double f) {
    double f2 = f * f;
    double f4 = f2 * f2;
    double q03 = Math.fma(f2, Math.fma(f, Q3, Q2), Math.fma(f, Q1, Q0));
    double q47 = Math.fma(f2, Math.fma(f, Q7, Q6), Math.fma(f, Q5, Q4));
    double q811 = Math.fma(f2, Math.fma(f, Q11, Q10), Math.fma(f, Q9, Q8));
    double q1215 = Math.fma(f2, Math.fma(f, Q15, Q14), Math.fma(f, Q13, Q12));
    double q = Math.fma(f2, Math.fma(f, Q19, Q18), Math.fma(f, Q17, Q16));
    q = Math.fma(f4, q, q1215);
    return Math.fma(f4, Math.fma(f4, Math.fma(f4, q, q811), q47), q03);
  }
}
