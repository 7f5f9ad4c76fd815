package org.thalweg.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.MinibatchNoise;
import org.thalweg.api.problem.NoiseCapabilities;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;
import org.thalweg.landscapes.Floor;
import org.thalweg.landscapes.Profile;
import org.thalweg.landscapes.Quadratic;
import org.thalweg.landscapes.Spectrum;
import org.thalweg.landscapes.Valley;
import org.thalweg.testkit.NoReferences;
import org.thalweg.testkit.NoiseContract;
import org.thalweg.testkit.TestDraws;

/** Stable and correlated noise, and noises made of others. */
class CombinedNoiseTest {
  private static final Setting VALLEY =
      setting(
          new Valley()
              .create(new Valley.Params(new Profile.Bump(), new Floor.Flat()), new NoReferences()));
  private static final Setting MANY =
      setting(
          new Quadratic()
              .create(
                  new Quadratic.Params(new Spectrum.LogSpaced(40, 0.1, 1), 0, new double[] {0}),
                  new NoReferences()));

  private static Setting setting(Landscape landscape) {
    return new Setting(landscape, Schedule.constant(0.05), Schedule.constant(2));
  }

  /** Gives the noises of a test by their names, which stand for references. */
  private static NoReferences naming(List<NoiseModel> members, Schedule factor) {
    return new NoReferences() {
      @Override
      public NoiseModel noise(Ref<NoiseModel> ref, Setting setting) {
        return members.get(Integer.parseInt(ref.type()));
      }

      @Override
      public Schedule schedule(Ref<Schedule> ref) {
        return factor;
      }
    };
  }

  private static NoiseModel sum(Setting s, NoiseModel... members) {
    List<Ref<NoiseModel>> refs =
        IntStream.range(0, members.length)
            .mapToObj(i -> new Ref<NoiseModel>("" + i, null))
            .toList();
    return new Sum().create(new Sum.Params(refs), s, naming(List.of(members), null));
  }

  private static NoiseModel scaled(Setting s, NoiseModel noise, Schedule factor) {
    return new Scaled()
        .create(
            new Scaled.Params(new Ref<>("0", null), new Ref<>("factor", null)),
            s,
            naming(List.of(noise), factor));
  }

  private static NoiseModel stable(Setting s, double alpha, double scale) {
    return new AlphaStable().create(new AlphaStable.Params(alpha, scale), s, new NoReferences());
  }

  private static NoiseModel correlated(Setting s, double sigma, double tau) {
    return new TimeCorrelated()
        .create(new TimeCorrelated.Params(new double[] {sigma}, tau), s, new NoReferences());
  }

  private static NoiseModel shift(Setting s, RandomShift.Shift kind) {
    return new RandomShift()
        .create(new RandomShift.Params(new double[] {0.2}, kind), s, new NoReferences());
  }

  private static NoiseModel isotropic(Setting s, double temperature) {
    return new Isotropic().create(new Isotropic.Params(temperature), s, new NoReferences());
  }

  private static NoiseModel curvature(Setting s) {
    return new Curvature()
        .create(new Curvature.Params(0.4, new double[] {0.1}), s, new NoReferences());
  }

  @Test
  void noisesKeepTheirContract() {
    for (Setting s : List.of(VALLEY, MANY)) {
      for (double alpha : new double[] {0.7, 1, 1.5, 1.9, 2}) {
        NoiseContract.of(stable(s, alpha, 0.3), s).verify();
      }
      NoiseContract.of(correlated(s, 0.3, 0.4), s).verify();
      NoiseModel shift = shift(s, RandomShift.Shift.LINEARISED);
      NoiseContract.of(sum(s, shift, isotropic(s, 0.1), curvature(s)), s).verify();
      NoiseContract.of(sum(s, correlated(s, 0.3, 0.4), shift, correlated(s, 0.1, 0.1)), s).verify();
      NoiseContract.of(scaled(s, shift, t -> 0.5 + t), s).verify();
      NoiseContract.of(scaled(s, stable(s, 1.3, 0.2), t -> 0.5 + t), s).verify();
      NoiseContract.of(scaled(s, isotropic(s, 0.2), Schedule.constant(2)), s).verify();
    }
  }

  @Test
  void atIndexTwoStableNoiseIsThermalNoiseOfTheSquaredScale() {
    double[] c = new double[4];
    ((HasCovariance) stable(VALLEY, 2, 0.3)).covariance(0, new double[] {0, 0}, c);
    assertThat(c[0]).isCloseTo(2 * 0.09 / 0.05, within(1e-14));
    assertThatThrownBy(() -> new AlphaStable.Params(0.01, 1))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("give 0.1 to 2");
  }

