package org.thalweg.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scale and the cells of a swept axis follow from the places of its values. */
class SpacingTest {
  @Test
  void evenlySpacedLogarithmsMakeALogarithmicAxis() {
    assertThat(Spacing.logarithmic(new double[] {0.01, 0.1, 1})).isTrue();
    assertThat(Spacing.logarithmic(new double[] {1, 2, 4, 8})).isTrue();
    assertThat(Spacing.logarithmic(new double[] {1, 2, 3, 4})).isFalse();
    assertThat(Spacing.logarithmic(new double[] {0, 0.1, 1})).isFalse();
    assertThat(Spacing.logarithmic(new double[] {1, 2})).isFalse();
    assertThat(Spacing.logarithmic(new double[] {1, 100})).isTrue();
  }

  @Test
  void valuesThatSpanDecadesShowOnALogarithmicScale() {
    assertThat(wide(false, 1, 20, 300)).isTrue();
    assertThat(wide(false, 1, 40)).isFalse();
    assertThat(wide(true, 1, 40)).as("over a logarithmic axis").isTrue();
    assertThat(wide(false, -1, 1, 300)).isFalse();
    assertThat(wide(false, 0, Double.NaN, 1, 300)).as("one rate without events").isTrue();
    assertThat(wide(false, 0, 0, 1, 300)).as("zero mostly").isFalse();
    assertThat(wide(true, 0, 0)).isFalse();
  }

  private static boolean wide(boolean over, double... values) {
    return Spacing.wide(Stream.of(values), over);
  }

  @Test
  void edgesLieHalfwayBetweenPlaces() {
    assertThat(Spacing.edges(new double[] {1, 2, 4}, false)).containsExactly(0.5, 1.5, 3, 5);
    assertThat(Spacing.edges(new double[] {1, 100}, true))
        .containsExactly(new double[] {0.1, 10, 1000}, within(1e-9));
  }
}
