package org.thalweg.landscapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.api.problem.Landscape;
import org.thalweg.testkit.LandscapeContract;

class MultiWellTest {
  @Test
  void keepsTheContractOfLandscapes() {
    LandscapeContract.of(wells(1, a(1), a(1), a(0))).within(2).verify();
    LandscapeContract.of(wells(3, a(1, 0.3, 2), a(1, 2, 0.7), a(0, -0.2, 5))).within(2).verify();
    LandscapeContract.of(wells(50, a(0.5), a(1), a(0.1))).verify();
  }

  @Test
  void everyCornerIsAMinimum() {
    Landscape wells = wells(3, a(1, 2, 3), a(1, 2, 4), a(0));
    double[] g = new double[3];
    double[] h = new double[3];
    for (int corner = 0; corner < 8; corner++) {
      double[] x = {
        (corner & 1) == 0 ? -1 : 1, (corner & 2) == 0 ? -2 : 2, (corner & 4) == 0 ? -4 : 4
      };
      wells.gradient(x, g);
      assertThat(g).containsOnly(0);
      assertThat(wells.value(x)).isEqualTo(0);
      wells.hessianVector(x, a(1, 1, 1), h);
      assertThat(h).containsExactly(8, 4, 1.5); // 8 barrier/width^2
    }
  }

  @Test
  void oneAxisWithoutTiltIsTheDoubleWell() {
    Landscape one = wells(1, a(0.3), a(2.5), a(0));
    Landscape well = new DoubleWell().create(new DoubleWell.Params(0.3, 2.5), null);
    for (double x = -4; x < 4; x += 0.37) {
      assertThat(one.value(a(x))).isCloseTo(well.value(a(x)), within(1e-14));
    }
  }

  @Test
  void lossesAddUpSoThatGibbsDistributionIsAProduct() {
    double[] x = {0.4, -1.3};
    double first = wells(1, a(1), a(1), a(0.2)).value(a(x[0]));
    double second = wells(1, a(2), a(1.5), a(-0.1)).value(a(x[1]));
    assertThat(wells(2, a(1, 2), a(1, 1.5), a(0.2, -0.1)).value(x))
        .isCloseTo(first + second, within(1e-14));
  }

  @Test
  void aTiltBeyondTheLargestSlopeLeavesOneMinimumOnTheAxis() {
    double largest = 8 / (3 * Math.sqrt(3));
    assertThat(slopesChangeSign(0.99 * largest)).isEqualTo(3);
    assertThat(slopesChangeSign(1.01 * largest)).isEqualTo(1);
  }

  private static int slopesChangeSign(double tilt) {
    Landscape well = wells(1, a(1), a(1), a(tilt));
    double[] g = new double[1];
    int changes = 0;
    double last = -1;
    for (double x = -3; x < 3; x += 1e-3) {
      well.gradient(a(x), g);
      if (g[0] * last < 0) {
        changes++;
        last = g[0];
      }
    }
    return changes;
  }

  @Test
  void otherLengthsAreRefusedByName() {
    Refusals.refused(
        "width",
        "has 2 numbers, but the landscape has 3 parameters; give 3 numbers, or one for all",
        () -> wells(3, a(1), a(1, 2), a(0)));
  }

  private static double[] a(double... numbers) {
    return numbers;
  }

  private static Landscape wells(int dim, double[] barrier, double[] width, double[] tilt) {
    return new MultiWell().create(new MultiWell.Params(dim, barrier, width, tilt), null);
  }
}
