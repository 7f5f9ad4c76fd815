package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.method.Forecast;
import org.thalweg.api.method.MethodResult;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;

class FokkerPlanckMethodTest {
  private static final Axis SIDE = Problems.axis(-3, 3, Edge.REFLECTING);
  private static final FokkerPlanck.Params DEFAULTS = new FokkerPlanck().defaults();

  private static FokkerPlanckMethod method(FokkerPlanck.Solve solve, long... cells) {
    return new FokkerPlanckMethod(
        new FokkerPlanck.Params(
            solve,
            cells,
            DEFAULTS.scheme(),
            DEFAULTS.reach(),
            DEFAULTS.tolerance(),
            DEFAULTS.step(),
            DEFAULTS.estimate()));
  }

  private static void holds(Estimate estimate, double exact, double error) {
    assertThat(estimate.value()).isCloseTo(exact, within(error));
    assertThat(estimate.error()).isFinite().isLessThan(50 * error);
  }

  @Test
  void anOrnsteinUhlenbeckProcessFromAPointHasItsMomentsOnTheDefaultCells()
      throws InterruptedException {
    Problem problem =
        Problems.of(
            x -> 0.5 * x[0] * x[0] + 2 * x[1] * x[1],
            Grids.constant(0.1, 0, 0, 0.2),
            new double[] {1.1, -0.7},
            1,
            SIDE,
            SIDE);
    StubRun run = new StubRun(problem, 0.0, 0.2, 0.6, 1.0);
    FokkerPlanckMethod method = method(FokkerPlanck.Solve.EVOLUTION);
    assertThat(method.objection(problem)).isEmpty();
    MethodResult result = method.solve(run);
    assertThat(run.seen()).hasSize(4);
    run.seen()
        .forEach(
            (t, p) -> {
              double x = 1.1 * Math.exp(-t);
              double y = -0.7 * Math.exp(-4 * t);
              holds(p.expectation(v -> v[0]), x, 2e-4);
              holds(p.expectation(v -> v[1]), y, 2e-4);
              holds(p.expectation(v -> v[0] * v[0]), x * x + 0.1 * (1 - Math.exp(-2 * t)), 3e-4);
              holds(p.expectation(v -> v[1] * v[1]), y * y + 0.05 * (1 - Math.exp(-8 * t)), 3e-4);
              assertThat(p.integral(v -> 1)).isCloseTo(1, within(1e-12));
            });
    assertThat(StubRun.fact(result, "mass-defect")).isLessThan(1e-12);
    assertThat(StubRun.fact(result, "time-error")).isLessThan(DEFAULTS.tolerance());
    assertThat(StubRun.fact(result, "lowest-cell")).isZero();
    assertThat(StubRun.fact(result, "negative-rates")).isZero();
    assertThat(StubRun.fact(result, "space-error")).isBetween(1e-6, 1e-2);
    assertThat(result.arrays().get(0).shape()).hasSize(2);
  }

  /** The steps' error is in the difference of the grids: x from 3 on x^2/2 at T = 0.25. */
  @Test
  void errorsOfTimeStepsAreInTheRefinementError() throws InterruptedException {
    Problem problem =
        Problems.of(
            x -> 0.5 * x[0] * x[0],
            Grids.constant(0.25),
            new double[] {3},
            1,
            Problems.axis(-5, 5, Edge.REFLECTING));
    StubRun run = new StubRun(problem, 0.0, 0.25, 0.5, 0.75, 1.0);
    method(FokkerPlanck.Solve.EVOLUTION).solve(run);
    for (double t : new double[] {0.25, 0.5, 0.75, 1}) {
      double mean = 3 * Math.exp(-t);
      double exact = 0.25 * (1 - Math.exp(-2 * t));
      Estimate e = run.seen().get(t).expectation(x -> (x[0] - mean) * (x[0] - mean));

      assertThat(Math.abs(e.value() - exact)).isLessThan(2 * e.error() / 3);
      assertThat(e.error()).isLessThan(3 * 5e-4);
    }
  }

  @Test
  void theDefaultCellsResolveANarrowStateInALargeBox() throws InterruptedException {
    Problem problem =
        Problems.of(
            x -> 5000 * x[0] * x[0] + 0.5 * x[1] * x[1],
            Grids.constant(0.1, 0, 0, 0.1),
            new double[] {0, 0},
            1,
            Problems.axis(-1, 1, Edge.REFLECTING),
            SIDE);
    StubRun run = new StubRun(problem, 0.0, 1.0);
    MethodResult result = method(FokkerPlanck.Solve.STEADY_STATE).solve(run);
    GridDensity p = run.seen().get(Double.POSITIVE_INFINITY);
    assertThat(StubRun.fact(result, "cells-0")).isBetween(1200.0, 4096.0);
    holds(p.expectation(v -> v[0] * v[0]), 1e-5, 1e-9);
    holds(p.expectation(v -> v[1] * v[1]), 0.1, 1e-5);
  }

