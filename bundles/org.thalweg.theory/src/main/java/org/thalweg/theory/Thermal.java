package org.thalweg.theory;

import java.util.List;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Problem;

/**
 * A landscape in one or two dimensions under the constant isotropic diffusion D = T I, whose
 * stationary density is Gibbs' P ~ exp(-L/T).
 *
 * @param landscape the landscape
 * @param temperature T (unit: loss)
 * @param domain the domain
 */
record Thermal(Landscape landscape, double temperature, List<Axis> domain) {
  private static final double[] PARTS = {0.5, 0.03, 0.97, 0.21, 0.79, 0.37};

  /**
   * Reads a problem as a thermal one.
   *
   * @param problem the problem
   * @return what it is
   * @throws OutOfValidity if it is not
   */
  static Thermal of(Problem problem) throws OutOfValidity {
    int n = problem.dim();
    if (n > 2) {
      throw new OutOfValidity(
          "the landscape has " + n + " dimensions; this form is evaluated in one and two");
    }
    for (Axis axis : problem.domain()) {
      if (axis.lower() == Edge.ABSORBING || axis.upper() == Edge.ABSORBING) {
        throw new OutOfValidity("an edge of the domain absorbs, so that nothing is stationary");
      }
    }
    Diffusion diffusion = Diffusion.of(problem);
    double[] x = new double[n];
    double t = Double.NaN;
    for (int k = 0; k < PARTS.length; k++) {
      for (int a = 0; a < n; a++) {
        x[a] = place(problem.domain().get(a), PARTS[(k + 2 * a) % PARTS.length]);
      }
      double[] d = diffusion.at(x);
      t = k == 0 ? d[0] : t;
      for (int i = 0; i < d.length; i++) {
        double expected = i % (n + 1) == 0 ? t : 0;
        if (Math.abs(d[i] - expected) > 1e-9 * t) {
          throw new OutOfValidity("the diffusion is not a constant temperature times the identity");
        }
      }
    }
    if (!(t > 0)) {
      throw new OutOfValidity("there is no diffusion, the temperature is zero");
    }
    checkRings(problem, t);
    return new Thermal(problem.landscape(), t, problem.domain());
  }

  /**
   * Across a periodic end that the loss does not continue a current flows, and nothing is Gibbs'.
   */
  private static void checkRings(Problem problem, double t) throws OutOfValidity {
    int n = problem.dim();
    for (int ring = 0; ring < n; ring++) {
      if (problem.domain().get(ring).lower() != Edge.PERIODIC) {
        continue;
      }
      double[] x = new double[n];
      for (double part : PARTS) {
        for (int a = 0; a < n; a++) {
          x[a] = place(problem.domain().get(a), part);
        }
        x[ring] = problem.domain().get(ring).from();
        double lower = problem.landscape().value(x);
        x[ring] = problem.domain().get(ring).to();
        if (!(Math.abs(problem.landscape().value(x) - lower)
            <= 1e-6 * t + 1e-9 * Math.abs(lower))) {
          throw new OutOfValidity("the loss is not periodic, although the domain is");
        }
      }
    }
  }

  private static double place(Axis axis, double part) {
    if (axis.bounded()) {
      return axis.from() + part * axis.length();
    }
    double unit = Math.tan(Math.PI * (part - 0.5));
    return Math.max(axis.from(), Math.min(axis.to(), unit));
  }

  /**
   * The temperature that a description has: T, or T / (1 - mu) with momentum mu.
   *
   * @param dynamics the description
   * @return the temperature
   */
  double temperature(Dynamics dynamics) {
    return temperature / (1 - dynamics.momentum());
  }

  /**
   * The first-order effect of Euler steps of length h on the stationary density.
   *
   * <p>delta ln P = h (|grad L|^2 / (4 T) - (trace of H) / 2): the stationary density of the
   * modified equation of Shardlow 2006 (BIT 46, doi:10.1007/s10543-005-0041-0); on a quadratic it
   * is the exact variance T / (lambda (1 - h lambda / 2)) to first order.
   *
   * @param dynamics the description
   * @param x the point
   * @return delta ln P, up to a constant; zero for a density
   */
  double stepEffect(Dynamics dynamics, double[] x) {
    if (dynamics.eulerStep() == 0) {
      return 0;
    }
    int n = x.length;
    double[] g = new double[n];
    double[] v = new double[n];
    double[] hv = new double[n];
    landscape.gradient(x, g);
    double square = 0;
    double trace = 0;
    for (int i = 0; i < n; i++) {
      square += g[i] * g[i];
      v[i] = 1;
      landscape.hessianVector(x, v, hv);
      trace += hv[i];
      v[i] = 0;
    }
    double h = dynamics.eulerStep() / (1 - dynamics.momentum());
    return h * (square / (4 * temperature(dynamics)) - trace / 2);
  }
}
