package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.DataSet;
import org.thalweg.testkit.NoReferences;

/** Data that anybody can make again. */
class GroupSumsTest {
  private static DataSet make(long samples, long test, long inputs, long classes, long seed) {
    return new GroupSums()
        .create(new GroupSums.Params(samples, test, inputs, classes, seed), new NoReferences());
  }

  @Test
  void inputsAreThoseOfSplitMix64() {
    // The generator's first outputs from 1234567, a published check of implementations.
    SplitMix random = new SplitMix(1234567);
    assertThat(new String[] {unsigned(random), unsigned(random), unsigned(random)})
        .containsExactly("6457827717110365317", "3203168211198807973", "9817491932198370423");
    SplitMix again = new SplitMix(1234567);
    double[] x = make(1, 0, 3, 2, 1234567).training().inputs();
    for (double input : x) {
      assertThat(input).isEqualTo((again.next() >>> 11) * 0x1p-53);
    }
  }

  private static String unsigned(SplitMix random) {
    return Long.toUnsignedString(random.next());
  }

  @Test
  void theLabelIsTheGroupWithTheLargestSum() {
    DataSet data = make(200, 0, 7, 3, 5);
    for (int s = 0; s < 200; s++) {
      double[] sums = new double[3];
      for (int k = 0; k < 6; k++) {
        sums[k / 2] += data.training().inputs()[s * 7 + k];
      }
      int label = (int) data.training().targets()[s];
      for (double sum : sums) {
        assertThat(sums[label]).isGreaterThanOrEqualTo(sum);
      }
    }
  }

  @Test
  void testSamplesFollowThoseOfTraining() {
    DataSet whole = make(30, 0, 4, 2, 9);
    DataSet parts = make(20, 10, 4, 2, 9);
    double[] x = whole.training().inputs();
    assertThat(parts.training().inputs()).isEqualTo(Arrays.copyOf(x, 80));
    assertThat(parts.test().orElseThrow().inputs()).isEqualTo(Arrays.copyOfRange(x, 80, 120));
  }

  @Test
  void whatCannotBeMadeIsRefused() {
    assertThatThrownBy(() -> make(10, 0, 3, 4, 1))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("fewer classes");
    assertThatThrownBy(() -> make(100_000_000, 0, 784, 10, 1))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("generate fewer");
  }
}
