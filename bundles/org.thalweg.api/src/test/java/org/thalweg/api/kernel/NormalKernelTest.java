package org.thalweg.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class NormalKernelTest {

  private static final long CELLS = 1L << 52;

  @Test
  void uniformNumbersAreTheMidpointsOfTheirCells() {
    assertThat(OpenUnit.of(0)).isEqualTo(0x1p-53);
    assertThat(OpenUnit.of(-1)).isEqualTo(1 - 0x1p-53);
    assertThat(OpenUnit.of(1L << 63)).isEqualTo(0.5 + 0x1p-53);
    assertThat(OpenUnit.of(5L << 12)).isEqualTo(11 * 0x1p-53);
    assertThat(OpenUnit.of(0xfff)).as("the lower 12 bits play no part").isEqualTo(0x1p-53);
  }

  @Test
  void radiusFollowsItsFormulaAtExtremeUniforms() {
    for (long k = 0; k < 1000; k++) {
      assertRadius(k);
      assertRadius(CELLS - 1 - k);
    }
    for (int shift = 0; shift < 52; shift++) {
      assertRadius(CELLS >>> shift + 1);
      assertRadius(CELLS - 1 - (CELLS >>> shift + 1));
    }
    assertThat(radius(0)).isEqualTo(Math.sqrt(106 * Math.log(2)), within(4e-15));
    assertThat(radius(CELLS - 1)).isEqualTo(0x1p-26);
  }

  @Test
  void radiusFollowsItsFormulaEverywhere() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 50_000; i++) {
      assertRadius(random.nextLong() >>> 12);
    }
  }

  /** P(radius > R) = exp(-R^2/2), so that many cells, to one, must lie beyond R. */
  @Test
  void tailsHoldTheRightNumberOfCells() {
    for (double r : new double[] {0.1, 1, 3, 5, 6, 7, 8, 8.5}) {
      long inside = 0; // the largest radius stands in cell 0, the smallest in the last
      long outside = CELLS;
      while (outside - inside > 1) {
        long middle = (inside + outside) >>> 1;
        if (radius(middle) > r) {
          inside = middle;
        } else {
          outside = middle;
        }
      }
      double expected = StrictMath.exp(-r * r / 2) * CELLS;
      assertThat((double) outside)
          .as("cells beyond %s", r)
          .isEqualTo(expected, within(1 + expected * 1e-14));
    }
  }

  @Test
  void directionsLieOnTheUnitCircle() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 50_000; i++) {
      long word = random.nextLong();
      double v = NormalKernel.quarters(word);
      assertThat(v).isStrictlyBetween(-1.0, 1.0);
      double sine = NormalKernel.sine(v);
      double cosine = NormalKernel.cosine(v);
      assertThat(sine).isEqualTo(StrictMath.sin(Math.PI / 2 * v), within(4e-16));
      assertThat(cosine).isEqualTo(StrictMath.cos(Math.PI / 2 * v), within(4e-16));
    }
  }

  @Test
  void directionsAreSymmetric() {
    assertThat(NormalKernel.quarters(0)).isEqualTo(0x1p-51 - 1);
    assertThat(NormalKernel.quarters(-1)).isEqualTo(1 - 0x1p-51);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 1000; i++) {
      long word = random.nextLong();
      assertThat(NormalKernel.quarters(~word)).isEqualTo(-NormalKernel.quarters(word));
      assertThat(NormalKernel.sine(NormalKernel.quarters(~word)))
          .isEqualTo(-NormalKernel.sine(NormalKernel.quarters(word)));
    }
    assertThat(NormalKernel.mirror(-2)).isEqualTo(1);
    assertThat(NormalKernel.mirror(1)).isEqualTo(-1);
  }

  private static double radius(long cell) {
    double u = OpenUnit.of(cell << 12);
    return NormalKernel.radius(NormalKernel.exponent(u), NormalKernel.fraction(u));
  }

  private static void assertRadius(long cell) {
    double expected = StrictMath.sqrt(-2 * StrictMath.log(OpenUnit.of(cell << 12)));
    assertThat(radius(cell))
        .as("cell %s", cell)
        .isCloseTo(expected, Percentage.withPercentage(5e-14));
  }
}
