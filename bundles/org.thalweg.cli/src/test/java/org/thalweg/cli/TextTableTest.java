package org.thalweg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTableTest {
  @ParameterizedTest(name = "{0} is shown as {1}")
  @CsvSource({
    "0.004, 0.004",
    "8192, 8192",
    "0, 0",
    "-0.5, -0.5",
    "0.08921234, 0.089212",
    "123456.7, 123460",
    "1.5e-7, 1.5e-07",
    "-2.30812e-9, -2.308e-09",
    "9.8891e-10, 9.889e-10",
    "2e-10, 2e-10",
    "1e300, 1e+300",
    "NaN, NaN",
    "Infinity, inf",
    "-Infinity, -inf",
    "1000000, 1000000"
  })
  void numbersAreShort(double value, String shown) {
    assertThat(TextTable.number(value)).isEqualTo(shown);
  }

  @ParameterizedTest(name = "{0} with error {1} is shown as {2}")
  @CsvSource({
    "0.98811, 0.0161, 0.988 +- 0.016",
    "3.96471, 0.000103, 3.96471 +- 0.00010",
    "150, 2.4, 150.0 +- 2.4",
    "1234.5, 123, 1234 +- 120",
    "1, 3e-16, 1 +- 3e-16",
    "-0.14762, 0.00294, -0.1476 +- 0.0029",
    "2e-17, 0.1, 2e-17 +- 0.1",
    "NaN, NaN, NaN +- NaN"
  })
  void aMeasuredNumberHasTheDigitsOfItsError(double value, double error, String shown) {
    assertThat(TextTable.measured(value, error)).isEqualTo(shown);
  }

  @Test
  void wordsStandToTheLeftAndNumbersToTheRight() {
    TextTable table = new TextTable(List.of("name", "n"));
    table.row(List.of("a", "1"));
    table.row(List.of("longer", "100"));
    assertThat(table.lines()).containsExactly("name      n", "a         1", "longer  100");
  }
}
