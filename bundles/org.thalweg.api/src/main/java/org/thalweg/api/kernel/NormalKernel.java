package org.thalweg.api.kernel;

/**
 * Two independent standard normal numbers from two random words (Box and Muller 1958,
 * doi:10.1214/aoms/1177706645).
 *
 * <p>The first word gives the radius sqrt(-2 ln u), with u one of the 2^52 midpoints of {@link
 * OpenUnit}: it reaches from 1.5e-8 to sqrt(106 ln 2) = 8.57, and the tail beyond a radius R is
 * right to a relative 2^-53 e^(R^2/2), which is 7e-9 at 6 standard deviations and 5e-6 at 7. The
 * second word gives the direction: 2^51 equally spaced angles in the right half-plane, symmetric
 * about 0, and one bit that mirrors it to the left. All 2^104 combinations are distinct and equally
 * likely; mean and odd moments vanish exactly.
 *
 * <p>The logarithm is f P(f) + k ln 2 and the angle is turned into sine and cosine of pi v/2 by
 * minimax polynomials of degree 19, 17 and 16 with largest errors of 6.4e-17 (relative), 3.3e-19
 * (relative) and 3.9e-18 (absolute). There is no division and no branch. Any change here needs a
 * new numerics version.
 */
public final class NormalKernel {

  public static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;
  public static final long ODD_TWO_BITS = 0x4000000000000001L;
  public static final double MINUS_TWO_LN2 = -1.3862943611198906188;

  // log(1 + f)/f on [sqrt(1/2) - 1, sqrt(2) - 1], by rising powers.
  public static final double L0 = 1.0;
  public static final double L1 = -0.49999999999999923319;
  public static final double L2 = 0.33333333333325909434;
  public static final double L3 = -0.25000000000033597174;
  public static final double L4 = 0.20000000002056926068;
  public static final double L5 = -0.16666666663491468301;
  public static final double L6 = 0.1428571406519803292;
  public static final double L7 = -0.12499999996813993355;
  public static final double L8 = 0.11111122928547465159;
  public static final double L9 = -0.10000012799803608242;
  public static final double L10 = 0.090905588635650671044;
  public static final double L11 = -0.083326497130038599301;
  public static final double L12 = 0.0769813905960957938;
  public static final double L13 = -0.071593077630025201799;
  public static final double L14 = 0.066169161037298387126;
  public static final double L15 = -0.060449322486518760988;
  public static final double L16 = 0.060023626245968094295;
  public static final double L17 = -0.067934849252535362845;
  public static final double L18 = 0.06249744329915209754;
  public static final double L19 = -0.027579154885274428794;

  // sin(pi v/2)/v in v^2 on [0, 1].
  public static final double S0 = 1.5707963267948966189;
  public static final double S1 = -0.64596409750624620097;
  public static final double S2 = 0.079692626246165639827;
  public static final double S3 = -0.0046817541353042553228;
  public static final double S4 = 0.00016044118471309159184;
  public static final double S5 = -3.5988430204672575218e-6;
  public static final double S6 = 5.6921364280986252458e-8;
  public static final double S7 = -6.684416831856084348e-10;
  public static final double S8 = 5.8729757447999501384e-12;

  // cos(pi v/2) in v^2 on [0, 1].
  public static final double C0 = 1.0;
  public static final double C1 = -1.2337005501361691918;
  public static final double C2 = 0.25366950790103106247;
  public static final double C3 = -0.020863480763178860834;
  public static final double C4 = 0.00091926027394348771058;
  public static final double C5 = -0.000025202039782228714131;
  public static final double C6 = 4.7108307433635574908e-7;
  public static final double C7 = -6.3822359245292591363e-9;
  public static final double C8 = 6.3317327178079002567e-11;

  private NormalKernel() {}

  /** Returns k, where u = 2^k (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)). */
  public static double exponent(double u) {
    return Bits.toDouble(exponentBits(u));
  }

  /** Returns f, where u = 2^k (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)). */
  public static double fraction(double u) {
    long bits = Double.doubleToRawLongBits(u);
    return Double.longBitsToDouble(bits - (exponentBits(u) << 52)) - 1.0;
  }

  private static long exponentBits(double u) {
    return (Double.doubleToRawLongBits(u) - SQRT_HALF_BITS) >> 52;
  }

  /** Returns sqrt(-2 ln u) for u = 2^k (1 + f). */
  public static double radius(double k, double f) {
    double f2 = f * f;
    double p = Math.fma(f, odd(f2), even(f2));
    return Math.sqrt(Math.fma(-2.0 * f, p, k * MINUS_TWO_LN2));
  }

  /** Returns the even part of log(1 + f)/f, by Horner's rule in f^2. */
  static double even(double f2) {
    double p = Math.fma(f2, L18, L16);
    p = Math.fma(f2, p, L14);
    p = Math.fma(f2, p, L12);
    p = Math.fma(f2, p, L10);
    p = Math.fma(f2, p, L8);
    p = Math.fma(f2, p, L6);
    p = Math.fma(f2, p, L4);
    p = Math.fma(f2, p, L2);
    return Math.fma(f2, p, L0);
  }

  /** Returns the odd part of log(1 + f)/f, divided by f. */
  static double odd(double f2) {
    double p = Math.fma(f2, L19, L17);
    p = Math.fma(f2, p, L15);
    p = Math.fma(f2, p, L13);
    p = Math.fma(f2, p, L11);
    p = Math.fma(f2, p, L9);
    p = Math.fma(f2, p, L7);
    p = Math.fma(f2, p, L5);
    p = Math.fma(f2, p, L3);
    return Math.fma(f2, p, L1);
  }

  /** Returns v in (-1, 1), an odd multiple of 2^-51, from the upper 51 bits of a word. */
  public static double quarters(long word) {
    return Double.longBitsToDouble((word >>> 12) | ODD_TWO_BITS) - 3.0;
  }

  /** Returns 1 or -1 by the lowest bit of a word, which the angle does not use. */
  public static double mirror(long word) {
    return Double.longBitsToDouble((word << 63) | 0x3ff0000000000000L);
  }

  /** Returns sin(pi v/2) for |v| &lt;= 1. */
  public static double sine(double v) {
    double z = v * v;
    double p = Math.fma(z, S8, S7);
    p = Math.fma(z, p, S6);
    p = Math.fma(z, p, S5);
    p = Math.fma(z, p, S4);
    p = Math.fma(z, p, S3);
    p = Math.fma(z, p, S2);
    p = Math.fma(z, p, S1);
    p = Math.fma(z, p, S0);
    return v * p;
  }

  /** Returns cos(pi v/2) for |v| &lt;= 1, to 1e-16 absolutely. */
  public static double cosine(double v) {
    double z = v * v;
    double p = Math.fma(z, C8, C7);
    p = Math.fma(z, p, C6);
    p = Math.fma(z, p, C5);
    p = Math.fma(z, p, C4);
    p = Math.fma(z, p, C3);
    p = Math.fma(z, p, C2);
    p = Math.fma(z, p, C1);
    return Math.fma(z, p, C0);
  }
}
