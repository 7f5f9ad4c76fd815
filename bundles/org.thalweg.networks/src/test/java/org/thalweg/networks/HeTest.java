package org.thalweg.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.Start;
import org.thalweg.testkit.FlatLandscape;
import org.thalweg.testkit.StartContract;
import org.thalweg.testkit.TestDraws;

class HeTest {
  private static Start start(int dim, double gain, long... widths) {
    return new He().create(new He.Params(widths, gain), new FlatLandscape(dim), null);
  }

  @Test
  void startsKeepTheirContract() {
    StartContract.of(start(4 * 5 + 6 * 3, 2, 3, 5, 3), 4 * 5 + 6 * 3).verify();
    StartContract.of(new He().create(new He().defaults(), new FlatLandscape(2), null), 2).verify();
  }

  @Test
  void weightsHaveTheVarianceOfTheirLayerAndBiasesAreZero() {
    int dim = 101 * 50 + 51 * 10;
    Block x = new Block(dim, 20, Layout.BY_WALKER);
    start(dim, 2, 100, 50, 10).sample(new TestDraws(3), x);
    assertThat(variance(x, 0, 5000)).isCloseTo(2.0 / 100, within(0.0005));
    assertThat(variance(x, 5000, 5050)).isZero();
    assertThat(variance(x, 5050, 5550)).isCloseTo(2.0 / 50, within(0.003));
    assertThat(variance(x, 5550, 5560)).isZero();
  }

  private static double variance(Block x, int from, int to) {
    double sum = 0;
    for (int w = 0; w < x.walkers(); w++) {
      for (int i = from; i < to; i++) {
        sum += x.get(i, w) * x.get(i, w);
      }
    }
    return sum / (x.walkers() * (to - from));
  }

  @Test
  void widthsThatAreNotTheLandscapesAreRefused() {
    assertThatThrownBy(() -> start(12, 2, 3, 2))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("make 8 weights and biases, but the landscape has 12 parameters");
    assertThatThrownBy(() -> start(12, 2, 3))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("inputs and classes");
  }
}
