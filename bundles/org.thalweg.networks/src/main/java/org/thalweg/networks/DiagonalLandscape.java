package org.thalweg.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.api.problem.LabelledLandscape;
import org.thalweg.api.problem.SampledEvaluator;
import org.thalweg.api.problem.SampledLandscape;
import org.thalweg.api.problem.Score;

/** The squared error of a regression by powers; the scalar form makes its scratch anew. */
record DiagonalLandscape(Network regression, int depth, Samples training, Optional<Samples> heldOut)
    implements SampledLandscape, LabelledLandscape {
  @Override
  public int dim() {
    return 2 * training.inputs();
  }

  @Override
  public int samples() {
    return training.count();
  }

  @Override
  public int labels() {
    return training.count();
  }

  @Override
  public double value(double[] x) {
    return on(training).value(x);
  }

  @Override
  public void gradient(double[] x, double[] out) {
    on(training).gradient(x, null, out);
  }

  @Override
  public void hessianVector(double[] x, double[] v, double[] out) {
    on(training).hessianVector(x, v, out);
  }

  @Override
  public SampledEvaluator evaluator(int walkers) {
    return new DiagonalEvaluator(on(training), dim(), labels());
  }

  @Override
  public OutputJacobian jacobian(int walkers) {
    return new DiagonalEvaluator(on(training), dim(), labels());
  }

  @Override
  public List<Score> scores() {
    List<Score> scores = new ArrayList<>();
    if (training.classes()) {
      scores.add(
          new NetworkScore(
              "train-accuracy",
              "share of the training samples that are given their class",
              x -> on(training).accuracy(x)));
    }
    heldOut.ifPresent(
        test -> {
          scores.add(
              new NetworkScore(
                  "test-loss", "mean loss of the samples held out", x -> on(test).value(x)));
          if (test.classes()) {
            scores.add(
                new NetworkScore(
                    "test-accuracy",
                    "share of the samples held out that are given their class",
                    x -> on(test).accuracy(x)));
          }
        });
    return List.copyOf(scores);
  }

  private PowerRegression on(Samples samples) {
    return new PowerRegression(new Propagation(regression, samples), samples.inputs(), depth);
  }
}
