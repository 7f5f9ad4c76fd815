package org.thalweg.data;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.DataSetFactory;

/**
 * Generates classes that are normal clouds of one covariance, whose best possible classifier is
 * known.
 *
 * <p>The means are the corners of a regular simplex, any two of them a distance apart, in the first
 * classes - 1 inputs; two classes lie at -separation/2 and +separation/2 of the first input. The
 * covariance is diagonal: the variance of input j (from 1 to inputs) is deviation^2
 * anisotropy^(-(j-1)/(inputs-1)), so anisotropy is the largest over the smallest one. Samples take
 * their classes in turn, so that all are equally frequent.
 *
 * <p>With two classes no classifier errs less than Phi(-separation/(2 deviation)), Phi the normal
 * distribution function, which the sign of the first input reaches (linear discriminant analysis,
 * Fisher 1936, doi:10.1111/j.1469-1809.1936.tb02137.x).
 */
@Plugin(
    id = "gaussian",
    doc = "Classes that are normal clouds of one covariance, at equal distances from each other",
    ref = "Fisher 1936, doi:10.1111/j.1469-1809.1936.tb02137.x",
    formula =
        "x = mean_class + N(0, C), |mean_a - mean_b| = separation, C diagonal with C_jj ="
            + " deviation^2 anisotropy^(-(j-1)/(inputs-1)); least error of two classes"
            + " Phi(-separation/(2 deviation))")
@Component
public final class GaussianClasses implements DataSetFactory<GaussianClasses.Params> {
  /** Makes the factory; it keeps no state. */
  public GaussianClasses() {}

  /**
   * The parameters.
   *
   * @param samples the samples of training
   * @param test the samples held out
   * @param inputs the inputs of each sample
   * @param classes the number of classes
   * @param separation the distance between any two means
   * @param deviation the standard deviation along the first input
   * @param anisotropy the variance of the first input over that of the last
   * @param seed of the generator
   */
  public record Params(
      @Param(doc = "samples of training", min = 1, max = 1e8) long samples,
      @Param(doc = "samples held out for testing", min = 0, max = 1e8) long test,
      @Param(doc = "inputs of each sample", min = 1, max = 1e6) long inputs,
      @Param(doc = "number of classes", min = 2, max = 1e6) long classes,
      @Param(doc = "distance between the means of any two classes", unit = "input", min = 0)
          double separation,
      @Param(
              doc = "standard deviation of a class along the first input",
              unit = "input",
              min = 0,
              above = true)
          double deviation,
      @Param(
              doc =
                  "variance of a class along the first input over that along the last, those"
                      + " between in equal ratios",
              min = 1e-12,
              max = 1e12)
          double anisotropy,
      @Param(doc = "seed of the data, independent of the experiment's", min = 0) long seed) {
    /** Refuses more means than the inputs have room for, and too many numbers. */
    public Params {
      Size.of(samples, test, inputs);
      if (classes > inputs + 1) {
        throw new InvalidParameterException(
            "classes",
            "are "
                + classes
                + ", but in "
                + inputs
                + (inputs == 1 ? " dimension" : " dimensions")
                + " at most "
                + (inputs + 1)
                + " means are at equal distances; give more inputs or fewer classes");
      }
    }
  }

  @Override
  public Params defaults() {
    return new Params(100, 1000, 2, 2, 3, 1, 1, 1);
  }

  @Override
  public DataSet create(Params p, Assembly assembly) {
    int inputs = (int) p.inputs();
    int classes = (int) p.classes();
    double[] deviations = new double[inputs];
    for (int j = 0; j < inputs; j++) {
      double share = inputs == 1 ? 0 : j / (inputs - 1.0);
      deviations[j] = p.deviation() * StrictMath.pow(p.anisotropy(), -share / 2);
    }
    Generator random = new Generator(p.seed(), 0);
    return Size.of(p.samples(), p.test(), inputs)
        .make(classes, true, samples -> part(samples, classes, p.separation(), deviations, random));
  }

  private static DataSet.Part part(
      int samples, int classes, double separation, double[] deviations, Generator random) {
    int inputs = deviations.length;
    double[] x = new double[samples * inputs];
    double[] labels = new double[samples];
    for (int s = 0; s < samples; s++) {
      int label = s % classes;
      labels[s] = label;
      for (int j = 0; j < inputs; j++) {
        double mean = j < classes - 1 ? separation * corner(label, j) : 0;
        x[s * inputs + j] = mean + deviations[j] * random.normal();
      }
    }
    return new DataSet.Part(samples, x, labels);
  }

  /**
   * A coordinate of a corner of the regular simplex with edges of length 1 around the origin:
   * corner j + 1 lies on the positive side of axis j, those before it on the negative one.
   */
  private static double corner(int corner, int axis) {
    double n = axis + 1;
    if (corner > n) {
      return 0;
    }
    return corner == n ? Math.sqrt(n / (2 * (n + 1))) : -1 / Math.sqrt(2 * n * (n + 1));
  }
}
