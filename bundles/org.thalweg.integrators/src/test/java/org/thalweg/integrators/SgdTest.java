package org.thalweg.integrators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.MemoryBlock;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.method.Order;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.landscapes.Profile;
import org.thalweg.noise.RandomShift;
import org.thalweg.testkit.IntegratorContract;
import org.thalweg.testkit.Sample;

class SgdTest {
  @Test
  void keepsTheContractOfIntegrators() {
    Setting s = Models.setting(Models.valley(new Profile.Bump()), 0.1);
    for (RandomShift.Shift shift : RandomShift.Shift.values()) {
      NoiseModel noise = Models.shift(s, shift, 0.1);
      IntegratorContract.of(Models.sgd(0), s, noise).verify();
      IntegratorContract.of(Models.sgd(0.9), s, noise).verify();
    }
    IntegratorContract.of(Models.sgd(0), s, Models.none(s)).verify();
  }

  @ParameterizedTest
  @CsvSource({"0.9, 0.5, 2.8788", "0.5, 1.5, 3.0000", "0, 0.5, 0.3333"})
  void heavyBallHasTheVarianceOfLiuZiyinUeda(double momentum, double eta, double variance) {
    // Var = eta c (1 + mu)/((1 - mu) h (2 (1 + mu) - eta h)), h = 1, c = 1 = 2 T/eta.
    Setting s = Models.setting(Models.bowl(0, 1), eta);
    NoiseModel noise = Models.isotropic(s, eta / 2);
    Block x = Models.run(Models.sgd(momentum), s, noise, new double[] {0}, 200_000, 250, 42);
    Sample sample = Models.sample(x, 0);
    // Three standard errors, 0.3 % each; the rounding of the reference is 0.002 %.
    assertThat(sample.variance()).isCloseTo(variance, within(3 * sample.varianceError()));
    assertThat(sample.mean()).isCloseTo(0, within(3 * sample.error()));
  }

  @Test
  void momentumDecidesTheMemory() {
    assertThat(Models.sgd(0).memory(3)).isEmpty();
    assertThat(Models.sgd(0.5).memory(3)).containsExactly(new MemoryBlock("momentum", 3, true));
  }

  @Test
  void theStepIsTheLearningRateOfTheMoment() {
    Setting s = new Setting(Models.bowl(0, 1), t -> 0.1 / (1 + t), Schedule.constant(1));
    assertThat(Models.sgd(0).step(s, 1)).isEqualTo(0.05);
    assertThat(Models.sgd(0.3).dynamics(s))
        .isEqualTo(new Dynamics(Dynamics.Kind.DISCRETE_SGD, 0.1, 0.3));
    assertThat(Models.sgd(0).order(Models.none(s).traits())).isEqualTo(Order.NONE);
  }

  @Test
  void plainStepsWithoutNoiseAreGradientDescent() {
    Setting s = Models.setting(Models.bowl(0, 1, 4), 0.25);
    Block x = Models.run(Models.sgd(0), s, Models.none(s), new double[] {2, 3}, 1, 3, 1);
    assertThat(x.get(0, 0)).isEqualTo(2 * 0.75 * 0.75 * 0.75);
    assertThat(x.get(1, 0)).isEqualTo(0);
  }

  @Test
  void aMomentumOfOneIsRefused() {
    assertThatThrownBy(() -> new Sgd.Params(1))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("never forgets");
  }
}
