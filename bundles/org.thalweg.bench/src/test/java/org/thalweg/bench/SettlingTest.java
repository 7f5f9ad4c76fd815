package org.thalweg.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettlingTest {
  private static int runs(double least, String pathFromThird, double... times) {
    Settling settling = new Settling(least);
    for (int i = 0; !settling.settled(); i++) {
      settling.ran(times[Math.min(i, times.length - 1)], i < 2 ? "plain" : pathFromThird);
    }
    return settling.runs();
  }

  @Test
  void itTakesThreeRunsAtLeast() {
    assertThat(runs(0.5, "plain", 1)).isEqualTo(3);
  }

  @Test
  void itTakesTheLeastTime() {
    assertThat(runs(3, "plain", 0.5)).isEqualTo(6);
  }

  @Test
  void itGoesOnWhileRunsGetFaster() {
    assertThat(runs(1, "plain", 1, 0.9, 0.7, 0.5, 0.4, 0.39, 0.395)).isEqualTo(7);
  }

  @Test
  void itGoesOnAfterAChangeOfPath() {
    assertThat(runs(1, "vector", 1)).isEqualTo(5);
  }

  @Test
  void itDoesNotGoOnForever() {
    Settling settling = new Settling(1);
    for (int i = 0; !settling.settled(); i++) {
      settling.ran(Math.pow(0.95, i), "plain");
    }
    assertThat(settling.total()).isBetween(5.0, 6.0);
  }
}
