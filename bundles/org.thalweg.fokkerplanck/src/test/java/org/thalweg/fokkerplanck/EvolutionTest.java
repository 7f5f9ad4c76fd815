package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.thalweg.api.problem.Edge;

class EvolutionTest {
  private static double survival(double t, double start) {
    double sum = 0;
    for (int k = 1; k < 200; k += 2) {
      sum +=
          4
              / (k * Math.PI)
              * Math.sin(k * Math.PI * start)
              * Math.exp(-k * k * Math.PI * Math.PI * t);
    }
    return sum;
  }

  @Test
  void survivalBetweenAbsorbingEdgesIsTheEigenfunctionSeries() throws InterruptedException {
    double[][] inside = new double[2][3];
    double[] times = {0.02, 0.1, 0.4};
    double[] left = new double[2];
    for (int i = 0; i < 2; i++) {
      // 5 divides both numbers of cells by two, so that 0.3 is a centre of neither: hats are at
      // work.
      Grid grid = Grids.line(0, 1, 100 << i, Edge.ABSORBING);
      Discretisation d = Grids.nine(grid, x -> 0, Grids.constant(1));
      GridState start = new GridState(new double[grid.cells()]);
      int below = (int) (0.3 / grid.hx()) - 1;
      start.mass[below] = 0.5;
      start.mass[below + 1] = 0.5;
      Evolution run = Grids.run(d, start, 1e-5, 0.4);
      for (int j = 0; j < times.length; j++) {
        run.advanceTo(times[j]);
        inside[i][j] = Grids.expectation(grid, start.mass, x -> 1);
      }
      assertThat(start.total()).isCloseTo(1, within(1e-12));
      left[i] = start.absorbed[0] + 0.7 * inside[i][2];
    }
    for (int j = 0; j < times.length; j++) {
      double exact = survival(times[j], 0.3);
      assertThat(inside[1][j]).isCloseTo(exact, within(3e-4));
      assertThat((4 * inside[1][j] - inside[0][j]) / 3).isCloseTo(exact, within(1e-5));
    }
    // In the end 0.7 leave through the lower edge; what is left at t = 0.4 is spread symmetrically.
    assertThat(left[1] - 0.2 * inside[1][2]).isCloseTo(0.7, within(2e-4));
  }

  @Test
  void absorptionInTwoDimensionsIsTheProductOfBothAxes() throws InterruptedException {
    Grid grid =
        new Grid(Grids.axis(0, 1, 65, Edge.ABSORBING), Grids.axis(0, 1, 65, Edge.ABSORBING));
    Discretisation d = Grids.nine(grid, x -> 0, Grids.constant(1, 0, 0, 1));
    GridState state = Grids.oneCell(grid, 0.5, 0.5);
    Grids.run(d, state, 1e-3, 0.1).advanceTo(0.1);
    double inside = Grids.expectation(grid, state.mass, x -> 1);
    assertThat(inside).isCloseTo(Math.pow(survival(0.1, 0.5), 2), within(1e-3));
    assertThat(state.total()).isCloseTo(1, within(1e-13));
    assertThat(state.absorbed[0]).isCloseTo(state.absorbed[1], within(1e-12));
    assertThat(state.absorbed[2]).isCloseTo(state.absorbed[3], within(1e-12));
    assertThat(state.absorbed[0]).isCloseTo(state.absorbed[2], within(1e-4));
  }

  @Test
  void aDriftingDensityOnARingKeepsItsPhase() throws InterruptedException {
    double d = 0.05;
    double v = 1.5;
    double t = 2;
    double[] cosine = new double[2];
    double[] sine = new double[2];
    for (int i = 0; i < 2; i++) {
      Grid ring = Grids.line(0, 2 * Math.PI, 255 * (i == 0 ? 1 : 3), Edge.PERIODIC);
      GridState state = Grids.oneCell(ring, Math.PI);
      Grids.run(Grids.nine(ring, x -> -v * x[0], Grids.constant(d)), state, 1e-5, t).advanceTo(t);
      cosine[i] = Grids.expectation(ring, state.mass, x -> Math.cos(x[0]));
      sine[i] = Grids.expectation(ring, state.mass, x -> Math.sin(x[0]));
    }
    // Exponential fitting adds diffusion of second order: extrapolate from three times the cells.
    double radius = Math.exp(-d * t);
    assertThat((9 * cosine[1] - cosine[0]) / 8)
        .isCloseTo(radius * Math.cos(Math.PI + v * t), within(2e-5));
    assertThat((9 * sine[1] - sine[0]) / 8)
        .isCloseTo(radius * Math.sin(Math.PI + v * t), within(2e-5));
  }

