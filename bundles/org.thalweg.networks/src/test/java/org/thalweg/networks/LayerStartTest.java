package org.thalweg.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Start;
import org.thalweg.testkit.FlatLandscape;
import org.thalweg.testkit.StartContract;
import org.thalweg.testkit.TestDraws;

/** The starts {@code he} and {@code xavier}, which ask a network for its layers. */
class LayerStartTest {
  private static Landscape network(int inputs, int classes, long... layers) {
    return new MultiLayerPerceptron()
        .create(
            new MultiLayerPerceptron.Params(
                Examples.REF, layers, Activation.RELU, MultiLayerPerceptron.Loss.SOFTMAX, 0),
            Examples.giving(Examples.classes(3, inputs, classes, 1)));
  }

  private static Start he(double gain, Landscape landscape) {
    return new He().create(new He.Params(gain), landscape, null);
  }

  private static Start xavier(double gain, Landscape landscape) {
    return new Xavier().create(new Xavier.Params(gain), landscape, null);
  }

  @Test
  void startsKeepTheirContract() {
    Landscape network = network(3, 3, 5);
    StartContract.of(he(2, network), network.dim()).verify();
    StartContract.of(xavier(1, network), network.dim()).verify();
  }

  /** Tolerances are five standard errors, sqrt(2/n) of each variance. */
  @Test
  void weightsHaveTheVarianceOfTheirLayerAndBiasesAreZero() {
    Landscape network = network(100, 10, 50);
    Block x = sampled(he(2, network), network.dim());
    assertThat(variance(x, 0, 5000)).isCloseTo(0.02, within(0.02 * 0.0224));
    assertThat(variance(x, 5050, 5550)).isCloseTo(0.04, within(0.04 * 0.0708));
    Block y = sampled(xavier(1, network), network.dim());
    assertThat(variance(y, 0, 5000)).isCloseTo(2.0 / 150, within(2.0 / 150 * 0.0224));
    assertThat(variance(y, 5050, 5550)).isCloseTo(2.0 / 60, within(2.0 / 60 * 0.0708));
    for (Block block : new Block[] {x, y}) {
      assertThat(variance(block, 5000, 5050)).isZero();
      assertThat(variance(block, 5550, 5560)).isZero();
    }
  }

  @Test
  void aPerceptronWithoutBiasHasAStartToo() {
    DataSet data = Examples.classes(9, 2, 2, 1);
    Landscape perceptron =
        new Perceptron()
            .create(
                new Perceptron.Params(Examples.REF, Perceptron.Loss.LOGISTIC, false, 0),
                Examples.giving(data));
    Block x = new Block(2, 20_000, Layout.BY_COORDINATE);
    he(1, perceptron).sample(new TestDraws(3), x);
    assertThat(variance(x, 0, 2)).isCloseTo(0.5, within(0.5 * 0.0354));
  }

  /** Instruments and the like stand before a landscape with its public interfaces only. */
  @Test
  void aNetworkCanBeAskedThroughItsInterfaces() {
    Landscape network = network(3, 2, 4);
    Object before =
        Proxy.newProxyInstance(
            Landscape.class.getClassLoader(),
            new Class<?>[] {Landscape.class, NetworkShape.class},
            (self, method, arguments) -> method.invoke(network, arguments));
    StartContract.of(he(2, (Landscape) before), network.dim()).verify();
  }

  private static Block sampled(Start start, int dim) {
    Block x = new Block(dim, 20, Layout.BY_WALKER);
    start.sample(new TestDraws(3), x);
    return x;
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
  void landscapesWithoutLayersAreRefused() {
    for (String remedy :
        new String[] {
          "mlp, perceptron or deep-linear-network", "another start, such as gaussian"
        }) {
      assertThatThrownBy(() -> he(2, new FlatLandscape(12)))
          .isInstanceOf(InvalidParameterException.class)
          .hasMessageContaining(remedy);
    }
  }
}
