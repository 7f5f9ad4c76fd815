package org.thalweg.integrators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.WalkerState;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.Stepper;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;
import org.thalweg.landscapes.Profile;
import org.thalweg.noise.RandomShift;
import org.thalweg.testkit.Sample;
import org.thalweg.testkit.States;
import org.thalweg.testkit.TestDraws;

/**
 * Drift and diffusion along a valley's floor under random shifts, section S2 of the notes, at a
 * place where lambda = 1 and lambda' = 0.2.
 *
 * <p>Estimator: x is put back to the place after every step, and its displacements X are summed. y
 * has begun with its stationary variance and run for five relaxation times. In each mode there is a
 * phi = X - lambda' y^2/(2 lambda (2 - b)) whose increments have one conditional mean: then the
 * mean of phi's change over n steps is v n eta and its variance 2 D n eta, without boundary terms.
 * From E[y+^2 | y] = (1 - b lambda eta (2 - b)...) follows b = eta (lambda + sigma^2
 * lambda'^2/lambda) for the linearised shift, and b = eta lambda (1 + sigma^2 lambda'^2/lambda^2),
 * the same number, for the exact one.
 */
class RandomShiftDynamicsTest {
  private static final double LAMBDA = 1;
  private static final double SLOPE = 0.2;
  private static final int WALKERS = 1_000;
  private static final int BLOCKS = 40;
  private static final int STEPS = 200;

  @ParameterizedTest
  @CsvSource({
    "LINEARISED, 0.05, 0.3, -2.308e-4, 5.73e-8",
    "LINEARISED, 0.5, 0.1, -3.334e-4, 2.04e-7",
    "EXACT, 0.05, 0.1, -1.0256e-3, 5.327e-8",
    "EXACT, 1, 0.03, -1.800e-4, 4.86e-8"
  })
  void driftAndDiffusionAreThoseOfTheNotes(
      RandomShift.Shift shift, double eta, double sigma, double drift, double diffusion) {
    Measured measured = measure(shift, eta, sigma);
    double time = STEPS * eta;
    // 1 % and 4 %, which are more than three and five standard errors at this size.
    assertThat(measured.phi.mean() / time).isCloseTo(drift, within(0.01 * Math.abs(drift)));
    assertThat(measured.phi.variance() / (2 * time)).isCloseTo(diffusion, within(0.04 * diffusion));
    assertThat(3 * measured.phi.error() / time).isLessThan(0.01 * Math.abs(drift));
    assertThat(measured.square.mean())
        .isCloseTo(variance(shift, eta, sigma), within(4 * measured.square.error()));
  }

  /** m at fixed x: the two shifts differ by the curvature seen at a shifted place. */
  private static double variance(RandomShift.Shift shift, double eta, double sigma) {
    double s2 = relativeVariance(sigma);
    double a = eta * LAMBDA;
    double seen = shift == RandomShift.Shift.EXACT ? a * (1 + s2) : a;
    return seen * sigma * sigma / (2 - a * (1 + s2));
  }

  private static double relativeVariance(double sigma) {
    return sigma * sigma * SLOPE * SLOPE / (LAMBDA * LAMBDA);
  }

  private record Measured(Sample phi, Sample square) {}

  private static Measured measure(RandomShift.Shift shift, double eta, double sigma) {
    Setting s = Models.setting(Models.valley(new Profile.Linear(LAMBDA, SLOPE)), eta);
    NoiseModel noise = Models.shift(s, shift, sigma);
    Integrator sgd = Models.sgd(0);
    double b = eta * LAMBDA * (1 + relativeVariance(sigma));
    double factor = SLOPE / (2 * LAMBDA * (2 - b));
    Measured measured = new Measured(new Sample(), new Sample());
    double deviation = Math.sqrt(variance(shift, eta, sigma));
    int burn = (int) Math.ceil(5 / (eta * LAMBDA));
    for (int block = 0; block < BLOCKS; block++) {
      TestDraws draws = new TestDraws(1000 + block);
      WalkerState state = States.create(s, sgd, noise, WALKERS);
      Stepper stepper = sgd.stepper(s, noise, WALKERS);
      double[] x = state.position().line(0);
      double[] y = state.position().line(1);
      Block normal = new Block(2, WALKERS, state.position().layout());
      draws.normals(normal);
      double[] displacement = new double[WALKERS];
      for (int j = 0; j < WALKERS; j++) {
        y[j] = deviation * normal.line(1)[j];
      }
      double[] before = new double[WALKERS];
      double[] squares = new double[WALKERS];
      for (int k = 0; k < burn + STEPS; k++) {
        if (k == burn) {
          for (int j = 0; j < WALKERS; j++) {
            before[j] = factor * y[j] * y[j];
            displacement[j] = 0;
            squares[j] = 0;
          }
        }
        stepper.step(k, k * eta, eta, state, draws);
        for (int j = 0; j < WALKERS; j++) {
          displacement[j] += x[j];
          x[j] = 0;
          squares[j] += y[j] * y[j] / STEPS;
        }
      }
      for (int j = 0; j < WALKERS; j++) {
        measured.phi.add(displacement[j] - factor * y[j] * y[j] + before[j]);
        measured.square.add(squares[j]);
      }
    }
    return measured;
  }
}
