package org.thalweg.integrators;

import java.util.OptionalDouble;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.WalkerState;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.Stepper;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.landscapes.DoubleWell;
import org.thalweg.landscapes.Floor;
import org.thalweg.landscapes.Profile;
import org.thalweg.landscapes.Quadratic;
import org.thalweg.landscapes.Spectrum;
import org.thalweg.landscapes.Valley;
import org.thalweg.noise.Anisotropic;
import org.thalweg.noise.Isotropic;
import org.thalweg.noise.NoNoise;
import org.thalweg.noise.RandomShift;
import org.thalweg.testkit.Sample;
import org.thalweg.testkit.States;
import org.thalweg.testkit.TestDraws;

/** The models that the tests of this bundle share, made as an experiment would make them. */
final class Models {
  private Models() {}

  static Setting setting(Landscape landscape, double learningRate) {
    return new Setting(landscape, Schedule.constant(learningRate), Schedule.constant(1));
  }

  static Landscape bowl(double angle, double... curvatures) {
    return new Quadratic()
        .create(
            new Quadratic.Params(new Spectrum.Listed(curvatures), angle, new double[] {0}), null);
  }

  static Landscape valley(Profile profile) {
    return new Valley().create(new Valley.Params(profile, new Floor.Flat()), null);
  }

  static Landscape doubleWell(double barrier, double width) {
    return new DoubleWell().create(new DoubleWell.Params(barrier, width), null);
  }

  static NoiseModel none(Setting s) {
    return new NoNoise().create(new NoNoise.Params(), s, null);
  }

  static NoiseModel isotropic(Setting s, double temperature) {
    return new Isotropic().create(new Isotropic.Params(temperature), s, null);
  }

  static NoiseModel anisotropic(Setting s, double delta, double kappa, double power) {
    return new Anisotropic().create(new Anisotropic.Params(delta, kappa, power), s, null);
  }

  static NoiseModel shift(Setting s, RandomShift.Shift shift, double sigma) {
    return new RandomShift().create(new RandomShift.Params(new double[] {sigma}, shift), s, null);
  }

  static Integrator sgd(double momentum) {
    return new Sgd().create(new Sgd.Params(momentum), null);
  }

  static Integrator eulerMaruyama(double step) {
    return new EulerMaruyama().create(new EulerMaruyama.Params(OptionalDouble.of(step)), null);
  }

  static Integrator baoab(double step, double friction) {
    return new Baoab().create(new Baoab.Params(OptionalDouble.of(step), friction), null);
  }

  /** The positions after some steps, all walkers starting at one point. */
  static Block run(
      Integrator integrator,
      Setting setting,
      NoiseModel noise,
      double[] start,
      int walkers,
      int steps,
      long seed) {
    WalkerState state = States.create(setting, integrator, noise, walkers);
    for (int w = 0; w < walkers; w++) {
      state.position().setPoint(w, start);
    }
    TestDraws draws = new TestDraws(seed);
    Stepper stepper = integrator.stepper(setting, noise, walkers);
    noise.begin(state.noiseMemory(), draws);
    stepper.begin(state, draws);
    double t = 0;
    for (int k = 0; k < steps; k++) {
      double h = integrator.step(setting, t);
      stepper.step(k, t, h, state, draws);
      t += h;
    }
    return state.position();
  }

  static Sample sample(Block x, int row) {
    Sample sample = new Sample();
    for (int w = 0; w < x.walkers(); w++) {
      sample.add(x.get(row, w));
    }
    return sample;
  }

  static Sample products(Block x, int i, int j) {
    double a = sample(x, i).mean();
    double b = sample(x, j).mean();
    Sample products = new Sample();
    for (int w = 0; w < x.walkers(); w++) {
      products.add((x.get(i, w) - a) * (x.get(j, w) - b));
    }
    return products;
  }
}
