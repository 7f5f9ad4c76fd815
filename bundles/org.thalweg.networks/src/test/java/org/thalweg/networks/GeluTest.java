package org.thalweg.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GeluTest {
  /** z, f, f', f'': 60-digit arithmetic (mpmath 1.3), rounded to the nearest double. */
  private static final double[][] EXACT = {
    {0, 0, 0.5, 0.7978845608028654},
    {0.1, 0.053982783727702904, 0.5795230920247302, 0.7899355694792534},
    {0.5, 0.34573123063700656, 0.8674951246561629, 0.6161143218375241},
    {1, 0.8413447460685429, 1.0833154705876864, 0.24197072451914334},
    {1.5, 1.399789198096713, 1.1274691922299795, -0.03237939891647293},
    {3, 2.99595030590511, 1.011945647204184, -0.03102293888356605},
    {8, 7.999999999999995, 1.0000000000000397, -3.1324080717928733e-13},
    {-0.25, -0.10032341857926907, 0.30462664511636395, 0.7491694763055203},
    {-0.75179, -0.16997120747940211, 6.578970158436136e-07, 0.4314951763451495},
    {-1, -0.15865525393145705, -0.0833154705876863, 0.24197072451914334},
    {-2, -0.04550026389635842, -0.0852318010781969, -0.1079819330263761},
    {-5, -1.4332578593959695e-06, -7.146946001792295e-06, -3.4194548838888845e-05},
    {-10, -7.619853024160526e-23, -7.618400096464814e-22, -7.540706654172292e-21},
    {-20, -5.507248237212468e-88, -1.1014360483133464e-86, -2.1973374481395856e-85},
    {-35, -3.937187472653422e-267, -1.378013786291136e-265, -4.819104646937358e-264}
  };

  private static double[][] at(double... z) {
    double[][] out = {z.clone(), new double[z.length], new double[z.length]};
    Gelu.apply(out[0], out[1], out[2], z.length);
    return out;
  }

  @Test
  void valuesAndDerivativesAreExactWithinRounding() {
    for (double[] exact : EXACT) {
      double[][] f = at(exact[0]);
      for (int k = 0; k < 3; k++) {
        // Where f' changes its sign, two parts of 0.23 leave their rounding.
        double rounding = k == 1 && exact[0] > -3 ? 1.5e-16 : 0;
        double allowed = 1.5e-15 * Math.abs(exact[k + 1]) + rounding;
        assertThat(f[k][0])
            .as("derivative %s at %s", k, exact[0])
            .isCloseTo(exact[k + 1], within(allowed));
      }
    }
  }

  /** Since Phi(z) + Phi(-z) = 1, f(z) - f(-z) = z, f'(z) + f'(-z) = 1 and f'' is even. */
  @Test
  void whatIsMissingOnOneSideIsOnTheOther() {
    double[] z = new SplittableRandom(4).doubles(1000, 0, 12).toArray();
    double[] opposite = new double[z.length];
    for (int j = 0; j < z.length; j++) {
      opposite[j] = -z[j];
    }
    double[][] above = at(z);
    double[][] below = at(opposite);
    for (int j = 0; j < z.length; j++) {
      assertThat(above[0][j] - below[0][j]).isCloseTo(z[j], within(2 * Math.ulp(z[j])));
      assertThat(above[1][j] + below[1][j]).isCloseTo(1, within(3e-16));
      assertThat(above[2][j]).isEqualTo(below[2][j]);
    }
  }

  @Test
  void neighboursDoNotShow() {
    double[] z = new SplittableRandom(6).doubles(300, -40, 40).toArray();
    double[][] together = at(z);
    for (int j = 0; j < z.length; j++) {
      double[][] alone = at(z[j]);
      for (int k = 0; k < 3; k++) {
        assertThat(together[k][j]).isEqualTo(alone[k][0]);
      }
    }
  }

  @Test
  void farAwayItIsTheRectifier() {
    double[][] f = at(50, -50, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN);
    assertThat(f[0]).containsExactly(50, 0, Double.POSITIVE_INFINITY, 0, Double.NaN);
    assertThat(f[1]).containsExactly(1, 0, 1, 0, Double.NaN);
    assertThat(f[2][4]).isNaN();
  }
}
