package org.thalweg.integrators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.thalweg.api.block.Block;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.Order;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;
import org.thalweg.landscapes.Profile;
import org.thalweg.noise.RandomShift;
import org.thalweg.testkit.Convergence;
import org.thalweg.testkit.IntegratorContract;
import org.thalweg.testkit.Sample;

class EulerMaruyamaTest {
  @Test
  void keepsTheContractOfIntegrators() {
    Setting s = Models.setting(Models.valley(new Profile.Bump()), 0.1);
    Integrator scheme = Models.eulerMaruyama(0.02);
    IntegratorContract.of(scheme, s, Models.none(s)).verify();
    IntegratorContract.of(scheme, s, Models.isotropic(s, 0.1)).verify();
    IntegratorContract.of(scheme, s, Models.anisotropic(s, 0.1, 5, 1)).verify();
    IntegratorContract.of(scheme, s, Models.shift(s, RandomShift.Shift.LINEARISED, 0.1)).verify();
  }

  @Test
  void geometricBrownianMotionConvergesAtStrongOrderOneHalf() {
    // dx = -x/2 dt + 1.2 x dW, x = exp((-1/2 - 1.2^2/2) t + 1.2 W).
    Setting s = Models.setting(Models.bowl(0, 0.5), 0.1);
    double b = 1.2;
    NoiseModel noise = new GeometricNoise(b);
    double order =
        new Convergence(Models::eulerMaruyama, s, noise, new double[] {1}, 1, 4000, 3)
            .strong((path, w) -> Math.exp(-0.5 - 0.5 * b * b + b * path.end(0, w)), 5, 10);
    // 4,000 paths give the slope within 0.03.
    assertThat(order).isCloseTo(strong(noise), within(0.1));
  }

  @Test
  void additiveNoiseConvergesAtStrongOrderOne() {
    Setting s = Models.setting(Models.valley(new Profile.Bump()), 0.1);
    NoiseModel noise = Models.anisotropic(s, 0.2, 5, 0);
    double order =
        new Convergence(Models::eulerMaruyama, s, noise, new double[] {0.5, 0.4}, 2, 500, 4)
            .strongAgainstItself(4, 7, 12);
    assertThat(order).isCloseTo(strong(noise), within(0.1));
  }

  @Test
  void expectationsConvergeAtOrderOne() {
    Setting s = Models.setting(Models.doubleWell(1, 1), 0.1);
    NoiseModel noise = Models.isotropic(s, 0.5);
    double order =
        new Convergence(Models::eulerMaruyama, s, noise, new double[] {0.8}, 1, 40_000, 5)
            .weak(x -> x[0] * x[0], 5, 7);
    assertThat(order).isCloseTo(weak(Models.eulerMaruyama(1), noise), within(0.2));
  }

  @Test
  void aCoupledBowlFollowsOrnsteinAndUhlenbeck() {
    double angle = 0.5;
    double[] h = {0.5, 3};
    double temperature = 0.2;
    double t = 0.8;
    Setting s = Models.setting(Models.bowl(angle, h), 0.1);
    NoiseModel noise = Models.isotropic(s, temperature);
    double step = 0.001;
    Block x =
        Models.run(Models.eulerMaruyama(step), s, noise, new double[] {1, 0.5}, 20_000, 800, 6);
    // In the axes of H: mean e^(-ht), variance T (1 - e^(-2ht))/h; then turned back.
    double c = Math.cos(angle);
    double sn = Math.sin(angle);
    double[] m = {
      (c * 1 + sn * 0.5) * Math.exp(-h[0] * t), (-sn * 1 + c * 0.5) * Math.exp(-h[1] * t)
    };
    double[] v = new double[2];
    for (int i = 0; i < 2; i++) {
      v[i] = temperature * (1 - Math.exp(-2 * h[i] * t)) / h[i];
    }
    // Three standard errors and the scheme's own error, h t step/2 of each mode's decay.
    near(Models.sample(x, 0), c * m[0] - sn * m[1], 1e-3);
    near(Models.sample(x, 1), sn * m[0] + c * m[1], 1e-3);
    near(Models.products(x, 0, 0), c * c * v[0] + sn * sn * v[1], 5e-4);
    near(Models.products(x, 0, 1), c * sn * (v[0] - v[1]), 5e-4);
    near(Models.products(x, 1, 1), sn * sn * v[0] + c * c * v[1], 5e-4);
  }

