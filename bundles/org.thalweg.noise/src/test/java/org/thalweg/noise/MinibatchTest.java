package org.thalweg.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.MinibatchNoise;
import org.thalweg.api.problem.MinibatchSampler;
import org.thalweg.api.problem.NoiseCapabilities;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.landscapes.DoubleWell;
import org.thalweg.testkit.NoiseContract;
import org.thalweg.testkit.TestDraws;

class MinibatchTest {
  private static final Bowls BOWLS =
      new Bowls(new double[] {-1, 0.5, 2, 7}, new double[] {3, 1, 0, 1});

  private static Setting setting(Schedule batch) {
    return new Setting(BOWLS, Schedule.constant(0.1), batch);
  }

  private static MinibatchNoise noise(Setting setting) {
    return (MinibatchNoise) new Minibatch().create(new Minibatch.Params(), setting, null);
  }

  @Test
  void minibatchesKeepTheirContract() {
    for (int batch : new int[] {1, 3}) {
      Setting s = setting(Schedule.constant(batch));
      NoiseContract.of(noise(s), s).verify();
    }
  }

  @Test
  void theCovarianceIsThatOfSampleGradientsOverTheBatch() {
    int walkers = 40_000;
    double[] mean = {8.5 / 4, 5.0 / 4};
    double spread = (1 + 0.25 + 4 + 49) / 4 - mean[0] * mean[0];
    double mixed = (-3 + 0.5 + 7) / 4 - mean[0] * mean[1];
    for (int batch : new int[] {1, 5}) {
      Block x = new Block(2, walkers, Layout.BY_COORDINATE);
      Block g = new Block(2, walkers, Layout.BY_COORDINATE);
      noise(setting(Schedule.constant(batch)))
          .sampler(walkers)
          .gradients(0, x, List.of(), new TestDraws(1), g);
      double square = 0;
      double product = 0;
      for (int w = 0; w < walkers; w++) {
        double u = g.get(0, w) + mean[0];
        square += u * u / walkers;
        product += u * (g.get(1, w) + mean[1]) / walkers;
      }
      // Relative standard errors are about 0.7 per cent.
      assertThat(square).isCloseTo(spread / batch, within(0.04 * spread / batch));
      assertThat(product).isCloseTo(mixed / batch, within(0.04 * spread / batch));
    }
  }

  @Test
  void everyWalkerHasItsOwnBatch() {
    Block x = new Block(2, 64, Layout.BY_COORDINATE);
    Block g = new Block(2, 64, Layout.BY_COORDINATE);
    noise(setting(Schedule.constant(3)))
        .sampler(64)
        .gradients(0, x, List.of(), new TestDraws(1), g);
    assertThat(java.util.Arrays.stream(g.line(0)).distinct().count()).isGreaterThan(8);
  }

  @Test
  void theBatchSizeFollowsItsSchedule() {
    Block x = new Block(2, 1, Layout.BY_COORDINATE);
    Block g = new Block(2, 1, Layout.BY_COORDINATE);
    MinibatchSampler sampler = noise(setting(t -> t < 1 ? 1 : 100_000)).sampler(1);
    sampler.gradients(0, x, List.of(), new TestDraws(1), g);
    assertThat(List.of(1.0, -0.5, -2.0, -7.0)).contains(g.get(0, 0));
    sampler.gradients(1, x, List.of(), new TestDraws(1), g);
    assertThat(g.get(0, 0)).isCloseTo(-8.5 / 4, within(0.06));
  }

  @Test
  void aFormulaHasNoSamplesToDraw() {
    Setting s =
        new Setting(
            new DoubleWell().create(new DoubleWell.Params(1, 1), null),
            Schedule.constant(0.1),
            Schedule.constant(1));
    assertThatThrownBy(() -> noise(s))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("no data set")
        .hasMessageContaining("mlp");
  }

  @Test
  void diffusionsAreRefusedWithTheReason() {
    Setting s = setting(Schedule.constant(1));
    assertThat(NoiseCapabilities.diffusive(noise(s))).isEmpty();
    assertThat(NoiseCapabilities.covariance(noise(s), s)).isEmpty();
    assertThat(noise(s).noDiffusion().orElseThrow()).contains("discrete SGD");
  }
}
