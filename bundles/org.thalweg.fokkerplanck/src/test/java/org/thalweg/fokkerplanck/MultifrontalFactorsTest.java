package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.thalweg.api.problem.Edge;

class MultifrontalFactorsTest {
  private static double residual(Generator g, double s, double[] f, double[] u) {
    double[] change = new double[u.length];
    g.forward(u, change);
    double worst = 0;
    for (int k = 0; k < u.length; k++) {
      worst = Math.max(worst, Math.abs(u[k] - s * change[k] - f[k]));
    }
    return worst;
  }

  private static double[] solved(Generator g, double s, double[] f) {
    Transposed t = new Transposed(g);
    double[] u = f.clone();
    MultifrontalFactors.implicit(g, t, new Dissection(g, t), s).solve(u);
    return u;
  }

  private static void solves(Generator g) {
    Random random = new Random(5);
    double[] f = random.doubles(g.cells()).toArray();
    double s = 30 / g.fastest();
    assertThat(residual(g, s, f, solved(g, s, f))).isLessThan(1e-12);
    transposedSolves(g, s, f);
  }

  /** Both solves are each other's transpose: u . S f = f . S^T u. */
  private static void transposedSolves(Generator g, double s, double[] f) {
    Transposed t = new Transposed(g);
    MultifrontalFactors factors = MultifrontalFactors.implicit(g, t, new Dissection(g, t), s);
    double[] u = new Random(6).doubles(g.cells()).toArray();
    double[] forward = f.clone();
    factors.solve(forward);
    double[] backward = u.clone();
    factors.solveBackward(backward);
    double left = 0;
    double right = 0;
    for (int k = 0; k < u.length; k++) {
      left += u[k] * forward[k];
      right += f[k] * backward[k];
    }
    assertThat(left / right).isCloseTo(1, within(1e-13));
    double[] change = new double[u.length];
    g.backward(backward, change);
    for (int k = 0; k < u.length; k++) {
      assertThat(backward[k] - s * change[k]).isCloseTo(u[k], within(1e-11));
    }
  }

  private static void wide(Edge edgeX, Edge edgeY) {
    Grid grid = new Grid(Grids.axis(-1, 1, 37, edgeX), Grids.axis(-1, 1, 29, edgeY));
    Diffusion needle =
        (x, out) -> {
          double c = Math.cos(1 + x[0]);
          double s = Math.sin(1 + x[0]);
          out[0] = c * c;
          out[1] = c * s;
          out[2] = c * s;
          out[3] = s * s;
        };
    Potential bowl = x -> x[0] * x[0] + x[1] * x[1];
    Coefficients c = new Coefficients(grid, bowl, needle);
    solves(NinePointScheme.discretise(c).generator());
    Generator selling = SellingScheme.discretise(c, 3).generator();
    assertThat(selling.reachX).isEqualTo(3);
    solves(selling);
  }

  @Test
  void implicitStepsAreSolvedForEveryEdgeAndWideStencils() {
    wide(Edge.REFLECTING, Edge.REFLECTING);
    wide(Edge.PERIODIC, Edge.REFLECTING);
    wide(Edge.ABSORBING, Edge.PERIODIC);
    wide(Edge.PERIODIC, Edge.PERIODIC);
  }

  @Test
  void theOperatorItselfHasAnInverseOnlyWhereProbabilityIsLost() {
    Generator closed =
        Grids.nine(Grids.box(2, 31, 1, 27), x -> x[0], Grids.constant(0.25, 0, 0, 1)).generator();
    Transposed t = new Transposed(closed);
    assertThatThrownBy(() -> MultifrontalFactors.inverse(closed, t, new Dissection(closed, t)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no probability leaves");
  }

  @Test
  void meanTimesToAnAbsorbingEdgeAreExactInTheirSquare() {
    // D T'' = -1 between absorbing 0 and 1: T = x (1 - x) / (2 D), on the grid up to h^2 / (8 D).
    Generator g =
        Grids.nine(Grids.line(0, 1, 50, Edge.ABSORBING), x -> 0, Grids.constant(0.5)).generator();
    Transposed t = new Transposed(g);
    double[] time = new double[50];
    java.util.Arrays.fill(time, 1);
    MultifrontalFactors.inverse(g, t, new Dissection(g, t)).solveBackward(time);
    for (int k = 0; k < 50; k++) {
      double x = (k + 0.5) / 50;
      assertThat(time[k]).isCloseTo(x * (1 - x), within(1.0 / 50 / 50));
    }
  }

  @Test
  void solutionsOfNonNegativeRightHandSidesAreNonNegativeInFloatingPoint() {
    Grid grid = Grids.box(3, 40, 3, 40);
    Generator g =
        Grids.nine(grid, x -> 20 * x[0] * x[0] + 3 * x[1] * x[1], Grids.constant(1, .3, .3, 1))
            .generator();
    double[] f = new double[g.cells()];
    f[0] = 1;
    assertThat(java.util.Arrays.stream(solved(g, 1e4, f)).min().getAsDouble()).isNotNegative();
  }
}
