package org.thalweg.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
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
import org.thalweg.noise.Minibatch.Replacement;
import org.thalweg.testkit.NoiseContract;
import org.thalweg.testkit.Sample;
import org.thalweg.testkit.TestDraws;

class MinibatchTest {
  private static final Bowls BOWLS =
      new Bowls(new double[] {-1, 0.5, 2, 7}, new double[] {3, 1, 0, 1});

  private static Setting setting(Schedule batch) {
    return new Setting(BOWLS, Schedule.constant(0.1), batch);
  }

  private static MinibatchNoise noise(Setting setting) {
    return noise(setting, Replacement.WITH);
  }

  private static MinibatchNoise noise(Setting setting, Replacement replacement) {
    return (MinibatchNoise)
        new Minibatch().create(new Minibatch.Params(replacement), setting, null);
  }

  @Test
  void minibatchesKeepTheirContract() {
    for (Replacement replacement : Replacement.values()) {
      for (int batch : new int[] {1, 3}) {
        Setting s = setting(Schedule.constant(batch));
        NoiseContract.of(noise(s, replacement), s).verify();
      }
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
  void aBatchWithoutReplacementHasDistinctSamples() {
    Block g = draw(noise(setting(Schedule.constant(4)), Replacement.WITHOUT), 64, List.of(), 1);
    for (int w = 0; w < 64; w++) {
      assertThat(g.get(0, w)).isCloseTo(-8.5 / 4, within(1e-15)); // all four, each once
    }
  }

  @Test
  void theCovarianceIsThatOfAllPossibleBatches() {
    double[] x = {0.3, -0.4};
    for (boolean distinct : new boolean[] {false, true}) {
      for (int size = 1; size <= 4; size++) {
        Setting s = setting(Schedule.constant(size));
        double[] expected = enumerated(size, distinct);
        double[] actual = new double[4];
        NoiseCapabilities.covariance(noise(s, distinct ? Replacement.WITHOUT : Replacement.WITH), s)
            .orElseThrow()
            .covariance(0, x, actual);
        assertThat(actual).containsExactly(expected, within(1e-13));
      }
    }
  }

  /** Goes through all ordered batches; the point does not matter for bowls. */
  private static double[] enumerated(int size, boolean distinct) {
    double[] c = new double[4];
    int count = 0;
    for (int code = 0; code < Math.pow(4, size); code++) {
      double[] sum = {-8.5 / 4 * size, -5.0 / 4 * size};
      int seen = 0;
      for (int i = 0, rest = code; i < size; i++, rest /= 4) {
        seen |= 1 << rest % 4;
        sum[0] += BOWLS.first()[rest % 4];
        sum[1] += BOWLS.second()[rest % 4];
      }
      if (!distinct || Integer.bitCount(seen) == size) {
        count++;
        for (int i = 0; i < 4; i++) {
          c[i] += sum[i / 2] * sum[i % 2] / (size * size);
        }
      }
    }
    for (int i = 0; i < 4; i++) {
      c[i] /= count;
    }
    return c;
  }

  /** The samples' own covariance is that of batches of one. */
  @Test
  void theShareOfIndependentBatchesIsThatOfAllPossibleBatches() {
    double[] samples = enumerated(1, false);
    for (boolean distinct : new boolean[] {false, true}) {
      for (int size = 1; size <= 4; size++) {
        double[] batches = enumerated(size, distinct);
        double share =
            noise(
                    setting(Schedule.constant(size)),
                    distinct ? Replacement.WITHOUT : Replacement.WITH)
                .sampleShare(0)
                .orElseThrow();
        for (int i = 0; i < 4; i++) {
          assertThat(share * samples[i]).isCloseTo(batches[i], within(1e-13));
        }
      }
    }
  }

  /** Batches of 3 or 6 of 4 samples reach into the next pass, those of 8 are two whole passes. */
  @Test
  void theShareOfEpochsIsWhatStepsHaveOnAverageOverPasses() {
    double[] samples = enumerated(1, false);
    double[] mean = {-8.5 / 4, -5.0 / 4};
    int walkers = 4000;
    for (int size : new int[] {1, 2, 3, 4, 5, 6, 8, 9}) {
      MinibatchNoise noise = noise(setting(Schedule.constant(size)), Replacement.EPOCH);
      double share = noise.sampleShare(0).orElseThrow();
      Block memory = new Block(5, walkers, Layout.BY_COORDINATE);
      double[][] products = new double[4][walkers];
      int steps = 8; // every batch size is back at the beginning of a pass
      for (int step = 0; step < steps; step++) {
        Block g = draw(noise, walkers, List.of(memory), 100 * size + step);
        for (int w = 0; w < walkers; w++) {
          for (int i = 0; i < 4; i++) {
            products[i][w] +=
                (g.get(i / 2, w) - mean[i / 2]) * (g.get(i % 2, w) - mean[i % 2]) / steps;
          }
        }
      }
      for (int i = 0; i < 4; i++) {
        Sample measured = new Sample();
        for (double product : products[i]) {
          measured.add(product);
        }
        assertThat(measured.mean())
            .as("batch %d, covariance %d", size, i)
            .isCloseTo(share * samples[i], within(4 * measured.error() + 1e-13));
        assertThat(measured.error())
            .isLessThanOrEqualTo(0.04 * Math.abs(share * samples[i]) + 1e-13);
      }
    }
  }

  /** By hand: of four batches of 3 out of 4, the first and the last lie in one pass. */
  @Test
  void theShareOfAnEpochIsThatWithoutReplacementWhereBatchesDivideThePass() {
    for (int size : new int[] {1, 2, 4}) {
      Setting s = setting(Schedule.constant(size));
      assertThat(noise(s, Replacement.EPOCH).sampleShare(0))
          .isEqualTo(noise(s, Replacement.WITHOUT).sampleShare(0));
    }
    assertThat(noise(setting(Schedule.constant(3)), Replacement.EPOCH).sampleShare(0).orElseThrow())
        .isCloseTo((2 * 1 + 2 * (4 / 3.0 + 1)) / 4 / 9, within(1e-15));
  }

  @Test
  void theShareFollowsTheBatchSize() {
    for (Replacement replacement : Replacement.values()) {
      MinibatchNoise noise = noise(setting(t -> t < 1 ? 1 : 2), replacement);
      assertThat(noise.sampleShare(0).orElseThrow()).isEqualTo(1);
      assertThat(noise.sampleShare(1).orElseThrow())
          .isCloseTo(replacement == Replacement.WITH ? 0.5 : 1 / 3.0, within(1e-15));
    }
  }

  @Test
  void anEpochHasEverySampleOnceForEveryWalker() {
    MinibatchNoise noise = noise(setting(Schedule.constant(1)), Replacement.EPOCH);
    Block memory = new Block(5, 32, Layout.BY_COORDINATE);
    for (int epoch = 0; epoch < 3; epoch++) {
      Block[] steps = new Block[4];
      for (int k = 0; k < 4; k++) {
        steps[k] = draw(noise, 32, List.of(memory), 10 * epoch + k);
      }
      for (int w = 0; w < 32; w++) {
        int walker = w;
        assertThat(Stream.of(steps).map(g -> g.get(0, walker)))
            .containsExactlyInAnyOrder(1.0, -0.5, -2.0, -7.0);
      }
      assertThat(steps[0].line(0)).contains(1.0, -0.5, -2.0, -7.0);
    }
  }

  @Test
  void anEpochContinuesFromItsMemoryAlone() {
    MinibatchNoise noise = noise(setting(Schedule.constant(3)), Replacement.EPOCH);
    Block memory = new Block(5, 8, Layout.BY_COORDINATE);
    draw(noise, 8, List.of(memory), 1);
    Block saved = new Block(5, 8, Layout.BY_COORDINATE);
    saved.copyFrom(memory);
    MinibatchSampler sampler = noise.sampler(8);
    Block x = new Block(2, 8, Layout.BY_COORDINATE);
    Block g = new Block(2, 8, Layout.BY_COORDINATE);
    for (int k = 0; k < 5; k++) {
      sampler.gradients(0, x, List.of(memory), new TestDraws(k), g);
      Block again = draw(noise, 8, List.of(saved), k);
      assertThat(again.line(0)).isEqualTo(g.line(0));
    }
  }

  private static Block draw(MinibatchNoise noise, int walkers, List<Block> memory, long seed) {
    Block x = new Block(2, walkers, Layout.BY_COORDINATE);
    Block g = new Block(2, walkers, Layout.BY_COORDINATE);
    noise.sampler(walkers).gradients(0, x, memory, new TestDraws(seed), g);
    return g;
  }

  @Test
  void batchesLargerThanTheDataSetAreRefusedOrCutWhereTheyMustBeDistinct() {
    assertThatThrownBy(() -> noise(setting(Schedule.constant(5)), Replacement.WITHOUT))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("larger than the data set of 4");
    Block g = draw(noise(setting(t -> 5), Replacement.WITHOUT), 1, List.of(), 1);
    assertThat(g.get(0, 0)).isCloseTo(-8.5 / 4, within(1e-15));
  }

  @Test
  void diffusionsAreRefusedWithTheReason() {
    Setting s = setting(Schedule.constant(1));
    MinibatchNoise epoch = noise(s, Replacement.EPOCH);
    assertThat(NoiseCapabilities.diffusive(epoch)).isEmpty();
    assertThat(NoiseCapabilities.covariance(epoch, s)).isEmpty();
    assertThat(epoch.noDiffusion().orElseThrow()).contains("correlated", "discrete SGD");
    Setting many =
        new Setting(
            new Bowls(new double[4097], new double[4097]),
            Schedule.constant(0.1),
            Schedule.constant(1));
    assertThat(NoiseCapabilities.diffusive(noise(many))).isEmpty();
    assertThat(noise(many).noDiffusion().orElseThrow()).contains("4096", "discrete SGD");
  }
}
