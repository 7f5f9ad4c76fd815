package org.thalweg.api.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;

class StableNumbersTest {
  private static final int NUMBERS = 200_000;

  /** The sample mean of cos kX has a standard error below 1/sqrt(2n). */
  @ParameterizedTest
  @CsvSource({"0.5", "1", "1.2", "1.5", "1.9", "2"})
  void theCharacteristicFunctionIsThatOfAStandardStableNumber(double alpha) {
    Block numbers = uniforms(1);
    StableNumbers.transform(alpha, 1, numbers, uniforms(2));
    for (double k : new double[] {0.3, 1, 2}) {
      double mean = 0;
      for (double x : numbers.line(0)) {
        mean += Math.cos(k * x) / NUMBERS;
      }
      double expected = Math.exp(-Math.pow(k, alpha));
      assertThat((mean - expected) * Math.sqrt(2.0 * NUMBERS)).isBetween(-4.0, 4.0);
    }
  }

  private static Block uniforms(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Block block = new Block(1, NUMBERS, Layout.BY_COORDINATE);
    double[] line = block.line(0);
    for (int j = 0; j < line.length; j++) {
      line[j] = random.nextDouble(Double.MIN_NORMAL, 1);
    }
    return block;
  }
}
