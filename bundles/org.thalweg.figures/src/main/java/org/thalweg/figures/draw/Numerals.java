package org.thalweg.figures.draw;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as they are set in figures: true minus signs, powers of ten with raised exponents. */
final class Numerals {
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Numerals() {}

  /** An exact decimal. */
  static String plain(BigDecimal value) {
    return value.toPlainString().replace('-', '−');
  }

  /** Ten to a power. */
  static String power(int exponent) {
    StringBuilder text = new StringBuilder("10");
    for (char c : Integer.toString(exponent).toCharArray()) {
      text.append(c == '-' ? '⁻' : RAISED.charAt(c - '0'));
    }
    return text.toString();
  }

  /** A number with four significant digits at most. */
  static String compact(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(4, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -3 && exponent < 5) {
      return plain(rounded);
    }
    BigDecimal mantissa = rounded.scaleByPowerOfTen(-exponent);
    boolean one = mantissa.compareTo(BigDecimal.ONE) == 0;
    return one ? power(exponent) : plain(mantissa) + "×" + power(exponent);
  }
}
