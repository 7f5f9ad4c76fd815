package org.thalweg.api.math;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Elementary functions to some 40 decimal digits, and errors in units of the last place. */
final class ExactMath {

  private static final MathContext DIGITS = new MathContext(45);

  /** pi/2 to 80 decimals (OEIS A019669). */
  private static final BigDecimal HALF_PI =
      new BigDecimal(
          "1.57079632679489661923132169163975144209858469968755291048747229615390820314310450");

  private static final BigDecimal HALVINGS = BigDecimal.valueOf(1L << 12);

  private ExactMath() {}

  static BigDecimal exp(BigDecimal x) {
    // Halve until Taylor's series is short, then square: (e^(x / 2^12 m))^(2^12 m).
    int more = 0;
    BigDecimal small = x.divide(HALVINGS, DIGITS);
    while (small.abs().compareTo(new BigDecimal("0.001")) > 0) {
      small = small.divide(BigDecimal.valueOf(2), DIGITS);
      more++;
    }
    MathContext guard = new MathContext(DIGITS.getPrecision() + 10);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int i = 1; i < 15; i++) {
      term = term.multiply(small, guard).divide(BigDecimal.valueOf(i), guard);
      sum = sum.add(term, guard);
    }
    for (int i = 0; i < 12 + more; i++) {
      sum = sum.multiply(sum, guard);
    }
    return sum;
  }

  static BigDecimal sin(BigDecimal x) {
    return sinOfQuarters(x, 0);
  }

  static BigDecimal cos(BigDecimal x) {
    return sinOfQuarters(x, 1);
  }

  static BigDecimal tanh(BigDecimal x) {
    BigDecimal e = exp(x.add(x));
    return e.subtract(BigDecimal.ONE).divide(e.add(BigDecimal.ONE), DIGITS);
  }

  /**
   * Returns log x - y for a y close to log x: with d = x e^-y - 1 it is d - d^2/2 and terms of no
   * account.
   */
  static BigDecimal logError(BigDecimal x, double y) {
    BigDecimal d =
        x.multiply(exp(new BigDecimal(y).negate()), new MathContext(55)).subtract(BigDecimal.ONE);
    return d.subtract(d.multiply(d, DIGITS).divide(BigDecimal.valueOf(2), DIGITS), DIGITS);
  }

  /** Returns |result - exact| in units of the last place of the double next to exact. */
  static double ulps(double result, BigDecimal exact) {
    BigDecimal error = new BigDecimal(result).subtract(exact, DIGITS).abs();
    return error.divide(new BigDecimal(Math.ulp(exact.doubleValue())), DIGITS).doubleValue();
  }

  private static BigDecimal sinOfQuarters(BigDecimal x, int quarters) {
    BigDecimal k = x.divide(HALF_PI, 0, RoundingMode.HALF_EVEN);
    BigDecimal r = x.subtract(k.multiply(HALF_PI)).round(DIGITS);
    int quadrant = Math.floorMod(k.intValueExact() + quarters, 4);
    BigDecimal square = r.multiply(r, DIGITS).negate();
    boolean odd = quadrant % 2 == 1;
    BigDecimal term = odd ? BigDecimal.ONE : r;
    BigDecimal sum = term;
    for (int i = odd ? 1 : 2; i < 40; i += 2) {
      term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf(i * (i + 1L)), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return quadrant < 2 ? sum : sum.negate();
  }
}
