package org.thalweg.landscapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Schedule;
import org.thalweg.testkit.LandscapeContract;

class TwoValleysTest {
  @Test
  void keepsTheContractOfLandscapes() {
    LandscapeContract.of(wells(1, 10, 1, 3, 0, 0.1)).within(2.5).verify();
    LandscapeContract.of(wells(2, 10, 1, 3, -0.5, 0.5)).within(2).verify();
    LandscapeContract.of(wells(5, 2, 3, 2, 0.3, 0.2)).within(2).verify();
    LandscapeContract.of(wells(40, 4, 1, 5, 0, 1)).verify();
    LandscapeContract.of(annealed(t -> 1 + t)).within(2).verify();
  }

  @Test
  void eachBottomHasItsLossAndCurvature() {
    Landscape wells = wells(2, 10, 1, 3, 0.25, 0.05);
    double[] h = new double[2];
    assertThat(wells.value(new double[] {-1.5, 0})).isCloseTo(0, within(1e-15));
    assertThat(wells.value(new double[] {1.5, 0})).isCloseTo(0.25, within(1e-15));
    wells.hessianVector(new double[] {-1.5, 0}, new double[] {1, 1}, h);
    assertThat(h).containsExactly(new double[] {10, 10}, within(1e-12));
    wells.hessianVector(new double[] {1.5, 0}, new double[] {1, 1}, h);
    assertThat(h).containsExactly(new double[] {1, 1}, within(1e-12));
  }

  @Test
  void atTheTemperatureOfTheSmoothingGibbsDistributionIsTwoGaussians() {
    double smoothing = 0.4;
    Landscape wells = wells(3, 4, 1, 3, 0.3, smoothing);
    for (double x = -3; x <= 3; x += 0.3) {
      double[] p = {x, 0.4, -0.2};
      double rest = 0.4 * 0.4 + 0.2 * 0.2;
      double sharp = Math.exp(-4 * ((x + 1.5) * (x + 1.5) + rest) / 2 / smoothing);
      double flat = Math.exp(-(((x - 1.5) * (x - 1.5) + rest) / 2 + 0.3) / smoothing);
      assertThat(Math.exp(-wells.value(p) / smoothing) / (sharp + flat))
          .isCloseTo(1, within(1e-13));
    }
  }

  @Test
  void aFactorAnnealsTheWholeLoss() {
    Landscape annealed = annealed(t -> 1 + t);
    double[] x = {0.7, 0.1};
    assertThat(annealed.dependsOnTime()).isTrue();
    assertThat(annealed.value(2, x)).isCloseTo(3 * wells().value(x), within(1e-15));
    assertThat(annealed.value(x)).isEqualTo(wells().value(x));
  }

  @Test
  void aWellThatBuriesTheOtherIsRefused() {
    Refusals.refused(
        "separation", "so that there are not two wells", () -> wells(1, 10, 1, 0.5, 0, 0.1));
    Refusals.refused("separation", "the flat well lies only -2", () -> wells(1, 10, 1, 2, -4, 0.1));
  }

  private static Landscape wells() {
    return wells(2, 10, 1, 3, 0, 0.1);
  }

  private static Landscape annealed(Schedule factor) {
    TwoValleys.Params p =
        new TwoValleys.Params(2, 10, 1, 3, 0, 0.1, Optional.of(new Ref<>("exponential", null)));
    return new TwoValleys().create(p, new Given(factor));
  }

  private static Landscape wells(
      int dim, double sharp, double flat, double separation, double depth, double smoothing) {
    return new TwoValleys()
        .create(
            new TwoValleys.Params(dim, sharp, flat, separation, depth, smoothing, Optional.empty()),
            null);
  }
}
