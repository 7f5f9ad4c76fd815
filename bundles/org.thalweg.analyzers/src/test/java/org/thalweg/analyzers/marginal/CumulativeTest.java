package org.thalweg.analyzers.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Curves rebuilt from their integrals over slabs. */
class CumulativeTest {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private static Cumulative normal(int slabs) {
    double[] mass = new double[slabs];
    for (int i = 0; i < slabs; i++) {
      double a = -5.5 + 11.0 * i / slabs;
      double b = -5.5 + 11.0 * (i + 1) / slabs;
      mass[i] = NORMAL.cumulativeProbability(b) - NORMAL.cumulativeProbability(a);
    }
    return new Cumulative(-5.5, 5.5, mass);
  }

  @Test
  void ratiosOfDensitiesAreAccurateToAMillionth() {
    Cumulative c = normal(100);

    for (double x : new double[] {0, 0.123, 1, 2, -2.345}) {
      assertThat(Math.log(c.at(x) / c.at(0))).isCloseTo(-x * x / 2, within(1e-6));
    }
  }

  @Test
  void massesOfOtherBinsAreAccurate() {
    assertThat(normal(100).between(0.31, 0.77))
        .isCloseTo(
            NORMAL.cumulativeProbability(0.77) - NORMAL.cumulativeProbability(0.31), within(1e-8));
    assertThat(normal(100).between(-9, 9)).isCloseTo(1, within(1e-6));
  }

  @Test
  void aStepGivesNoNegativeMass() {
    double[] mass = new double[50];
    mass[25] = 1;
    Cumulative c = new Cumulative(0, 50, mass);

    for (int i = 0; i < 170; i++) {
      assertThat(c.between(i * 0.29, (i + 1) * 0.29)).isGreaterThanOrEqualTo(0);
    }
  }
}
