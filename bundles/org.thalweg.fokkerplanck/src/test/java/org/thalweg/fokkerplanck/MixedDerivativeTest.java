package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Both schemes on a full matrix: the generator's moments, and short-time moments of the random
 * shift.
 */
class MixedDerivativeTest {
  private static final double STRENGTH = 0.05;
  private static final double X0 = 1;
  private static final double Y0 = 0.6;
  private static final double TIME = 0.4;

  private static final Potential LOSS = x -> 0.5 * (1 + 0.5 * x[0] * x[0]) * x[1] * x[1];

  private static final Diffusion SHIFT =
      (x, out) -> {
        double hxx = 0.5 * x[1] * x[1];
        double hxy = x[0] * x[1];
        double hyy = 1 + 0.5 * x[0] * x[0];
        out[0] = STRENGTH * (hxx * hxx + hxy * hxy);
        out[1] = STRENGTH * (hxx * hxy + hxy * hyy);
        out[2] = out[1];
        out[3] = STRENGTH * (hxy * hxy + hyy * hyy);
      };

  /** The backward generator on x^a y^b at a cell centre well inside. */
  private static double[] local(Generator g, double[] at) {
    int k = g.grid.cellAt(at);
    double[] c = new double[2];
    double[] x = new double[2];
    g.grid.centre(k, c);
    double[] m = new double[5];
    for (int e = g.start[k]; e < g.start[k + 1]; e++) {
      g.grid.centre(g.target[e], x);
      double a = x[0] - c[0];
      double b = x[1] - c[1];
      m[0] += g.rate[e] * a;
      m[1] += g.rate[e] * b;
      m[2] += g.rate[e] * a * a / 2;
      m[3] += g.rate[e] * a * b / 2;
      m[4] += g.rate[e] * b * b / 2;
    }
    return m;
  }

  @Test
  void sellingsJumpsHaveExactlyTheMatrixAsTheirCovariance() {
    Grid grid = Grids.box(1, 31, 1, 47);
    double[][] matrices = {{1, 0.9, 1}, {1, -0.5, 0.3}, {0.02, 0.1, 1}, {3, 0, 0.1}, {1, 1.7, 3}};
    for (double[] d : matrices) {
      Coefficients c = new Coefficients(grid, x -> 0, Grids.constant(d[0], d[1], d[1], d[2]));
      Discretisation selling = SellingScheme.discretise(c, 12);
      assertThat(selling.positive()).isTrue();
      assertThat(selling.addedDiffusion()).isZero();
      double[] m = local(selling.generator(), new double[] {0, 0});
      assertThat(m[2]).isCloseTo(d[0], within(1e-11));
      assertThat(m[3]).isCloseTo(d[1], within(1e-11));
      assertThat(m[4]).isCloseTo(d[2], within(1e-11));
      double[] nine = local(NinePointScheme.discretise(c).generator(), new double[] {0, 0});
      assertThat(nine[2]).isCloseTo(d[0], within(1e-11));
      assertThat(nine[3]).isCloseTo(d[1], within(1e-11));
      assertThat(nine[4]).isCloseTo(d[2], within(1e-11));
    }
  }

  @Test
  void aLongerDiagonalHasTheMatrixAsItsCovarianceAndKeepsTheMeanOfMirroredJumps() {
    Grid grid = Grids.box(3, 31, 1, 31);
    Coefficients c = new Coefficients(grid, x -> 0, Grids.constant(0.3, 0.15, 0.15, 0.3));
    Diagonal diagonal = Diagonal.choose(c);
    assertThat(diagonal).isEqualTo(new Diagonal(1, 2));
    Generator g = NinePointScheme.splitting(c).generator();
    double[] m = local(g, new double[] {0, 0});
    assertThat(m[0]).isCloseTo(0, within(1e-11));
    assertThat(m[1]).isCloseTo(0, within(1e-11));
    assertThat(m[2]).isCloseTo(0.3, within(1e-11));
    assertThat(m[3]).isCloseTo(0.15, within(1e-11));
    assertThat(m[4]).isCloseTo(0.3, within(1e-11));
    // In the second row a jump by two rows comes back to the first: one row instead of two.
    m = local(g, new double[] {0, -1 + 1.5 * grid.hy()});
    double rate = 0.15 / (2 * grid.hx() * grid.hy());
    assertThat(m[0]).isCloseTo(0, within(1e-11));
    assertThat(m[1]).isCloseTo(rate * (-1 + 2) * grid.hy(), within(1e-9));
  }

