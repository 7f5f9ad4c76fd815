package org.thalweg.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random numbers against their distributions.
 *
 * <p>Seeds are fixed, so a test passes always or never. Tolerances are 4 standard errors, where a
 * right generator fails once in 16,000 seeds, and 4.5 where many numbers are compared at once.
 */
class RandomStreamStatisticsTest {

  private static final double ERRORS = 4;
  private static final int PIECE = 1 << 16;

  private final RandomStream stream = new RandomStream(2024, 0, 0);

  @Test
  void momentsOfTenMillionNormals() {
    double[] x = new double[PIECE];
    double[] sums = new double[7];
    int n = 0;
    while (n < 10_000_000) {
      stream.normals(x, PIECE);
      n += PIECE;
      for (double value : x) {
        double power = 1;
        for (int m = 1; m <= 6; m++) {
          power *= value;
          sums[m] += power;
        }
      }
    }
    // E x^m and Var x^m = E x^2m - (E x^m)^2, with E x^2k = (2k - 1)!!
    double[] mean = {1, 0, 1, 0, 3, 0, 15};
    double[] variance = {0, 1, 2, 15, 96, 945, 10170};
    for (int m = 1; m <= 6; m++) {
      double error = Math.sqrt(variance[m] / n);
      assertThat(sums[m] / n).as("moment %s", m).isEqualTo(mean[m], within(ERRORS * error));
    }
  }

  @Test
  void firstAndSecondMembersOfPairsAreIndependent() {
    double[] x = new double[PIECE];
    double product = 0;
    double squares = 0;
    int pairs = 0;
    for (int piece = 0; piece < 60; piece++) {
      stream.normals(x, PIECE);
      for (int i = 0; i < PIECE; i += 16) {
        for (int lane = i; lane < i + 8; lane++) {
          double a = x[lane];
          double b = x[lane + 8];
          product += a * b;
          squares += (a * a - 1) * (b * b - 1);
          pairs++;
        }
      }
    }
    assertThat(product / pairs).isEqualTo(0, within(ERRORS / Math.sqrt(pairs)));
    assertThat(squares / pairs).isEqualTo(0, within(ERRORS * 2 / Math.sqrt(pairs)));
  }

  @Test
  void neighboursInTheStreamAreUncorrelated() {
    double[] x = new double[1 << 21];
    stream.normals(x, x.length);
    for (int lag : new int[] {1, 2, 4, 7, 8, 9, 15, 16, 17, 32, 64, 512, 1024}) {
      double sum = 0;
      for (int i = lag; i < x.length; i++) {
        sum += x[i] * x[i - lag];
      }
      double n = x.length - lag;
      assertThat(sum / n).as("lag %s", lag).isEqualTo(0, within(4.5 / Math.sqrt(n)));
    }
  }

  @Test
  void normalsPassKolmogorovAndSmirnov() {
    double[] x = new double[1_000_000];
    stream.normals(x, x.length);
    NormalDistribution normal = new NormalDistribution();
    assertKolmogorovSmirnov(x, normal::cumulativeProbability);
  }

  @Test
  void uniformsPassKolmogorovAndSmirnov() {
    double[] x = new double[1_000_000];
    stream.uniforms(x, x.length);
    assertThat(Arrays.stream(x).min().orElseThrow()).isPositive();
    assertThat(Arrays.stream(x).max().orElseThrow()).isLessThan(1);
    assertKolmogorovSmirnov(x, u -> u);
  }

  /** Numbers beyond 3, 4 and 5 standard deviations among 5 10^7, with their binomial errors. */
  @Test
  void tailsHoldTheRightShareOfNormals() {
    double[] x = new double[PIECE];
    double[] thresholds = {3, 4, 5};
    long[] above = new long[3];
    long[] below = new long[3];
    long n = 0;
    while (n < 50_000_000) {
      stream.normals(x, PIECE);
      n += PIECE;
      for (double value : x) {
        if (Math.abs(value) > 3) {
          for (int i = 0; i < 3; i++) {
            above[i] += value > thresholds[i] ? 1 : 0;
            below[i] += value < -thresholds[i] ? 1 : 0;
          }
        }
      }
    }
    for (int i = 0; i < 3; i++) {
      double expected = n * 0.5 * Erf.erfc(thresholds[i] / Math.sqrt(2));
      double tolerance = ERRORS * Math.sqrt(expected);
      assertThat((double) above[i])
          .as("> %s", thresholds[i])
          .isEqualTo(expected, within(tolerance));
      assertThat((double) below[i])
          .as("< -%s", thresholds[i])
          .isEqualTo(expected, within(tolerance));
    }
  }

