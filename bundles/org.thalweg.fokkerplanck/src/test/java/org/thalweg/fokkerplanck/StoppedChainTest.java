package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.api.problem.Edge;

class StoppedChainTest {
  private static final Predicate<double[]> NOWHERE = x -> false;

  private static double radius(double[] x) {
    return Math.hypot(x[0], x[1]);
  }

  private static double[] time(Discretisation d, Predicate<double[]> region) {
    return new StoppedChain(d.generator(), region, NOWHERE).meanTime();
  }

  /** Largest error over the cells outside of the regions. */
  private static double error(Grid grid, double[] v, Potential exact, Predicate<double[]> regions) {
    double[] x = new double[grid.dim()];
    double worst = 0;
    for (int k = 0; k < v.length; k++) {
      grid.centre(k, x);
      if (!regions.test(x)) {
        worst = Math.max(worst, Math.abs(v[k] - exact.at(x)));
      }
    }
    return worst;
  }

  /**
   * T(x) = Int_x^b dz s(z) Int_a^z dw / (D(w) s(w)), s = exp Int L'/D, reflected at a (Gardiner,
   * Stochastic Methods, 2009, 5.5).
   */
  private static DoubleUnaryOperator quadrature(
      double a, double b, DoubleUnaryOperator slope, DoubleUnaryOperator diffusion) {
    int n = 400_000;
    double h = (b - a) / n;
    double[] log = new double[n + 1];
    for (int i = 0; i < n; i++) {
      double x = a + (i + 0.5) * h;
      log[i + 1] = log[i] + h * slope.applyAsDouble(x) / diffusion.applyAsDouble(x);
    }
    double[] until = new double[n + 1];
    double inner = 0;
    for (int i = 0; i < n; i++) {
      double middle = 0.5 * (log[i] + log[i + 1]);
      double part = h * Math.exp(-middle) / diffusion.applyAsDouble(a + (i + 0.5) * h);
      until[i + 1] = until[i] + h * Math.exp(middle) * (inner + 0.5 * part);
      inner += part;
    }
    return x -> {
      double at = (x - a) / h;
      int i = (int) Math.min(n - 1, at);
      return until[n] - until[i] - (at - i) * (until[i + 1] - until[i]);
    };
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.9, 0.7713, 0.51})
  void timesToAnyLevelConvergeInSecondOrderForNoiseThatDependsOnPosition(double level) {
    DoubleUnaryOperator slope = x -> 4 * x * (x * x - 0.5);
    DoubleUnaryOperator diffusion = x -> 0.3 + 0.2 * Math.sin(2 * x);
    DoubleUnaryOperator exact = quadrature(-1, level, slope, diffusion);
    double[] error = new double[3];
    for (int i = 0; i < 3; i++) {
      Grid grid = Grids.line(-1, 1.1, 60 << i, Edge.REFLECTING);
      Discretisation d =
          Grids.nine(
              grid,
              x -> Math.pow(x[0], 4) - x[0] * x[0],
              (x, out) -> out[0] = diffusion.applyAsDouble(x[0]));
      Predicate<double[]> region = x -> x[0] >= level;
      error[i] = error(grid, time(d, region), x -> exact.applyAsDouble(x[0]), region);
    }
    assertThat(error[0] / error[2]).isBetween(10.0, 26.0);
    assertThat(error[2]).isLessThan(1e-3 * exact.applyAsDouble(-1));
  }

  @Test
  void theTimeToLeaveADiskIsExactInEveryCell() {
    // D lap T = -1: T = (R^2 - r^2) / (4 D).
    Grid grid = Grids.box(1.2, 41, 1.1, 34);
    Predicate<double[]> outside = x -> radius(x) >= 1;
    double[] t = time(Grids.nine(grid, x -> 0, Grids.constant(0.4, 0, 0, 0.4)), outside);
    assertThat(error(grid, t, x -> (1 - x[0] * x[0] - x[1] * x[1]) / 1.6, outside))
        .isLessThan(1e-12);
  }

  @Test
  void theTimeToLeaveAnEllipseUnderAFullMatrixIsExactInEveryCell() {
    // T = (R^2 - x.D^-1.x) / 4 in the plane.
    double det = 0.3 * 0.5 - 0.1 * 0.1;
    Potential form = x -> (0.5 * x[0] * x[0] - 0.2 * x[0] * x[1] + 0.3 * x[1] * x[1]) / det;
    Predicate<double[]> outside = x -> form.at(x) >= 1;
    Grid grid = Grids.box(0.9, 40, 0.9, 37);
    Discretisation d = Grids.nine(grid, x -> 0, Grids.constant(0.3, 0.1, 0.1, 0.5));
    double[] t = time(d, outside);
    assertThat(error(grid, t, x -> (1 - form.at(x)) / 4, outside)).isLessThan(1e-12);
  }

  @Test
  void betweenConcentricCirclesTimesAndTheCommittorConvergeInSecondOrder() {
    double inner = 0.3;
    double outer = 1;
    double c = (outer * outer - inner * inner) / Math.log(outer / inner);
    Potential exactTime =
        x -> (outer * outer - Math.pow(radius(x), 2) - c * Math.log(outer / radius(x))) / 4;
    Potential exactHit = x -> Math.log(radius(x) / inner) / Math.log(outer / inner);
    double[] time = new double[3];
    double[] hit = new double[3];
    for (int i = 0; i < 3; i++) {
      Grid grid = Grids.box(1.05, 50 << i, 1.05, 46 << i);
      Generator g = Grids.nine(grid, x -> 0, Grids.constant(1, 0, 0, 1)).generator();
      Predicate<double[]> beyond = x -> radius(x) >= outer;
      Predicate<double[]> within = x -> radius(x) <= inner;
      StoppedChain chain = new StoppedChain(g, beyond, within);
      time[i] = error(grid, chain.meanTime(), exactTime, beyond.or(within));
      hit[i] = error(grid, chain.hitting(), exactHit, beyond.or(within));
    }
    assertThat(time[0] / time[2]).isBetween(10.0, 26.0);
    assertThat(hit[0] / hit[2]).isBetween(10.0, 26.0);
  }

  @Test
  void theSecondMomentIsThatOfTheEigenfunctions() {
    // Reflected at 0, absorbed at 1, D = 1: E T^2 = (5 - 6 x^2 + x^4) / 12.
    double[] error = new double[2];
    for (int i = 0; i < 2; i++) {
      Grid grid = Grids.line(0, 1.13, 50 << i, Edge.REFLECTING);
      Predicate<double[]> region = x -> x[0] >= 1;
      StoppedChain chain =
          new StoppedChain(
              Grids.nine(grid, x -> 0, Grids.constant(1)).generator(), region, NOWHERE);
      error[i] =
          error(
              grid,
              chain.meanSquareTime(chain.meanTime()),
              x -> (5 - 6 * x[0] * x[0] + Math.pow(x[0], 4)) / 12,
              region);
    }
    assertThat(error[0] / error[1]).isBetween(3.0, 5.0);
    assertThat(error[1]).isLessThan(2e-4);
  }

  @Test
  void absorbingEdgesEndPathsAndCountAsElsewhere() {
    // From x in (0, 1), D = 1: T = x (1 - x) / 2, and 1 is reached first with probability x.
    Grid grid = Grids.line(0, 1.2, 60, Edge.ABSORBING);
    Predicate<double[]> region = x -> x[0] >= 1;
    StoppedChain chain =
        new StoppedChain(Grids.nine(grid, x -> 0, Grids.constant(1)).generator(), region, NOWHERE);
    assertThat(error(grid, chain.meanTime(), x -> x[0] * (1 - x[0]) / 2, region)).isLessThan(1e-4);
    assertThat(error(grid, chain.hitting(), x -> x[0], region)).isLessThan(1e-3);
  }

  @Test
  void anExponentiallyLongTimeIsAccurateToRoundingEntryByEntry() {
    // A chain on a line: T_k = sum over j >= k of (sum over i <= j of pi_i) / (pi_j u_j).
    double temperature = 0.01;
    Grid grid = Grids.line(-1.5, 1.5, 300, Edge.REFLECTING);
    Discretisation d =
        Grids.nine(
            grid, x -> Math.pow(x[0] * x[0] - 1, 2) + 0.01 * x[0], Grids.constant(temperature));
    int last = 200;
    double[] t = time(d, x -> x[0] >= grid.axis(0).centre(last));
    DirectionalRates rates = d.parts().get(0);
    double[] exact = new double[last + 1];
    double[] step = new double[last];
    double pi = 1;
    double sum = 0;
    for (int j = 0; j < last; j++) {
      sum += pi;
      step[j] = sum / (pi * rates.forward[j]);
      pi *= rates.forward[j] / rates.backward[j + 1];
    }
    for (int k = last - 1; k >= 0; k--) {
      exact[k] = exact[k + 1] + step[k];
      assertThat(t[k] / exact[k]).isCloseTo(1, within(1e-11));
    }
    assertThat(t[0]).isGreaterThan(1e40);
  }

  @Test
  void aRegionThatBeginsBetweenTheLastCentreAndAReflectingEdgeIsReached() {
    // T = (b^2 - x^2) / 2 for D = 1, reflected at 0, with b within half a cell of the edge.
    for (double level : new double[] {1, 0.999, 0.99}) {
      Grid grid = Grids.line(0, 1, 40, Edge.REFLECTING);
      double[] t = time(Grids.nine(grid, x -> 0, Grids.constant(1)), x -> x[0] >= level);
      assertThat(error(grid, t, x -> (level * level - x[0] * x[0]) / 2, x -> x[0] >= level))
          .isLessThan(3e-4);
    }
  }

  @Test
  void pathsAroundARingEndOnBothSidesOfARegionAcrossItsEnd() {
    // A region of half-width a about 0 on a ring of length 2: T = (x - a) (2 - a - x) / (2 D).
    Grid grid = Grids.line(0, 2, 50, Edge.PERIODIC);
    double a = 0.317;
    Predicate<double[]> region = x -> Math.min(x[0], 2 - x[0]) <= a;
    double[] t = time(Grids.nine(grid, x -> 0, Grids.constant(0.5)), region);
    assertThat(error(grid, t, x -> (x[0] - a) * (2 - a - x[0]), region)).isLessThan(1e-11);
  }

  @Test
  void whereNothingEndsAPathTheTimeIsInfiniteAndTheTargetNotReached() {
    // No noise between the wells: what begins left of 0 stays there.
    Grid grid = Grids.line(-2, 2, 80, Edge.REFLECTING);
    Diffusion patches = (x, out) -> out[0] = Math.abs(x[0]) > 0.5 ? 1 : 0;
    Potential away = x -> x[0] < 0.2 && x[0] > -0.5 ? x[0] : 0;
    Predicate<double[]> region = x -> x[0] >= 1.5;
    StoppedChain chain =
        new StoppedChain(Grids.nine(grid, away, patches).generator(), region, NOWHERE);
    double[] t = chain.meanTime();
    double[] hit = chain.hitting();
    assertThat(t[grid.cellAt(new double[] {-1})]).isInfinite();
    assertThat(hit[grid.cellAt(new double[] {-1})]).isZero();
    assertThat(t[grid.cellAt(new double[] {-1.9})]).isInfinite();
    assertThat(t[grid.cellAt(new double[] {1.8})]).isZero();
    assertThat(hit[grid.cellAt(new double[] {1.8})]).isEqualTo(1);
  }

  @Test
  void theCommittorOfADoubleWellIsTheScaleFunction() {
    // q(x) = Int_a^x e^{L/T} / Int_a^b e^{L/T}
    double temperature = 0.08;
    double a = -0.83;
    double b = 0.91;
    Potential loss = x -> Math.pow(x[0] * x[0] - 1, 2) / 4;
    int n = 100_000;
    double[] sums = new double[n + 1];
    for (int i = 0; i < n; i++) {
      double x = a + (i + 0.5) * (b - a) / n;
      sums[i + 1] = sums[i] + Math.exp(loss.at(new double[] {x}) / temperature);
    }
    double[] error = new double[2];
    for (int i = 0; i < 2; i++) {
      Grid grid = Grids.line(-1.6, 1.6, 80 << i, Edge.REFLECTING);
      Predicate<double[]> right = x -> x[0] >= b;
      Predicate<double[]> left = x -> x[0] <= a;
      double[] q =
          new StoppedChain(
                  Grids.nine(grid, loss, Grids.constant(temperature)).generator(), right, left)
              .hitting();
      error[i] =
          error(grid, q, x -> sums[(int) ((x[0] - a) / (b - a) * n)] / sums[n], right.or(left));
    }
    assertThat(error[0] / error[1]).isBetween(3.0, 5.0);
    assertThat(error[1]).isLessThan(5e-4);
  }

  /**
   * Along a valley ln F = x/l, flat floor, reflected at 0, to A (project notes, S1): T = A l/Delta
   * - (l^2/(kappa Delta)) (1 - exp(-kappa A/l)) to leading order in eps = kappa Delta/(l^2 lambda).
   */
  @Test
  void theTimeAlongAValleyIsTheNotesWithinHalfAPercent() {
    double kappa = 4;
    double leading = 1 - (1 - Math.exp(-kappa)) / kappa;
    double[] relative = new double[2];
    for (int i = 0; i < 2; i++) {
      // eps at A = 1: 0.04 and 0.02
      double lambda0 = (100 << i) * Math.exp(2);
      double width = 5.5 / Math.sqrt(lambda0 * Math.exp(-2 * 1.25));
      double[] at = new double[2];
      for (int j = 0; j < 2; j++) {
        Grid grid =
            new Grid(
                Grids.axis(0, 1.25, 60 << j, Edge.REFLECTING),
                Grids.axis(-width, width, 130 << j, Edge.REFLECTING));
        double[] t =
            time(
                Grids.nine(
                    grid,
                    x -> 0.5 * lambda0 * Math.exp(-2 * x[0]) * x[1] * x[1],
                    Grids.constant(1 / kappa, 0, 0, 1)),
                x -> x[0] >= 1);
        at[j] = atOrigin(grid, t);
      }
      relative[i] = (4 * at[1] - at[0]) / 3 / leading - 1;
    }
    assertThat(Math.abs(relative[0])).isLessThan(0.005);
    // what is left is of the first order in eps
    assertThat(relative[0] / relative[1]).isBetween(1.7, 2.3);
  }

  /** At x = 0 on the floor, by a parabola without slope there and the two rows beside the floor. */
  private static double atOrigin(Grid grid, double[] t) {
    int above = grid.ny / 2;
    double first = 0.5 * (t[grid.cell(0, above)] + t[grid.cell(0, above - 1)]);
    double second = 0.5 * (t[grid.cell(1, above)] + t[grid.cell(1, above - 1)]);
    return first + (first - second) / 8;
  }
}
