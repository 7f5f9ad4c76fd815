package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.method.Forecast;
import org.thalweg.api.method.MethodResult;
import org.thalweg.api.method.MethodResult.Fact;
import org.thalweg.api.method.MethodRun;
import org.thalweg.api.problem.ProductStart;

/**
 * One run, on two grids unless estimates are not wanted: chooses the cells, solves on both, shows
 * both to the observer.
 */
final class DensityRun {
  /**
   * How much larger the error of the time steps may be on the coarser grid, as that of space is: so
   * what is extrapolated from the two grids is so in space and time. The coarser grid is solved
   * with the finer one's tolerance as well, since both errors may cancel in the difference.
   */
  private static final double COARSER = 4;

  /** Tolerance of a pilot's time steps, which only has to find the density's scales. */
  private static final double PILOT_TOLERANCE = 0.1;

  private final Equation equation;
  private final FokkerPlanck.Params parameters;
  private final MethodRun run;
  private final List<Fact> facts = new ArrayList<>();
  private long pilotSteps;

  DensityRun(Equation equation, FokkerPlanck.Params parameters, MethodRun run) {
    this.equation = equation;
    this.parameters = parameters;
    this.run = run;
  }

  MethodResult steadyState() throws InterruptedException {
    int[] cells = steadyCells();
    Grid grid = equation.grid(cells);
    CellOperator operator = new CellOperator(equation, grid);
    CellOperator half = coarser(cells);
    double[] coarse = half == null ? null : SteadyState.of(half.discretisation().generator());
    run.progress(0.2);
    run.checkCancelled();
    Discretisation d = operator.discretisation();
    double[] fine = SteadyState.of(d.generator());
    Observer observer = run.newObserver();
    GridDensity density = density(operator, fine, half, coarse, null);
    observer.observe(Double.POSITIVE_INFINITY, density);
    run.progress(1);
    describe(grid, d);
    GridState state = new GridState(fine);
    fact(
        "residual", SteadyState.residual(d.generator(), fine), "", "imbalance of the steady state");
    fact("mass-defect", Math.abs(state.total() - 1), "", "distance of the total mass from 1");
    fact("lowest-cell", Math.min(0, state.minimum()), "", "most negative cell's mass");
    fact("negative-mass", state.negativeMass(), "", "sum of all negative cells");
    if (coarse != null) {
      fact("space-error", difference(grid, fine, coarse), "", "estimate from the coarser grid");
    }
    return result(observer, density);
  }

  private int[] steadyCells() throws InterruptedException {
    int[] cells = chosen();
    if (cells == null) {
      int[] pilot = CellChoice.pilot(equation.domain().size());
      while (cells == null) {
        Grid grid = equation.grid(pilot);
        double[] scales = CellChoice.scales(grid, SteadyState.of(equation.on(grid).generator()));
        pilot = CellChoice.refine(grid, scales);
        cells = pilot == null ? CellChoice.cells(grid, scales, CellChoice.Aim.STEADY) : null;
        run.checkCancelled();
      }
    }
    return cells;
  }

  private int[] evolvingCells(ProductStart start, int[] given) throws InterruptedException {
    int[] cells = given;
    if (cells == null) {
      int[] pilot = CellChoice.pilot(equation.domain().size());
      while (cells == null) {
        Grid grid = equation.grid(pilot);
        double[] scales = pilotScales(grid, start);
        pilot = CellChoice.refine(grid, scales);
        cells = pilot == null ? CellChoice.cells(grid, scales, CellChoice.Aim.EVOLVING) : null;
      }
    }
    return cells;
  }

  /** What an evolution needs; the pilot is run even where it need not choose the cells. */
  Forecast forecast() throws InterruptedException {
    int[] wanted = evolvingCells((ProductStart) run.problem().start(), null);
    int[] given = chosen();
    return Expense.ofEvolution(run, parameters, given == null ? wanted : given, pilotSteps);
  }

  /** What a steady state needs. */
  Forecast steadyForecast() throws InterruptedException {
    return Expense.ofSteadyState(parameters, steadyCells());
  }

