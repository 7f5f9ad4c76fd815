package org.thalweg.bench.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StopwatchTest {
  private final Stopwatch watch = new Stopwatch();

  @Test
  void anOuterPartStandsStillMeanwhile() throws Exception {
    watch.enter(Part.STEP);
    watch.enter(Part.NOISE);
    watch.enter(Part.DRAWING);
    Thread.sleep(20);
    watch.exit();
    watch.exit();
    watch.exit();
    assertThat(watch.self(Part.DRAWING)).isGreaterThanOrEqualTo(19_000_000);
    assertThat(watch.calls(Part.NOISE)).isOne();
    assertThat(watch.nested(Part.NOISE)).isOne();
    assertThat(watch.nested(Part.STEP)).isOne();
    assertThat(watch.nested(Part.DRAWING)).isZero();
  }

  @Test
  void partsMayNestDeeply() {
    for (int i = 0; i < 100; i++) {
      watch.enter(Part.DRIFT);
    }
    for (int i = 0; i < 100; i++) {
      watch.exit();
    }
    assertThat(watch.calls(Part.DRIFT)).isEqualTo(100);
    assertThat(watch.nested(Part.DRIFT)).isEqualTo(99);
  }

  @Test
  void itsOwnCostIsSmallAndTakenOff() {
    Cost cost = Cost.measured();
    assertThat(cost.own()).isPositive();
    assertThat(cost.outer()).isPositive();
    assertThat(new Cost(1e9, 0).seconds(watch, Part.STEP)).isZero();
  }
}
