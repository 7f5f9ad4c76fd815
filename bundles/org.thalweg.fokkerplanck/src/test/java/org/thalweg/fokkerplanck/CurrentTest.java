package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.thalweg.api.analysis.ProbabilityCurrent;
import org.thalweg.api.problem.Edge;

class CurrentTest {
  private static final Potential BOWL = x -> 0.5 * (x[0] * x[0] + 2 * x[1] * x[1]);
  private static final double[] TILTED = {1, 0.4, 0.4, 1.3};

  private static ProbabilityCurrent current(Grid grid, Potential loss, Diffusion d, double[] p) {
    return new CurrentOf(Grids.nine(grid, loss, d).generator(), d, p).value();
  }

  private static double[] steady(Grid grid, Potential loss, Diffusion d) {
    double[] p = SteadyState.of(Grids.nine(grid, loss, d).generator());
    for (int k = 0; k < p.length; k++) {
      p[k] /= grid.cellVolume();
    }
    return p;
  }

  private static ProbabilityCurrent steadyCurrent(Grid grid, Potential loss, Diffusion d) {
    return current(grid, loss, d, steady(grid, loss, d));
  }

  private static double largest(double[] values) {
    double most = 0;
    for (double v : values) {
      most = Math.max(most, Math.abs(v));
    }
    return most;
  }

  @Test
  void whatACellLosesLeavesThroughItsFaces() {
    for (Edge edge : new Edge[] {Edge.REFLECTING, Edge.ABSORBING, Edge.PERIODIC}) {
      Grid grid = new Grid(Grids.axis(-1, 1, 14, edge), Grids.axis(-1, 2, 11, Edge.REFLECTING));
      Potential loss = x -> Math.sin(3 * x[0]) * x[1] + x[1] * x[1];
      Diffusion d = Grids.constant(0.5, 0.6, 0.6, 0.9);
      Coefficients c = new Coefficients(grid, loss, d);
      for (Discretisation made :
          new Discretisation[] {
            NinePointScheme.discretise(c),
            NinePointScheme.splitting(c),
            SellingScheme.discretise(c, 4)
          }) {
        double[] p = new Random(7).doubles(grid.cells()).toArray();
        double[] expected = new double[p.length];
        made.generator().forward(p, expected);
        FaceFlows flows = new FaceFlows(made.generator(), p);
        for (int k = 0; k < p.length; k++) {
          assertThat(flows.change(k))
              .isCloseTo(expected[k] * grid.cellVolume(), within(1e-13 * flows.traffic()));
        }
      }
    }
  }

  @Test
  void gibbsStateHasNoCurrentAndProducesNoEntropy() {
    double t = 0.3;
    Potential loss = x -> 2 * Math.pow(x[0], 4) - 4 * x[0] * x[0] + x[0] * x[1] + 2 * x[1] * x[1];
    Grid grid = Grids.box(3, 60, 2, 46);
    ProbabilityCurrent c = steadyCurrent(grid, loss, Grids.constant(t, 0, 0, t));
    assertThat(largest(c.components()[0])).isLessThan(1e-12);
    assertThat(largest(c.components()[1])).isLessThan(1e-12);
    assertThat(largest(c.stream())).isLessThan(1e-12);
    assertThat(c.stream()).hasSize(61 * 47);
    assertThat(c.entropyProduction()).isBetween(0.0, 1e-20);
  }

