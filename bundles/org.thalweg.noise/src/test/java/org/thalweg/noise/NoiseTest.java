package org.thalweg.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.MinibatchNoise;
import org.thalweg.api.problem.NoiseCapabilities;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.landscapes.DoubleWell;
import org.thalweg.landscapes.Floor;
import org.thalweg.landscapes.Profile;
import org.thalweg.landscapes.Quadratic;
import org.thalweg.landscapes.Spectrum;
import org.thalweg.landscapes.Valley;
import org.thalweg.testkit.NoiseContract;
import org.thalweg.testkit.TestDraws;

class NoiseTest {
  private static final Landscape VALLEY = valley(new Profile.Bump());
  private static final Landscape WELL = new DoubleWell().create(new DoubleWell.Params(1, 1), null);
  private static final Landscape BOWL =
      new Quadratic()
          .create(
              new Quadratic.Params(new Spectrum.LogSpaced(1000, 0.01, 1), 0, new double[] {0}),
              null);

  @Test
  void noisesKeepTheirContract() {
    for (Landscape landscape : List.of(VALLEY, WELL, BOWL)) {
      Setting s = setting(landscape, 0.05, 4);
      NoiseContract.of(none(s), s).verify();
      NoiseContract.of(isotropic(s, 0.3), s).verify();
      NoiseContract.of(linearised(s, 0.2), s).verify();
      NoiseContract.of(exact(s, 0.2), s)
          .biasedBecause("the exact shift's mean is the gradient of the smoothed loss")
          .verify();
    }
    Setting s = setting(VALLEY, 0.05, 1);
    NoiseContract.of(linearised(s, 0.2, 0.3), s).within(2).verify();
    for (double power : new double[] {0, 1, -0.5}) {
      NoiseContract.of(anisotropic(s, power), s).within(2).verify();
    }
  }

  @Test
  void anisotropicNoiseFollowsTheCurvature() {
    Landscape valley = valley(new Profile.SquaredExponential(4, 1));
    Setting s = setting(valley, 0.1, 1);
    HasCovariance noise = (HasCovariance) anisotropic(s, 2);
    double[] c = new double[4];
    noise.covariance(0, new double[] {1, 5}, c);
    double across = 0.01 * Math.exp(2);
    assertThat(c[3]).isCloseTo(2 * across / 0.1, within(1e-13));
    assertThat(c[0]).isCloseTo(2 * across / 5 / 0.1, within(1e-13));
    assertThat(c[1]).isEqualTo(0);
  }

  @Test
  void diffusionsGivenAsSuchDoNotDependOnLearningRateAndBatch() {
    double[] x = {0.3, 0.2};
    for (int k = 0; k < 2; k++) {
      double[] first = new double[4];
      double[] second = new double[4];
      Setting a = setting(VALLEY, 0.1, 1);
      Setting b = setting(VALLEY, 0.4, 16);
      (k == 0 ? (HasCovariance) isotropic(a, 1) : (HasCovariance) anisotropic(a, 1))
          .covariance(0, x, first);
      (k == 0 ? (HasCovariance) isotropic(b, 1) : (HasCovariance) anisotropic(b, 1))
          .covariance(0, x, second);
      for (int i = 0; i < 4; i++) {
        assertThat(second[i] * 0.4).isCloseTo(first[i] * 0.1, within(1e-15));
      }
    }
  }

  @Test
  void theLinearisedShiftHasTheCovarianceOfTheNotes() {
    Landscape valley = valley(new Profile.Quartic(2, 1, 0.5));
    var shape = valley.valley().orElseThrow();
    Setting s = setting(valley, 0.05, 4);
    double x = 0.6;
    double y = 0.7;
    double l = shape.curvature(x);
    double l1 = shape.curvatureSlope(x);
    double l2 = shape.curvatureBend(x);
    double variance = 0.3 * 0.3 / 4;
    double[] c = new double[4];
    ((HasCovariance) linearised(s, 0.3)).covariance(0, new double[] {x, y}, c);
    assertThat(c[3]).isCloseTo(variance * (l * l + l1 * l1 * y * y), within(1e-14));
    assertThat(c[0])
        .isCloseTo(variance * (l1 * l1 * y * y + l2 * l2 * Math.pow(y, 4) / 4), within(1e-14));
    assertThat(c[1]).isCloseTo(variance * l1 * y * (l + l2 * y * y / 2), within(1e-14));
  }

  @Test
  void onTheFloorTheLinearisedShiftIsOfRankOne() {
    Setting s = setting(valley(new Profile.Linear()), 0.05, 1);
    double[] c = new double[4];
    ((HasCovariance) linearised(s, 0.3)).covariance(0, new double[] {0, 0}, c);
    assertThat(c).containsExactly(0, 0, 0, 0.09);
  }

