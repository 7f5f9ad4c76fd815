package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.method.MethodResult;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;

/**
 * The steady state of the solvable valley lambda = lambda0 exp(x^2), Delta = 1, flat floor, against
 * the continuum values of the project's notes (S1), with the cells and the extrapolation that the
 * defaults choose.
 */
class SolvableValleyTest {
  @ParameterizedTest
  @CsvSource({
    "4, 12.5, 0.0892, 0.9209, 0.0162, 5.5",
    "4, 50, 0.0267, 0.9751, 0.0046, 5.5",
    "4, 200, 0.0070, 0.9933, 0.00119, 5.5",
    "16, 800, 0.0024, 0.9968, 0.00046, 5.5",
    "4, 50, 0.0267, 0.9751, 0.0046, 7"
  })
  void steadyStateHasTheReferenceValues(
      double kappa, double lambda0, double deltaLogP, double meanU, double variation, double box)
      throws InterruptedException {
    Problem problem =
        Problems.of(
            x -> 0.5 * lambda0 * Math.exp(x[0] * x[0]) * x[1] * x[1],
            Grids.constant(1 / kappa, 0, 0, 1),
            new double[] {0, 0},
            1,
            Problems.axis(-box / Math.sqrt(kappa), box / Math.sqrt(kappa), Edge.REFLECTING),
            Problems.axis(-box / Math.sqrt(lambda0), box / Math.sqrt(lambda0), Edge.REFLECTING));
    FokkerPlanck.Params p = new FokkerPlanck().defaults();
    StubRun run = new StubRun(problem, 0.0, 1.0);
    MethodResult result =
        new FokkerPlanckMethod(
                new FokkerPlanck.Params(
                    FokkerPlanck.Solve.STEADY_STATE,
                    p.cells(),
                    p.scheme(),
                    p.reach(),
                    p.tolerance(),
                    p.step(),
                    p.estimate()))
            .solve(run);
    GridDensity density = run.seen().get(Double.POSITIVE_INFINITY);
    GridAxis axis = density.coarse().orElseThrow().axes().get(0);

    double[] marginal = extrapolated(density, x -> 1);
    double[] energy = extrapolated(density, x -> lambda0 * Math.exp(x[0] * x[0]) * x[1] * x[1]);
    double at = 2 / Math.sqrt(kappa);
    double there = CellReconstruction.at(axis, marginal, at);
    double log = Math.log(there / CellReconstruction.at(axis, marginal, 0)) + kappa * at * at / 2;
    double u = CellReconstruction.at(axis, energy, at) / there;
    double tv = variation(density, kappa, lambda0);
    String seen =
        String.format("delta ln p %.5f, <u> %.5f, TV %.6f on %s", log, u, tv, density.axes());
    assertThat(log).as(seen).isCloseTo(deltaLogP, within(1e-4));
    assertThat(u).as(seen).isCloseTo(meanU, within(2e-4));
    assertThat(tv).as(seen).isCloseTo(variation, within(0.03 * variation));
    assertThat(StubRun.fact(result, "residual")).isLessThan(1e-14);
    assertThat(StubRun.fact(result, "mass-defect")).isLessThan(1e-12);
    assertThat(StubRun.fact(result, "lowest-cell")).isZero();
  }

  private static double[] extrapolated(GridDensity density, ToDoubleFunction<double[]> f) {
    Estimate[] slabs = density.extrapolatedSlabs(0, f);
    double[] out = new double[slabs.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = slabs[i].value();
    }
    return out;
  }

  /** (1/2) Int |P - P_Eq7|, P_Eq7 = F^(kappa-1) exp(-lambda y^2/2) normalised on the plane. */
  private static double variation(GridDensity fine, double kappa, double lambda0) {
    GridDensity coarse = fine.coarse().orElseThrow();
    GridAxis ax = coarse.axes().get(0);
    GridAxis ay = coarse.axes().get(1);
    double[] extrapolated = new double[ax.cells() * ay.cells()];
    for (int i = 0; i < 2 * ax.cells(); i++) {
      for (int j = 0; j < 2 * ay.cells(); j++) {
        extrapolated[i / 2 * ay.cells() + j / 2] +=
            4.0 / 3 * fine.density()[i * 2 * ay.cells() + j] * fine.cellVolume();
      }
    }
    double sum = 0;
    int parts = 8;
    for (int i = 0; i < ax.cells(); i++) {
      double[] column = new double[ay.cells()];
      for (int s = 0; s < parts; s++) {
        double x = ax.edge(i) + (s + 0.5) / parts * ax.width();
        double weight = normal(Math.sqrt(kappa) * x) * Math.sqrt(kappa) * ax.width() / parts;
        double root = Math.sqrt(lambda0 * Math.exp(x * x));
        for (int j = 0; j < column.length; j++) {
          column[j] += weight * normalMass(root * ay.edge(j), root * ay.edge(j + 1));
        }
      }
      for (int j = 0; j < column.length; j++) {
        double rough = coarse.density()[i * column.length + j] * coarse.cellVolume() / 3;
        sum += Math.abs(extrapolated[i * column.length + j] - rough - column[j]);
      }
    }
    return sum / 2;
  }

  private static double normal(double z) {
    return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  }

  /** Simpson's rule, enough for cells of a fraction of a standard deviation. */
  private static double normalMass(double a, double b) {
    int n = 2 * (int) Math.ceil(2 * (b - a) + 2);
    double h = (b - a) / n;
    double sum = normal(a) + normal(b);
    for (int i = 1; i < n; i++) {
      sum += (i % 2 == 1 ? 4 : 2) * normal(a + i * h);
    }
    return sum * h / 3;
  }
}
