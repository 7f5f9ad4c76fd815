package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.GridOperator;
import org.thalweg.api.analysis.ProbabilityCurrent;
import org.thalweg.api.analysis.RelaxationMode;

/**
 * An equation on one grid as analyzers see it; everything is worked out when it is first asked for,
 * with jumps to neighbouring cells only, which elimination wants.
 */
final class CellOperator implements GridOperator {
  private final Equation equation;
  private final Grid grid;
  private Discretisation discretisation;

  CellOperator(Equation equation, Grid grid) {
    this.equation = equation;
    this.grid = grid;
  }

  Grid grid() {
    return grid;
  }

  /** The scheme's outcome on the grid. */
  synchronized Discretisation discretisation() {
    if (discretisation == null) {
      discretisation = equation.on(grid);
    }
    return discretisation;
  }

  @Override
  public double[] meanPassageTime(Predicate<double[]> region) {
    return stopped(region).meanTime();
  }

  @Override
  public double[] meanSquarePassageTime(Predicate<double[]> region) {
    StoppedChain chain = stopped(region);
    return chain.meanSquareTime(chain.meanTime());
  }

  @Override
  public double[] hittingProbability(Predicate<double[]> target, Predicate<double[]> other) {
    return new StoppedChain(discretisation().generator(), target, other).hitting();
  }

  private StoppedChain stopped(Predicate<double[]> region) {
    return new StoppedChain(discretisation().generator(), region, x -> false);
  }

  @Override
  public List<GridAxis> axes() {
    List<GridAxis> axes = new ArrayList<>();
    for (int a = 0; a < grid.dim(); a++) {
      CellAxis axis = grid.axis(a);
      axes.add(new GridAxis(axis.from(), axis.to(), axis.cells()));
    }
    return axes;
  }

  @Override
  public ProbabilityCurrent current(double[] density) {
    return new CurrentOf(discretisation().generator(), equation.diffusion(), density).value();
  }

  @Override
  public List<RelaxationMode> modes(int modes) {
    return Modes.of(discretisation().generator(), modes);
  }
}
