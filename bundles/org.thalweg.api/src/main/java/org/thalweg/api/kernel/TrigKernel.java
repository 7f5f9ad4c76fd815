package org.thalweg.api.kernel;

/**
 * Sine and cosine: x = k pi/2 + r + c with |r| &lt;= pi/4 and c what rounding r lost.
 *
 * <p>The reduction takes pi/2 in three parts of 53 bits (Cody and Waite; Muller, Elementary
 * Functions, 3rd ed. 2016, section 11.2). With a fused multiply-add the first subtraction is exact,
 * because x and k times the first part are multiples of 2^-53 (2^-52 from one on) less than one
 * apart; the second is carried in two parts. So r + c is good to some 100 bits, also next to a
 * multiple of pi/2. The polynomials are our own minimax ones (Remez exchange in 260-bit arithmetic;
 * relative error of the sine 6e-18, of the cosine 1e-18, after rounding the coefficients).
 */
public final class TrigKernel {

  /** Beyond this argument the platform's fdlibm (StrictMath) takes over. */
  public static final double LIMIT = 0x1p30;

  public static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
  public static final double HALF_PI_1 = 0x1.921fb54442d18p0;
  public static final double HALF_PI_2 = 0x1.1a62633145c07p-54;
  public static final double HALF_PI_3 = -0x1.f1976b7ed8fbcp-110;

  public static final double S0 = -0x1.5555555555549p-3;
  public static final double S1 = 0x1.111111110f87ap-7;
  public static final double S2 = -0x1.a01a019c1199dp-13;
  public static final double S3 = 0x1.71de3577b7016p-19;
  public static final double S4 = -0x1.ae5e663ad8384p-26;
  public static final double S5 = 0x1.5d93010ea8fbep-33;

  public static final double C0 = 0x1.555555555554cp-5;
  public static final double C1 = -0x1.6c16c16c1517ep-10;
  public static final double C2 = 0x1.a01a019cb1bcfp-16;
  public static final double C3 = -0x1.27e4f809f01bcp-22;
  public static final double C4 = 0x1.1ee9ebe8d7e75p-29;
  public static final double C5 = -0x1.8fae9c4c5bbb7p-37;

  private TrigKernel() {}

  public static double sin(double x) {
    return sinAnywhere(x, near(x, 0));
  }

  public static double cos(double x) {
    return cosAnywhere(x, near(x, 1));
  }

  /** Returns sin(x), given what {@link #near} says of it. */
  public static double sinAnywhere(double x, double near) {
    double result = Math.abs(x) <= LIMIT ? near : StrictMath.sin(x);
    return x == 0 ? x : result;
  }

  /** Returns cos(x), given what {@link #near} says of it. */
  public static double cosAnywhere(double x, double near) {
    return Math.abs(x) <= LIMIT ? near : StrictMath.cos(x);
  }

  /** Returns sin(x + quarters pi/2) for |x| &lt;= LIMIT, and some number beyond. */
  public static double near(double x, long quarters) {
    double shifted = Math.fma(x, TWO_OVER_PI, Bits.SHIFT);
    double k = shifted - Bits.SHIFT;
    double first = Math.fma(k, -HALF_PI_1, x);
    double product = k * HALF_PI_2;
    double second = first - product;
    double rest = rest(k, first, product, second);
    double r = second + rest;
    double c = (second - r) + rest;
    long quadrant = Bits.integerIn(shifted) + quarters;
    // Masks, since a branch on the quadrant would be mispredicted half of the time.
    long odd = -(quadrant & 1);
    long sine = Double.doubleToRawLongBits(sine(r, c)) & ~odd;
    long cosine = Double.doubleToRawLongBits(cosine(r, c)) & odd;
    long sign = (quadrant & 2) << 62;
    return Double.longBitsToDouble((sine | cosine) ^ sign);
  }

  /** Returns what second = first - k HALF_PI_2 lost by rounding, less k HALF_PI_3. */
  private static double rest(double k, double first, double product, double second) {
    double productLow = Math.fma(k, HALF_PI_2, -product);
    double back = second - first;
    double lost = (first - (second - back)) - (product + back);
    return Math.fma(k, -HALF_PI_3, lost - productLow);
  }

  /** Returns sin(r + c) for |r| &lt;= pi/4 and c below the last place of r. */
  private static double sine(double r, double c) {
    double z = r * r;
    double z2 = z * z;
    double p = Math.fma(z2, Math.fma(z, S5, S4), Math.fma(z, S3, S2));
    p = Math.fma(z2, p, Math.fma(z, S1, S0));
    return r + Math.fma(r * z, p, Math.fma(-0.5 * z, c, c));
  }

  /** Returns cos(r + c) for |r| &lt;= pi/4 and c below the last place of r. */
  private static double cosine(double r, double c) {
    double z = r * r;
    double z2 = z * z;
    double p = Math.fma(z2, Math.fma(z, C5, C4), Math.fma(z, C3, C2));
    p = Math.fma(z2, p, Math.fma(z, C1, C0));
    double half = 0.5 * z;
    double parabola = 1.0 - half;
    return parabola + (((1.0 - parabola) - half) + Math.fma(z2, p, -r * c));
  }
}
