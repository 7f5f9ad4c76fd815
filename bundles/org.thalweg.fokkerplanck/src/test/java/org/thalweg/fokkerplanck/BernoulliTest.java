package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BernoulliTest {
  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-12, 1e-5, 0.3, 2, 40, 300})
  void ratioIsTheBoltzmannFactor(double z) {
    assertThat(Bernoulli.of(z) / Bernoulli.of(-z)).isCloseTo(Math.exp(-z), within(4e-16));
    assertThat(Bernoulli.of(-z) - Bernoulli.of(z)).isCloseTo(z, within(1e-15 * (1 + z)));
  }

  @Test
  void farTailsNeitherOverflowNorVanishTooSoon() {
    assertThat(Bernoulli.of(700)).isPositive();
    assertThat(Bernoulli.of(1e6)).isZero();
    assertThat(Bernoulli.of(Double.POSITIVE_INFINITY)).isZero();
    assertThat(Bernoulli.of(-1e6)).isEqualTo(1e6);
    assertThat(Bernoulli.of(0)).isOne();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-30, -2, -1e-3, -1e-5, 1e-5, 1e-3, 2, 30})
  void derivativeIsThatOfFiniteDifferences(double z) {
    double h = 1e-4;
    double difference = (Bernoulli.of(z + h) - Bernoulli.of(z - h)) / (2 * h);
    assertThat(Bernoulli.derivative(z)).isCloseTo(difference, within(1e-8));
  }
}
