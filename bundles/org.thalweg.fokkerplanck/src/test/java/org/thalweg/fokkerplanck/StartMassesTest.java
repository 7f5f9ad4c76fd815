package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.ProductStart;

class StartMassesTest {
  private static ProductStart point(double... at) {
    return (ProductStart)
        Problems.of(x -> 0, Grids.constant(1, 0, 0, 1), at, 1, Problems.axis(0, 1, Edge.OPEN))
            .start();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.06, 0.25, 0.3, 0.5001, 0.949})
  void aPointKeepsItsMean(double at) {
    Grid grid =
        new Grid(Grids.axis(0, 1, 10, Edge.REFLECTING), Grids.axis(0, 2, 8, Edge.REFLECTING));
    GridState state = StartMasses.of(point(at, 1.3), grid);
    double[] m = Grids.moments(grid, state.mass);
    assertThat(m[0]).isCloseTo(1, within(1e-15));
    assertThat(m[1]).isCloseTo(at, within(1e-14));
    assertThat(m[2]).isCloseTo(1.3, within(1e-14));
    assertThat(state.minimum()).isNotNegative();
  }

  /** So that the error of the variance is the same for any place, and two grids extrapolate. */
  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.2501, 0.29, 0.3, 0.33, 0.5})
  void aPointHasAQuarterOfACellSquaredAsItsVariance(double at) {
    Grid grid = new Grid(Grids.axis(0, 1, 10, Edge.REFLECTING));
    GridState state = StartMasses.of(point(at), grid);
    double mean = Grids.expectation(grid, state.mass, x -> x[0]);
    double variance = Grids.expectation(grid, state.mass, x -> (x[0] - at) * (x[0] - at));
    assertThat(mean).isCloseTo(at, within(1e-14));
    assertThat(variance).isCloseTo(0.01 / 4, within(1e-14));
    assertThat(state.minimum()).isNotNegative();
  }

  @Test
  void nearAPeriodicEndBothSidesShare() {
    GridState state = StartMasses.of(point(0.98), Grids.line(0, 1, 10, Edge.PERIODIC));
    assertThat(state.mass[8]).isCloseTo(0.02, within(1e-12));
    assertThat(state.mass[9]).isCloseTo(0.66, within(1e-12));
    assertThat(state.mass[0]).isCloseTo(0.32, within(1e-12));
  }

  @Test
  void nearAnAbsorbingEdgeTheShareFallsToZeroOnTheEdge() {
    Grid grid = Grids.line(0, 1, 10, Edge.ABSORBING);
    GridState state = StartMasses.of(point(0.02), grid);
    assertThat(state.mass[0]).isCloseTo(0.4, within(1e-12));
    assertThat(state.absorbed[0]).isCloseTo(0.6, within(1e-12));
    state = StartMasses.of(point(0.99), grid);
    assertThat(state.mass[9]).isCloseTo(0.2, within(1e-12));
    assertThat(state.absorbed[1]).isCloseTo(0.8, within(1e-12));
    assertThat(StartMasses.of(point(1), grid).absorbed[1]).isCloseTo(1, within(1e-12));
  }

  @Test
  void tailsBeyondAReflectingEdgeAreMirrored() {
    GridState state = StartMasses.of(point(1.15), Grids.line(0, 1, 10, Edge.REFLECTING));
    assertThat(state.mass[8]).isCloseTo(1, within(1e-12));
  }
}
