package org.thalweg.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.api.problem.SampledEvaluator;
import org.thalweg.api.problem.SampledLandscape;
import org.thalweg.api.problem.Score;

/** The loss of a network over its samples; the scalar form makes its scratch anew. */
sealed class NetworkLandscape implements SampledLandscape, NetworkShape permits LabelledNetwork {
  private final Network network;
  private final Samples training;
  private final Optional<Samples> test;

  /**
   * @param network what is trained
   * @param training the samples of the loss
   * @param test samples held out
   */
  NetworkLandscape(Network network, Samples training, Optional<Samples> test) {
    this.network = network;
    this.training = training;
    this.test = test;
  }

  /** The same with labels that noise can perturb, if the loss is of squared errors. */
  static NetworkLandscape of(Network network, Samples training, Optional<Samples> test) {
    return network.loss() instanceof SquareLoss
        ? new LabelledNetwork(network, training, test)
        : new NetworkLandscape(network, training, test);
  }

  final Layers layers() {
    return network.layers();
  }

  @Override
  public final int[] widths() {
    return layers().widths();
  }

  @Override
  public final boolean bias() {
    return layers().bias();
  }

  @Override
  public final int dim() {
    return layers().dim();
  }

  @Override
  public final int samples() {
    return training.count();
  }

  @Override
  public final double value(double[] x) {
    return propagation().value(x);
  }

  @Override
  public final void gradient(double[] x, double[] out) {
    propagation().gradient(x, null, out);
  }

  @Override
  public final void hessianVector(double[] x, double[] v, double[] out) {
    propagation().hessianVector(x, v, out);
  }

  @Override
  public final SampledEvaluator evaluator(int walkers) {
    return new NetworkEvaluator(propagation(), dim());
  }

  @Override
  public final List<Score> scores() {
    List<Score> scores = new ArrayList<>();
    if (training.classes()) {
      scores.add(
          new NetworkScore(
              "train-accuracy",
              "share of the training samples that are given their class",
              x -> propagation().accuracy(x)));
    }
    test.ifPresent(
        held -> {
          scores.add(
              new NetworkScore(
                  "test-loss",
                  "mean loss of the samples held out, without weight decay",
                  x -> new Propagation(network, held).error(x)));
          if (held.classes()) {
            scores.add(
                new NetworkScore(
                    "test-accuracy",
                    "share of the samples held out that are given their class",
                    x -> new Propagation(network, held).accuracy(x)));
          }
        });
    return List.copyOf(scores);
  }

  /** Scratch of its own for whoever asks. */
  final Propagation propagation() {
    return new Propagation(network, training);
  }
}
