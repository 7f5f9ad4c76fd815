package org.thalweg.api.kernel;

/**
 * The exponential: x = k ln 2 + r with |r| &lt;= ln(2)/2, and e^x = 2^k (1 + (r + r^2 P(r))).
 *
 * <p>P is our own minimax polynomial (Remez exchange in 260-bit arithmetic, error relative to e^r;
 * the largest is 7e-19 after rounding the coefficients). The reduction by two parts of ln 2 is Cody
 * and Waite's (Software Manual for the Elementary Functions, 1980, chapter 6); with a fused
 * multiply-add its first step is exact.
 */
public final class ExpKernel {

  public static final double LOG2_E = 0x1.71547652b82fep0;
  public static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
  public static final double LN2_LOW = 0x1.abc9e3b39803fp-56;

  /** Just above ln(2^1024), where the result is infinite. */
  public static final double MAX = 710;

  /** Just below ln(2^-1075), where the result rounds to zero. */
  public static final double MIN = -746;

  public static final double P0 = 0x1.0p-1;
  public static final double P1 = 0x1.555555555555bp-3;
  public static final double P2 = 0x1.5555555555503p-5;
  public static final double P3 = 0x1.111111110ec5dp-7;
  public static final double P4 = 0x1.6c16c16c3048bp-10;
  public static final double P5 = 0x1.a01a01b37e3a8p-13;
  public static final double P6 = 0x1.a01a01368fe4cp-16;
  public static final double P7 = 0x1.71ddf020c602bp-19;
  public static final double P8 = 0x1.27e5b4456e90dp-22;
  public static final double P9 = 0x1.af6be7f3ec40cp-26;
  public static final double P10 = 0x1.1e3d2e5313ce5p-29;

  private ExpKernel() {}

  public static double exp(double x) {
    double y = x > MAX ? MAX : x;
    y = y < MIN ? MIN : y;
    double shifted = Math.fma(y, LOG2_E, Bits.SHIFT);
    long k = Bits.integerIn(shifted);
    double e = 1.0 + expm1OfRemainder(y, shifted - Bits.SHIFT);
    // Two factors, since 2^k itself may be out of range. The first product is exact, so a
    // subnormal result is rounded once.
    long half = k >> 1;
    return e * Bits.powerOfTwo(half) * Bits.powerOfTwo(k - half);
  }

  /** Returns e^r - 1 for r = x - k ln 2, |r| &lt;= 0.347. */
  public static double expm1OfRemainder(double x, double k) {
    double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, x));
    double r2 = r * r;
    return Math.fma(r2, Math.fma(r, odd(r2), even(r2)), r);
  }

  /** Returns the even part of P, by Horner's rule in r^2, which compilers turn into vectors. */
  static double even(double r2) {
    double p = Math.fma(r2, P10, P8);
    p = Math.fma(r2, p, P6);
    p = Math.fma(r2, p, P4);
    p = Math.fma(r2, p, P2);
    return Math.fma(r2, p, P0);
  }

  /** Returns the odd part of P, divided by r. */
  static double odd(double r2) {
    double p = Math.fma(r2, P9, P7);
    p = Math.fma(r2, p, P5);
    p = Math.fma(r2, p, P3);
    return Math.fma(r2, p, P1);
  }
}
