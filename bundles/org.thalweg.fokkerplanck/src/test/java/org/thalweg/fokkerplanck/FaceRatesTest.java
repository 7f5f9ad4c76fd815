package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceRatesTest {
  private final FaceRates face = new FaceRates();

  @ParameterizedTest
  @CsvSource({"1, 2, 0.5", "1, 3.9, -5", "2, 0.6, 40", "0.3, 0.4, 0", "5, 4, -1e-9"})
  void theFluxOfAConstantDensityIsExact(double lower, double upper, double rise) {
    face.fit(lower, upper, rise);
    assertThat(face.up).isNotNegative();
    assertThat(face.down).isNotNegative();
    assertThat(face.up - face.down)
        .isCloseTo(-rise - (upper - lower), within(1e-12 * (1 + Math.abs(rise))));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 2", "0, 0, -2", "0, 1, 0", "1, 0, -3", "1e-300, 1, 5", "1, 100, 0.1"})
  void vanishingDiffusionGivesUpwindRates(double lower, double upper, double rise) {
    face.fit(lower, upper, rise);
    assertThat(face.up).isFinite().isGreaterThanOrEqualTo(Math.max(-rise, 0));
    assertThat(face.down).isFinite().isGreaterThanOrEqualTo(Math.max(rise, 0));
  }

  @Test
  void withoutDriftAWalkerIsAMartingale() {
    face.fit(1, 3, 0);
    assertThat(face.up).isEqualTo(1);
    assertThat(face.down).isEqualTo(3);
  }
}
