package org.thalweg.api.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.api.kernel.TrigKernel;

class BlockMathTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /** An array method and its scalar twin. */
  record Twins(String name, Block block, DoubleUnaryOperator scalar) {
    @Override
    public String toString() {
      return name;
    }
  }

  @FunctionalInterface
  interface Block {
    void apply(double[] x, double[] out, int n);
  }

  static Stream<Twins> functions() {
    return Stream.of(
        new Twins("exp", BlockMath::exp, BlockMath::exp),
        new Twins("log", BlockMath::log, BlockMath::log),
        new Twins("sin", BlockMath::sin, BlockMath::sin),
        new Twins("cos", BlockMath::cos, BlockMath::cos),
        new Twins("tanh", BlockMath::tanh, BlockMath::tanh),
        new Twins("reciprocal", BlockMath::reciprocal, x -> 1 / x),
        new Twins("sqrt", BlockMath::sqrt, Math::sqrt),
        new Twins(
            "sine of sinCos",
            (x, out, n) -> BlockMath.sinCos(x, out, new double[x.length], n),
            BlockMath::sin),
        new Twins(
            "cosine of sinCos",
            (x, out, n) -> BlockMath.sinCos(x, new double[x.length], out, n),
            BlockMath::cos));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void blockAndScalarFormsGiveTheSameBits(Twins twins) {
    double[] x = arguments();
    double[] out = new double[x.length];
    // Several passes, so that interpreter and compilers all get their turn.
    for (int pass = 0; pass < 20; pass++) {
      twins.block().apply(x, out, x.length);
      for (int i = 0; i < x.length; i++) {
        assertSameBits(out[i], twins.scalar().applyAsDouble(x[i]), x[i]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void outputMayBeTheInput(Twins twins) {
    double[] x = arguments();
    double[] expected = new double[x.length];
    twins.block().apply(x, expected, x.length);
    double[] inPlace = x.clone();
    twins.block().apply(inPlace, inPlace, x.length);
    for (int i = 0; i < x.length; i++) {
      assertSameBits(inPlace[i], expected[i], x[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void onlyTheFirstElementsAreWritten(Twins twins) {
    double[] out = new double[20];
    Arrays.fill(out, 7);
    twins.block().apply(new double[20], out, 13);
    assertThat(Arrays.copyOfRange(out, 13, 20)).containsOnly(7);
    assertThat(Arrays.copyOf(out, 13)).doesNotContain(7);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void arraysThatAreTooShortAreRefusedBeforeAnythingIsWritten(Twins twins) {
    double[] out = new double[20];
    Arrays.fill(out, 7);
    assertThatThrownBy(() -> twins.block().apply(new double[10], out, 11))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> twins.block().apply(new double[30], out, 21))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> twins.block().apply(new double[30], out, -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(out).containsOnly(7);
  }

  @Test
  void sinCosNeedsTwoOutputs() {
    double[] out = new double[3];
    assertThatThrownBy(() -> BlockMath.sinCos(new double[3], out, out, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two different output arrays");
  }

  @Test
  void specialValuesOfExp() {
    assertThat(BlockMath.exp(0)).isEqualTo(1);
    assertThat(BlockMath.exp(-0.0)).isEqualTo(1);
    assertThat(BlockMath.exp(1e-300)).isEqualTo(1);
    assertThat(BlockMath.exp(Double.NaN)).isNaN();
    assertThat(BlockMath.exp(INFINITY)).isEqualTo(INFINITY);
    assertThat(BlockMath.exp(-INFINITY)).isEqualTo(0);
    assertThat(BlockMath.exp(Double.MAX_VALUE)).isEqualTo(INFINITY);
    assertThat(BlockMath.exp(-Double.MAX_VALUE)).isEqualTo(0);
  }

  @Test
  @DisplayName("exp overflows and underflows exactly where the exact result does")
  void thresholdsOfExp() {
    double largest = 0x1.62e42fefa39efp9; // the greatest double below ln(Double.MAX_VALUE)
    assertThat(BlockMath.exp(largest)).isFinite().isGreaterThan(0.999 * Double.MAX_VALUE);
    assertThat(BlockMath.exp(Math.nextUp(largest))).isEqualTo(INFINITY);
    double smallest = -0x1.74910d52d3051p9; // the last argument whose result rounds to above zero
    assertThat(BlockMath.exp(smallest)).isEqualTo(Double.MIN_VALUE);
    assertThat(BlockMath.exp(Math.nextDown(smallest))).isEqualTo(0);
  }

  @Test
  void specialValuesOfLog() {
    assertSameBits(BlockMath.log(1), 0.0, 1);
    assertThat(BlockMath.log(0)).isEqualTo(-INFINITY);
    assertThat(BlockMath.log(-0.0)).isEqualTo(-INFINITY);
    assertThat(BlockMath.log(INFINITY)).isEqualTo(INFINITY);
    assertThat(BlockMath.log(-INFINITY)).isNaN();
    assertThat(BlockMath.log(-1)).isNaN();
    assertThat(BlockMath.log(-Double.MIN_VALUE)).isNaN();
    assertThat(BlockMath.log(Double.NaN)).isNaN();
    assertThat(BlockMath.log(Double.MIN_VALUE)).isEqualTo(StrictMath.log(Double.MIN_VALUE));
    assertThat(BlockMath.log(Double.MAX_VALUE)).isEqualTo(StrictMath.log(Double.MAX_VALUE));
  }

  @Test
  void specialValuesOfSineAndCosine() {
    assertSameBits(BlockMath.sin(0.0), 0.0, 0);
    assertSameBits(BlockMath.sin(-0.0), -0.0, -0.0);
    assertThat(BlockMath.cos(0.0)).isEqualTo(1);
    assertThat(BlockMath.cos(-0.0)).isEqualTo(1);
    assertThat(BlockMath.sin(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    assertThat(BlockMath.sin(-1e-200)).isEqualTo(-1e-200);
    for (double x : new double[] {Double.NaN, INFINITY, -INFINITY}) {
      assertThat(BlockMath.sin(x)).isNaN();
      assertThat(BlockMath.cos(x)).isNaN();
    }
    assertThat(BlockMath.sin(1e22)).isEqualTo(-0.8522008497671888); // Ng 1992, a known hard case
    assertThat(BlockMath.cos(1e300)).isEqualTo(StrictMath.cos(1e300));
  }

  @Test
  void specialValuesOfTanh() {
    assertSameBits(BlockMath.tanh(0.0), 0.0, 0);
    assertSameBits(BlockMath.tanh(-0.0), -0.0, -0.0);
    assertThat(BlockMath.tanh(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    assertThat(BlockMath.tanh(INFINITY)).isEqualTo(1);
    assertThat(BlockMath.tanh(-INFINITY)).isEqualTo(-1);
    assertThat(BlockMath.tanh(Double.MAX_VALUE)).isEqualTo(1);
    assertThat(BlockMath.tanh(30)).isEqualTo(1);
    assertThat(BlockMath.tanh(Double.NaN)).isNaN();
  }

  @Test
  void oddFunctionsAreOddToTheLastBit() {
    for (double x : arguments()) {
      assertSameBits(BlockMath.sin(-x), -BlockMath.sin(x), x);
      assertSameBits(BlockMath.tanh(-x), -BlockMath.tanh(x), x);
      assertSameBits(BlockMath.cos(-x), BlockMath.cos(x), x);
    }
  }

  /** Frozen bits: a change here is a change of the numerics version. */
  @Test
  void bitsStayWhatTheyAre() {
    long hash = 17;
    double[] x = arguments();
    double[] out = new double[x.length];
    for (Twins twins : functions().toList()) {
      twins.block().apply(x, out, x.length);
      for (double value : out) {
        hash = 31 * hash + Double.doubleToLongBits(value);
      }
    }
    assertThat(hash).isEqualTo(-4537273549417315572L);
  }

  private static double[] arguments() {
    SplittableRandom random = new SplittableRandom(7);
    double[] special = {
      0.0,
      -0.0,
      1,
      -1,
      INFINITY,
      -INFINITY,
      Double.NaN,
      Double.MIN_VALUE,
      -Double.MIN_VALUE,
      Double.MIN_NORMAL,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      709.78,
      709.79,
      -708.4,
      -745.13,
      -745.14,
      0.8,
      Math.nextDown(0.8),
      22,
      TrigKernel.LIMIT,
      Math.nextUp(TrigKernel.LIMIT),
      1e22
    };
    double[] x = Arrays.copyOf(special, 5003);
    for (int i = special.length; i < x.length; i++) {
      x[i] =
          switch (i % 4) {
            case 0 -> 4 * random.nextDouble() - 2;
            case 1 -> 1500 * random.nextDouble() - 750;
            case 2 -> 1e5 * random.nextDouble();
            default -> Double.longBitsToDouble(random.nextLong());
          };
    }
    return x;
  }

  private static void assertSameBits(double actual, double expected, double x) {
    if (Double.doubleToLongBits(actual) != Double.doubleToLongBits(expected)) {
      throw new AssertionError("at " + x + ": " + actual + " is not " + expected);
    }
  }
}
