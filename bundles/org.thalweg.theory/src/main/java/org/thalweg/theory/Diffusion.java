package org.thalweg.theory;

import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.NoiseCapabilities;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/**
 * The diffusion matrix D = eta C / 2 of a problem (unit: theta^2 / time), for constant settings.
 */
final class Diffusion {
  private final HasCovariance noise;
  private final double eta;
  private final double late;

  private Diffusion(HasCovariance noise, double eta, double late) {
    this.noise = noise;
    this.eta = eta;
    this.late = late;
  }

  /**
   * Reads the diffusion of a problem.
   *
   * @param problem the problem
   * @return its diffusion
   * @throws OutOfValidity if there is none in closed form, or it changes with time
   */
  static Diffusion of(Problem problem) throws OutOfValidity {
    Setting setting = problem.setting();
    if (setting.landscape().dependsOnTime()) {
      throw new OutOfValidity("the landscape changes with time, so that nothing is stationary");
    }
    if (!setting.learningRate().isConstant() || !setting.batch().isConstant()) {
      throw new OutOfValidity("the learning rate or the batch size changes with time");
    }
    HasCovariance noise =
        NoiseCapabilities.covariance(problem.noise(), setting)
            .orElseThrow(
                () ->
                    new OutOfValidity(
                        problem
                            .noise()
                            .noDiffusion()
                            .orElse("the noise gives no covariance in closed form")));
    if (!problem.noise().memory().isEmpty()) {
      throw new OutOfValidity("the noise has a memory, so that it is not white");
    }
    return new Diffusion(noise, setting.learningRate().at(0), problem.horizon());
  }

  /**
   * D at a point.
   *
   * @param x the point
   * @return D, row by row
   * @throws OutOfValidity if it is not finite or changes with time
   */
  double[] at(double[] x) throws OutOfValidity {
    int n = x.length;
    double[] d = new double[n * n];
    double[] later = new double[n * n];
    noise.covariance(0, x, d);
    noise.covariance(late, x, later);
    for (int i = 0; i < d.length; i++) {
      if (!Double.isFinite(d[i])) {
        throw new OutOfValidity("the noise's covariance is not finite everywhere in the domain");
      }
      if (Math.abs(d[i] - later[i]) > 1e-12 * Math.abs(d[i])) {
        throw new OutOfValidity("the noise's covariance changes with time");
      }
      d[i] *= eta / 2;
    }
    return d;
  }
}
