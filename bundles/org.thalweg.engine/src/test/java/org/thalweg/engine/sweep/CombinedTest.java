package org.thalweg.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.api.analysis.Result;

/** Replicas combined, against numbers worked out by hand. */
class CombinedTest {
  private static final double ROUNDING = 1e-15;

  private static Combined of(double... valuesAndErrors) {
    List<Result> replicas = new ArrayList<>();
    for (int i = 0; i < valuesAndErrors.length; i += 2) {
      replicas.add(new Result("q", "m", valuesAndErrors[i], valuesAndErrors[i + 1], ""));
    }
    return Combined.of(replicas, 0, 0);
  }

  @Test
  void theScatterOfTheReplicasGivesTheErrorWhereItIsLarger() {
    // mean 3, squares 4 + 0 + 4, 8 / (3 * 2)
    Combined c = of(1, 0.1, 3, 0.1, 5, 0.1);
    assertThat(c.mean()).isEqualTo(3);
    assertThat(c.scatterError()).isEqualTo(Math.sqrt(8.0 / 6), within(ROUNDING));
    assertThat(c.ownError()).isEqualTo(Math.sqrt(0.03) / 3, within(ROUNDING));
    assertThat(c.error()).isEqualTo(c.scatterError());
  }

  @Test
  void theOwnErrorsGiveTheErrorWhereTheyAreLarger() {
    Combined c = of(1, 3, 1, 4);
    assertThat(c.scatterError()).isZero();
    assertThat(c.error()).isEqualTo(2.5);
  }

  @Test
  void oneReplicaHasItsOwnErrorOnly() {
    Combined c = of(2, 0.5);
    assertThat(c.scatterError()).isNaN();
    assertThat(c.error()).isEqualTo(0.5);
  }

  @Test
  void anUnknownOwnErrorLeavesTheScatter() {
    Combined c = of(1, Double.NaN, 3, Double.NaN);
    assertThat(c.ownError()).isNaN();
    assertThat(c.error()).isEqualTo(1);
  }

  @Test
  void valuesThatAreNotFiniteAreCountedAndNotAveraged() {
    Combined c = of(1, 0.1, Double.POSITIVE_INFINITY, 0, Double.NaN, 0);
    assertThat(c.mean()).isEqualTo(1);
    assertThat(c.used()).isEqualTo(1);
    assertThat(c.notFinite()).isEqualTo(2);
  }

  @Test
  void withoutAnyValueThereIsNoNumber() {
    Combined c = Combined.of(List.of(), 3, 0);
    assertThat(c.mean()).isNaN();
    assertThat(c.error()).isNaN();
    assertThat(c.absent()).isEqualTo(3);
  }
}
