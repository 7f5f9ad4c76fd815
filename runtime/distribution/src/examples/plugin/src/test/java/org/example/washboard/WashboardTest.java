package org.example.washboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.api.problem.Landscape;
import org.thalweg.testkit.LandscapeContract;

class WashboardTest {
  @Test
  void keepsTheContractOfLandscapes() {
    LandscapeContract.of(washboard(1, 1, 0)).within(2).verify();
    LandscapeContract.of(washboard(0.3, 2.5, -1)).within(4).verify();
  }

  @Test
  void aPeriodFurtherTheLossIsLowerByTiltTimesPeriod() {
    Landscape landscape = washboard(0.7, 2, 3);
    double here = landscape.value(new double[] {0.4});
    double there = landscape.value(new double[] {2.4});
    assertThat(here - there).isCloseTo(6, within(1e-12));
  }

  private static Landscape washboard(double height, double period, double tilt) {
    return new Washboard().create(new Washboard.Params(height, period, tilt), null);
  }
}
