package org.thalweg.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Score;

class NetworkScoreTest {
  private static Landscape linear(MultiLayerPerceptron.Loss loss, double decay, DataSet data) {
    return new MultiLayerPerceptron()
        .create(
            new MultiLayerPerceptron.Params(
                Examples.REF, new long[0], Activation.RELU, loss, decay),
            Examples.giving(data));
  }

  private static Landscape classifier(DataSet data) {
    return linear(MultiLayerPerceptron.Loss.SOFTMAX, 0.5, data);
  }

  @Test
  void classesAndSamplesHeldOutDecideWhatThereIs() {
    DataSet classes = Examples.classes(9, 3, 3, 1);
    DataSet numbers = Examples.numbers(9, 3, 2, 1);
    assertThat(classifier(classes).scores())
        .extracting(Score::name)
        .containsExactly("train-accuracy");
    assertThat(classifier(Examples.heldOut(classes, classes)).scores())
        .extracting(Score::name)
        .containsExactly("train-accuracy", "test-loss", "test-accuracy");
    assertThat(linear(MultiLayerPerceptron.Loss.SQUARE, 0, numbers).scores()).isEmpty();
    assertThat(
            linear(MultiLayerPerceptron.Loss.SQUARE, 0, Examples.heldOut(numbers, numbers))
                .scores())
        .extracting(Score::name)
        .containsExactly("test-loss");
  }

  /** The unit matrix of weights names the largest input. */
  @Test
  void accuracyIsTheShareOfSamplesGivenTheirClass() {
    double[] rows = {1, 0, 0, 2, 3, 1, 1, 1};
    DataSet training = Examples.classes(rows, new double[] {0, 0, 0, 0}, 2, 2);
    DataSet test = Examples.classes(rows, new double[] {0, 1, 0, 1}, 2, 2);
    List<Score> scores = classifier(Examples.heldOut(training, test)).scores();
    double[] unit = {1, 0, 0, 1, 0, 0};
    // The first of equal outputs counts.
    assertThat(scores.get(0).value(unit)).isEqualTo(0.75);
    assertThat(scores.get(2).value(unit)).isEqualTo(0.75);
    double loss = (Math.log1p(Math.exp(-1)) + 2 * Math.log1p(Math.exp(-2)) + Math.log(2)) / 4;
    assertThat(scores.get(1).value(unit)).isCloseTo(loss, within(1e-15));
  }

  @Test
  void threadsMayAskAtOnce() {
    DataSet data = Examples.classes(300, 10, 4, 1);
    Landscape landscape = classifier(Examples.heldOut(data, Examples.classes(200, 10, 4, 2)));
    List<double[]> points =
        IntStream.range(0, 64)
            .mapToObj(k -> new SplittableRandom(k).doubles(landscape.dim(), -1, 1).toArray())
            .toList();
    for (Score score : landscape.scores()) {
      assertThat(points.parallelStream().map(score::value).toList())
          .isEqualTo(points.stream().map(score::value).toList());
    }
  }
}
