package org.thalweg.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GroupSumsTest {
  @Test
  void inputsAreTheGeneratorsNumbers() {
    double[] row = new double[2];
    GroupSums.make(1, 2, 2, 0).copy(0, row, 0);
    // The first outputs of SplitMix64 from seed 0, as published with the algorithm's test vectors.
    assertThat(row[0]).isEqualTo((0xe220a8397b1dcdafL >>> 11) * 0x1p-53);
    assertThat(row[1]).isEqualTo((0x6e789e6aa1b965f4L >>> 11) * 0x1p-53);
  }

  @Test
  void inputsAreUniformAndLabelsAsFrequentAsEachOther() {
    int n = 10_000;
    Samples samples = GroupSums.make(n, 84, 10, 1);
    double[] row = new double[84];
    int[] counts = new int[10];
    double sum = 0;
    double squares = 0;
    for (int s = 0; s < n; s++) {
      samples.copy(s, row, 0);
      counts[samples.label(s)]++;
      for (double v : row) {
        assertThat(v >= 0 && v < 1).isTrue();
        sum += v;
        squares += v * v;
      }
    }
    // Five standard errors.
    assertThat(sum / (84 * n)).isCloseTo(0.5, within(5 * Math.sqrt(1 / 12.0 / (84 * n))));
    assertThat(squares / (84 * n)).isCloseTo(1 / 3.0, within(5 * Math.sqrt(4 / 45.0 / (84 * n))));
    for (int count : counts) {
      assertThat((double) count).isCloseTo(1000, within(5 * Math.sqrt(900)));
    }
  }

  @Test
  void theLabelIsTheGroupWithTheLargestSum() {
    int inputs = 11;
    Samples samples = GroupSums.make(200, inputs, 3, 7);
    double[] row = new double[inputs];
    for (int s = 0; s < 200; s++) {
      samples.copy(s, row, 0);
      double[] sums = new double[3];
      for (int k = 0; k < 9; k++) {
        sums[k / 3] += row[k];
      }
      for (double other : sums) {
        assertThat(sums[samples.label(s)]).isGreaterThanOrEqualTo(other);
      }
    }
  }

  @Test
  void theSeedNamesTheData() {
    double[] a = new double[5];
    double[] b = new double[5];
    GroupSums.make(3, 5, 2, 1).copy(2, a, 0);
    GroupSums.make(4, 5, 2, 1).copy(2, b, 0);
    assertThat(b).isEqualTo(a);
    GroupSums.make(3, 5, 2, 2).copy(2, b, 0);
    assertThat(b).isNotEqualTo(a);
  }
}