  @Test
  void theNinePointSchemeHasTheRandomShiftsShortTimeMomentsToSecondOrder()
      throws InterruptedException {
    double[] exact = exactMoments();
    double[] coarse = moments(FokkerPlanck.Scheme.SECOND_ORDER, 64);
    double[] fine = moments(FokkerPlanck.Scheme.SECOND_ORDER, 128);
    for (int i = 0; i < exact.length; i++) {
      assertThat((4 * fine[i] - coarse[i]) / 3).isCloseTo(exact[i], within(2e-4));
    }
  }

  @Test
  void thePositiveSchemeApproachesThemInFirstOrder() throws InterruptedException {
    double[] exact = exactMoments();
    double[] coarse = moments(FokkerPlanck.Scheme.POSITIVE, 48);
    double[] fine = moments(FokkerPlanck.Scheme.POSITIVE, 96);
    double before = 0;
    double after = 0;
    for (int i = 0; i < exact.length; i++) {
      before = Math.max(before, Math.abs(coarse[i] - exact[i]));
      after = Math.max(after, Math.abs(fine[i] - exact[i]));
    }
    assertThat(after).isLessThan(0.65 * before).isLessThan(0.03);
  }

  /** E x, E y, E x^2, E xy, E y^2 on a grid whose cells have the start at a centre. */
  private static double[] moments(FokkerPlanck.Scheme scheme, int cells)
      throws InterruptedException {
    double h = 4.0 / cells;
    Grid grid =
        new Grid(
            Grids.axis(
                X0 - h / 2 - h * (cells / 2), X0 + h / 2 + h * (cells / 2), cells + 1, REFLECTING),
            Grids.axis(
                Y0 - h / 2 - h * (cells / 2), Y0 + h / 2 + h * (cells / 2), cells + 1, REFLECTING));
    Coefficients c = new Coefficients(grid, LOSS, SHIFT);
    Discretisation d =
        scheme == FokkerPlanck.Scheme.POSITIVE
            ? SellingScheme.discretise(c, 4)
            : NinePointScheme.discretise(c);
    GridState state = Grids.oneCell(grid, X0, Y0);
    Grids.run(d, state, 5e-4, TIME).advanceTo(TIME);
    return new double[] {
      Grids.expectation(grid, state.mass, x -> x[0]),
      Grids.expectation(grid, state.mass, x -> x[1]),
      Grids.expectation(grid, state.mass, x -> x[0] * x[0]),
      Grids.expectation(grid, state.mass, x -> x[0] * x[1]),
      Grids.expectation(grid, state.mass, x -> x[1] * x[1])
    };
  }

  private static final org.thalweg.api.problem.Edge REFLECTING =
      org.thalweg.api.problem.Edge.REFLECTING;

  /** exp(t A*) f by its Taylor series, exact on polynomials. */
  private static double[] exactMoments() {
    Polynomial x = Polynomial.monomial(1, 1, 0);
    Polynomial y = Polynomial.monomial(1, 0, 1);
    Polynomial lossX = Polynomial.monomial(0.5, 1, 2);
    Polynomial curvature = Polynomial.monomial(1, 0, 0).plus(Polynomial.monomial(0.5, 2, 0));
    Polynomial hxx = Polynomial.monomial(0.5, 0, 2);
    Polynomial hxy = Polynomial.monomial(1, 1, 1);
    Polynomial lossY = curvature.times(y);
    Polynomial dxx = hxx.times(hxx).plus(hxy.times(hxy)).scaled(STRENGTH);
    Polynomial dxy = hxx.times(hxy).plus(hxy.times(curvature)).scaled(STRENGTH);
    Polynomial dyy = hxy.times(hxy).plus(curvature.times(curvature)).scaled(STRENGTH);
    Polynomial[] observables = {x, y, x.times(x), x.times(y), y.times(y)};
    double[] out = new double[observables.length];
    for (int i = 0; i < out.length; i++) {
      Polynomial f = observables[i];
      double factor = 1;
      double last = 0;
      for (int k = 0; k <= 14; k++) {
        last = factor * f.at(X0, Y0);
        out[i] += last;
        Polynomial fx = f.derivative(0);
        Polynomial fy = f.derivative(1);
        f =
            dxx.times(fx.derivative(0))
                .plus(dxy.times(fx.derivative(1)).scaled(2))
                .plus(dyy.times(fy.derivative(1)))
                .plus(lossX.times(fx).scaled(-1))
                .plus(lossY.times(fy).scaled(-1));
        factor *= TIME / (k + 1);
      }
      assertThat(Math.abs(last)).as("the series has converged").isLessThan(1e-5);
    }
    return out;
  }
}
