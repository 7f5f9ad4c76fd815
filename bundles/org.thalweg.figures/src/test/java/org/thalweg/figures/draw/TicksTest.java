package org.thalweg.figures.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.api.analysis.Figure.Scale;

class TicksTest {
  private static List<String> labels(boolean logarithmic, double from, double to, int wanted) {
    return Ticks.of(new Scaling(logarithmic, from, to), wanted).major().stream()
        .map(Ticks.Tick::label)
        .toList();
  }

  @Test
  void linearTicksStandAtRoundNumbers() {
    assertThat(labels(false, -0.1, 1.05, 6))
        .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(labels(false, -3, 3, 6)).containsExactly("−3", "−2", "−1", "0", "1", "2", "3");
  }

  @Test
  void ranksHaveTicksAtWholeNumbersAlone() {
    Ticks ticks = Ticks.whole(new Scaling(false, 0.97, 2.03), 8);

    assertThat(ticks.major()).extracting(Ticks.Tick::label).containsExactly("1", "2");
    assertThat(ticks.minor()).isEmpty();
    assertThat(Ticks.whole(new Scaling(false, 0.8, 10.2), 5).major())
        .extracting(Ticks.Tick::value)
        .containsExactly(2.0, 4.0, 6.0, 8.0, 10.0);
  }

  @Test
  void smallAndLargeNumbersShareAPowerOfTen() {
    Ticks ticks = Ticks.of(new Scaling(false, 0, 2.2e-6), 4);

    assertThat(ticks.factor()).isEqualTo("×10⁻⁶");
    assertThat(ticks.major()).extracting(Ticks.Tick::label).containsExactly("0", "1", "2");
    assertThat(Ticks.of(new Scaling(false, 0, 3e8), 4).factor()).isEqualTo("×10⁸");
  }

  @Test
  void logarithmicTicksStandAtPowersOfTen() {
    assertThat(labels(true, 5e-4, 20, 8)).containsExactly("10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹");
    assertThat(labels(true, 1e-30, 1, 7)).hasSizeLessThanOrEqualTo(8).contains("10⁰");
    assertThat(labels(true, 0.15, 6, 5)).containsExactly("0.2", "0.5", "1", "2", "5");
  }

  @Test
  void theRoomIsKeptForAllRangesOfDoubles() {
    for (double size : new double[] {1e-300, 1e-20, 1, 1e20, 1e300}) {
      for (int wanted = 2; wanted < 10; wanted++) {
        assertThat(labels(false, -size, size * 1.37, wanted)).hasSizeBetween(1, 2 * wanted + 2);
      }
    }
  }

  @Test
  void aLogarithmicAxisMapsEqualFactorsToEqualLengths() {
    Scaling scaling = new Scaling(true, 0.01, 100);

    assertThat(scaling.fraction(0.1)).isCloseTo(0.25, within(1e-12));
    assertThat(scaling.fraction(1)).isCloseTo(0.5, within(1e-12));
    assertThat(scaling.fraction(0)).isNaN();
    assertThat(scaling.fraction(-1)).isNaN();
  }

  @Test
  void fixedEndsAreKeptAndImpossibleOnesAreTold() {
    List<String> warnings = new ArrayList<>();
    Extent extent = new Extent(new Scale("x", "", false, -1, Double.NaN), warnings);
    extent.add(0);
    extent.add(10);
    assertThat(extent.scaling(0.05)).isEqualTo(new Scaling(false, -1, 10.5));
    assertThat(warnings).isEmpty();

    Extent impossible = new Extent(new Scale("mass", "kg", true, -1, Double.NaN), warnings);
    impossible.add(1);
    impossible.add(10);
    assertThat(impossible.scaling(0).from()).isEqualTo(1);
    assertThat(warnings).singleElement().asString().contains("'mass'").contains("-1.0");
  }

  @Test
  void numbersAreSetAsInPrint() {
    assertThat(Numerals.compact(-0.05)).isEqualTo("−0.05");
    assertThat(Numerals.compact(1e-6)).isEqualTo("10⁻⁶");
    assertThat(Numerals.compact(1.5e12)).isEqualTo("1.5×10¹²");
    assertThat(Numerals.compact(0.1 + 0.2)).isEqualTo("0.3");
    assertThat(Numerals.compact(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
  }
}
