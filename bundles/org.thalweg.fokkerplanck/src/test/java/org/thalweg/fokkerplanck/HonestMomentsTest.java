package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;

/**
 * The error that a density's number carries is honest: over random problems with exact solutions
 * the true error stays below it in at least 95 of 100.
 */
class HonestMomentsTest {
  private static final int PROBLEMS = 100;

  /** Rounding, relative to the number's scale, below which no error is told from none. */
  private static final double ROUNDING = 1e-11;

  /** How many of the ratios of true to estimated errors are at most one, and within ten of it. */
  private record Tally(int honest, int close, double median, double worst) {
    static Tally of(List<Double> ratios) {
      double[] sorted = ratios.stream().mapToDouble(r -> r).sorted().toArray();
      return new Tally(
          (int) ratios.stream().filter(r -> r <= 1).count(),
          (int) ratios.stream().filter(r -> r >= 0.1 && r <= 10).count(),
          sorted[sorted.length / 2],
          sorted[sorted.length - 1]);
    }

    void print(String what) {
      System.out.printf(
          Locale.ROOT,
          "%-24s below the estimate %3d, within ten %3d, true/estimate median %.3f, worst %.2f%n",
          what,
          honest,
          close,
          median,
          worst);
    }
  }

  /** The true error over the estimated one, zero where both are rounding. */
  private static double ratio(Estimate e, double exact, double scale) {
    double wrong = Math.abs(e.value() - exact);
    return wrong < ROUNDING * scale ? 0 : wrong / e.error();
  }

  private static FokkerPlanckMethod method(FokkerPlanck.Solve solve, long[] cells) {
    FokkerPlanck.Params d = new FokkerPlanck().defaults();
    return new FokkerPlanckMethod(
        new FokkerPlanck.Params(
            solve, cells, d.scheme(), d.reach(), d.tolerance(), OptionalDouble.empty(), true));
  }

  /** Rotated bowls under full matrices from a point, at a random time: mean, covariance. */
  @ParameterizedTest
  @CsvSource({"32, 7", "64, 8", "96, 9"})
  void ofOrnsteinUhlenbeckProcesses(long cells, long seed) throws InterruptedException {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<Double>> ratios = new ArrayList<>();
    String[] names = {"mean x", "mean y", "x^2", "x y", "y^2", "cos"};
    for (int i = 0; i < names.length; i++) {
      ratios.add(new ArrayList<>());
    }
    for (int n = 0; n < PROBLEMS; n++) {
      double[] h = positive(random, 0.5, 3);
      double[] d = positive(random, 0.05, 0.3);
      double[] start = {random.nextDouble(-1, 1), random.nextDouble(-1, 1)};
      double time = Math.exp(random.nextDouble(Math.log(0.1), Math.log(3)));
      double[] m = ornsteinUhlenbeck(h, d, start, time);
      Axis side = Problems.axis(-4.5, 4.5, Edge.REFLECTING);
      Problem problem =
          Problems.of(
              x -> 0.5 * (h[0] * x[0] * x[0] + h[2] * x[1] * x[1]) + h[1] * x[0] * x[1],
              Grids.constant(d[0], d[1], d[1], d[2]),
              start,
              time,
              side,
              side);
      StubRun run = new StubRun(problem, 0.0, time);
      method(FokkerPlanck.Solve.EVOLUTION, new long[] {cells, cells}).solve(run);
      GridDensity p = run.seen().get(time);
      add(ratios, 0, p, v -> v[0], m[0]);
      add(ratios, 1, p, v -> v[1], m[1]);
      add(ratios, 2, p, v -> v[0] * v[0], m[2] + m[0] * m[0]);
      add(ratios, 3, p, v -> v[0] * v[1], m[3] + m[0] * m[1]);
      add(ratios, 4, p, v -> v[1] * v[1], m[4] + m[1] * m[1]);
      add(ratios, 5, p, v -> Math.cos(v[0]), Math.cos(m[0]) * Math.exp(-m[2] / 2));
    }
    for (int i = 0; i < names.length; i++) {
      Tally tally = Tally.of(ratios.get(i));
      tally.print("OU, " + cells + " cells, " + names[i]);
      assertThat(tally.honest()).as(names[i]).isGreaterThanOrEqualTo(95);
      // no safer than it need be: the error is not a bound out of all proportion
      assertThat(tally.median()).as(names[i]).isGreaterThan(0.005);
    }
  }

  private static void add(
      List<List<Double>> ratios,
      int which,
      GridDensity p,
      ToDoubleFunction<double[]> f,
      double exact) {
    ratios.get(which).add(ratio(p.expectation(f), exact, 1));
  }

  /** A random symmetric matrix xx, xy, yy with eigenvalues between bounds. */
  private static double[] positive(SplittableRandom random, double low, double high) {
    double a = Math.exp(random.nextDouble(Math.log(low), Math.log(high)));
    double b = Math.exp(random.nextDouble(Math.log(low), Math.log(high)));
    double t = random.nextDouble(Math.PI);
    double c = Math.cos(t);
    double s = Math.sin(t);
    return new double[] {a * c * c + b * s * s, (a - b) * c * s, a * s * s + b * c * c};
  }

  /** Mean x, y, covariance xx, xy, yy of d theta = -H theta dt + sqrt(2 D) dW, by Runge-Kutta. */
  private static double[] ornsteinUhlenbeck(double[] h, double[] d, double[] start, double time) {
    double[] m = {start[0], start[1], 0, 0, 0};
    int steps = 4000;
    double dt = time / steps;
    for (int i = 0; i < steps; i++) {
      double[] k1 = rate(h, d, m);
      double[] k2 = rate(h, d, plus(m, k1, dt / 2));
      double[] k3 = rate(h, d, plus(m, k2, dt / 2));
      double[] k4 = rate(h, d, plus(m, k3, dt));
      for (int j = 0; j < m.length; j++) {
        m[j] += dt / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
      }
    }
    return m;
  }

  private static double[] rate(double[] h, double[] d, double[] m) {
    return new double[] {
      -h[0] * m[0] - h[1] * m[1],
      -h[1] * m[0] - h[2] * m[1],
      2 * d[0] - 2 * (h[0] * m[2] + h[1] * m[3]),
      2 * d[1] - (h[0] + h[2]) * m[3] - h[1] * (m[2] + m[4]),
      2 * d[2] - 2 * (h[1] * m[3] + h[2] * m[4])
    };
  }

  private static double[] plus(double[] m, double[] k, double dt) {
    double[] out = m.clone();
    for (int j = 0; j < out.length; j++) {
      out[j] += dt * k[j];
    }
    return out;
  }
}
