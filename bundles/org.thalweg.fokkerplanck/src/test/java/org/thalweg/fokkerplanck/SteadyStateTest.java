package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.api.problem.Edge;

class SteadyStateTest {
  private static final double ENTRYWISE = 2e-13;

  private static void isGibbs(Grid grid, Potential loss, double temperature, Diffusion d) {
    double[] p = SteadyState.of(Grids.nine(grid, loss, d).generator());
    double[] x = new double[grid.dim()];
    double[] gibbs = new double[p.length];
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      grid.centre(k, x);
      gibbs[k] = Math.exp(-loss.at(x) / temperature);
      sum += gibbs[k];
    }
    for (int k = 0; k < p.length; k++) {
      assertThat(p[k] / (gibbs[k] / sum)).isCloseTo(1, within(ENTRYWISE));
    }
  }

  @Test
  void gibbsIsExactInEveryCellOfADoubleWell() {
    isGibbs(
        Grids.line(-2.1, 1.9, 300, Edge.REFLECTING),
        x -> 8 * (x[0] * x[0] - 1) * (x[0] * x[0] - 1) + 0.3 * x[0],
        0.25,
        Grids.constant(0.25));
  }

  @Test
  void gibbsIsExactInEveryCellInTwoDimensionsDownToTheFarCorners() {
    isGibbs(
        Grids.box(3, 60, 2, 45),
        x -> 2 * Math.pow(x[0], 4) - 4 * x[0] * x[0] + x[0] * x[1] + 2 * x[1] * x[1],
        0.3,
        Grids.constant(0.3, 0, 0, 0.3));
  }

  @Test
  void gibbsIsExactOnATorus() {
    Grid torus =
        new Grid(
            Grids.axis(0, 2 * Math.PI, 36, Edge.PERIODIC),
            Grids.axis(0, 2 * Math.PI, 28, Edge.PERIODIC));
    isGibbs(
        torus,
        x -> Math.cos(x[0]) * (1 + Math.sin(x[1])) + Math.sin(2 * x[1]),
        0.2,
        Grids.constant(0.2, 0, 0, 0.2));
  }

  @Test
  void theCovarianceUnderAFullMatrixConvergesInSecondOrderToLyapunovs() {
    // H S + S H = 2 D with H = diag(1, 2).
    double[] error = new double[2];
    for (int i = 0; i < 2; i++) {
      Grid grid = Grids.box(6, 48 << i, 6, 48 << i);
      Discretisation d =
          Grids.nine(
              grid, x -> 0.5 * (x[0] * x[0] + 2 * x[1] * x[1]), Grids.constant(1, 0.4, 0.4, 1.3));
      assertThat(d.positive()).isTrue();
      double[] m = Grids.moments(grid, SteadyState.of(d.generator()));
      assertThat(m[3]).isCloseTo(1, within(0.02));
      error[i] = m[4] - 0.8 / 3;
    }
    assertThat(error[0] / error[1]).isBetween(3.0, 5.0);
    assertThat((4 * error[1] - error[0]) / 3).isCloseTo(0, within(1e-4));
  }

  @Test
  void lossProportionalNoiseGivesThePowerLawOfTheLoss() {
    // C = (2/B) L h with L = L0 + h y^2/2: P ~ L^-phi, phi = 1 + B/(eta h) (project notes, S3).
    double eta = 0.5;
    double batch = 1;
    double h = 1;
    double phi = 1 + batch / (eta * h);
    Potential loss = x -> 0.1 + 0.5 * h * x[0] * x[0];
    Diffusion noise = (x, out) -> out[0] = eta / batch * loss.at(x) * h;
    double[] variance = new double[2];
    for (int i = 0; i < 2; i++) {
      Grid grid = Grids.line(-4, 4, 160 << i, Edge.REFLECTING);
      double[] p = SteadyState.of(Grids.nine(grid, loss, noise).generator());
      variance[i] = Grids.expectation(grid, p, x -> x[0] * x[0]);
    }
    double mass = 0;
    double square = 0;
    int n = 100_000;
    for (int i = 0; i < n; i++) {
      double x = -4 + 8 * (i + 0.5) / n;
      double p = Math.pow(loss.at(new double[] {x}), -phi);
      mass += p;
      square += x * x * p;
    }
    double exact = square / mass;
    assertThat((variance[0] - exact) / (variance[1] - exact)).isBetween(3.5, 4.5);
    assertThat((4 * variance[1] - variance[0]) / 3).isCloseTo(exact, within(1e-5));
  }

  @Test
  void noiseThatGrowsWithTheCurvatureAddsItsPowerToTheExponent() {
    // D_y = Delta (lambda/lambda0)^q, D_x = D_y/kappa: marginal F^(kappa + 2q) to leading order
    // (S1).
    double kappa = 4;
    double q = 0.5;
    double lambda0 = 2000;
    double[] variance = new double[2];
    for (int i = 0; i < 2; i++) {
      Grid grid = Grids.box(2.6, 96 << i, 7 / Math.sqrt(lambda0), 128 << i);
      double[] p =
          SteadyState.of(
              Grids.nine(
                      grid,
                      x -> 0.5 * lambda0 * Math.exp(x[0] * x[0]) * x[1] * x[1],
                      (x, out) -> {
                        out[3] = Math.exp(q * x[0] * x[0]);
                        out[0] = out[3] / kappa;
                        out[1] = 0;
                        out[2] = 0;
                      })
                  .generator());
      variance[i] = Grids.moments(grid, p)[3];
    }
    assertThat((4 * variance[1] - variance[0]) / 3).isCloseTo(1 / (kappa + 2 * q), within(1e-3));
  }

  @Test
  void aTiltedRingCarriesTheExactCurrent() {
    // L = cos x - f x on a ring: P ~ exp(-V/T) times an integral over one period (Risken 1989,
    // 11.3).
    double f = 0.7;
    double t = 0.5;
    double[] mean = new double[2];
    for (int i = 0; i < 2; i++) {
      Grid ring = Grids.line(0, 2 * Math.PI, 64 << i, Edge.PERIODIC);
      double[] p =
          SteadyState.of(
              Grids.nine(ring, x -> Math.cos(x[0]) - f * x[0], Grids.constant(t)).generator());
      mean[i] = Grids.expectation(ring, p, x -> Math.sin(x[0]));
    }
    int n = 2000;
    double h = 2 * Math.PI / n;
    double[] inner = new double[n];
    double mass = 0;
    double sine = 0;
    for (int a = 0; a < n; a++) {
      double x = a * h;
      for (int b = 0; b < n; b++) {
        double y = b * h;
        double weight = b == 0 ? 0.5 * (1 + Math.exp(-f * n * h / t)) : 1;
        inner[a] += weight * Math.exp((Math.cos(x + y) - Math.cos(x) - f * y) / t);
      }
      mass += inner[a];
      sine += inner[a] * Math.sin(x);
    }
    assertThat((4 * mean[1] - mean[0]) / 3).isCloseTo(sine / mass, within(2e-5));
  }

  @Test
  void anAbsorbingEdgeHasNoSteadyStateAndTheMessageSaysSo() {
    Grid grid = Grids.line(0, 1, 10, Edge.ABSORBING);
    assertThatThrownBy(
            () -> SteadyState.of(Grids.nine(grid, x -> 0, Grids.constant(1)).generator()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("absorbing edge");
  }

  @Test
  void separateWellsWithoutNoiseBetweenThemHaveNoUniqueSteadyState() {
    Grid grid = Grids.line(-2, 2, 40, Edge.REFLECTING);
    Diffusion patches = (x, out) -> out[0] = Math.abs(x[0]) > 0.5 ? 1 : 0;
    Potential away = x -> -x[0] * x[0];
    assertThatThrownBy(() -> SteadyState.of(Grids.nine(grid, away, patches).generator()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not unique");
  }

  @Test
  void imbalanceIsRounding() {
    Generator g =
        Grids.nine(
                Grids.box(2, 50, 1, 40),
                x -> 5 * Math.exp(x[0] * x[0]) * x[1] * x[1],
                Grids.constant(0.25, 0, 0, 1))
            .generator();
    assertThat(SteadyState.residual(g, SteadyState.of(g))).isLessThan(1e-14);
  }
}
