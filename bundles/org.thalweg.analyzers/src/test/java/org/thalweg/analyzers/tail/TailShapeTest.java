package org.thalweg.analyzers.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** How often thin tails pass for power laws, and power laws are found. */
class TailShapeTest {
  private static double exponential(SplittableRandom r) {
    return -Math.log(1 - r.nextDouble());
  }

  private static double normal(SplittableRandom r) {
    return Math.sqrt(2 * exponential(r)) * Math.cos(2 * Math.PI * r.nextDouble());
  }

  private static double student(SplittableRandom r, int freedom) {
    double z = normal(r);
    double chi = 0;
    for (int i = 0; i < freedom; i++) {
      double g = normal(r);
      chi += g * g;
    }
    return z / Math.sqrt(chi / freedom);
  }

  /** By the formula of Chambers, Mallows and Stuck. */
  private static double stable(SplittableRandom r, double alpha) {
    double u = Math.PI * (r.nextDouble() - 0.5);
    return Math.sin(alpha * u)
        / Math.pow(Math.cos(u), 1 / alpha)
        * Math.pow(Math.cos((1 - alpha) * u) / exponential(r), (1 - alpha) / alpha);
  }

  private static HillEstimator sample(long seed, int n, ToDoubleFunction<SplittableRandom> draw) {
    SplittableRandom random = new SplittableRandom(seed);
    return new HillEstimator(
        DoubleStream.generate(() -> Math.abs(draw.applyAsDouble(random))).limit(n).toArray());
  }

  /** The part of samples in which a power law is found, k chosen by the rule. */
  private static double found(int samples, int n, ToDoubleFunction<SplittableRandom> draw) {
    int found = 0;
    for (int s = 0; s < samples; s++) {
      HillEstimator hill = sample(1000 + s, n, draw);
      found += hill.shape(hill.chosen()).powerLaw() ? 1 : 0;
    }
    return (double) found / samples;
  }

  @Test
  void theStatisticIsThatOfGini() {
    double[] excess = {7, 4, 2.5, 1, 0.25};
    double differences = 0;
    double sum = 0;
    for (double a : excess) {
      sum += a;
      for (double b : excess) {
        differences += Math.abs(a - b);
      }
    }
    int k = excess.length;
    double gini = differences / (2 * (k - 1) * sum); // sum is k times the mean
    double[] values = {17, 14, 12.5, 11, 10.25, 10};
    assertThat(new Spacings(values, k).departure(k))
        .isCloseTo(
            Math.sqrt((k - 1.0) / k) * Math.sqrt(12 * (k - 1.0)) * (gini - 0.5), within(1e-12));
  }

  /** Of exponential values, and of the logarithms of a power law, for a given k. */
  @Test
  void departuresFromTheRightTailAreStandardNormal() {
    int samples = 4000;
    for (int k : new int[] {10, 100}) {
      double[][] departures = new double[2][samples];
      for (int s = 0; s < samples; s++) {
        departures[0][s] = sample(s, 200, TailShapeTest::exponential).shape(k).overExponential();
        departures[1][s] =
            sample(s, 200, r -> Math.exp(exponential(r) / 1.5)).shape(k).overPowerLaw();
      }
      for (double[] d : departures) {
        double mean = DoubleStream.of(d).average().orElseThrow();
        double square = DoubleStream.of(d).map(t -> t * t).average().orElseThrow();
        long beyond = DoubleStream.of(d).filter(t -> t > 2).count();
        // standard errors: 1/sqrt(4000) = 0.016, 0.022, and sqrt(4000 * 0.0228) = 9.5
        assertThat(mean).isCloseTo(0, within(0.05));
        assertThat(square).isCloseTo((k - 1.0) / k, within(0.07));
        assertThat((double) beyond).isCloseTo(4000 * 0.0228, within(35.0));
      }
    }
  }

  @Test
  void thinTailsPassForPowerLawsInLessThanOneCaseInAHundred() {
    assertThat(found(1000, 1000, TailShapeTest::exponential)).isLessThan(0.01);
    assertThat(found(1000, 1000, TailShapeTest::normal)).isLessThan(0.003);
    assertThat(found(500, 1000, r -> Math.hypot(normal(r), normal(r)))).isLessThan(0.003);
    assertThat(found(100, 10_000, TailShapeTest::exponential)).isLessThan(0.03);
    assertThat(found(100, 10_000, TailShapeTest::normal)).isZero();
  }

  /** The rarer large values are, the more points it takes. */
  @Test
  void powerLawsAreFound() {
    assertThat(found(300, 1000, r -> stable(r, 1.5))).isGreaterThan(0.96);
    assertThat(found(300, 1000, r -> student(r, 2))).isGreaterThan(0.8);
    assertThat(found(300, 1000, r -> student(r, 3))).isBetween(0.4, 0.7);
    assertThat(found(100, 10_000, r -> student(r, 3))).isGreaterThan(0.8);
    assertThat(found(100, 10_000, r -> stable(r, 1.9))).isGreaterThan(0.85);
    assertThat(found(10, 100_000, r -> student(r, 3))).isGreaterThan(0.85);
  }

  @Test
  void aTailBetweenIsToldFromBothWhereItIsTakenLong() {
    TailShape logNormal = sample(1, 20_000, r -> Math.exp(normal(r))).shape(4000);
    assertThat(logNormal.powerLaw()).isFalse();
    assertThat(logNormal.words())
        .matches("[0-9.]+ s.e. heavier than an exponential .* lighter than a power law; take .*");
    TailShape gauss = sample(1, 20_000, TailShapeTest::normal).shape(4000);
    assertThat(gauss.words())
        .matches("no power law: [0-9.]+ s.e. lighter than an exponential tail");
  }

  @Test
  void equalDistancesHaveNoPowerLaw() {
    TailShape equal = new HillEstimator(new double[] {2, 2, 2, 2}).shape(3);
    assertThat(equal.powerLaw()).isFalse();
    assertThat(equal.words()).contains("all the same");
  }
}
