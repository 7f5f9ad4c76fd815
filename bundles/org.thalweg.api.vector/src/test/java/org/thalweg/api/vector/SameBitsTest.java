package org.thalweg.api.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.api.kernel.Kernels;
import org.thalweg.api.kernel.Paths;
import org.thalweg.api.math.BlockMath;

/** The vector path gives the bits of the plain path, for every argument and every length. */
class SameBitsTest {
  private static final int[] LENGTHS = {0, 1, 7, 8, 9, 15, 16, 17, 255, 256, 257, 511, 512, 513};

  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    1e-310,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    707.9,
    708,
    709.7,
    710,
    -708,
    -744.9,
    -746,
    0x1p30,
    -0x1.0000001p30,
    1e22,
    0.8,
    22.1
  };

  private final Kernels plain = Paths.plain();
  private final Kernels vector = new VectorKernels();

  record Function(String name, Call call) {
    @Override
    public String toString() {
      return name;
    }
  }

  @FunctionalInterface
  interface Call {
    void apply(Kernels kernels, double[] x, double[] out, int n);
  }

  static Stream<Function> functions() {
    return Stream.of(
        new Function("exp", Kernels::exp),
        new Function("log", Kernels::log),
        new Function("sin", Kernels::sin),
        new Function("cos", Kernels::cos),
        new Function("tanh", Kernels::tanh),
        new Function("sine of sinCos", (k, x, out, n) -> k.sinCos(x, out, new double[x.length], n)),
        new Function(
            "cosine of sinCos", (k, x, out, n) -> k.sinCos(x, new double[x.length], out, n)));
  }

  @BeforeAll
  static void theModuleIsThere() {
    assertThat(Paths.vectorNow().name()).startsWith("vector");
    assertThat(BlockMath.path()).startsWith("vector");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void functionsOfArrays(Function function) {
    SplittableRandom random = new SplittableRandom(1);
    for (int pass = 0; pass < 30; pass++) { // interpreter and compilers all get their turn
      for (int n : LENGTHS) {
        double[] x = arguments(random, n + 3, pass % 2 == 0);
        double[] expected = new double[n + 3];
        double[] actual = x.clone();
        function.call().apply(plain, x.clone(), expected, n);
        function.call().apply(vector, actual, actual, n);
        for (int i = 0; i < n; i++) {
          assertThat(Double.doubleToLongBits(actual[i]))
              .as("%s(%s), element %s of %s", function, x[i], i, n)
              .isEqualTo(Double.doubleToLongBits(expected[i]));
        }
        assertThat(Arrays.copyOfRange(actual, n, n + 3))
            .as("beyond the end")
            .isEqualTo(Arrays.copyOfRange(x, n, n + 3));
      }
    }
  }

  @Test
  void wordsAndNormals() {
    SplittableRandom random = new SplittableRandom(2);
    long[] state = random.longs(Kernels.STATE).toArray();
    long[] twin = state.clone();
    for (int rounds : new int[] {0, 1, 2, 3, 31, 32, 33, 64, 65, 200}) {
      double[] expected = new double[rounds * Kernels.LANES];
      double[] actual = new double[rounds * Kernels.LANES];
      plain.normals(state, 0.3, expected, rounds);
      vector.normals(twin, 0.3, actual, rounds);
      assertThat(actual).as("%s rounds of normals", rounds).isEqualTo(expected);
      long[] expectedWords = new long[rounds * Kernels.LANES];
      long[] actualWords = new long[rounds * Kernels.LANES];
      plain.words(state, expectedWords, rounds);
      vector.words(twin, actualWords, rounds);
      assertThat(actualWords).as("%s rounds of words", rounds).isEqualTo(expectedWords);
      assertThat(twin).isEqualTo(state);
    }
  }

  @Test
  void whoIsOutside() {
    SplittableRandom random = new SplittableRandom(3);
    for (int n : LENGTHS) {
      for (int k = 0; k < 50; k++) {
        double[] x = random.doubles(n, -1, 1).toArray();
        for (int w = 0; n > 0 && w < random.nextInt(3); w++) {
          x[random.nextInt(n)] = random.nextBoolean() ? Double.NaN : 2;
        }
        int start = random.nextInt(n + 1);
        assertThat(vector.firstOutside(x, -1, 1, start, n))
            .isEqualTo(plain.firstOutside(x, -1, 1, start, n));
      }
    }
  }

  private static double[] arguments(SplittableRandom random, int n, boolean withSpecial) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      int kind = random.nextInt(withSpecial ? 10 : 9);
      if (kind == 9) {
        x[i] = SPECIAL[random.nextInt(SPECIAL.length)];
      } else if (kind < 4) {
        x[i] = random.nextDouble(-20, 20);
      } else {
        x[i] = (random.nextBoolean() ? 1 : -1) * Math.exp(random.nextDouble(-30, 10));
      }
    }
    return x;
  }
}
