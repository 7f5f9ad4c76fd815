package org.thalweg.params;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Doubles as decimals: the fewest digits that give the same double back, on every JDK.
 *
 * <p>{@code Double.toString} gives one digit too many now and then before Java 19 (JDK-4511638), so
 * its output, and with it a result's bytes, would depend on the Java that a run was made with.
 */
public final class Decimal {
  private static final int FEWEST = 15;
  private static final int MOST = 17;
  private static final int PLAIN_FROM = -5;
  private static final int PLAIN_TO = 16;
  private static final double EXACT = 1e15;

  private Decimal() {}

  /**
   * Writes a finite number.
   *
   * @param value the number
   * @return such as 0.1, -3.0, 1.5e-7
   * @throws IllegalArgumentException if it is not finite
   */
  public static String of(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(value + " cannot be written, only finite numbers can");
    }
    if (value == Math.rint(value) && Math.abs(value) < EXACT) {
      boolean negative = value < 0 || value == 0 && 1 / value < 0;
      return (negative ? "-" : "") + (long) Math.abs(value) + ".0";
    }
    return written(shortest(value).stripTrailingZeros());
  }

  /**
   * The nearest decimal of 15, 16 or 17 digits, whichever first gives the number back; subnormal
   * numbers need fewer. Fewer than 15 digits show as zeros at the end. Above a power of two doubles
   * lie twice as far apart as below, so there the next decimal away from zero may serve where the
   * nearest does not.
   */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    boolean powerOfTwo = (Double.doubleToRawLongBits(value) & 0xfffffffffffffL) == 0;
    int fewest = Math.abs(value) < Double.MIN_NORMAL ? 1 : FEWEST;
    for (int digits = fewest; digits < MOST; digits++) {
      BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (nearest.doubleValue() == value) {
        return nearest;
      }
      if (powerOfTwo) {
        BigDecimal away = exact.round(new MathContext(digits, RoundingMode.UP));
        if (away.doubleValue() == value) {
          return away;
        }
      }
    }
    return exact.round(new MathContext(MOST, RoundingMode.HALF_EVEN));
  }

  private static String written(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    if (exponent >= PLAIN_FROM && exponent < PLAIN_TO) {
      String plain = value.toPlainString();
      return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
    return value.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }
}