  @Test
  void aDoubleWellHasGibbsMoments() {
    double temperature = 0.5;
    Landscape well = Models.doubleWell(1, 1);
    Setting s = Models.setting(well, 0.1);
    Block x =
        Models.run(
            Models.eulerMaruyama(0.002),
            s,
            Models.isotropic(s, temperature),
            new double[] {0},
            20_000,
            2_000,
            7);
    double[] gibbs = Gibbs.moments(well, temperature, 3);
    // The slowest mode of even moments has decayed by t = 4; the scheme's error is some 0.2 %.
    Sample square = new Sample();
    Sample fourth = new Sample();
    for (int w = 0; w < x.walkers(); w++) {
      double q = x.get(0, w) * x.get(0, w);
      square.add(q);
      fourth.add(q * q);
    }
    near(Models.sample(x, 0), 0, 0);
    near(square, gibbs[2], 0.005 * gibbs[2]);
    near(fourth, gibbs[4], 0.005 * gibbs[4]);
  }

  @Test
  void withTheLearningRateAsStepItIsSgdOnTheSamePath() {
    Setting s = Models.setting(Models.valley(new Profile.Bump()), 0.05);
    NoiseModel noise = Models.shift(s, RandomShift.Shift.LINEARISED, 0.2);
    Integrator same =
        new EulerMaruyama().create(new EulerMaruyama.Params(OptionalDouble.empty()), null);
    double[] start = {0.2, 0.3};
    Block langevin = Models.run(same, s, noise, start, 64, 50, 8);
    Block sgd = Models.run(Models.sgd(0), s, noise, start, 64, 50, 8);
    for (int i = 0; i < 2; i++) {
      assertThat(langevin.line(i)).containsExactly(sgd.line(i), within(1e-13));
    }
  }

  @Test
  void theExactShiftIsRefusedWithItsReason() {
    Setting s = Models.setting(Models.valley(new Profile.Bump()), 0.05);
    NoiseModel noise = Models.shift(s, RandomShift.Shift.EXACT, 0.2);
    assertThat(Models.eulerMaruyama(0.1).objection(s, noise)).isEqualTo(noise.noDiffusion());
    assertThat(noise.noDiffusion()).isPresent();
  }

  @Test
  void stableNoiseIsForThisSchemeAloneAndOfNoOrder() {
    Setting s = Models.setting(Models.bowl(0, 1), 0.05);
    assertThat(Models.eulerMaruyama(0.1).objection(s, new GeometricNoise(1, 1.5))).isEmpty();
    assertThat(Models.baoab(0.1, 1).objection(s, new GeometricNoise(1, 1.5)))
        .hasValueSatisfying(r -> assertThat(r).contains("index 1.5").contains("euler-maruyama"));
    assertThat(Models.eulerMaruyama(0.1).order(new GeometricNoise(1, 1.5).traits()))
        .isEqualTo(Order.NONE);
  }

  private static double strong(NoiseModel noise) {
    return Models.eulerMaruyama(1).order(noise.traits()).strong().orElseThrow();
  }

  private static double weak(Integrator scheme, NoiseModel noise) {
    return scheme.order(noise.traits()).weak().orElseThrow();
  }

  private static void near(Sample sample, double expected, double bias) {
    assertThat(sample.mean()).isCloseTo(expected, within(3 * sample.error() + bias));
  }
}