  MethodResult evolution() throws InterruptedException {
    ProductStart start = (ProductStart) run.problem().start();
    int[] cells = evolvingCells(start, chosen());
    int blocks = Arrays.stream(cells).max().orElseThrow() / Strips.WIDEST;
    try (Team team = Team.of(run.threads(), blocks)) {
      return evolution(start, cells, team);
    }
  }

  private MethodResult evolution(ProductStart start, int[] cells, Team team)
      throws InterruptedException {
    Grid grid = equation.grid(cells);
    Discretisation d = equation.evolving(grid);
    double horizon = run.problem().horizon();
    Heartbeat beat =
        time -> {
          run.checkCancelled();
          run.progress(time / horizon);
        };
    Evolution fine = evolution(grid, d, team, start, 1, beat);
    CellOperator operator = new CellOperator(equation, grid);
    CellOperator half = coarser(cells);
    Evolution coarse = half == null ? null : coarser(half.grid(), team, start, COARSER);
    Evolution between = half == null ? null : coarser(half.grid(), team, start, 1);
    Observer observer = run.newObserver();
    GridDensity density = null;
    for (double time : run.saveTimes()) {
      if (coarse != null) {
        coarse.advanceTo(time);
        between.advanceTo(time);
      }
      fine.advanceTo(time);
      double[] below = coarse == null ? null : coarse.state().mass.clone();
      double[] middle = between == null ? null : between.state().mass.clone();
      density = density(operator, fine.state().mass.clone(), half, below, middle);
      observer.observe(time, density);
    }
    describe(grid, d);
    account(fine);
    if (coarse != null) {
      fact(
          "space-error",
          difference(grid, fine.state().mass, between.state().mass),
          "",
          "estimate from the coarser grid at the end, sum of absolute differences");
    }
    return result(observer, density);
  }

  /** On half as many cells per axis, or null if no errors are wanted. */
  private CellOperator coarser(int[] cells) {
    return parameters.estimate() ? new CellOperator(equation, equation.grid(halved(cells))) : null;
  }

  private Evolution coarser(Grid half, Team team, ProductStart start, double times) {
    Heartbeat beat = time -> run.checkCancelled();
    return evolution(half, equation.evolving(half), team, start, times, beat);
  }

  private double[] pilotScales(Grid grid, ProductStart start) throws InterruptedException {
    Evolution pilot =
        evolution(
            grid,
            equation.evolving(grid),
            Team.ALONE,
            start,
            PILOT_TOLERANCE / parameters.tolerance(),
            t -> run.checkCancelled());
    double[] least = null;
    for (double time : run.saveTimes()) {
      pilot.advanceTo(time);
      if (time > 0) {
        double[] scales = CellChoice.scales(grid, pilot.state().mass);
        for (int a = 0; least != null && a < scales.length; a++) {
          scales[a] = Math.min(scales[a], least[a]);
        }
        least = scales;
      }
    }
    pilotSteps = pilot.quality().steps();
    return least;
  }

  /**
   * A run whose time steps may err by so many times the tolerance; given steps are second order.
   */
  private Evolution evolution(
      Grid grid, Discretisation d, Team team, ProductStart start, double times, Heartbeat beat) {
    OptionalDouble step = parameters.step();
    OptionalDouble longer =
        step.isPresent() && times == COARSER ? OptionalDouble.of(2 * step.getAsDouble()) : step;
    return new Evolution(
        new Gears(d, team),
        StartMasses.of(start, grid),
        new StepChoice(
            times * parameters.tolerance(),
            run.problem().horizon(),
            d.fastest(),
            longer,
            parameters.estimate()),
        beat);
  }

  private int[] chosen() {
    long[] given = parameters.cells();
    if (given.length == 0) {
      return null;
    }
    int[] cells = new int[given.length];
    for (int a = 0; a < cells.length; a++) {
      cells[a] = Math.toIntExact(given[a]);
    }
    return cells;
  }

