package org.thalweg.integrators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.api.block.Block;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;
import org.thalweg.landscapes.Product;
import org.thalweg.landscapes.Quadratic;
import org.thalweg.landscapes.Spectrum;
import org.thalweg.noise.AlphaStable;
import org.thalweg.noise.Curvature;
import org.thalweg.noise.Label;
import org.thalweg.noise.LossProportional;
import org.thalweg.noise.TimeCorrelated;
import org.thalweg.testkit.NoReferences;
import org.thalweg.testkit.Sample;

/**
 * Discrete SGD under noise that depends on position, with memory or with heavy tails, against
 * closed forms.
 */
class StateDependentDynamicsTest {
  @Test
  void lossProportionalNoiseGivesTheVarianceOfSectionThree() {
    Landscape bowl =
        new Quadratic()
            .create(
                new Quadratic.Params(
                    new Spectrum.Listed(new double[] {1}), 0, new double[] {0}, 0.01),
                new NoReferences());
    Setting setting = Models.setting(bowl, 0.5);
    NoiseModel noise =
        new LossProportional().create(new LossProportional.Params(), setting, new NoReferences());
    Block x = Models.run(Models.sgd(0), setting, noise, new double[] {0}, 400_000, 60, 5);
    Sample squares = Models.products(x, 0, 0);
    // 2 eta L*/(B (2 - eta h (1 + 1/B))) = 0.01; the start is forgotten as 2^-60.
    assertThat(squares.mean()).isCloseTo(0.01, within(3 * squares.error()));
    assertThat(squares.error()).isLessThan(2e-4);
  }

  @Test
  void curvatureNoiseGivesTheVarianceOfSectionTwo() {
    double eta = 0.4;
    double lambda = 1.5;
    double s2 = 0.3;
    double sigma = 0.2;
    Setting setting = Models.setting(Models.bowl(0, lambda), eta);
    NoiseModel noise =
        new Curvature()
            .create(
                new Curvature.Params(Math.sqrt(s2), new double[] {sigma}),
                setting,
                new NoReferences());
    Block x = Models.run(Models.sgd(0), setting, noise, new double[] {0}, 200_000, 60, 6);
    Sample squares = Models.products(x, 0, 0);
    double a = eta * lambda * (1 + s2);
    double expected = a * sigma * sigma / (2 - a);
    assertThat(squares.mean()).isCloseTo(expected, within(3 * squares.error()));
    assertThat(squares.error()).isLessThan(0.01 * expected);
  }

  @Test
  void labelNoiseBalancesTheFactorsOfAProductAtTheRateOfSectionFour() {
    double eta = 0.01;
    double s = 0.3;
    Landscape product = new Product().create(new Product.Params(1, 1), new NoReferences());
    Setting setting = Models.setting(product, eta);
    NoiseModel noise = new Label().create(new Label.Params(s), setting, new NoReferences());
    double[] start = {2, 0.5};
    int steps = 1000;
    // The same seed: the longer run goes on from where the shorter one, the transient, ends.
    Block early = Models.run(Models.sgd(0), setting, noise, start, 400, 200, 7);
    Block late = Models.run(Models.sgd(0), setting, noise, start, 400, 200 + steps, 7);
    Sample decay = new Sample();
    for (int w = 0; w < 400; w++) {
      decay.add(Math.log(imbalance(early, w) / imbalance(late, w)) / steps);
    }
    double trace = 2 * 2 + 0.5 * 0.5; // of the Hessian; it falls by less than a per cent
    double expected = eta * eta * s * s * (1 + eta * trace / 2);
    assertThat(decay.mean()).isCloseTo(expected, within(3 * decay.error()));
    assertThat(decay.error()).isLessThan(0.005 * expected);
  }

  private static double imbalance(Block x, int walker) {
    double u = x.get(0, walker);
    double v = x.get(1, walker);
    return u * u - v * v;
  }

  @Test
  void correlatedNoiseGivesTheExactVarianceOfAForcedLinearMap() {
    double eta = 0.4;
    double h = 1.2;
    double sigma = 0.5;
    double tau = 0.7;
    Setting setting = Models.setting(Models.bowl(0, h), eta);
    NoiseModel noise =
        new TimeCorrelated()
            .create(
                new TimeCorrelated.Params(new double[] {sigma}, tau), setting, new NoReferences());
    Block x = Models.run(Models.sgd(0), setting, noise, new double[] {0}, 200_000, 60, 8);
    Sample squares = Models.products(x, 0, 0);
    // x <- a x - eta f, f <- c f + fresh: <x f> = -c eta sigma^2/(1 - a c), and so on.
    double a = 1 - eta * h;
    double c = Math.exp(-eta / tau);
    double expected = eta * eta * sigma * sigma * (1 + a * c) / ((1 - a * c) * (1 - a) * (1 + a));
    assertThat(squares.mean()).isCloseTo(expected, within(3 * squares.error()));
    assertThat(squares.error()).isLessThan(0.01 * expected);
  }

  @Test
  void stableNoiseOnAQuadraticIsStableOfTheScaleOfTheGeometricSum() {
    double alpha = 1.4;
    double eta = 0.3;
    double scale = 0.5;
    Setting setting = Models.setting(Models.bowl(0, 1), eta);
    NoiseModel noise =
        new AlphaStable().create(new AlphaStable.Params(alpha, scale), setting, new NoReferences());
    for (Integrator scheme : List.of(Models.sgd(0), Models.eulerMaruyama(eta))) {
      Block x = Models.run(scheme, setting, noise, new double[] {0}, 100_000, 80, 9);
      // x = sum_j (1 - eta)^j kick_j: the powers alpha of the scales add up.
      double power = Math.pow(scale, alpha) * eta / (1 - Math.pow(1 - eta, alpha));
      Sample cosines = new Sample();
      for (int w = 0; w < x.walkers(); w++) {
        cosines.add(Math.cos(x.get(0, w)));
      }
      assertThat(cosines.mean()).isCloseTo(Math.exp(-power), within(3 * cosines.error()));
    }
  }
}