  @Test
  void tiltedRingCarriesOneCurrentAndProducesTheWorkOfItsForceOverTheTemperature() {
    // L = cos x - f x: J by quadrature over one period (Risken 1989, 11.3); production J f 2 pi/T.
    double f = 0.7;
    double t = 0.5;
    double exact = ringCurrent(f, t);
    double[] error = new double[2];
    double[] production = new double[2];
    for (int i = 0; i < 2; i++) {
      Grid ring = Grids.line(0, 2 * Math.PI, 64 << i, Edge.PERIODIC);
      ProbabilityCurrent c = steadyCurrent(ring, x -> Math.cos(x[0]) - f * x[0], Grids.constant(t));
      double[] j = c.components()[0];
      for (double v : j) {
        assertThat(v).isCloseTo(j[0], within(1e-13));
      }
      assertThat(c.stream()).isEmpty();
      assertThat(c.imbalance()).isLessThan(1e-12);
      error[i] = j[0] - exact;
      production[i] = c.entropyProduction() - exact * f * 2 * Math.PI / t;
    }
    assertThat(error[0] / error[1]).isBetween(3.6, 4.4);
    assertThat(production[0] / production[1]).isBetween(3.6, 4.4);
    assertThat((4 * error[1] - error[0]) / 3).isCloseTo(0, within(1e-6));
    assertThat((4 * production[1] - production[0]) / 3).isCloseTo(0, within(1e-5));
  }

  private static double ringCurrent(double f, double t) {
    // P = (J/T) exp(-L/T) Int_x^(x+2 pi) exp(L/T) / (1 - exp(-2 pi f/T)), normalised.
    int n = 2000;
    double h = 2 * Math.PI / n;
    double mass = 0;
    for (int a = 0; a < n; a++) {
      double x = a * h;
      for (int b = 0; b < n; b++) {
        double y = b * h;
        double weight = b == 0 ? 0.5 * (1 + Math.exp(-f * n * h / t)) : 1;
        mass += weight * h * h * Math.exp((Math.cos(x + y) - Math.cos(x) - f * y) / t);
      }
    }
    return t * (1 - Math.exp(-2 * Math.PI * f / t)) / mass;
  }

  @Test
  void bowlUnderATiltedMatrixTurnsAsLyapunovsGaussianDoes() {
    // H S + S H = 2 D, H = diag(1, 2): J = (D S^-1 - H) x P, so that psi = q P with
    // q = (H S - S H)_01 / 2 = -S_01 / 2, and the production is tr(D^-1 H S H) - tr H.
    double[] s = lyapunov();
    double det = TILTED[0] * TILTED[3] - TILTED[1] * TILTED[1];
    double trace = (TILTED[3] * s[0] - 4 * TILTED[1] * s[1] + 4 * TILTED[0] * s[2]) / det;
    Diffusion d = Grids.constant(TILTED);
    assertThat(production(d, s)).isCloseTo(trace - 3, within(1e-12));
    turns(d);
  }

  /**
   * D + e cof(S^-1 x x^T S^-1 - S^-1) has the same steady state and current: what is added to D P
   * are second derivatives of e P, whose divergence vanishes.
   */
  @Test
  void matrixThatTurnsFromPlaceToPlaceKeepsTheCurrentWhereItAddsNoDivergence() {
    turns(turning(0.1));
  }

  private static Diffusion turning(double e) {
    return (x, out) -> {
      double[] s = lyapunov();
      double det = s[0] * s[2] - s[1] * s[1];
      double u = (s[2] * x[0] - s[1] * x[1]) / det;
      double v = (s[0] * x[1] - s[1] * x[0]) / det;
      out[0] = TILTED[0] + e * (v * v - s[0] / det);
      out[1] = TILTED[1] - e * (u * v + s[1] / det);
      out[2] = out[1];
      out[3] = TILTED[3] + e * (u * u - s[2] / det);
    };
  }

  /** S of the bowl: xx, xy, yy. */
  private static double[] lyapunov() {
    return new double[] {TILTED[0], 2 * TILTED[1] / 3, TILTED[3] / 2};
  }

