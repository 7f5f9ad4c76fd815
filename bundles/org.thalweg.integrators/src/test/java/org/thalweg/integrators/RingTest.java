package org.thalweg.integrators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

/** Section S2's ring valley: how many steps SGD takes to a flat place. */
class RingTest {
  private static final int WALKERS = 500;

  @ParameterizedTest
  @CsvSource({"0.2, 0.3, 4050", "0.8, 0.1, 1863"})
  void convergenceTakesTheStepsOfTheNotes(double eta, double sigma, double steps) {
    Setting s = Models.setting(Models.valley(new Profile.Cosine()), eta);
    NoiseModel noise = Models.shift(s, RandomShift.Shift.LINEARISED, sigma);
    Integrator sgd = Models.sgd(0);
    WalkerState state = States.create(s, sgd, noise, WALKERS);
    double[] x = state.position().line(0);
    for (int w = 0; w < WALKERS; w++) {
      x[w] = 2;
    }
    Stepper stepper = sgd.stepper(s, noise, WALKERS);
    TestDraws draws = new TestDraws(12);
    Sample passage = new Sample();
    boolean[] arrived = new boolean[WALKERS];
    int waiting = WALKERS;
    for (int k = 0; waiting > 0 && k < 20 * steps; k++) {
      stepper.step(k, k * eta, eta, state, draws);
      for (int w = 0; w < WALKERS; w++) {
        if (!arrived[w] && x[w] < 0.5) {
          arrived[w] = true;
          waiting--;
          passage.add(k + 1);
        }
      }
    }
    assertThat(waiting).isZero();
    // The notes' integral lies 0.2 to 0.6 % above simulated means; three standard errors beside.
    assertThat(passage.mean())
        .isCloseTo(0.996 * steps, within(0.004 * steps + 3 * passage.error()));
    assertThat(passage.error()).isLessThan(0.01 * steps);
  }
}
