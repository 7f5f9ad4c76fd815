package org.thalweg.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.LabelledLandscape;
import org.thalweg.api.problem.Landscape;

class LabelledNetworkTest {
  private static final double DECAY = 0.4;

  private static Landscape network(MultiLayerPerceptron.Loss loss, DataSet data) {
    return new MultiLayerPerceptron()
        .create(
            new MultiLayerPerceptron.Params(
                Examples.REF, new long[] {3}, Activation.TANH, loss, DECAY),
            Examples.giving(data));
  }

  private static Landscape square(DataSet data) {
    return network(MultiLayerPerceptron.Loss.SQUARE, data);
  }

  private static DataSet shifted(DataSet data, double[] e) {
    double[] targets = data.training().targets().clone();
    for (int k = 0; k < e.length; k++) {
      targets[k] += e[k];
    }
    return Examples.numbers(data.training().inputs(), targets, data.inputs(), data.outputs());
  }

  /** Labels y + e change the gradient by -J^T e/N, exactly and with the decay left alone. */
  @ParameterizedTest
  @EnumSource(Layout.class)
  void perturbedLabelsChangeTheGradientByTheJacobian(Layout layout) {
    int samples = 2 * Propagation.PIECE + 5;
    DataSet data = Examples.numbers(samples, 2, 2, 3);
    LabelledLandscape net = (LabelledLandscape) square(data);
    assertThat(net.labels()).isEqualTo(2 * samples);
    SplittableRandom random = new SplittableRandom(1);
    int walkers = 3;
    Block x = new Block(net.dim(), walkers, layout);
    Block e = new Block(net.labels(), walkers, layout);
    Block out = new Block(net.dim(), walkers, layout);
    for (int w = 0; w < walkers; w++) {
      x.setPoint(w, random.doubles(net.dim(), -1, 1).toArray());
      e.setPoint(w, random.doubles(net.labels(), -1, 1).toArray());
    }
    net.jacobian(walkers).transposed(0, x, e, out);
    double[] point = new double[net.dim()];
    double[] labels = new double[net.labels()];
    double[] before = new double[net.dim()];
    double[] after = new double[net.dim()];
    for (int w = 0; w < walkers; w++) {
      x.point(w, point);
      e.point(w, labels);
      net.gradient(point, before);
      square(shifted(data, labels)).gradient(point, after);
      for (int i = 0; i < net.dim(); i++) {
        assertThat(out.get(i, w)).isCloseTo(before[i] - after[i], within(1e-15));
      }
    }
  }

  @Test
  void classesHaveALabelForEachOutput() {
    assertThat(((LabelledLandscape) square(Examples.classes(10, 4, 3, 2))).labels()).isEqualTo(30);
  }

  @Test
  void onlySquaredErrorsHaveLabelsThatCanBePerturbed() {
    assertThat(network(MultiLayerPerceptron.Loss.SOFTMAX, Examples.classes(10, 4, 3, 2)))
        .isNotInstanceOf(LabelledLandscape.class);
  }
}