  /** H = diag(1, 2), a full D: d<x>/dt = -H <x>, dS/dt = -H S - S H + 2 D. */
  @Test
  void ornsteinUhlenbeckHasTheExactMeanAndCovarianceAtEveryTimeUnderAFullMatrix()
      throws InterruptedException {
    double[] times = {0.1, 0.5, 1.5};
    double[][] m = new double[2][];
    Evolution[] run = new Evolution[2];
    Grid[] grid = new Grid[2];
    for (int i = 0; i < 2; i++) {
      grid[i] = Grids.box(5, 96 << i, 5, 96 << i);
      Discretisation d =
          Grids.nine(
              grid[i],
              x -> 0.5 * (x[0] * x[0] + 2 * x[1] * x[1]),
              Grids.constant(0.5, -0.2, -0.2, 0.4));
      assertThat(d.directions()).hasSize(3);
      run[i] = Grids.run(d, Grids.gaussian(grid[i], 1.2, -0.9, 0.25, 0, 0.25), 2e-4, 1.5);
    }
    for (double t : times) {
      for (int i = 0; i < 2; i++) {
        run[i].advanceTo(t);
        m[i] = Grids.moments(grid[i], run[i].state().mass);
      }
      double[] exact = {
        1,
        1.2 * Math.exp(-t),
        -0.9 * Math.exp(-2 * t),
        0.5 + (0.25 - 0.5) * Math.exp(-2 * t),
        -0.4 / 3 * (1 - Math.exp(-3 * t)),
        0.2 + (0.25 - 0.2) * Math.exp(-4 * t)
      };
      for (int j = 0; j < 6; j++) {
        assertThat(m[1][j]).isCloseTo(exact[j], within(1e-3));
        assertThat((4 * m[1][j] - m[0][j]) / 3).isCloseTo(exact[j], within(3e-5));
      }
    }
    assertThat(run[1].quality().lowest()).isZero();
  }

  @Test
  void stepsAreOfSecondOrderInTime() {
    Workload w = Workload.w3(64);
    double[] error = new double[3];
    GridState exact = w.start.copy();
    new SplitPropagator(w.discretisation).advance(exact, 10.0 / 4096, 4096);
    for (int i = 0; i < 3; i++) {
      GridState state = w.start.copy();
      int n = 128 << i;
      new SplitPropagator(w.discretisation).advance(state, 10.0 / n, n);
      error[i] = state.distance(exact);
    }
    assertThat(error[0] / error[1]).isBetween(3.6, 4.4);
    assertThat(error[1] / error[2]).isBetween(3.8, 4.2);
  }

  @Test
  void longStepsAreTrBdf2AndShortOnesTrapezoidal() {
    assertThat(LineStep.of(10, 0.17)).isEqualTo(LineStep.TRAPEZOIDAL_POSITIVE);
    assertThat(LineStep.of(10, 0.3)).isEqualTo(LineStep.TRAPEZOIDAL);
    assertThat(LineStep.of(10, 0.5)).isEqualTo(LineStep.TR_BDF2);
  }

  @Test
  void unsplitStepsAreOfSecondOrderInTimeToo() {
    Workload w = Workload.w3(32);
    double[] error = new double[2];
    GridState exact = w.start.copy();
    new SparsePropagator(w.discretisation).advance(exact, 10.0 / 2048, 2048);
    for (int i = 0; i < 2; i++) {
      GridState state = w.start.copy();
      int n = 128 << i;
      new SparsePropagator(w.discretisation).advance(state, 10.0 / n, n);
      error[i] = state.distance(exact);
    }
    assertThat(error[0] / error[1]).isBetween(3.6, 4.4);
  }

  @Test
  void theStatedTimeErrorBoundsTheTrueOneFromSmoothAndFromOneCellStarts()
      throws InterruptedException {
    Workload w = Workload.w3(64);
    for (GridState start : new GridState[] {w.start, Grids.oneCell(w.grid, -0.5, 0.3)}) {
      GridState exact = start.copy();
      Evolution fine = Grids.run(w.discretisation, exact, 1e-6, 10);
      fine.advanceTo(10);
      for (double tolerance : new double[] {1e-2, 1e-3}) {
        GridState state = start.copy();
        Evolution run = Grids.run(w.discretisation, state, tolerance, 10);
        run.advanceTo(10);
        assertThat(run.quality().timeError()).isLessThan(tolerance);
        assertThat(state.distance(exact)).isLessThan(run.quality().timeError());
        assertThat(run.quality().steps()).isLessThan(1200);
      }
    }
  }

