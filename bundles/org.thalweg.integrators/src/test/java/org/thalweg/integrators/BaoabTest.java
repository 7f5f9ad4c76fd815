package org.thalweg.integrators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.block.Block;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;
import org.thalweg.landscapes.Profile;
import org.thalweg.testkit.Convergence;
import org.thalweg.testkit.IntegratorContract;
import org.thalweg.testkit.Sample;

class BaoabTest {
  @Test
  void keepsTheContractOfIntegrators() {
    Setting s = Models.setting(Models.bowl(0.3, 1, 2), 0.1);
    IntegratorContract.of(Models.baoab(0.2, 1), s, Models.isotropic(s, 0.3)).verify();
    IntegratorContract.of(Models.baoab(0.2, 1), s, Models.none(s)).verify();
  }

  @ParameterizedTest
  @CsvSource({"0.2, 1", "1.0, 0.7", "1.8, 2", "0.5, 20"})
  void positionsInABowlHaveTheirExactVarianceAtAnyStep(double step, double friction) {
    Setting s = Models.setting(Models.bowl(0, 1), 0.1);
    double temperature = 0.7;
    int steps = (int) Math.ceil((6 + 6 * friction) / step) + 50;
    Block x =
        Models.run(
            Models.baoab(step, friction),
            s,
            Models.isotropic(s, temperature),
            new double[] {0},
            40_000,
            steps,
            9);
    Sample sample = Models.sample(x, 0);
    assertThat(sample.variance()).isCloseTo(temperature, within(3 * sample.varianceError()));
    assertThat(sample.mean()).isCloseTo(0, within(3 * sample.error()));
  }

  @Test
  void aDoubleWellHasGibbsMomentsEvenAtALargeStep() {
    Landscape well = Models.doubleWell(1, 1);
    Setting s = Models.setting(well, 0.1);
    Block x =
        Models.run(
            Models.baoab(0.1, 1), s, Models.isotropic(s, 0.5), new double[] {0}, 40_000, 200, 10);
    Sample square = new Sample();
    for (int w = 0; w < x.walkers(); w++) {
      square.add(x.get(0, w) * x.get(0, w));
    }
    double expected = Gibbs.moments(well, 0.5, 3)[2];
    // Three standard errors, and 0.4 % for the step.
    assertThat(square.mean()).isCloseTo(expected, within(3 * square.error() + 0.004 * expected));
  }

  @Test
  void expectationsConvergeAtOrderTwo() {
    Setting s = Models.setting(Models.doubleWell(1, 1), 0.1);
    NoiseModel noise = Models.isotropic(s, 0.3);
    double order =
        new Convergence(h -> Models.baoab(h, 1), s, noise, new double[] {0.6}, 2, 100_000, 11)
            .weak(x -> x[0] * x[0], 3, 5);
    double declared = Models.baoab(1, 1).order(noise.traits()).weak().orElseThrow();
    assertThat(order).isCloseTo(declared, within(0.3));
  }

  @Test
  void noiseWithoutOneTemperatureIsRefused() {
    Setting s = Models.setting(Models.valley(new Profile.Bump()), 0.1);
    assertThat(Models.baoab(0.1, 1).objection(s, Models.anisotropic(s, 1, 5, 0)))
        .hasValueSatisfying(r -> assertThat(r).contains("use isotropic noise"));
    assertThat(Models.baoab(0.1, 1).objection(s, Models.isotropic(s, 1))).isEmpty();
  }

  @Test
  void momentaReflectAndTheDynamicsTellsOfThem() {
    Setting s = Models.setting(Models.bowl(0, 1), 0.1);
    assertThat(Models.baoab(0.1, 1).memory(2).get(0).reflects()).isTrue();
    assertThat(Models.baoab(0.5, 2).dynamics(s))
        .isEqualTo(new Dynamics(Dynamics.Kind.UNDERDAMPED_LANGEVIN, 0.5, 0));
  }
}