  private static void turns(Diffusion d) {
    double[] s = lyapunov();
    double det = s[0] * s[2] - s[1] * s[1];
    double q = -s[1] / 2;
    double[] psi = new double[2];
    double[] jx = new double[2];
    double[] production = new double[2];
    for (int i = 0; i < 2; i++) {
      Grid grid = Grids.box(6, 96 << i, 6, 120 << i);
      ProbabilityCurrent c = steadyCurrent(grid, BOWL, d);
      assertThat(c.imbalance()).isLessThan(1e-9);
      production[i] = c.entropyProduction() - production(d, s);
      for (int ix = 0; ix <= grid.nx; ix++) {
        for (int iy = 0; iy <= grid.ny; iy++) {
          double x = -6 + ix * grid.hx();
          double y = -6 + iy * grid.hy();
          double error = c.stream()[ix * (grid.ny + 1) + iy] - q * gauss(x, y, s, det);
          psi[i] = Math.max(psi[i], Math.abs(error));
        }
      }
      double[] at = new double[2];
      for (int k = 0; k < grid.cells(); k++) {
        grid.centre(k, at);
        double slope = -(s[0] * at[1] - s[1] * at[0]) / det;
        double error = c.components()[0][k] - q * slope * gauss(at[0], at[1], s, det);
        jx[i] += Math.abs(error) * grid.cellVolume();
      }
    }
    assertThat(psi[0] / psi[1]).isBetween(3.5, 4.5);
    assertThat(jx[0] / jx[1]).isBetween(3.5, 4.5);
    assertThat(production[0] / production[1]).isBetween(3.0, 5.5);
    assertThat((4 * production[1] - production[0]) / 3).isCloseTo(0, within(1e-5));
  }

  private static double gauss(double x, double y, double[] s, double det) {
    double square = (s[2] * x * x - 2 * s[1] * x * y + s[0] * y * y) / det;
    return Math.exp(-square / 2) / (2 * Math.PI * Math.sqrt(det));
  }

  /**
   * Int J . D^-1 . J / P of J = (q d_y P, -q d_x P), by the trapezoidal rule far into the tails.
   */
  private static double production(Diffusion d, double[] s) {
    double q = -s[1] / 2;
    double det = s[0] * s[2] - s[1] * s[1];
    double h = 0.04;
    double sum = 0;
    double[] m = new double[4];
    for (int i = -250; i <= 250; i++) {
      for (int j = -250; j <= 250; j++) {
        double x = i * h;
        double y = j * h;
        double u = -(s[2] * x - s[1] * y) / det;
        double v = -(s[0] * y - s[1] * x) / det;
        d.at(new double[] {x, y}, m);
        double jDj = v * v * m[3] + 2 * u * v * m[1] + u * u * m[0];
        sum += q * q * jDj / (m[0] * m[3] - m[1] * m[1]) * gauss(x, y, s, det) * h * h;
      }
    }
    return sum;
  }

  @Test
  void densityThatChangesHasTheCurrentOfItsFormulaAndNoStreamFunction() {
    // P normal of variance v under L = x^2/2 and D: J = x (D/v - 1) P.
    double d = 0.5;
    double v = 0.8;
    double[] error = new double[2];
    double[] production = new double[2];
    for (int i = 0; i < 2; i++) {
      Grid grid = Grids.line(-8, 8, 128 << i, Edge.REFLECTING);
      double[] p = new double[grid.cells()];
      double[] x = new double[1];
      for (int k = 0; k < p.length; k++) {
        grid.centre(k, x);
        p[k] = Math.exp(-x[0] * x[0] / (2 * v)) / Math.sqrt(2 * Math.PI * v);
      }
      ProbabilityCurrent c = current(grid, at -> at[0] * at[0] / 2, Grids.constant(d), p);
      for (int k = 0; k < p.length; k++) {
        grid.centre(k, x);
        double exact = x[0] * (d / v - 1) * p[k];
        error[i] = Math.max(error[i], Math.abs(c.components()[0][k] - exact));
      }
      production[i] = c.entropyProduction() - (d / v - 1) * (d / v - 1) * v / d;
      assertThat(c.imbalance()).isGreaterThan(0.1);
    }
    assertThat(error[0] / error[1]).isBetween(3.7, 4.3);
    assertThat(production[0] / production[1]).isBetween(3.7, 4.3);
    Grid box = Grids.box(4, 40, 4, 40);
    double[] round = Grids.gaussian(box, 0.5, 0, 1, 0, 1).mass;
    assertThat(current(box, BOWL, Grids.constant(1, 0, 0, 1), round).stream()).isEmpty();
  }

