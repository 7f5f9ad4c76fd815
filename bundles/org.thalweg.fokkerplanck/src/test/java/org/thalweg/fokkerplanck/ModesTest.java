package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.api.analysis.RelaxationMode;
import org.thalweg.api.problem.Edge;

/** Rates, frequencies and both sides of the slowest modes, against closed forms. */
class ModesTest {
  private static double[] rates(List<RelaxationMode> modes) {
    return modes.stream().mapToDouble(RelaxationMode::rate).toArray();
  }

  private static List<RelaxationMode> modes(Grid grid, Potential loss, Diffusion d, int count) {
    return Modes.of(Grids.nine(grid, loss, d).generator(), count);
  }

  /** Left times right, the real and imaginary part of the sum over cells. */
  private static double[] product(Grid grid, RelaxationMode left, RelaxationMode right) {
    double[] sum = new double[2];
    boolean a = left.frequency() > 0;
    boolean b = right.frequency() > 0;
    for (int k = 0; k < grid.cells(); k++) {
      double l = left.left()[k];
      double m = a ? left.leftImaginary()[k] : 0;
      double r = right.right()[k];
      double s = b ? right.rightImaginary()[k] : 0;
      sum[0] += (l * r - m * s) * grid.cellVolume();
      sum[1] += (l * s + m * r) * grid.cellVolume();
    }
    return sum;
  }

  private static void areBiorthonormal(Grid grid, List<RelaxationMode> modes, double tolerance) {
    for (int i = 0; i < modes.size(); i++) {
      for (int j = 0; j < modes.size(); j++) {
        double[] p = product(grid, modes.get(i), modes.get(j));
        assertThat(p[0]).as("%d.%d", i, j).isCloseTo(i == j ? 1 : 0, within(tolerance));
        assertThat(p[1]).as("%d.%d", i, j).isCloseTo(0, within(tolerance));
      }
      assertThat(modes.get(i).residual()).isLessThan(1e-11);
    }
  }

  @Test
  void anOrnsteinUhlenbeckProcessRelaxesAtMultiplesOfItsRateInHermitePolynomials() {
    // Risken 1989, 5.5.1: rates n k, l_n = He_n(x sqrt(k/D)) / sqrt(n!).
    double k = 1.5;
    double[][] error = new double[2][5];
    for (int i = 0; i < 2; i++) {
      Grid grid = Grids.line(-6, 6, 200 << i, Edge.REFLECTING);
      List<RelaxationMode> modes = modes(grid, x -> 0.5 * k * x[0] * x[0], Grids.constant(0.6), 5);
      areBiorthonormal(grid, modes, 1e-11);
      for (int n = 0; n < 5; n++) {
        error[i][n] = modes.get(n).rate() - n * k;
        assertThat(modes.get(n).frequency()).isZero();
      }
      if (i == 1) {
        double[] second = modes.get(2).left();
        for (double x : new double[] {-1, 0, 0.5, 1.5}) {
          int cell = grid.cellAt(new double[] {x});
          double z = grid.axis(0).centre(cell) * Math.sqrt(k / 0.6);
          double sign = Math.signum(second[grid.cellAt(new double[] {3})]);
          assertThat(sign * second[cell]).isCloseTo((z * z - 1) / Math.sqrt(2), within(0.005));
        }
      }
    }
    assertThat(error[1][0]).isZero();
    for (int n = 1; n < 5; n++) {
      assertThat(error[0][n] / error[1][n]).isBetween(3.9, 4.1);
      assertThat((4 * error[1][n] - error[0][n]) / 3).isCloseTo(0, within(1e-4));
    }
  }

  @Test
  void twoDimensionsAddTheirRatesWhateverTheDiffusion() {
    // The drift -H x fixes the rates, n1 h1 + n2 h2, and D does not (Risken 1989, 6.5).
    double[][] seen = new double[2][];
    for (int i = 0; i < 2; i++) {
      Grid grid = Grids.box(6.5, 64 << i, 5.5, 64 << i);
      List<RelaxationMode> modes =
          modes(
              grid,
              x -> 0.5 * (x[0] * x[0] + 1.7 * x[1] * x[1]),
              Grids.constant(1, 0.4, 0.4, 1.3),
              6);
      areBiorthonormal(grid, modes, 1e-9);
      seen[i] = rates(modes);
    }
    double[] exact = {0, 1, 1.7, 2, 2.7, 3};
    for (int n = 0; n < 6; n++) {
      assertThat((4 * seen[1][n] - seen[0][n]) / 3).isCloseTo(exact[n], within(3e-3));
    }
    assertThat((seen[0][1] - 1) / (seen[1][1] - 1)).isBetween(3.5, 4.5);
  }

  @Test
  void ofEqualRatesEveryCopyIsFound() {
    // An isotropic bowl on a square grid: 0, 1 twice, 2 three times.
    Grid grid = Grids.box(5, 40, 5, 40);
    List<RelaxationMode> modes =
        modes(grid, x -> 0.5 * (x[0] * x[0] + x[1] * x[1]), Grids.constant(0.7, 0, 0, 0.7), 6);
    areBiorthonormal(grid, modes, 1e-10);
    assertThat(rates(modes)).usingComparatorWithPrecision(0.1).containsExactly(0, 1, 1, 2, 2, 2);
    assertThat(modes.get(1).rate() / modes.get(2).rate()).isCloseTo(1, within(1e-12));
  }

