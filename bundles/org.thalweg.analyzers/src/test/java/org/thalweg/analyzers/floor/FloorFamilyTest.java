package org.thalweg.analyzers.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.TestValley;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.marginal.Histogram;
import org.thalweg.analyzers.marginal.Masses;
import org.thalweg.api.problem.Problem;

/** The exponent of the marginal along the floor. */
class FloorFamilyTest {
  private static final Bins BINS = new Bins(-2, 2, 80);

  private static Problem problem(TestValley valley, double delta, double kappa) {
    return Fixtures.problem(
        valley,
        new Fixtures.Anisotropic(delta, kappa),
        10,
        Fixtures.walls(-2, 2),
        Fixtures.walls(-1, 1));
  }

  private static Masses sampled(double[] x) {
    return Histogram.of(Fixtures.chunk(0, x, new double[x.length]), 0, BINS).masses(BINS);
  }

  @Test
  void findsTheExponentOfItsOwnMembers() {
    FloorFamily family = FloorFamily.of(problem(TestValley.bump(), 0.01, 5), BINS).orElseThrow();

    for (double kappa : new double[] {-2, 0, 1, 5, 40}) {
      assertThat(family.exponent(family.masses(kappa).mass())).isCloseTo(kappa, within(1e-8));
    }
  }

  @Test
  void estimatesAreUnbiasedAndTheirErrorsCalibrated() {
    TestValley valley = TestValley.bump();
    FloorFamily family = FloorFamily.of(problem(valley, 0.01, 5), BINS).orElseThrow();
    int replicas = 300;
    double mean = 0;
    double squares = 0;
    for (int r = 0; r < replicas; r++) {
      double[] x =
          Fixtures.sample(new SplittableRandom(r), 2000, v -> 5 * valley.logFlatness(v), -2, 2);
      FloorFamily.Fit fit = family.fit(sampled(x));
      double z = (fit.kappa() - 5) / fit.sampling();
      mean += z / replicas;
      squares += z * z / replicas;
    }

    // 300 replicas: the mean of z has a standard error of 0.06, that of z^2 one of 0.08
    assertThat(mean).isCloseTo(0, within(0.2));
    assertThat(squares).isCloseTo(1, within(0.3));
  }

  @Test
  void aSlopingFloorBelongsToTheStatistic() {
    TestValley valley = TestValley.gaussian(100, 0.8);
    double delta = 0.4;
    double kappa = 3;
    FloorFamily family = FloorFamily.of(problem(valley, delta, kappa), BINS).orElseThrow();
    double[] x =
        Fixtures.sample(
            new SplittableRandom(7),
            20_000,
            v -> kappa * (valley.logFlatness(v) - valley.floor(v) / delta),
            -2,
            2);
    FloorFamily.Fit fit = family.fit(sampled(x));

    assertThat(fit.kappa()).isCloseTo(kappa, within(4 * fit.sampling()));
    assertThat(fit.sampling()).isLessThan(0.05);
  }

  @Test
  void boundsOfTheCurveBecomeABoundOfTheExponent() {
    FloorFamily family = FloorFamily.of(problem(TestValley.bump(), 0.01, 5), BINS).orElseThrow();
    Masses exact = family.masses(5);
    double[] bound = new double[BINS.count()];
    double[] moved = exact.mass().clone();
    double sum = 0;
    for (int i = 0; i < moved.length; i++) {
      bound[i] = 0.02 * Math.abs(Math.sin(3 * i));
      moved[i] *= 1 + 0.02 * Math.sin(3 * i);
      sum += moved[i];
    }
    for (int i = 0; i < moved.length; i++) {
      moved[i] /= sum;
    }

    FloorFamily.Fit fit = family.fit(exact.with(bound));
    assertThat(fit.sampling()).isZero();
    assertThat(Math.abs(family.exponent(moved) - 5)).isLessThan(fit.bound());
  }

  @Test
  void aValleyThatIsEquallyFlatEverywhereHasNone() {
    TestValley straight = new TestValley(x -> 1, x -> 0, x -> 0, 0);

    assertThat(FloorFamily.of(problem(straight, 0.01, 5), BINS)).isEmpty();
  }
}