  private static int[] halved(int[] cells) {
    int[] half = cells.clone();
    for (int a = 0; a < half.length; a++) {
      half[a] /= 2;
    }
    return half;
  }

  /** With the densities on the coarser grid, if there are any. */
  private static GridDensity density(
      CellOperator operator, double[] fine, CellOperator half, double[] coarse, double[] between) {
    return new GridDensity(
        operator.axes(),
        perVolume(operator, fine),
        coarse == null ? null : onItsOwn(half, coarse),
        between == null ? null : onItsOwn(half, between),
        operator);
  }

  private static GridDensity onItsOwn(CellOperator operator, double[] mass) {
    return new GridDensity(operator.axes(), perVolume(operator, mass), null, operator);
  }

  private static double[] perVolume(CellOperator operator, double[] mass) {
    double volume = operator.grid().cellVolume();
    double[] density = new double[mass.length];
    for (int k = 0; k < mass.length; k++) {
      density[k] = mass[k] / volume;
    }
    return density;
  }

  /** A third of the sum of absolute differences between both grids, on the coarser one's cells. */
  private static double difference(Grid grid, double[] fine, double[] coarse) {
    double[] summed = new double[coarse.length];
    int halfY = grid.dim() == 2 ? grid.ny / 2 : 1;
    for (int k = 0; k < fine.length; k++) {
      int iy = grid.dim() == 2 ? k % grid.ny / 2 : 0;
      summed[k / grid.ny / 2 * halfY + iy] += fine[k];
    }
    double sum = 0;
    for (int k = 0; k < coarse.length; k++) {
      sum += Math.abs(summed[k] - coarse[k]);
    }
    return sum / 3;
  }

  private void describe(Grid grid, Discretisation d) {
    fact("cells-0", grid.nx, "", "cells along axis 0 of the finer grid");
    if (grid.dim() == 2) {
      fact("cells-1", grid.ny, "", "cells along axis 1 of the finer grid");
    }
    fact("negative-rates", d.negativeRates(), "", "jumps with a negative rate; 0 keeps P >= 0");
    if (parameters.scheme() == FokkerPlanck.Scheme.POSITIVE) {
      fact("added-diffusion", d.addedDiffusion(), "", "largest diffusion added, relative");
    }
  }

  private void account(Evolution evolution) {
    Evolution.Quality q = evolution.quality();
    fact("time-steps", q.steps(), "", "time steps taken on the finer grid");
    fact("rejected-steps", q.rejected(), "", "steps repeated with a smaller size");
    fact("blended", q.blended(), "", "line steps blended with first order to keep P >= 0");
    if (parameters.estimate()) {
      fact(
          "time-error", q.timeError(), "", "bound from step doubling, sum of absolute differences");
    }
    fact("mass-defect", q.massDefect(), "", "distance of the total mass, losses included, from 1");
    fact("lowest-cell", q.lowest(), "", "most negative cell's mass after any step");
    fact("negative-mass", q.negativeMass(), "", "largest sum of negative cells after any step");
    double[] absorbed = evolution.state().absorbed;
    for (int a = 0; a < equation.domain().size(); a++) {
      if (equation.grid(CellChoice.pilot(equation.domain().size())).absorbing()) {
        fact("absorbed-" + a + "-lower", absorbed[2 * a], "", "probability lost there");
        fact("absorbed-" + a + "-upper", absorbed[2 * a + 1], "", "probability lost there");
      }
    }
  }

  private void fact(String name, double value, String unit, String meaning) {
    facts.add(new Fact(name, value, unit, meaning));
  }

  private MethodResult result(Observer observer, GridDensity last) {
    int[] shape = new int[last.dim()];
    for (int a = 0; a < shape.length; a++) {
      shape[a] = last.axes().get(a).cells();
    }
    NamedArray array =
        new NamedArray(
            "density",
            shape,
            last.density(),
            "probability density at the end, one entry per cell of the finer grid, axis by axis");
    return new MethodResult(observer, Optional.empty(), List.copyOf(facts), List.of(array));
  }
}
