package org.thalweg.engine.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrialTest {
  /** A second for ten steps in fresh code, then a thousand steps in a second. */
  private static Trial warmingUp() {
    Trial trial = new Trial();
    trial.mark(1, 10);
    trial.mark(2, 1010);
    return trial;
  }

  @Test
  void whatIsLeftGoesAtTheSpeedOfWarmCode() {
    assertThat(warmingUp().seconds(10_010, 1)).isCloseTo(11, within(1e-9));
  }

  @Test
  void threadsShareTheWorkAndNotTheWarmingUp() {
    assertThat(warmingUp().seconds(10_010, 2)).isCloseTo(0.99 + 5.005, within(1e-9));
  }

  @Test
  void oneQuickMomentIsNotTakenForTheSpeed() {
    Trial trial = warmingUp();
    trial.mark(2.001, 1510);
    trial.mark(3, 2009);
    // The quickest stretch of at least 0.6 s holds the moment and the second before it.
    assertThat(trial.seconds(2009 + 1500, 1)).isCloseTo(3 + 1.001, within(1e-9));
  }
}
