package org.thalweg.engine.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.block.WalkerState;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;

class BoundaryTest {
  private final Block position = new Block(1, 3, Layout.BY_COORDINATE);
  private final Block momentum = new Block(1, 3, Layout.BY_COORDINATE);
  private final WalkerState state = new WalkerState(position, List.of(momentum), List.of());
  private final Exits exits = new Exits(3, 1);

  private void apply(double value, Edge lower, Edge upper) {
    position.set(0, 1, value);
    momentum.fill(1);
    Problem problem = Drift.problem(Drift.at(0.5), 1, 1e6, new Axis(-1, 2, lower, upper));
    new Boundary(problem, new Drift(0.1, 0)).apply(7, state, exits);
  }

  @ParameterizedTest(name = "{0} is mirrored to {1}, momentum {2}")
  @CsvSource({
    "0.5, 0.5, 1",
    "-1.25, -0.75, -1",
    "2.5, 1.5, -1",
    "-4.5, 1.5, 1",
    "5.25, -0.75, 1",
    "8.5, 1.5, -1"
  })
  void reflectionMirrorsAsOftenAsNeededAndTurnsTheMomentum(double from, double to, double sign) {
    apply(from, Edge.REFLECTING, Edge.REFLECTING);
    assertThat(position.get(0, 1)).isCloseTo(to, within(1e-12));
    assertThat(momentum.get(0, 1)).isEqualTo(sign);
    assertThat(momentum.get(0, 0)).isEqualTo(1);
    assertThat(exits.walking()).isEqualTo(3);
  }

  @ParameterizedTest(name = "{0} comes in again at {1}")
  @CsvSource({"2.5, -0.5", "-1.5, 1.5", "11.5, -0.5", "-1, -1", "2, 2"})
  void periodicEdgesTurnRoundAndKeepTheMomentum(double from, double to) {
    apply(from, Edge.PERIODIC, Edge.PERIODIC);
    assertThat(position.get(0, 1)).isCloseTo(to, within(1e-12));
    assertThat(momentum.get(0, 1)).isEqualTo(1);
  }

  @Test
  void absorptionIsCountedTimedAndParksTheWalker() {
    apply(2.01, Edge.REFLECTING, Edge.ABSORBING);
    assertThat(exits.status()).containsExactly(0, WalkerChunk.ABSORBED, 0);
    assertThat(exits.time(1)).isEqualTo(7);
    assertThat(exits.time(0)).isNaN();
    assertThat(position.get(0, 1)).isZero();
    assertThat(momentum.get(0, 1)).isZero();
  }

  @Test
  void aReflectedWalkerThatReachesTheAbsorbingEndIsAbsorbed() {
    apply(-4.5, Edge.REFLECTING, Edge.ABSORBING);
    assertThat(exits.status()[1]).isEqualTo(WalkerChunk.ABSORBED);
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity", "1.5e6", "-1.5e6"})
  void whatExceedsTheCutOffOrIsNotANumberHasDiverged(double value) {
    apply(value, Edge.REFLECTING, Edge.REFLECTING);
    assertThat(exits.status())
        .containsExactly(
            0, Double.isFinite(value) ? WalkerChunk.DIVERGED : WalkerChunk.NOT_FINITE, 0);
    assertThat(position.get(0, 1)).isZero();
  }

  @Test
  void aWalkerLeavesOnce() {
    apply(Double.NaN, Edge.OPEN, Edge.OPEN);
    apply(Double.NaN, Edge.OPEN, Edge.OPEN);
    assertThat(exits.walking()).isEqualTo(2);
    assertThat(exits.time(1)).isEqualTo(7);
  }
}
