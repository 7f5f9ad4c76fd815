package org.thalweg.params;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0.05, 0.05",
    "1, 1.0",
    "-3, -3.0",
    "1000, 1000.0",
    "-0.0, -0.0",
    "1e-5, 0.00001",
    "1e-6, 1e-6",
    "2.5e-7, 2.5e-7",
    "1e15, 1000000000000000.0",
    "1e16, 1e16",
    "-1.25e300, -1.25e300",
    "2e-3, 0.002",
    "4.9e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "9007199254740993, 9007199254740992.0",
    "0.1, 0.1",
    "0.30000000000000004, 0.30000000000000004",
    // JDK 17 writes the next three with 16 digits, newer ones do not:
    "1.0e23, 1e23",
    "2.0e23, 2e23",
    "8.41e21, 8.41e21",
    "2.98023223876953125e-8, 2.9802322387695312e-8"
  })
  void doublesAreWrittenShort(double value, String text) {
    assertThat(Decimal.of(value)).isEqualTo(text);
  }

  @Test
  void everyDoubleReadsBackAndNoShorterTextDoes() throws Numbers.Refused {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 100_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isNaN(value) || Double.isInfinite(value)) {
        continue;
      }
      String text = Decimal.of(value);
      assertThat(Numbers.toDouble(text)).isEqualTo(value);
      int digits = new BigDecimal(text).stripTrailingZeros().precision();
      int others = new BigDecimal(Double.toString(value)).stripTrailingZeros().precision();
      assertThat(digits).isLessThanOrEqualTo(others);
    }
  }

  @Test
  void numbersThatAreNotFiniteAreNeverWritten() {
    assertThatThrownBy(() -> Decimal.of(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Decimal.of(Double.NEGATIVE_INFINITY))
        .hasMessageContaining("-Infinity");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "0.000, 0",
    "0e99999999999, 0",
    "1e3, 1000",
    "1.5e1, 15",
    "1200e-2, 12",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808"
  })
  void integersMayBeWrittenInAnyExactWay(String text, long value) throws Numbers.Refused {
    assertThat(Numbers.toLong(text, Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, has a fraction",
    "1e-3, has a fraction",
    "1e-999999999, has a fraction",
    "9223372036854775808, is too large",
    "-9223372036854775809, is too small",
    "1e19, is too large",
    "1e999999999, is too large",
    "1e2147483647, is too large",
    "1e99999999999999, is too large",
    "1e-2147483648, not an integer",
    "1e-99999999999999, not an integer"
  })
  void whatIsNoLongIsRefusedWithoutComputingIt(String text, String message) {
    assertThatThrownBy(() -> Numbers.toLong(text, Long.MIN_VALUE, Long.MAX_VALUE))
        .isInstanceOf(Numbers.Refused.class)
        .hasMessageContaining(message);
  }
}
