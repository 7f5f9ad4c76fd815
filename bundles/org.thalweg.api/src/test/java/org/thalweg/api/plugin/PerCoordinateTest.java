package org.thalweg.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PerCoordinateTest {
  @Test
  void takesANumberForEachCoordinate() {
    assertThat(PerCoordinate.of("sigma", new double[] {1, 2, 3}, 3)).containsExactly(1, 2, 3);
  }

  @Test
  void takesOneNumberForAll() {
    assertThat(PerCoordinate.of("sigma", new double[] {0.5}, 3)).containsExactly(0.5, 0.5, 0.5);
  }

  @Test
  void givesAnArrayOfItsOwn() {
    double[] given = {1, 2};
    PerCoordinate.of("sigma", given, 2)[0] = 9;
    assertThat(given).containsExactly(1, 2);
  }

  @Test
  void saysHowManyNumbersFit() {
    assertThatThrownBy(() -> PerCoordinate.of("sigma", new double[] {1, 2}, 3))
        .isInstanceOf(InvalidParameterException.class)
        .hasFieldOrPropertyWithValue("parameter", "sigma")
        .hasMessageContaining(
            "has 2 numbers, but the landscape has 3 parameters; give 3 numbers, or one for all");
    assertThatThrownBy(() -> PerCoordinate.of("sigma", new double[] {1, 2}, 1))
        .hasMessageContaining("has 2 numbers, but the landscape has 1 parameter; give 1 number");
    assertThatThrownBy(() -> PerCoordinate.of("sigma", new double[0], 2))
        .hasMessageContaining("has 0 numbers");
  }
}
