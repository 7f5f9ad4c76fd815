package org.thalweg.analyzers.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.marginal.Masses;
import org.thalweg.api.analysis.Judgement.Outcome;

/** Chi-square with bounds: neither blind nor jealous. */
class MarginalComparisonTest {
  private static final double FOUR = 4;

  private static Masses expected(int bins, double bound) {
    double[] mass = new double[bins];
    java.util.Arrays.fill(mass, 1.0 / bins);
    return Masses.computed(new Bins(0, 1, bins), mass, mass).with(bound);
  }

  private static Masses counted(SplittableRandom random, int n, int bins, double tilt) {
    double[] mass = new double[bins];
    for (int w = 0; w < n; w++) {
      double x = random.nextDouble();
      // 1 + tilt on the lower half, 1 - tilt on the upper one
      boolean lower = random.nextDouble() < 0.5 * (1 + tilt);
      mass[(int) (bins * (lower ? x / 2 : 0.5 + x / 2))] += 1.0 / n;
    }
    return Masses.sampled(new Bins(0, 1, bins), mass, n);
  }

  private static Outcome outcome(Masses a, Masses b, double threshold) {
    return new MarginalComparison("a", "b", a, b, "", Optional.empty())
        .judge(threshold, 0.05)
        .outcome();
  }

  /** However many the walkers: what is as far apart as the bounds allow does not differ. */
  @Test
  void manyWalkersDoNotBreakABound() {
    for (int n : new int[] {10_000, 100_000, 3_000_000}) {
      SplittableRandom random = new SplittableRandom(n);
      Masses walkers = counted(random, n, 30, 0.02);

      assertThat(outcome(walkers, expected(30, 0.021), FOUR)).isEqualTo(Outcome.AGREE);
    }
    Masses many = counted(new SplittableRandom(5), 3_000_000, 30, 0.02);
    assertThat(outcome(many, expected(30, 0.01), FOUR)).isEqualTo(Outcome.DIFFER);
  }

  /** Few bins: their total is shared, so that two bins are one degree of freedom. */
  @Test
  void twoBinsErrAsOftenAsTheySay() {
    SplittableRandom random = new SplittableRandom(1);
    int alarms = 0;
    for (int r = 0; r < 4000; r++) {
      Masses walkers = counted(random, 400, 2, 0);
      alarms += outcome(walkers, expected(2, 0), 1.96) == Outcome.DIFFER ? 1 : 0;
    }
    // 5 % of 4000 is 200 +- 14
    assertThat(alarms).isBetween(140, 270);
  }
}
