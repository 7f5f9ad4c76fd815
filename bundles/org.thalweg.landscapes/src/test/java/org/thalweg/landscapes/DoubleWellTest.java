package org.thalweg.landscapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.api.problem.Landscape;
import org.thalweg.testkit.LandscapeContract;

class DoubleWellTest {
  @Test
  void keepsTheContractOfLandscapes() {
    LandscapeContract.of(well(1, 1)).within(2).verify();
    LandscapeContract.of(well(0.3, 2.5)).within(4).verify();
  }

  @Test
  void minimaAndBarrierAreWhereTheParametersSay() {
    Landscape well = well(0.3, 2);
    assertThat(well.value(new double[] {0})).isEqualTo(0.3);
    assertThat(well.value(new double[] {-2})).isEqualTo(0);
    assertThat(well.value(new double[] {2})).isEqualTo(0);
  }

  @Test
  void curvaturesAreThoseOfKramersRate() {
    Landscape well = well(0.3, 2);
    double[] h = new double[1];
    well.hessianVector(new double[] {2}, new double[] {1}, h);
    assertThat(h[0]).isCloseTo(8 * 0.3 / 4, within(1e-15));
    well.hessianVector(new double[] {0}, new double[] {1}, h);
    assertThat(h[0]).isCloseTo(-4 * 0.3 / 4, within(1e-15));
  }

  private static Landscape well(double barrier, double width) {
    return new DoubleWell().create(new DoubleWell.Params(barrier, width), null);
  }
}
