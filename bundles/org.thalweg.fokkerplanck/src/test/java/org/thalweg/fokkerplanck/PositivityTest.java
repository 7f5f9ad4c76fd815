package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.api.problem.Edge;

/**
 * Densities stay non-negative after every step, also from one cell and under steps far too long.
 */
class PositivityTest {
  private static void staysPositive(Discretisation d, Propagator propagator, GridState state) {
    for (double h : new double[] {1e-4, 1e-2, 1, 100, 1e-3}) {
      for (int i = 0; i < 12; i++) {
        propagator.advance(state, h, 1);
        assertThat(state.minimum()).isNotNegative();
        assertThat(state.total()).isCloseTo(1, within(1e-13));
      }
    }
    assertThat(d.positive()).isTrue();
  }

  private static Diffusion turning(double amount) {
    return (x, out) -> {
      out[0] = 0.3;
      out[1] = amount * Math.cos(Math.PI * x[0]);
      out[2] = out[1];
      out[3] = 0.3;
    };
  }

  private static Diffusion randomShift(double strength) {
    return (x, out) -> {
      double hxx = 0.5 * x[1] * x[1];
      double hxy = x[0] * x[1];
      double hyy = 1 + 0.5 * x[0] * x[0];
      out[0] = strength * (hxx * hxx + hxy * hxy);
      out[1] = strength * (hxx * hxy + hxy * hyy);
      out[2] = out[1];
      out[3] = strength * (hxy * hxy + hyy * hyy);
    };
  }

  @Test
  void fromOneCellUnderDiagonalDiffusion() {
    Workload w = Workload.w3(72);
    SplitPropagator propagator = new SplitPropagator(w.discretisation);
    staysPositive(w.discretisation, propagator, Grids.oneCell(w.grid, -0.5, 0.3));
    assertThat(propagator.blended()).isPositive();
  }

  @Test
  void fromOneCellUnderAFullMatrixThatTurnsAndMeetsTheCondition() {
    Grid grid = Grids.box(2, 60, 2, 60);
    Discretisation d = Grids.nine(grid, x -> x[0] * x[0] + 4 * x[1] * x[1], turning(0.29));
    assertThat(d.directions()).hasSize(4);
    staysPositive(d, new SplitPropagator(d), Grids.oneCell(grid, 0.1, 1.9));
    staysPositive(d, new SparsePropagator(d), Grids.oneCell(grid, 0.1, 1.9));
  }

  @Test
  void fromOneCellUnderAMatrixThatNeedsALongerDiagonal() {
    for (boolean tall : new boolean[] {false, true}) {
      Grid grid = tall ? Grids.box(1, 90, 3, 80) : Grids.box(3, 80, 1, 90);
      Coefficients c = new Coefficients(grid, x -> x[0] * x[0] + 4 * x[1] * x[1], turning(0.2));
      assertThat(NinePointScheme.discretise(c).positive()).isFalse();
      Discretisation d = NinePointScheme.splitting(c);
      assertThat(d.directions()).hasSize(4);
      assertThat(d.directions().get(2).dx * d.directions().get(2).dy).isGreaterThan(1);
      staysPositive(d, new SplitPropagator(d), Grids.oneCell(grid, 0.1, 0.9));
      staysPositive(d, new SparsePropagator(d), Grids.oneCell(grid, -0.9, 0.9));
    }
  }

  @Test
  void fromOneCellOnATorusAndBetweenAbsorbingEdges() {
    for (Edge edge : new Edge[] {Edge.PERIODIC, Edge.ABSORBING}) {
      Grid grid = new Grid(Grids.axis(-1, 1, 40, edge), Grids.axis(-1, 1, 70, edge));
      Potential waves = x -> Math.cos(Math.PI * x[0]) * Math.sin(Math.PI * x[1]);
      Discretisation d = Grids.nine(grid, waves, turning(edge == Edge.PERIODIC ? 0 : 0.1));
      Propagator propagator =
          d.directions().isEmpty() ? new SparsePropagator(d) : new SplitPropagator(d);
      staysPositive(d, propagator, Grids.oneCell(grid, -0.97, 0.5));
    }
  }

  @Test
  void fromOneCellUnderTheRandomShiftsSingularMatrixWithThePositiveScheme() {
    Grid grid = Grids.box(2, 40, 2, 36);
    Coefficients c =
        new Coefficients(grid, x -> 0.5 * (1 + 0.5 * x[0] * x[0]) * x[1] * x[1], randomShift(0.1));
    Discretisation d = SellingScheme.discretise(c, 4);
    assertThat(d.addedDiffusion()).isBetween(1e-4, 0.05);
    staysPositive(d, new SparsePropagator(d), Grids.oneCell(grid, 1, 0.5));
  }

  @Test
  void theNinePointSchemeConfessesWhereASingularMatrixMakesItNegative()
      throws InterruptedException {
    Grid grid = Grids.box(2, 40, 2, 40);
    Discretisation d =
        Grids.nine(grid, x -> 0.5 * (1 + 0.5 * x[0] * x[0]) * x[1] * x[1], randomShift(0.1));
    assertThat(d.positive()).isFalse();
    assertThat(d.negativeRates()).isPositive();
    assertThat(d.worstNegative()).isNegative();
    GridState state = Grids.oneCell(grid, 1, 0.5);
    Evolution run = Grids.run(d, state, 1e-2, 1);
    run.advanceTo(1);
    assertThat(run.quality().lowest()).isNegative();
    assertThat(run.quality().negativeMass()).isBetween(1e-6, 0.5);
    assertThat(state.total()).isCloseTo(1, within(1e-13));
  }

  @Test
  void theConditionIsThatOfTheJavadoc() {
    // hx = hy: D_xx >= |D_xy| and D_yy >= |D_xy|.
    Grid grid = Grids.box(1, 30, 1, 30);
    assertThat(Grids.nine(grid, x -> x[0] * x[1], Grids.constant(2, 0.99, 0.99, 1)).positive())
        .isTrue();
    assertThat(Grids.nine(grid, x -> x[0] * x[1], Grids.constant(2, -1.01, -1.01, 1)).positive())
        .isFalse();
    Grid flat = Grids.box(1, 30, 1, 60);
    assertThat(Grids.nine(flat, x -> 0, Grids.constant(2, 0.99, 0.99, 1)).positive()).isTrue();
    assertThat(Grids.nine(flat, x -> 0, Grids.constant(2, 1.01, 1.01, 1)).positive()).isFalse();
  }

  @Test
  void massIsKeptOverThousandsOfSteps() {
    Workload w = Workload.w3(128);
    GridState state = Grids.oneCell(w.grid, -0.5, 0.3);
    new SplitPropagator(w.discretisation).advance(state, 0.1, 5000);
    assertThat(state.total()).isCloseTo(1, within(1e-12));
  }
}