  @Test
  void aDoubleWellInOneDimensionRelaxesToItsGibbsState() throws InterruptedException {
    ToDoubleFunction<double[]> well = x -> (x[0] * x[0] - 1) * (x[0] * x[0] - 1) + 0.2 * x[0];
    Problem problem =
        Problems.of(
            well::applyAsDouble,
            Grids.constant(0.4),
            new double[] {1},
            200,
            Problems.axis(-2.5, 2.5, Edge.REFLECTING));
    StubRun evolving = new StubRun(problem, 0.0, 100.0, 200.0);
    method(FokkerPlanck.Solve.EVOLUTION).solve(evolving);
    StubRun steady = new StubRun(problem, 0.0, 200.0);
    method(FokkerPlanck.Solve.STEADY_STATE).solve(steady);
    double mass = 0;
    double mean = 0;
    int n = 20000;
    for (int i = 0; i < n; i++) {
      double x = -2.5 + 5.0 * (i + 0.5) / n;
      double p = Math.exp(-well.applyAsDouble(new double[] {x}) / 0.4);
      mass += p;
      mean += x * p;
    }
    holds(evolving.seen().get(200.0).expectation(x -> x[0]), mean / mass, 2e-5);
    holds(steady.seen().get(Double.POSITIVE_INFINITY).expectation(x -> x[0]), mean / mass, 2e-6);
  }

  @Test
  void lossesThroughAbsorbingEdgesAreReportedBySide() throws InterruptedException {
    Problem problem =
        Problems.of(
            x -> 0, Grids.constant(1), new double[] {0.3}, 2, Problems.axis(0, 1, Edge.ABSORBING));
    StubRun run = new StubRun(problem, 0.0, 0.1, 2.0);
    MethodResult result = method(FokkerPlanck.Solve.EVOLUTION, 200).solve(run);
    assertThat(StubRun.fact(result, "absorbed-0-lower")).isCloseTo(0.7, within(1e-4));
    assertThat(StubRun.fact(result, "absorbed-0-upper")).isCloseTo(0.3, within(1e-4));
    assertThat(run.seen().get(2.0).integral(x -> 1)).isLessThan(1e-7);
  }

  @Test
  void whatItCannotDoIsRefusedWithARemedy() {
    Potential flat = x -> 0;
    Diffusion one = Grids.constant(1, 0, 0, 1);
    double[] origin = {0, 0};
    Problem open = Problems.of(flat, one, origin, 1, SIDE, Axis.UNBOUNDED);
    assertThat(method(FokkerPlanck.Solve.EVOLUTION).objection(open).orElseThrow())
        .contains("axis 1 is open");
    Problem cube = Problems.of(flat, one, new double[3], 1, SIDE, SIDE, SIDE);
    assertThat(method(FokkerPlanck.Solve.EVOLUTION).objection(cube).orElseThrow())
        .contains("1 or 2 dimensions");
    Axis absorbing = Problems.axis(0, 1, Edge.ABSORBING);
    Problem leaking = Problems.of(flat, one, origin, 1, SIDE, absorbing);
    assertThat(method(FokkerPlanck.Solve.EVOLUTION).objection(leaking)).isEmpty();
    assertThat(method(FokkerPlanck.Solve.STEADY_STATE).objection(leaking).orElseThrow())
        .contains("no steady state");
    Problem plane = Problems.of(flat, one, origin, 1, SIDE, SIDE);
    assertThat(method(FokkerPlanck.Solve.EVOLUTION, 64).objection(plane).orElseThrow())
        .contains("cells has 1 numbers");
    assertThatThrownBy(() -> method(FokkerPlanck.Solve.EVOLUTION, 64, 63))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("63 is odd");
    assertThatThrownBy(() -> method(FokkerPlanck.Solve.EVOLUTION, 16384, 8192))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("134217728 cells");
  }