  @Test
  void ringBetweenWallsHasAStreamFunctionWhoseWallsDifferByTheNetCurrent() {
    double f = 0.7;
    double t = 0.5;
    Grid ring =
        new Grid(
            Grids.axis(0, 2 * Math.PI, 128, Edge.PERIODIC), Grids.axis(-1, 1, 20, Edge.REFLECTING));
    ProbabilityCurrent c =
        steadyCurrent(
            ring, x -> Math.cos(x[0]) - f * x[0] + x[1] * x[1], Grids.constant(t, 0, 0, t));
    double exact = ringCurrent(f, t);
    int rows = 21;
    for (int ix = 0; ix <= 128; ix++) {
      assertThat(c.stream()[ix * rows]).isCloseTo(0, within(1e-12));
      assertThat(c.stream()[ix * rows + 20]).isCloseTo(exact, within(1e-4 * exact + 1e-5));
    }
  }

  @Test
  void torusWithANetCurrentHasNoStreamFunctionAndOneWithoutHas() {
    Grid torus =
        new Grid(
            Grids.axis(0, 2 * Math.PI, 40, Edge.PERIODIC),
            Grids.axis(0, 2 * Math.PI, 36, Edge.PERIODIC));
    Diffusion unequal = Grids.constant(0.5, 0, 0, 0.2);
    Potential even = x -> Math.cos(x[0]) * (1 + 0.5 * Math.cos(x[1]));
    ProbabilityCurrent closed = steadyCurrent(torus, even, unequal);
    assertThat(largest(closed.stream())).isGreaterThan(1e-4);
    ProbabilityCurrent open = steadyCurrent(torus, x -> even.at(x) - 0.3 * x[1], unequal);
    assertThat(open.stream()).isEmpty();
    assertThat(largest(open.components()[1])).isGreaterThan(1e-3);
  }

  @Test
  void currentAlongADirectionWithoutNoiseProducesEntropyWithoutBound() {
    Grid grid = Grids.box(2, 20, 2, 20);
    double[] p = Grids.gaussian(grid, 0.3, 0.2, 0.5, 0, 0.5).mass;
    Potential slope = x -> x[0] + x[1] * x[1] / 2;
    assertThat(current(grid, slope, Grids.constant(0, 0, 0, 1), p).entropyProduction())
        .isInfinite();
    assertThat(current(grid, slope, Grids.constant(1, 1, 1, 1), p).entropyProduction())
        .isInfinite();
    Potential flat = x -> x[1] * x[1] / 2;
    assertThat(current(grid, flat, Grids.constant(0, 0, 0, 1), p).entropyProduction())
        .isFinite()
        .isPositive();
  }

  @Test
  void currentOutThroughAnAbsorbingEdgeOrAroundEmptyCellsProducesEntropyWithoutBound() {
    Grid leaking = Grids.line(0, 1, 20, Edge.ABSORBING);
    double[] even = new double[20];
    java.util.Arrays.fill(even, 1);
    assertThat(current(leaking, x -> 0, Grids.constant(1), even).entropyProduction()).isInfinite();
    Grid closed = Grids.line(0, 1, 20, Edge.REFLECTING);
    double[] point = new double[20];
    point[7] = 20;
    assertThat(current(closed, x -> 0, Grids.constant(1), point).entropyProduction()).isInfinite();
    assertThat(current(closed, x -> 0, Grids.constant(1), even).entropyProduction()).isZero();
  }
}
