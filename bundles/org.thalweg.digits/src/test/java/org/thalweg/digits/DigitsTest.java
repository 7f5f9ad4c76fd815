package org.thalweg.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.DataSet;
import org.thalweg.testkit.NoReferences;

/** The digits that are shipped: as many of each as were counted when they came. */
class DigitsTest {
  private static final int INPUTS = 28 * 28;
  private static final DataSet ALL = make(new Digits().defaults());

  private static DataSet make(Digits.Params parameters) {
    return new Digits().create(parameters, new Bytes());
  }

  private static Digits.Params params(long samples, long... classes) {
    return new Digits.Params(classes, OptionalLong.of(samples), OptionalLong.empty());
  }

  /** The format's bytes; the engine's own reader runs in the tests of the whole. */
  private static final class Bytes extends NoReferences {
    @Override
    public NamedArray array(String name, byte[] contents) {
      try (DataInputStream in =
          new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(contents)))) {
        int[] shape = new int[in.readInt() & 0xff];
        int n = 1;
        for (int d = 0; d < shape.length; d++) {
          shape[d] = in.readInt();
          n *= shape[d];
        }
        byte[] bytes = in.readNBytes(n);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
          values[i] = Byte.toUnsignedInt(bytes[i]);
        }
        return new NamedArray(name, shape, values, "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static int[] histogram(DataSet.Part part) {
    int[] counts = new int[10];
    Arrays.stream(part.targets()).forEach(c -> counts[(int) c]++);
    return counts;
  }

  @Test
  void thereAreEightThousandToTrainOnAndTwoThousandHeldOut() {
    assertThat(ALL.inputs()).isEqualTo(INPUTS);
    assertThat(ALL.outputs()).isEqualTo(10);
    assertThat(histogram(ALL.training()))
        .containsExactly(812, 887, 810, 811, 791, 686, 795, 868, 749, 791);
    assertThat(histogram(ALL.test().orElseThrow()))
        .containsExactly(189, 240, 181, 221, 189, 177, 219, 202, 195, 187);
  }

  @Test
  void inputsFillTheRangeFromPaperToInk() {
    double[] x = ALL.training().inputs();
    assertThat(Arrays.stream(x).min()).hasValue(0);
    assertThat(Arrays.stream(x).max()).hasValue(1);
    double sum = Arrays.stream(x).sum() + Arrays.stream(ALL.test().orElseThrow().inputs()).sum();
    assertThat(Math.round(255 * sum)).isEqualTo(262_146_600);
  }

  @Test
  void theNearestMeanOfAClassTellsFourOfFiveDigits() {
    // The images belong to their labels, and both parts are of one kind: chance would be 0.1.
    double[][] means = new double[10][INPUTS];
    DataSet.Part training = ALL.training();
    int[] counts = histogram(training);
    for (int s = 0; s < training.samples(); s++) {
      int c = (int) training.targets()[s];
      for (int k = 0; k < INPUTS; k++) {
        means[c][k] += training.inputs()[s * INPUTS + k] / counts[c];
      }
    }
    DataSet.Part test = ALL.test().orElseThrow();
    int right = 0;
    for (int s = 0; s < test.samples(); s++) {
      right += nearest(means, test.inputs(), s * INPUTS) == test.targets()[s] ? 1 : 0;
    }
    assertThat(right).isBetween(1620, 1628);
  }

  private static int nearest(double[][] means, double[] x, int at) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < means.length; c++) {
      double distance = 0;
      for (int k = 0; k < INPUTS; k++) {
        distance += Math.pow(x[at + k] - means[c][k], 2);
      }
      if (distance < least) {
        least = distance;
        best = c;
      }
    }
    return best;
  }

  @Test
  void someDigitsMakeAProblemOfTheirOwn() {
    DataSet pair = make(params(100, 7, 1));
    assertThat(pair.outputs()).isEqualTo(2);
    assertThat(pair.training().samples()).isEqualTo(100);
    assertThat(pair.test().orElseThrow().samples()).isEqualTo(202 + 240);
    int n = 0;
    for (int s = 0; n < 100; s++) {
      double digit = ALL.training().targets()[s];
      if (digit == 7 || digit == 1) {
        assertThat(pair.training().targets()[n]).isEqualTo(digit == 7 ? 0 : 1);
        assertThat(Arrays.copyOfRange(pair.training().inputs(), n * INPUTS, (n + 1) * INPUTS))
            .isEqualTo(Arrays.copyOfRange(ALL.training().inputs(), s * INPUTS, (s + 1) * INPUTS));
        n++;
      }
    }
  }

  @Test
  void moreThanThereAreIsRefused() {
    assertThatThrownBy(() -> make(params(2000, 0, 1)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("there are 1699");
    assertThatThrownBy(() -> params(10, 3, 3)).hasMessageContaining("each once");
    assertThatThrownBy(() -> params(10, 3)).hasMessageContaining("two digits");
  }

  @Test
  void originAndLicenceLieBesideTheImages() throws IOException {
    try (InputStream notice = Digits.class.getResourceAsStream("NOTICE.txt")) {
      assertThat(new String(notice.readAllBytes(), StandardCharsets.UTF_8))
          .contains("LeCun", "Cortes", "Burges", "ShareAlike 3.0", "mnist 1.1.0", "Changes");
    }
  }
}
