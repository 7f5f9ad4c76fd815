package org.thalweg.analyzers.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.thalweg.api.analysis.Estimate;

/** Numbers in sentences and legends have the digits that their errors leave. */
class WordsTest {
  @Test
  void anEstimateIsRoundedAtItsErrorsSecondDigit() {
    assertThat(Words.of(new Estimate(17.1641, 1.36))).isEqualTo("17.2 +- 1.4");
    assertThat(Words.of(new Estimate(-0.03025, 0.00037))).isEqualTo("-0.03025 +- 0.00037");
    assertThat(Words.of(new Estimate(123.4, 45))).isEqualTo("123 +- 45");
    assertThat(Words.of(new Estimate(1234.4, 450))).isEqualTo("1234 +- 450");
    assertThat(Words.of(new Estimate(2, 7.2e-9))).isEqualTo("2 +- 7.2e-09");
  }

  @Test
  void withoutAnErrorFourDigitsStand() {
    assertThat(Words.of(new Estimate(-1.76429, Double.NaN))).isEqualTo("-1.764");
    assertThat(Words.of(new Estimate(1.5, 0))).isEqualTo("1.5");
    assertThat(Words.of(new Estimate(Double.NaN, 1))).isEqualTo("NaN");
  }
}
