package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;

/**
 * Holds the stated errors of moments against the true ones, in random problems with known answers
 * and on grids coarse enough for the errors to be seen.
 */
class HonestErrorTest {
  private static final int PROBLEMS = 100;

  /** Below this, relative to the quantity, rounding and the box's edges are what is left. */
  private static final double FLOOR = 1e-9;

  private final List<Double> ratios = new ArrayList<>();

  private void judge(Estimate estimate, double exact, double scale) {
    double floor = FLOOR * scale;
    double error = Math.abs(estimate.value() - exact);
    ratios.add(Math.max(error, floor) / Math.max(estimate.error(), floor));
  }

  private void holds(String quantity) {
    long below = ratios.stream().filter(r -> r <= 1).count();
    assertThat(below).as(quantity).isGreaterThanOrEqualTo((long) Math.ceil(0.95 * ratios.size()));
  }

  private static GridDensity solve(
      FokkerPlanck.Solve solve, Problem problem, double time, long... cells)
      throws InterruptedException {
    FokkerPlanck.Params usual = new FokkerPlanck().defaults();
    FokkerPlanck.Params given =
        new FokkerPlanck.Params(
            solve,
            cells,
            usual.scheme(),
            usual.reach(),
            usual.tolerance(),
            OptionalDouble.empty(),
            true);
    StubRun run = new StubRun(problem, 0.0, time);
    new FokkerPlanckMethod(given).solve(run);
    return run.seen().lastEntry().getValue();
  }

  /** From a point on h x^2/2 in one dimension; the mean is known at every time. */
  @Test
  void meansOfAnEvolvedOrnsteinUhlenbeckProcess() throws InterruptedException {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < PROBLEMS; i++) {
      double h = random.nextDouble(0.5, 4);
      double s2 = random.nextDouble(0.1, 0.5);
      double from = random.nextDouble(-1.5, 1.5);
      double t = random.nextDouble(0.3, 2) / h;
      double edge = 2 + 8 * Math.sqrt(s2);
      Problem problem =
          Problems.of(
              x -> 0.5 * h * x[0] * x[0],
              Grids.constant(h * s2),
              new double[] {from},
              t,
              Problems.axis(-edge, edge, Edge.REFLECTING));
      GridDensity p = solve(FokkerPlanck.Solve.EVOLUTION, problem, t, 2 * random.nextInt(30, 80));
      double mean = from * Math.exp(-h * t);
      judge(p.expectation(x -> x[0]), mean, 1);
    }
    holds("evolved mean");
  }

  /** A tilted bowl under noise along the axes: the covariance obeys Lyapunov's equation. */
  @Test
  void covariancesOfSteadyTiltedBowlsUnderAnisotropicNoise() throws InterruptedException {
    SplittableRandom random = new SplittableRandom(12);
    for (int i = 0; i < PROBLEMS; i++) {
      double angle = random.nextDouble(0, Math.PI);
      double c = Math.cos(angle);
      double s = Math.sin(angle);
      double soft = random.nextDouble(0.5, 1.5);
      double stiff = random.nextDouble(1.5, 4);
      double p = soft * c * c + stiff * s * s;
      double q = (soft - stiff) * c * s;
      double r = soft * s * s + stiff * c * c;
      double dx = random.nextDouble(0.05, 0.3);
      double dy = random.nextDouble(0.05, 0.3);
      // p xx + q xy = dx, q xy + r yy = dy, (p + r) xy + q (xx + yy) = 0
      double xy = -q * (dx / p + dy / r) / (p + r - q * q * (1 / p + 1 / r));
      double xx = (dx - q * xy) / p;
      double yy = (dy - q * xy) / r;
      Problem problem =
          Problems.of(
              x -> 0.5 * p * x[0] * x[0] + q * x[0] * x[1] + 0.5 * r * x[1] * x[1],
              Grids.constant(dx, 0, 0, dy),
              new double[] {0, 0},
              1,
              Problems.axis(-8 * Math.sqrt(xx), 8 * Math.sqrt(xx), Edge.REFLECTING),
              Problems.axis(-8 * Math.sqrt(yy), 8 * Math.sqrt(yy), Edge.REFLECTING));
      long cells = 2 * random.nextInt(24, 48);
      GridDensity steady = solve(FokkerPlanck.Solve.STEADY_STATE, problem, 1, cells, cells);
      judge(steady.expectation(x -> x[0] * x[0]), xx, xx);
      judge(steady.expectation(x -> x[0] * x[1]), xy, Math.sqrt(xx * yy));
    }
    holds("steady covariance");
  }

  /** Quartic wells with random lower terms and a noise that varies, P ~ exp(-Int L'/D)/D. */
  @Test
  void momentsOfSteadyWellsUnderAVaryingNoise() throws InterruptedException {
    SplittableRandom random = new SplittableRandom(13);
    for (int i = 0; i < PROBLEMS; i++) {
      double a = random.nextDouble(-1, 1);
      double b = random.nextDouble(-0.5, 0.5);
      double k = random.nextDouble(0.1, 0.8);
      double temperature = random.nextDouble(0.15, 0.5);
      ToDoubleFunction<double[]> well =
          x -> 0.25 * Math.pow(x[0], 4) + 0.5 * a * x[0] * x[0] + b * x[0];
      Diffusion noise = (x, out) -> out[0] = temperature * (1 + k * Math.sin(x[0]));
      Problem problem =
          Problems.of(
              well::applyAsDouble,
              noise,
              new double[] {0},
              1,
              Problems.axis(-4, 4, Edge.REFLECTING));
      GridDensity p =
          solve(FokkerPlanck.Solve.STEADY_STATE, problem, 1, 4 * random.nextInt(12, 30));
      double[] exact = quadrature(a, b, k, temperature);
      judge(p.expectation(x -> x[0]), exact[0], 1);
      judge(p.expectation(x -> x[0] * x[0]), exact[1], 1);
    }
    holds("steady well's moments");
  }

  /** Mean and mean square of exp(-Int L'/D)/D on (-4, 4), by the trapezoidal rule. */
  private static double[] quadrature(double a, double b, double k, double temperature) {
    int n = 40_000;
    double h = 8.0 / n;
    double exponent = 0;
    double mass = 0;
    double first = 0;
    double second = 0;
    double before = 0;
    double offset = 0;
    for (int i = 0; i <= n; i++) {
      double x = -4 + i * h;
      double d = temperature * (1 + k * Math.sin(x));
      double pull = (x * x * x + a * x + b) / d;
      exponent += i == 0 ? 0 : 0.5 * h * (pull + before);
      before = pull;
      if (i == 0) {
        offset = 64 / temperature;
      }
      double p = Math.exp(-exponent - offset) / d;
      mass += p;
      first += x * p;
      second += x * x * p;
    }
    return new double[] {first / mass, second / mass};
  }
}