  @Test
  void aFixedStepIsTakenAsGivenAndItsErrorStated() throws InterruptedException {
    Workload w = Workload.w3(64);
    GridState state = w.start.copy();
    Evolution run =
        new Evolution(
            new Gears(w.discretisation),
            state,
            new StepChoice(1, 10, 1, OptionalDouble.of(0.2)),
            Heartbeat.NONE);
    for (int i = 1; i <= 5; i++) {
      run.advanceTo(2 * i);
    }
    GridState same = w.start.copy();
    for (int i = 0; i < 25; i++) {
      new SplitPropagator(w.discretisation).advance(same, 0.2, 2);
    }
    assertThat(run.quality().steps()).isEqualTo(50);
    assertThat(state.distance(same)).isLessThan(1e-12);
    assertThat(run.quality().timeError()).isBetween(1e-6, 0.1);
  }

  @Test
  void aLongRunInANarrowValleyChangesOverToLongSteps() throws InterruptedException {
    Grid grid = Grids.box(2, 40, 0.8, 64);
    Potential valley = x -> 10 * Math.exp(0.3 * x[0]) * x[1] * x[1];
    Discretisation d = Grids.nine(grid, valley, Grids.constant(0.0125, 0, 0, 0.05));
    GridState state = Grids.oneCell(grid, 1, 0.5);
    Evolution run = Grids.run(d, state, 1e-2, 2000);
    for (int i = 1; i <= 4; i++) {
      run.advanceTo(500 * i);
    }
    assertThat(run.quality().steps()).isLessThan(2000);
    assertThat(run.quality().timeError()).isLessThan(1e-2);
    assertThat(run.quality().lowest()).isZero();
    assertThat(state.distance(new GridState(SteadyState.of(d.generator())))).isLessThan(1e-3);
  }

  @Test
  void stepsAllocateNothing() {
    Workload w = Workload.w3(64);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (Propagator propagator :
        List.of(new SplitPropagator(w.discretisation), new SparsePropagator(w.discretisation))) {
      GridState state = Grids.oneCell(w.grid, -0.5, 0.3);
      propagator.advance(state, 0.01, 5);
      propagator.advance(state, 0.01, 1);
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 100; i++) {
        propagator.advance(state, 0.01, 1);
      }
      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }
  }

  /** Counts every byte of this thread from the second call on, blends included. */
  @Test
  void manyStepsAtOnceAllocateNothing() {
    Workload w = Workload.turned(130, 0.25);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    GridState state = Grids.oneCell(w.grid, -0.5, 0.3);
    SplitPropagator propagator = new SplitPropagator(w.discretisation);
    propagator.advance(state.copy(), 0.2, 2);
    long before = threads.getCurrentThreadAllocatedBytes();
    propagator.advance(state, 0.2, 60);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000);
    assertThat(propagator.blended()).isPositive();
  }

  @Test
  void plainStepsAreOneAdvanceAndNameNoError() throws InterruptedException {
    Workload w = Workload.w3(64);
    GridState state = w.start.copy();
    Evolution run =
        new Evolution(
            new Gears(w.discretisation),
            state,
            new StepChoice(1, 10, 1, OptionalDouble.of(0.2), false),
            Heartbeat.NONE);
    run.advanceTo(10);
    GridState same = w.start.copy();
    new SplitPropagator(w.discretisation).advance(same, 0.2, 50);
    assertThat(state.mass).containsExactly(same.mass);
    assertThat(run.quality().steps()).isEqualTo(50);
    assertThat(run.quality().timeError()).isNaN();
  }

  @Test
  void aRunThatIsToStopStops() {
    Workload w = Workload.w3(32);
    Evolution run =
        new Evolution(
            new Gears(w.discretisation),
            w.start,
            new StepChoice(1e-3, 10, 100),
            time -> {
              throw new InterruptedException("enough");
            });
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> run.advanceTo(1))
        .isInstanceOf(InterruptedException.class);
  }
}
