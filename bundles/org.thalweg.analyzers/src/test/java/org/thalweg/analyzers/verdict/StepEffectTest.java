package org.thalweg.analyzers.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.TestValley;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.marginal.Masses;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Problem;

/** What steps of finite length are allowed to change. */
class StepEffectTest {
  private static final Dynamics DENSITY = new Dynamics(Dynamics.Kind.FOKKER_PLANCK, 0, 0);

  private static Dynamics euler(double h) {
    return new Dynamics(Dynamics.Kind.LANGEVIN, h, 0);
  }

  /** A landscape in one dimension, k x^2 / 2 + c x^4 / 4. */
  private record Line(double k, double c) implements Landscape {
    @Override
    public int dim() {
      return 1;
    }

    @Override
    public double value(double[] x) {
      return k * x[0] * x[0] / 2 + c * x[0] * x[0] * x[0] * x[0] / 4;
    }
  }

  private static StepEffect line(double k, double c) {
    return new StepEffect(
        Fixtures.problem(
            new Line(k, c), new Fixtures.Anisotropic(0.3, 1), 10, Fixtures.walls(-4, 4)));
  }

  /** Euler's variance D / (k (1 - h k / 2)) exceeds D / k by a little more than h D / 2. */
  @Test
  void boundOnAVarianceHoldsTheExactRecursion() {
    double k = 2;
    double d = 0.3;
    for (double h : new double[] {0.01, 0.1, 0.5}) {
      double exact = d / (k * (1 - h * k / 2)) - d / k;
      double bound = line(k, 0).variance(euler(h), 0, new double[1], d / k);

      assertThat(bound).isGreaterThanOrEqualTo(exact * 0.999).isLessThan(3 * exact);
    }
    assertThat(line(k, 0).variance(DENSITY, 0, new double[1], d / k)).isZero();
  }

  @Test
  void aQuadraticKeepsItsMean() {
    assertThat(line(2, 0).mean(euler(0.1), new double[] {0.4}, 0.5)).isCloseTo(0, within(1e-5));
    assertThat(line(2, 1).mean(euler(0.1), new double[] {0.4}, 0.5)).isGreaterThan(1e-3);
  }

  /** The exact stationary density of Euler steps on a quadratic is normal. */
  @Test
  void marginalOfALineIsThatOfTheExactRecursion() {
    double k = 2;
    double d = 0.3;
    double h = 0.05;
    Bins bins = new Bins(-1.5, 1.5, 61);
    double[] mass = new double[61];
    double sum = 0;
    double wider = d / (k * (1 - h * k / 2));
    double[] expected = new double[61];
    for (int i = 0; i < mass.length; i++) {
      double x = bins.centre(i);
      mass[i] = Math.exp(-k * x * x / (2 * d));
      sum += mass[i];
      expected[i] = x * x / 2 * (k / d - 1 / wider);
    }
    double mean = 0;
    for (int i = 0; i < mass.length; i++) {
      mass[i] /= sum;
      mean += mass[i] * expected[i];
    }
    double[] bound =
        line(k, 0).alongFloor(euler(h), Masses.computed(bins, mass, mass), new double[1]);

    for (int i = 0; i < mass.length; i += 10) {
      assertThat(bound[i]).isCloseTo(Math.abs(expected[i] - mean), within(1e-4));
    }
  }

  @Test
  void unstableStepsAreNamed() {
    Problem valley =
        Fixtures.problem(
            TestValley.gaussian(10, 0),
            new Fixtures.Anisotropic(0.1, 2),
            10,
            Fixtures.walls(-2, 2),
            Fixtures.walls(-1, 1));
    Bins bins = new Bins(-2, 2, 40);
    double[] even = new double[40];
    Arrays.fill(even, 1 / 40.0);
    Masses masses = Masses.computed(bins, even, even);
    StepEffect steps = new StepEffect(valley);

    assertThat(steps.warning(euler(0.001), masses)).isEmpty();
    assertThat(steps.warning(euler(0.005), masses)).contains("unstable").contains("2.");
    for (double b : steps.alongFloor(euler(0.005), masses, new double[2])) {
      assertThat(b).isFinite();
    }
  }

  /** Euler's mean x (1 - h k)^n and variance on a quadratic, both far from the steady state. */
  @Test
  void boundOnWhatMovesHoldsTheExactRecursion() {
    double k = 1;
    double d = 0.25;
    for (double h : new double[] {0.01, 0.1, 0.4}) {
      for (double t : new double[] {0.4, 1.2, 4}) {
        double steps = Math.round(t / h);
        double mean = 3 * (Math.exp(-k * t) - Math.pow(1 - h * k, steps));
        double motion = 3 * k * t * Math.exp(-k * t);
        double bound = line(k, 0).moving(euler(h), new double[] {1}, new double[] {3}, motion);
        assertThat(bound).isBetween(Math.abs(mean), 3 * Math.abs(mean));

        double wide = d / k / (1 - h * k / 2) * (1 - Math.pow(1 - h * k, 2 * steps));
        double exact = d / k * (1 - Math.exp(-2 * k * t));
        double moved = 2 * k * t * d / k * Math.exp(-2 * k * t);
        double both =
            line(k, 0).moving(euler(h), new double[] {1}, new double[] {3}, moved)
                + line(k, 0).variance(euler(h), 0, new double[] {1}, exact);
        assertThat(both).isGreaterThan(Math.abs(wide - exact));
      }
    }
    assertThat(line(k, 0).moving(DENSITY, new double[] {1}, new double[] {3}, 1)).isZero();
  }

  /** A normal density that is shifted a little: ln p changes by its slope. */
  @Test
  void aShiftedMarginalIsWithinTheBound() {
    Bins bins = new Bins(-4, 4, 80);
    double[] mass = new double[80];
    double[] shifted = new double[80];
    for (int i = 0; i < 80; i++) {
      double x = bins.centre(i);
      mass[i] = Math.exp(-x * x / 2) * bins.width() / Math.sqrt(2 * Math.PI);
      shifted[i] = Math.exp(-(x - 0.01) * (x - 0.01) / 2) * bins.width() / Math.sqrt(2 * Math.PI);
    }
    double[] bound = StepEffect.moved(Masses.computed(bins, mass, mass), 0.01, 0);
    for (int i = 0; i < 80; i++) {
      assertThat(Math.abs(Math.log(shifted[i] / mass[i]))).isCloseTo(bound[i], within(1e-4));
    }
  }
}