  @Test
  void stableNoiseHasNoCovarianceButAFactor() {
    NoiseModel noise = stable(VALLEY, 1.5, 0.3);
    assertThat(NoiseCapabilities.covariance(noise, VALLEY)).isEmpty();
    assertThat(NoiseCapabilities.diffusive(noise)).isPresent();
    assertThat(NoiseCapabilities.minibatch(noise, VALLEY)).isPresent();
  }

  @Test
  void covariancesAddUpAndScaleWithTheSquareOfTheFactor() {
    double[] x = {0.3, 0.4};
    double[] first = new double[4];
    double[] second = new double[4];
    double[] both = new double[4];
    NoiseModel shift = shift(VALLEY, RandomShift.Shift.LINEARISED);
    ((HasCovariance) shift).covariance(0, x, first);
    ((HasCovariance) isotropic(VALLEY, 0.1)).covariance(0, x, second);
    ((HasCovariance) sum(VALLEY, shift, isotropic(VALLEY, 0.1))).covariance(0, x, both);
    for (int i = 0; i < 4; i++) {
      assertThat(both[i]).isCloseTo(first[i] + second[i], within(1e-14));
    }
    NoiseModel scaled = scaled(VALLEY, shift, t -> 1 + t);
    ((HasCovariance) scaled).covariance(2, x, both);
    for (int i = 0; i < 4; i++) {
      assertThat(both[i]).isCloseTo(9 * first[i], within(1e-13));
    }
    assertThat(scaled.dependsOnTime()).isTrue();
    assertThat(scaled(VALLEY, shift, Schedule.constant(2)).dependsOnTime()).isFalse();
  }

  @Test
  void aFactorMayVanishButNotTurnNegative() {
    NoiseModel noise = isotropic(VALLEY, 0.1);
    assertThat(scaled(VALLEY, noise, Schedule.constant(0))).isNotNull();
    for (double factor : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> scaled(VALLEY, noise, Schedule.constant(factor)))
          .isInstanceOf(InvalidParameterException.class)
          .hasMessageContaining(factor + " at time 0 is out of range; a noise's factor must not");
    }
  }

  @Test
  void correlatedNoiseForgetsExponentially() {
    MinibatchNoise noise = (MinibatchNoise) correlated(VALLEY, 0.3, 0.4);
    int walkers = 40_000;
    Block memory = new Block(2, walkers, Layout.BY_COORDINATE);
    TestDraws draws = new TestDraws(3);
    noise.begin(List.of(memory), draws);
    double[] first = memory.line(0).clone();
    Block x = new Block(2, walkers, Layout.BY_COORDINATE);
    Block g = new Block(2, walkers, Layout.BY_COORDINATE);
    var sampler = noise.sampler(walkers);
    for (int k = 0; k < 8; k++) {
      sampler.gradients(k * 0.05, x, List.of(memory), draws, g);
    }
    double correlation = 0;
    for (int w = 0; w < walkers; w++) {
      correlation += first[w] * memory.line(0)[w] / walkers;
    }
    // Eight steps of 0.05 are one correlation time; the standard error is 0.0053.
    assertThat(correlation).isCloseTo(Math.exp(-1), within(0.016));
    double variance = Arrays.stream(memory.line(0)).map(f -> f * f).sum() / walkers;
    assertThat(variance).isCloseTo(1, within(0.022));
  }

  @Test
  void whatCannotBeADiffusionSaysWhyAndStillDrivesSgd() {
    NoiseModel stable = sum(VALLEY, stable(VALLEY, 1.5, 0.1), isotropic(VALLEY, 0.1));
    assertThat(stable.noDiffusion().orElse("")).contains("alpha-stable").contains("sgd");
    assertThat(NoiseCapabilities.minibatch(stable, VALLEY)).isPresent();
    NoiseModel exact = sum(VALLEY, isotropic(VALLEY, 0.1), shift(VALLEY, RandomShift.Shift.EXACT));
    assertThat(exact.noDiffusion().orElse("")).contains("exact random shift");
    assertThat(correlated(VALLEY, 0.1, 1).noDiffusion().orElse("")).contains("discrete SGD");
  }

  @Test
  void whatCannotBeCombinedIsRefusedByItsPlace() {
    NoiseModel mute =
        new NoiseModel() {
          @Override
          public Traits traits() {
            return isotropic(VALLEY, 1).traits();
          }

          @Override
          public int channels() {
            return 1;
          }
        };
    assertThatThrownBy(() -> sum(VALLEY, isotropic(VALLEY, 0.1), mute))
        .isInstanceOfSatisfying(
            InvalidParameterException.class, e -> assertThat(e.parameter()).isEqualTo("of[1]"));
    assertThatThrownBy(() -> sum(VALLEY))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("is empty");
  }
}