  @Test
  void aMatrixThatIsNoDiffusionIsNamedWithItsPlace() {
    Problem problem =
        Problems.of(x -> 0, Grids.constant(1, 1.2, 1.2, 1), new double[] {0, 0}, 1, SIDE, SIDE);
    assertThatThrownBy(
            () ->
                method(FokkerPlanck.Solve.STEADY_STATE, 8, 8).solve(new StubRun(problem, 0.0, 1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("positive semidefinite")
        .hasMessageContaining("at [-2.25, -2.25]");
  }

  @Test
  void aFixedStepIsHonoured() throws InterruptedException {
    Problem problem =
        Problems.of(
            x -> 0.5 * x[0] * x[0] + x[1] * x[1],
            Grids.constant(0.1, 0, 0, 0.1),
            new double[] {0, 0},
            1,
            SIDE,
            SIDE);
    MethodResult result =
        new FokkerPlanckMethod(
                new FokkerPlanck.Params(
                    FokkerPlanck.Solve.EVOLUTION,
                    new long[] {64, 64},
                    FokkerPlanck.Scheme.SECOND_ORDER,
                    4,
                    1e-3,
                    OptionalDouble.of(0.01),
                    true))
            .solve(new StubRun(problem, 0.0, 0.5, 1.0));
    assertThat(StubRun.fact(result, "time-steps")).isEqualTo(100);
  }

  @ParameterizedTest
  @EnumSource
  void aForecastNamesTheCellsThatTheRunChooses(FokkerPlanck.Solve solve)
      throws InterruptedException {
    Problem problem =
        Problems.of(
            x -> 0.5 * x[0] * x[0] + x[1] * x[1],
            Grids.constant(0.5, 0, 0, 0.5),
            new double[] {0.5, 0.5},
            1,
            SIDE,
            SIDE);
    FokkerPlanck.Params usual = new FokkerPlanck().defaults();
    FokkerPlanckMethod method =
        new FokkerPlanckMethod(
            new FokkerPlanck.Params(
                solve,
                usual.cells(),
                usual.scheme(),
                usual.reach(),
                usual.tolerance(),
                usual.step(),
                usual.estimate()));
    Forecast forecast = method.forecast(new StubRun(problem, 0.0, 1.0), 1).orElseThrow();
    MethodResult result = method.solve(new StubRun(problem, 0.0, 1.0));
    for (MethodResult.Fact f : forecast.facts()) {
      switch (f.name()) {
        case "cells-0", "cells-1" ->
            assertThat(f.value()).isEqualTo(StubRun.fact(result, f.name()));
        case "time-steps" ->
            // a rule of thumb, which is to be right within the factor that the time is
            assertThat(StubRun.fact(result, f.name()) / f.value())
                .isBetween(1 / forecast.within(), forecast.within());
        default -> assertThat(f.value()).isPositive();
      }
    }
    assertThat(forecast.kept())
        .isEqualTo(Double.BYTES * (double) result.arrays().get(0).values().length);
  }

  @Test
  void givenStepsOnOneGridAreTheSameForAnyNumberOfThreads() throws InterruptedException {
    Problem problem =
        Problems.of(
            x -> 0.5 * x[0] * x[0] + x[1] * x[1],
            Grids.constant(0.1, 0.02, 0.02, 0.1),
            new double[] {0.5, 0.5},
            1,
            SIDE,
            SIDE);
    FokkerPlanckMethod method =
        new FokkerPlanckMethod(
            new FokkerPlanck.Params(
                FokkerPlanck.Solve.EVOLUTION,
                new long[] {160, 130},
                FokkerPlanck.Scheme.SECOND_ORDER,
                4,
                1e-3,
                OptionalDouble.of(0.02),
                false));
    StubRun alone = new StubRun(problem, 1, 0.0, 0.5, 1.0);
    StubRun together = new StubRun(problem, 2, 0.0, 0.5, 1.0);
    MethodResult result = method.solve(alone);
    method.solve(together);
    assertThat(StubRun.fact(result, "time-steps")).isEqualTo(50);
    assertThat(result.facts()).noneMatch(f -> f.name().endsWith("-error"));
    for (double t : alone.seen().keySet()) {
      assertThat(together.seen().get(t).density()).containsExactly(alone.seen().get(t).density());
      assertThat(alone.seen().get(t).coarse()).isEmpty();
    }
    assertThatThrownBy(
            () ->
                new FokkerPlanck.Params(
                    FokkerPlanck.Solve.EVOLUTION,
                    new long[0],
                    FokkerPlanck.Scheme.SECOND_ORDER,
                    4,
                    1e-3,
                    OptionalDouble.empty(),
                    false))
        .isInstanceOf(InvalidParameterException.class);
  }
}