  @Test
  void aMinibatchSeesGradientPlusHessianTimesShift() {
    Setting s = setting(VALLEY, 0.05, 4);
    MinibatchNoise noise = NoiseCapabilities.minibatch(linearised(s, 0.2, 0.3), s).orElseThrow();
    Block x = new Block(2, 3, Layout.BY_COORDINATE);
    Block z = new Block(2, 3, Layout.BY_COORDINATE);
    Block g = new Block(2, 3, Layout.BY_COORDINATE);
    new TestDraws(8).normals(x);
    new TestDraws(9).normals(z);
    noise.sampler(3).gradients(0, x, List.of(), new TestDraws(9), g);
    double[] p = new double[2];
    double[] gradient = new double[2];
    double[] product = new double[2];
    for (int w = 0; w < 3; w++) {
      x.point(w, p);
      double[] shift = {-0.1 * z.get(0, w), -0.15 * z.get(1, w)};
      VALLEY.gradient(p, gradient);
      VALLEY.hessianVector(p, shift, product);
      assertThat(g.get(0, w)).isCloseTo(gradient[0] + product[0], within(1e-14));
      assertThat(g.get(1, w)).isCloseTo(gradient[1] + product[1], within(1e-14));
    }
  }

  @Test
  void bothShiftsAgreeWhereTheLossIsQuadratic() {
    Landscape bowl =
        new Quadratic()
            .create(
                new Quadratic.Params(
                    new Spectrum.Listed(new double[] {1, 3}), 0.4, new double[] {0}),
                null);
    Setting s = setting(bowl, 0.1, 2);
    Block x = new Block(2, 50, Layout.BY_COORDINATE);
    Block a = new Block(2, 50, Layout.BY_COORDINATE);
    Block b = new Block(2, 50, Layout.BY_COORDINATE);
    new TestDraws(1).normals(x);
    NoiseCapabilities.minibatch(linearised(s, 0.2), s)
        .orElseThrow()
        .sampler(50)
        .gradients(0, x, List.of(), new TestDraws(2), a);
    ((MinibatchNoise) exact(s, 0.2)).sampler(50).gradients(0, x, List.of(), new TestDraws(2), b);
    for (int i = 0; i < 2; i++) {
      assertThat(b.line(i)).containsExactly(a.line(i), within(1e-14));
    }
  }

  @Test
  void theExactShiftHasNoDiffusionAndSaysWhy() {
    Setting s = setting(VALLEY, 0.1, 1);
    assertThat(exact(s, 0.1).noDiffusion())
        .hasValueSatisfying(r -> assertThat(r).contains("E grad"));
    assertThat(NoiseCapabilities.covariance(exact(s, 0.1), s)).isEmpty();
  }

  @Test
  void unfitLandscapesAreRefusedByName() {
    Setting well = setting(WELL, 0.1, 1);
    refused(
        "", "the landscape has 1; use isotropic noise, or a valley", () -> anisotropic(well, 0));
    Landscape bowl =
        new Quadratic()
            .create(
                new Quadratic.Params(new Spectrum.Listed(new double[] {1, 3}), 0, new double[] {0}),
                null);
    refused("power", "no valley", () -> anisotropic(setting(bowl, 0.1, 1), 1));
    assertThat(anisotropic(setting(bowl, 0.1, 1), 0).traits().additive()).isTrue();
    refused(
        "sigma",
        "has 3 numbers, but the landscape has 2 parameters",
        () -> linearised(setting(bowl, 0.1, 1), 1, 1, 1));
  }

  private static void refused(String parameter, String message, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            InvalidParameterException.class, e -> assertThat(e.parameter()).isEqualTo(parameter))
        .hasMessageContaining(message);
  }

  private static Landscape valley(Profile profile) {
    return new Valley().create(new Valley.Params(profile, new Floor.Flat()), null);
  }

  private static Setting setting(Landscape landscape, double learningRate, double batch) {
    return new Setting(landscape, Schedule.constant(learningRate), Schedule.constant(batch));
  }

  private static NoiseModel none(Setting s) {
    return new NoNoise().create(new NoNoise.Params(), s, null);
  }

  private static NoiseModel isotropic(Setting s, double temperature) {
    return new Isotropic().create(new Isotropic.Params(temperature), s, null);
  }

  private static NoiseModel anisotropic(Setting s, double power) {
    return new Anisotropic().create(new Anisotropic.Params(0.01, 5, power), s, null);
  }

  private static NoiseModel linearised(Setting s, double... sigma) {
    return new RandomShift()
        .create(new RandomShift.Params(sigma, RandomShift.Shift.LINEARISED), s, null);
  }

  private static NoiseModel exact(Setting s, double... sigma) {
    return new RandomShift()
        .create(new RandomShift.Params(sigma, RandomShift.Shift.EXACT), s, null);
  }
}
