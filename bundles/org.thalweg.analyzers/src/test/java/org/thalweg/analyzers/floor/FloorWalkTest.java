package org.thalweg.analyzers.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.TestValley;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.marginal.Masses;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;

/** The slow walk along the floor. */
class FloorWalkTest {
  private static FloorWalk walk(Bins bins, Axis along, double[] mass, double dx) {
    Problem p =
        Fixtures.problem(
            TestValley.gaussian(100, 0),
            new Fixtures.Anisotropic(dx, 1),
            10,
            along,
            Fixtures.walls(-1, 1));
    return FloorWalk.of(p, Masses.computed(bins, mass, mass)).orElseThrow();
  }

  private static double[] normal(Bins bins, double mean, double sd) {
    double[] m = new double[bins.count()];
    double sum = 0;
    for (int i = 0; i < m.length; i++) {
      double z = (bins.centre(i) - mean) / sd;
      m[i] = Math.exp(-z * z / 2);
      sum += m[i];
    }
    for (int i = 0; i < m.length; i++) {
      m[i] /= sum;
    }
    return m;
  }

  /** Ornstein-Uhlenbeck of variance s^2 under D has the gap D / s^2 and relaxes so. */
  @Test
  void relaxesAsAnOrnsteinUhlenbeckProcess() {
    Bins bins = new Bins(-4, 4, 160);
    FloorWalk walk = walk(bins, Fixtures.walls(-4, 4), normal(bins, 0, 0.8), 0.32);
    double t = 1.7;
    double[] left = walk.left(normal(bins, 1, 0.3), t);
    double mean = 0;
    for (int i = 0; i < left.length; i++) {
      mean += left[i] * bins.centre(i);
    }

    assertThat(walk.gap()).isCloseTo(0.5, within(2e-3));
    assertThat(mean).isCloseTo(Math.exp(-0.5 * t), within(3e-3));
  }

  @Test
  void knowsRingsAndWalls() {
    Bins bins = new Bins(0, 2, 100);
    double[] even = new double[100];
    Arrays.fill(even, 0.01);
    Axis ring = new Axis(0, 2, Edge.PERIODIC, Edge.PERIODIC);

    double k = Math.PI / 2;
    assertThat(walk(bins, Fixtures.walls(0, 2), even, 0.1).gap())
        .isCloseTo(0.1 * k * k, within(1e-3));
    assertThat(walk(bins, ring, even, 0.1).gap()).isCloseTo(0.1 * 4 * k * k, within(2e-3));
  }

  @Test
  void twoWellsRelaxSlowly() {
    Bins bins = new Bins(-2, 2, 120);
    double[] m = new double[120];
    double sum = 0;
    for (int i = 0; i < m.length; i++) {
      double x = bins.centre(i);
      m[i] = Math.exp(-10 * (x * x - 1) * (x * x - 1));
      sum += m[i];
    }
    for (int i = 0; i < m.length; i++) {
      m[i] /= sum;
    }
    FloorWalk walk = walk(bins, Fixtures.walls(-2, 2), m, 1);
    double[] start = new double[120];
    start[90] = 1;
    double left = 0;
    for (double l : walk.left(start, 100)) {
      left += Math.abs(l) / 2;
    }

    // Kramers: both ways, 2 sqrt(U''(a) |U''(b)|) / (2 pi) exp(-10), U = 10 (x^2 - 1)^2
    double kramers = 2 * Math.sqrt(80.0 * 40) / (2 * Math.PI) * Math.exp(-10);
    assertThat(walk.gap()).isCloseTo(kramers, within(0.1 * kramers));
    assertThat(left).isGreaterThan(0.4);
  }
}
