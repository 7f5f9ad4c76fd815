package org.thalweg.fokkerplanck;

import java.util.List;
import org.thalweg.api.problem.Axis;

/**
 * What is to be solved before any grid is chosen, so that pilot, coarse and fine runs discretise
 * one and the same thing.
 *
 * @param domain the ends and edges of every axis
 * @param potential the potential of the drift
 * @param diffusion the diffusion matrix
 * @param scheme how it is discretised
 * @param reach largest jump of the positive scheme, in cells
 */
record Equation(
    List<Axis> domain,
    Potential potential,
    Diffusion diffusion,
    FokkerPlanck.Scheme scheme,
    int reach) {
  Grid grid(int... cells) {
    CellAxis[] axes = new CellAxis[domain.size()];
    for (int a = 0; a < axes.length; a++) {
      Axis axis = domain.get(a);
      axes[a] = new CellAxis(axis.from(), axis.to(), cells[a], axis.lower(), axis.upper());
    }
    return new Grid(axes);
  }

  /** For a steady state: jumps to neighbours only, which elimination wants. */
  Discretisation on(Grid grid) {
    Coefficients coefficients = new Coefficients(grid, potential, diffusion);
    return switch (scheme) {
      case SECOND_ORDER -> NinePointScheme.discretise(coefficients);
      case POSITIVE -> SellingScheme.discretise(coefficients, reach);
    };
  }

  /** For an evolution: such jumps that it splits into lines, where there are any. */
  Discretisation evolving(Grid grid) {
    return scheme == FokkerPlanck.Scheme.POSITIVE
        ? on(grid)
        : NinePointScheme.splitting(new Coefficients(grid, potential, diffusion));
  }
}
