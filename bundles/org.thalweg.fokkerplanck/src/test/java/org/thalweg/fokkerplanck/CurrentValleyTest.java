package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.analysis.ProbabilityCurrent;
import org.thalweg.api.problem.Edge;

/**
 * The circulation of the solvable valley lambda = lambda0 exp(x^2), Delta = 1, flat floor, against
 * the continuum values of the project's notes (S1), extrapolated from two grids.
 */
class CurrentValleyTest {
  private record Solved(Grid grid, double[] density, ProbabilityCurrent current) {}

  @ParameterizedTest
  @CsvSource({
    "4, 12.5, 0.0388, 0.959",
    "4, 50, 0.0425, 1.0743",
    "4, 200, 0.0435, 1.1115",
    "16, 800, 0.0548, 1.7514"
  })
  void circulatesAndProducesEntropyAsTheReferenceDoes(
      double kappa, double lambda0, double largest, double production) {
    Solved fine = solved(kappa, lambda0, 256, 448);
    Solved coarse = solved(kappa, lambda0, 128, 224);
    double psi = extrapolated(peak(fine), peak(coarse));
    double entropy =
        extrapolated(fine.current().entropyProduction(), coarse.current().entropyProduction());
    String seen = String.format("max |psi| %.5f, entropy production %.5f", psi, entropy);
    assertThat(psi).as(seen).isCloseTo(largest, within(2e-4));
    assertThat(entropy).as(seen).isCloseTo(production, within(0.002 * production));
    assertThat(fine.current().imbalance()).isLessThan(1e-9);
  }

  private static double extrapolated(double fine, double coarse) {
    return (4 * fine - coarse) / 3;
  }

  private static Solved solved(double kappa, double lambda0, int nx, int ny) {
    double x = 5.5 / Math.sqrt(kappa);
    double y = 5.5 / Math.sqrt(lambda0);
    Equation equation =
        new Equation(
            java.util.List.of(
                Problems.axis(-x, x, Edge.REFLECTING), Problems.axis(-y, y, Edge.REFLECTING)),
            at -> 0.5 * lambda0 * Math.exp(at[0] * at[0]) * at[1] * at[1],
            Grids.constant(1 / kappa, 0, 0, 1),
            FokkerPlanck.Scheme.SECOND_ORDER,
            4);
    Grid grid = equation.grid(nx, ny);
    CellOperator operator = new CellOperator(equation, grid);
    double[] p = SteadyState.of(operator.discretisation().generator());
    for (int k = 0; k < p.length; k++) {
      p[k] /= grid.cellVolume();
    }
    return new Solved(grid, p, operator.current(p));
  }

  /** The largest |psi|, from the parabolas through it and its neighbours along both axes. */
  private static double peak(Solved s) {
    double[] psi = s.current().stream();
    int rows = s.grid().ny + 1;
    int at = 0;
    for (int k = 0; k < psi.length; k++) {
      at = Math.abs(psi[k]) > Math.abs(psi[at]) ? k : at;
    }
    return Math.abs(psi[at] + rise(psi, at, 1) + rise(psi, at, rows));
  }

  /** By how much the top of a parabola is above its middle point. */
  private static double rise(double[] psi, int at, int stride) {
    double slope = (psi[at + stride] - psi[at - stride]) / 2;
    double bend = psi[at + stride] - 2 * psi[at] + psi[at - stride];
    return -slope * slope / (2 * bend);
  }
}