  @Test
  void freeDiffusionBetweenWallsHasItsSines() {
    double[] reflecting =
        rates(modes(Grids.line(0, 2, 80, Edge.REFLECTING), x -> 0, Grids.constant(0.5), 4));
    double[] absorbing =
        rates(modes(Grids.line(0, 2, 80, Edge.ABSORBING), x -> 0, Grids.constant(0.5), 4));
    Grid mixed = new Grid(new CellAxis(0, 2, 80, Edge.REFLECTING, Edge.ABSORBING));
    double[] both = rates(modes(mixed, x -> 0, Grids.constant(0.5), 4));
    for (int n = 0; n < 4; n++) {
      assertThat(reflecting[n]).isCloseTo(wall(n), within(2e-3 * (wall(n) + 1e-12)));
      assertThat(absorbing[n]).isCloseTo(wall(n + 1), within(4e-3 * wall(n + 1)));
      assertThat(both[n]).isCloseTo(wall(n + 0.5), within(4e-3 * wall(n + 0.5)));
    }
  }

  private static double wall(double n) {
    return 0.5 * Math.pow(n * Math.PI / 2, 2);
  }

  @Test
  void theQuasiStationaryStateIsAPositiveDensityThatLosesMassAtItsRate() {
    Grid grid = Grids.line(0, 2, 60, Edge.ABSORBING);
    Generator g = Grids.nine(grid, x -> 0.3 * x[0], Grids.constant(0.5)).generator();
    RelaxationMode slowest = Modes.of(g, 1).get(0);
    double lost = 0;
    double mass = 0;
    for (int k = 0; k < grid.cells(); k++) {
      assertThat(slowest.right()[k]).isPositive();
      assertThat(slowest.left()[k]).isPositive();
      mass += slowest.right()[k] * grid.cellVolume();
      lost += g.killed(k) * slowest.right()[k] * grid.cellVolume();
    }
    assertThat(mass).isCloseTo(1, within(1e-12));
    assertThat(lost / slowest.rate()).isCloseTo(1, within(1e-11));
    assertThat(slowest.rate()).isCloseTo(wall(1) + 0.09 / 4 / 0.5, within(5e-3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 4})
  void aTiltedRingTurnsAsItDecays(double tilt) {
    // L = -v x on a ring of length 2 pi: D k^2 + i v k.
    double d = 0.3;
    double[][][] error = new double[2][4][2];
    for (int i = 0; i < 2; i++) {
      Grid grid = Grids.line(0, 2 * Math.PI, 150 << i, Edge.PERIODIC);
      List<RelaxationMode> modes = modes(grid, x -> -tilt * x[0], Grids.constant(d), 4);
      areBiorthonormal(grid, modes, 1e-11);
      for (int n = 0; n < 4; n++) {
        int k = tilt == 0 ? (n + 1) / 2 : n;
        error[i][n][0] = modes.get(n).rate() - d * k * k;
        error[i][n][1] = modes.get(n).frequency() - tilt * k;
      }
    }
    for (int n = 1; n < 4; n++) {
      assertThat((4 * error[1][n][0] - error[0][n][0]) / 3).isCloseTo(0, within(3e-4));
      assertThat((4 * error[1][n][1] - error[0][n][1]) / 3).isCloseTo(0, within(3e-4));
      assertThat(error[0][n][0] / error[1][n][0]).isBetween(3.9, 4.1);
    }
  }

  @Test
  void slowModesThatTurnFastAreNotMissedBehindFastOnesThatDoNot() {
    // A ring with D k^2 + i v k = 0.02 + 2 i, 0.08 + 4 i, 0.18 + 6 i, across it rates of 1 and
    // more.
    Grid grid =
        new Grid(
            Grids.axis(0, 2 * Math.PI, 96, Edge.PERIODIC),
            Grids.axis(-0.5, 0.5, 24, Edge.REFLECTING));
    List<RelaxationMode> modes =
        modes(grid, x -> -2 * x[0] + 0.5 * x[1] * x[1], Grids.constant(0.02, 0, 0, 0.02), 4);
    areBiorthonormal(grid, modes, 1e-10);
    for (int k = 1; k < 4; k++) {
      assertThat(modes.get(k).frequency()).isCloseTo(2 * k, within(0.1 * k));
      assertThat(modes.get(k).rate()).isLessThan(0.6);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.08, 1e-4", "0.04, 1e-9", "0.015, 1e-26"})
  void aDeepDoubleWellHasKramersRateWithAllItsDigits(double temperature, double below) {
    // Twice the rate over one barrier, sqrt(L''(0) |L''(s)|) / (2 pi) exp(-dL/T), L = (x^2-1)^2.
    Potential loss = x -> Math.pow(x[0] * x[0] - 1, 2);
    double[] gap = new double[2];
    double[] next = new double[2];
    double[] time = new double[2];
    for (int i = 0; i < 2; i++) {
      Grid grid = Grids.line(-2, 2, 400 << i, Edge.REFLECTING);
      List<RelaxationMode> modes = modes(grid, loss, Grids.constant(temperature), 4);
      gap[i] = modes.get(1).rate();
      next[i] = modes.get(2).rate();
      assertThat(product(grid, modes.get(1), modes.get(1))[0]).isCloseTo(1, within(1e-11));
      assertThat(product(grid, modes.get(0), modes.get(1))[0]).isCloseTo(0, within(1e-11));
      time[i] = wellTime(grid, loss, temperature);
    }
    double exact = (4 * gap[1] - gap[0]) / 3;
    double kramers = 2 * Math.sqrt(8 * 4) / (2 * Math.PI) * Math.exp(-1 / temperature);
    assertThat(exact).isLessThan(below);
    // First correction in T/dL of the quartic: within 2 T.
    assertThat(exact / kramers).isCloseTo(1, within(2 * temperature));
    // The flux over the top, to all digits: the gap is that of two states up to gap / next.
    for (int i = 0; i < 2; i++) {
      assertThat(gap[i] * time[i]).isCloseTo(1, within(5 * gap[i] + 1e-10));
    }
    assertThat(next[1]).isBetween(3.0, 8.5);
  }

  /**
   * One over the gap for a symmetric double well of two states on the chain itself: Int over the
   * top of (mass on the left) (mass on the right) / flux coefficient, without subtraction.
   */
  private static double wellTime(Grid grid, Potential loss, double temperature) {
    Generator g = Grids.nine(grid, loss, Grids.constant(temperature)).generator();
    double[] p = SteadyState.of(g);
    int n = p.length;
    double sum = 0;
    double left = 0;
    double[] cumulative = new double[n];
    for (int k = 0; k < n; k++) {
      left += p[k];
      cumulative[k] = left;
    }
    double right = 0;
    double[] rest = new double[n + 1];
    for (int k = n - 1; k >= 0; k--) {
      right += p[k];
      rest[k] = right;
    }
    for (int k = 0; k < n - 1; k++) {
      for (int e = g.start[k]; e < g.start[k + 1]; e++) {
        if (g.target[e] == k + 1) {
          sum += cumulative[k] * rest[k + 1] / (p[k] * g.rate[e]);
        }
      }
    }
    return sum;
  }

  @Test
  void threeWellsFarFromOneAnotherHaveTwoSlowModes() {
    // Equal wells at -2, 0, 2: hops to neighbours at rate h give h and 3 h.
    Potential loss = x -> -Math.cos(Math.PI * x[0]) * 0.5;
    Grid grid = Grids.line(-3, 3, 600, Edge.REFLECTING);
    List<RelaxationMode> modes = modes(grid, loss, Grids.constant(0.04), 4);
    assertThat(modes.get(2).rate() / modes.get(1).rate()).isCloseTo(3, within(1e-6));
    areBiorthonormal(grid, modes, 1e-10);
  }

  @Test
  void fewerCellsThanModesGiveAllThereAre() {
    Grid grid = Grids.line(0, 1, 4, Edge.REFLECTING);
    assertThat(modes(grid, x -> 0, Grids.constant(1), 9)).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"4, 12.5, 0.9611", "4, 50, 0.9894", "4, 200, 0.9973", "16, 800, 0.9990"})
  void theSolvableValleyHasTheReferenceGaps(double kappa, double lambda0, double reference) {
    // The project's notes, S1: lambda = lambda0 exp(x^2), Delta = 1, flat floor.
    double[] gap = new double[3];
    for (int i = 0; i < 3; i++) {
      Grid grid = Grids.box(5.5 / Math.sqrt(kappa), 48 << i, 5.5 / Math.sqrt(lambda0), 96 << i);
      List<RelaxationMode> modes =
          modes(
              grid,
              x -> 0.5 * lambda0 * Math.exp(x[0] * x[0]) * x[1] * x[1],
              Grids.constant(1 / kappa, 0, 0, 1),
              2);
      gap[i] = modes.get(1).rate();
    }
    assertThat((4 * gap[2] - gap[1]) / 3).isCloseTo(reference, within(5e-4));
    assertThat((gap[1] - gap[0]) / (gap[2] - gap[1])).isBetween(3.2, 4.4);
  }

  @Test
  void cellsWhereNothingEverIsDoNoHarm() {
    // Around a ring whose edges lie 24 standard deviations off, at densities of e^-288.
    Grid grid =
        new Grid(
            Grids.axis(0, 2 * Math.PI, 64, Edge.PERIODIC),
            Grids.axis(-24, 24, 192, Edge.REFLECTING));
    List<RelaxationMode> modes =
        modes(grid, x -> 0.5 * x[1] * x[1], Grids.constant(0.3, 0, 0, 1), 4);
    areBiorthonormal(grid, modes, 1e-10);
    assertThat(rates(modes)).usingComparatorWithPrecision(0.02).containsExactly(0, 0.3, 0.3, 1);
  }
}