  /** Ten thousand million normals: 9.9 of them are expected above 6 standard deviations. */
  @Test
  @Tag("slow")
  void tailsToSixStandardDeviations() {
    double[] x = new double[PIECE];
    double[] thresholds = {4, 4.5, 5, 5.5, 6};
    long[] above = new long[thresholds.length];
    long[] below = new long[thresholds.length];
    long n = 0;
    while (n < 10_000_000_000L) {
      stream.normals(x, PIECE);
      n += PIECE;
      for (double value : x) {
        if (Math.abs(value) > 4) {
          for (int i = 0; i < thresholds.length; i++) {
            above[i] += value > thresholds[i] ? 1 : 0;
            below[i] += value < -thresholds[i] ? 1 : 0;
          }
        }
      }
    }
    for (int i = 0; i < thresholds.length; i++) {
      double expected = n * 0.5 * Erf.erfc(thresholds[i] / Math.sqrt(2));
      double tolerance = ERRORS * Math.sqrt(expected);
      System.out.printf(
          "beyond %s: %d above, %d below, %.1f expected%n",
          thresholds[i], above[i], below[i], expected);
      assertThat((double) above[i])
          .as("> %s", thresholds[i])
          .isEqualTo(expected, within(tolerance));
      assertThat((double) below[i])
          .as("< -%s", thresholds[i])
          .isEqualTo(expected, within(tolerance));
    }
  }

  @Test
  void streamsOfNeighbouringTriplesAreUncorrelated() {
    int n = 1 << 18;
    double[] x = normals(new RandomStream(1, 1, 1), n);
    for (long step : new long[] {1, 2, 8, 1L << 32, 1L << 63}) {
      assertUncorrelated(x, normals(new RandomStream(1 + step, 1, 1), n), "seed + " + step);
      assertUncorrelated(x, normals(new RandomStream(1, 1 + step, 1), n), "key + " + step);
      assertUncorrelated(x, normals(new RandomStream(1, 1, 1 + step), n), "chunk + " + step);
    }
  }

  /** What an ensemble of short runs sees: the beginnings of many chunks. */
  @Test
  void beginningsOfManyChunksAreIndependentUniforms() {
    int chunks = 50_000;
    double[] first = new double[chunks];
    double[] one = new double[8];
    for (int chunk = 0; chunk < chunks; chunk++) {
      new RandomStream(7, 0, chunk).uniforms(one, 8);
      first[chunk] = one[chunk % 8];
    }
    double serial = 0;
    for (int i = 1; i < chunks; i++) {
      serial += 12 * (first[i] - 0.5) * (first[i - 1] - 0.5);
    }
    assertThat(serial / (chunks - 1)).isEqualTo(0, within(ERRORS / Math.sqrt(chunks)));
    assertKolmogorovSmirnov(first, u -> u);
  }

  @Test
  void everyBitIsSetHalfOfTheTime() {
    int n = 1 << 20;
    long[] words = new long[n];
    stream.fill(words, n);
    for (int bit = 0; bit < 64; bit++) {
      long set = 0;
      for (long word : words) {
        set += (word >>> bit) & 1;
      }
      assertThat(set / (double) n).as("bit %s", bit).isEqualTo(0.5, within(4.5 * 0.5 / 1024));
    }
  }

  @Test
  void indicesAreEquallyLikely() {
    int bound = 37;
    int[] indices = new int[1_000_003];
    stream.indices(bound, indices, indices.length);
    long[] counts = new long[bound];
    for (int index : indices) {
      counts[index]++;
    }
    double expected = indices.length / (double) bound;
    double chiSquare = 0;
    for (long count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    double freedom = bound - 1;
    assertThat(chiSquare).isEqualTo(freedom, within(ERRORS * Math.sqrt(2 * freedom)));
  }

  private static double[] normals(RandomStream stream, int n) {
    double[] out = new double[n];
    stream.normals(out, n);
    return out;
  }

  private static void assertUncorrelated(double[] x, double[] y, String what) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    assertThat(sum / x.length).as(what).isEqualTo(0, within(4.5 / Math.sqrt(x.length)));
  }

  /** sqrt(n) D exceeds 1.95 with probability 0.001 (Smirnov 1948, doi:10.1214/aoms/1177730256). */
  private static void assertKolmogorovSmirnov(double[] x, DoubleUnaryOperator distribution) {
    Arrays.sort(x);
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      double p = distribution.applyAsDouble(x[i]);
      largest = Math.max(largest, p - i / (double) x.length);
      largest = Math.max(largest, (i + 1) / (double) x.length - p);
    }
    assertThat(Math.sqrt(x.length) * largest).isLessThan(1.95);
  }
}
