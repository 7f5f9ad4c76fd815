package org.thalweg.analyzers.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.thalweg.api.analysis.Estimate;

/** The product-limit curve and what follows from it. */
class SurvivalTest {
  private static double[] exponential(SplittableRandom random, int n, double rate) {
    double[] t = new double[n];
    for (int i = 0; i < n; i++) {
      t[i] = -Math.log(1 - random.nextDouble()) / rate;
    }
    return t;
  }

  /** Remissions of 21 treated patients (Freireich et al. 1963), the example of many textbooks. */
  @Test
  void givesTheTextbooksCurve() {
    Survival s =
        new Survival(
            new double[] {6, 6, 6, 7, 10, 13, 16, 22, 23},
            new double[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35});

    assertThat(s.at(5.9)).isEqualTo(1);
    assertThat(s.at(6)).isCloseTo(0.8571, within(5e-5));
    assertThat(s.at(7)).isCloseTo(0.8067, within(5e-5));
    assertThat(s.at(10)).isCloseTo(0.7529, within(5e-5));
    assertThat(s.at(16)).isCloseTo(0.6275, within(5e-5));
    assertThat(s.at(23)).isCloseTo(0.4482, within(5e-5));
    // Greenwood's standard errors as printed there
    assertThat(s.at(6) * Math.sqrt(s.logVariance(s.indexAt(6)))).isCloseTo(0.0764, within(5e-5));
    assertThat(s.at(23) * Math.sqrt(s.logVariance(s.indexAt(23)))).isCloseTo(0.1346, within(5e-5));
    assertThat(s.quantile(0.5)).isEqualTo(23);
    assertThat(s.interval(0.5)[0]).isEqualTo(13);
    assertThat(s.interval(0.5)[1]).isNaN();
  }

  @Test
  void withoutLossesTheRestrictedMeanIsTheSampleMean() {
    double[] t = {3, 1, 4, 1, 5, 9, 2, 6};
    Estimate mean = new Survival(t, new double[0]).restrictedMean();
    double m = Arrays.stream(t).average().orElseThrow();
    double v = Arrays.stream(t).map(x -> (x - m) * (x - m)).sum() / 7;

    assertThat(mean.value()).isCloseTo(m, within(1e-12));
    assertThat(mean.error()).isCloseTo(Math.sqrt(v / 8), within(1e-12));
  }

  @Test
  void lossesOnTheWayDoNotBiasTheCurve() {
    SplittableRandom random = new SplittableRandom(7);
    double[] t = exponential(random, 20_000, 1);
    double[] c = exponential(random, 20_000, 0.7);
    double[] seen = new double[t.length];
    double[] lost = new double[t.length];
    int n = 0;
    int m = 0;
    for (int i = 0; i < t.length; i++) {
      if (t[i] <= Math.min(c[i], 2)) {
        seen[n++] = t[i];
      } else {
        lost[m++] = Math.min(c[i], 2);
      }
    }
    Survival s = new Survival(Arrays.copyOf(seen, n), Arrays.copyOf(lost, m));
    Estimate mean = s.restrictedMean();

    for (double at : new double[] {0.2, 0.7, 1.5}) {
      double error = s.at(at) * Math.sqrt(s.logVariance(s.indexAt(at)));
      assertThat(s.at(at)).isCloseTo(Math.exp(-at), within(3 * error));
      assertThat(error).isLessThan(0.01);
    }
    assertThat(mean.value()).isCloseTo(1 - Math.exp(-2), within(3 * mean.error()));
    PoissonRate rate = new PoissonRate(s.events(), s.total());
    assertThat(rate.value()).isCloseTo(1, within(3 * rate.error()));
  }

  /** 2000 samples of 40: the standard error of a coverage of 95 % is 0.5 %. */
  @Test
  void intervalsCoverAsOftenAsTheySay() {
    SplittableRandom random = new SplittableRandom(11);
    int samples = 2000;
    int curve = 0;
    int median = 0;
    int rate = 0;
    for (int i = 0; i < samples; i++) {
      double[] all = exponential(random, 40, 1);
      double[] seen = Arrays.stream(all).filter(x -> x <= 1.5).toArray();
      double[] lost = Arrays.stream(all).filter(x -> x > 1.5).map(x -> 1.5).toArray();
      Survival s = new Survival(seen, lost);
      int j = s.indexAt(0.5);
      curve += s.low(j) <= Math.exp(-0.5) && s.high(j) >= Math.exp(-0.5) ? 1 : 0;
      double[] m = s.interval(0.5);
      median += m[0] <= Math.log(2) && !(m[1] < Math.log(2)) ? 1 : 0;
      PoissonRate r = new PoissonRate(s.events(), s.total());
      rate += r.low() <= 1 && r.high() >= 1 ? 1 : 0;
    }

    assertThat(curve / (double) samples).isBetween(0.93, 0.975);
    assertThat(median / (double) samples).isBetween(0.93, 0.975);
    assertThat(rate / (double) samples).isGreaterThan(0.94);
  }

  @Test
  void emptySamplesSayThatTheyAreEmpty() {
    Survival none = new Survival(new double[0], new double[] {5, 5});
    Survival nobody = new Survival(new double[0], new double[0]);

    assertThat(none.restrictedMean().value()).isEqualTo(5);
    assertThat(none.quantile(0.5)).isNaN();
    assertThat(nobody.restrictedMean().value()).isNaN();
    PoissonRate rate = new PoissonRate(0, 10);
    assertThat(rate.low()).isZero();
    // nothing seen in 10: below -ln(0.025)/10 with 97.5 %
    assertThat(rate.high()).isCloseTo(-Math.log(0.025) / 10, within(1e-9));
  }
}
