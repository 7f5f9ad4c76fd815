package org.thalweg.params;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {
  @ParameterizedTest
  @CsvSource({
    "0.0, 0.0",
    "-0.0, -0.0",
    "1, 1.0",
    "-3, -3.0",
    "0.1, 0.1",
    "1e23, 1e23",
    "2e-3, 0.002",
    "1e-7, 1e-7",
    "1.5e-7, 1.5e-7",
    "4.9e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "123456789012345680, 1.2345678901234568e17",
    "1e15, 1000000000000000.0",
    "0.30000000000000004, 0.30000000000000004"
  })
  void numbersAreWrittenShort(double value, String text) {
    assertThat(Decimal.of(value)).isEqualTo(text);
  }

  /** The digits that Double.toString of Java 17 gets wrong (JDK-4511638). */
  @Test
  void noDigitTooMany() {
    assertThat(Decimal.of(2.0e-3)).isEqualTo("0.002");
    assertThat(Decimal.of(2.2250738585072014e-308)).isEqualTo("2.2250738585072014e-308");
    assertThat(Decimal.of(Math.pow(2, -44))).isEqualTo("5.684341886080802e-14");
  }

  @Test
  void everyNumberComesBackAsItWas() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        String text = Decimal.of(value);
        assertThat(Double.parseDouble(text)).as(text).isEqualTo(value);
        assertThat(text.length()).isLessThanOrEqualTo(24);
      }
    }
    for (int i = 0; i < 20_000; i++) {
      double value = random.nextGaussian();
      assertThat(Double.parseDouble(Decimal.of(value))).isEqualTo(value);
    }
  }
}
