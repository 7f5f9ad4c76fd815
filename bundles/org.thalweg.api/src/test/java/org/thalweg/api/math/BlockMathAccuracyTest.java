package org.thalweg.api.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.thalweg.api.kernel.TrigKernel;

/** Every function against 40-digit arithmetic; the bounds are the ones that the Javadoc states. */
class BlockMathAccuracyTest {

  private static final int POINTS = 1_500;

  private final SplittableRandom random = new SplittableRandom(20_240_601);

  @Test
  void expIsWithinOneUlp() {
    for (double range : new double[] {1, 30, 707}) {
      assertThat(worst(BlockMath::exp, ExactMath::exp, () -> uniform(-range, range)))
          .as("range %s", range)
          .isLessThan(1.0);
    }
  }

  @Test
  void subnormalResultsOfExpAreWithinOneUlp() {
    assertThat(worst(BlockMath::exp, ExactMath::exp, () -> uniform(-745, -708.4))).isLessThan(1.0);
  }

  @Test
  void logIsWithinOneUlp() {
    assertThat(worstLog(() -> uniform(0.5, 2))).as("around one").isLessThan(1.0);
    assertThat(worstLog(() -> 1 + uniform(-1e-5, 1e-5))).as("next to one").isLessThan(1.0);
    assertThat(worstLog(() -> Math.scalb(uniform(1, 2), random.nextInt(-1022, 1024))))
        .as("all normal numbers")
        .isLessThan(1.0);
    assertThat(worstLog(() -> Double.longBitsToDouble(random.nextLong(1, 1L << 52))))
        .as("subnormal numbers")
        .isLessThan(1.0);
  }

  @Test
  void sineAndCosineAreWithinOneUlp() {
    for (double range : new double[] {1e-3, 3.2, 1e5, TrigKernel.LIMIT}) {
      DoubleSupplier points = () -> uniform(-range, range);
      assertThat(worst(BlockMath::sin, ExactMath::sin, points)).as("sin").isLessThan(1.0);
      assertThat(worst(BlockMath::cos, ExactMath::cos, points)).as("cos").isLessThan(1.0);
    }
  }

  @Test
  void sineAndCosineAreWithinOneUlpNextToMultiplesOfHalfPi() {
    DoubleSupplier points =
        () -> {
          double multiple = random.nextInt(1, 700_000_000) * (Math.PI / 2);
          return multiple + random.nextInt(-2, 3) * Math.ulp(multiple);
        };
    assertThat(worst(BlockMath::sin, ExactMath::sin, points)).isLessThan(1.0);
    assertThat(worst(BlockMath::cos, ExactMath::cos, points)).isLessThan(1.0);
  }

  @Test
  void sineAndCosineAreWithinOneUlpBeyondTheLimitOfTheFastPath() {
    DoubleSupplier points = () -> TrigKernel.LIMIT * uniform(1.0, 3.0);
    assertThat(worst(BlockMath::sin, ExactMath::sin, points)).isLessThan(1.0);
    assertThat(worst(BlockMath::cos, ExactMath::cos, points)).isLessThan(1.0);
  }

  @Test
  void tanhIsWithinOneAndAHalfUlp() {
    for (double range : new double[] {1e-3, 0.8, 2, 20}) {
      assertThat(worst(BlockMath::tanh, ExactMath::tanh, () -> uniform(-range, range)))
          .as("range %s", range)
          .isLessThan(1.5);
    }
  }

  private double uniform(double from, double to) {
    return random.nextDouble(from, to);
  }

  private static double worst(
      DoubleUnaryOperator function, UnaryOperator<BigDecimal> exact, DoubleSupplier points) {
    double worst = 0;
    for (int i = 0; i < POINTS; i++) {
      double x = points.getAsDouble();
      double ulps = ExactMath.ulps(function.applyAsDouble(x), exact.apply(new BigDecimal(x)));
      worst = Math.max(worst, ulps);
    }
    return worst;
  }

  private static double worstLog(DoubleSupplier points) {
    double worst = 0;
    for (int i = 0; i < POINTS; i++) {
      double x = points.getAsDouble();
      double y = BlockMath.log(x);
      double error = ExactMath.logError(new BigDecimal(x), y).doubleValue();
      worst = Math.max(worst, x == 1 ? Math.abs(y) : Math.abs(error) / Math.ulp(y));
    }
    return worst;
  }
}
