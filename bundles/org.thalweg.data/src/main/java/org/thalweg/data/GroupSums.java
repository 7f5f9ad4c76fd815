package org.thalweg.data;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.DataSetFactory;

/**
 * Generates uniform inputs whose class is the group of neighbouring inputs with the largest sum: a
 * problem of any size that a linear classifier solves.
 *
 * <p>Input k of sample s is output number s inputs + k + 1 of the generator SplitMix64 that starts
 * from the seed, its upper 53 bits times 2^-53; so the data can be made again in any language. The
 * samples that are held out follow those of training. Group c holds the inputs from c g to (c + 1)
 * g - 1, g = floor(inputs/classes); inputs that are left over belong to no group. The first of
 * equal sums wins.
 */
@Plugin(
    id = "group-sums",
    doc = "Uniform inputs; the class is the group of neighbouring inputs with the largest sum",
    formula =
        "x_k uniform in [0, 1), class = argmax_c of the sum of x_k over k = c g to (c + 1) g - 1,"
            + " g = floor(inputs/classes)")
@Component
public final class GroupSums implements DataSetFactory<GroupSums.Params> {
  /** Makes the factory; it keeps no state. */
  public GroupSums() {}

  /**
   * The parameters.
   *
   * @param samples the samples of training
   * @param test the samples held out
   * @param inputs the inputs of each sample
   * @param classes the number of classes
   * @param seed of the generator
   */
  public record Params(
      @Param(doc = "samples of training", min = 1, max = 1e8) long samples,
      @Param(doc = "samples held out for testing", min = 0, max = 1e8) long test,
      @Param(doc = "inputs of each sample", min = 1, max = 1e6) long inputs,
      @Param(doc = "number of classes", min = 2, max = 1e6) long classes,
      @Param(doc = "seed of the data, independent of the experiment's", min = 0) long seed) {
    /** Refuses classes without an input, and more numbers than memory has room for. */
    public Params {
      Size.of(samples, test, inputs);
      if (classes > inputs) {
        throw new InvalidParameterException(
            "classes",
            "are "
                + classes
                + ", but there are "
                + inputs
                + " inputs and each class needs one of its own; give more inputs or fewer"
                + " classes");
      }
    }
  }

  @Override
  public Params defaults() {
    return new Params(100, 100, 20, 10, 1);
  }

  @Override
  public DataSet create(Params p, Assembly assembly) {
    int inputs = (int) p.inputs();
    int classes = (int) p.classes();
    SplitMix random = new SplitMix(p.seed());
    return Size.of(p.samples(), p.test(), inputs)
        .make(classes, true, samples -> part(samples, inputs, classes, random));
  }

  private static DataSet.Part part(int samples, int inputs, int classes, SplitMix random) {
    double[] x = new double[samples * inputs];
    double[] labels = new double[samples];
    for (int s = 0; s < samples; s++) {
      for (int k = 0; k < inputs; k++) {
        x[s * inputs + k] = random.uniform();
      }
      labels[s] = largest(x, s * inputs, inputs / classes, classes);
    }
    return new DataSet.Part(samples, x, labels);
  }

  private static int largest(double[] x, int from, int group, int classes) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      double sum = 0;
      for (int k = from + c * group; k < from + (c + 1) * group; k++) {
        sum += x[k];
      }
      if (sum > most) {
        most = sum;
        best = c;
      }
    }
    return best;
  }
}
