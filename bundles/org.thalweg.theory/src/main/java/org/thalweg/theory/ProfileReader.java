package org.thalweg.theory;

import java.util.Locale;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.ValleyShape;

/** Reads a problem as a {@link Profile}, or says why it is none. */
final class ProfileReader {
  /** Beyond this the first-order correction is no longer small. */
  static final double LARGEST_SMALLNESS = 0.5;

  /** A domain that ends nearer to the floor, in standard deviations, cuts the valley off. */
  static final double LEAST_ROOM = 3.5;

  /** Relative deviations of D below this are rounding. */
  private static final double SAME = 1e-7;

  /** Where ln p lies this far below its maximum, nothing that happens matters. */
  private static final double NEGLIGIBLE = 12;

  private static final double CERTAINLY_NOTHING = 30;
  private static final int PLACES = 129;

  private final Problem problem;
  private final Diffusion diffusion;
  private final ValleyShape shape;
  private final Axis along;
  private final Axis across;

  ProfileReader(Problem problem) throws OutOfValidity {
    this.problem = problem;
    this.shape =
        problem
            .landscape()
            .valley()
            .orElseThrow(
                () -> new OutOfValidity("the landscape is no valley L0(x) + lambda(x) y^2 / 2"));
    if (problem.dim() != 2) {
      throw new OutOfValidity("the valley has " + problem.dim() + " dimensions instead of two");
    }
    this.diffusion = Diffusion.of(problem);
    this.along = problem.domain().get(0);
    this.across = problem.domain().get(1);
  }

  Profile read() throws OutOfValidity {
    checkEdges();
    double from = end(along.from(), along.to(), -1);
    double to = end(along.to(), along.from(), 1);
    Profile profile = strengths(from, to);
    checkRing(profile);
    checkSmallness(profile);
    return profile;
  }

  private void checkEdges() throws OutOfValidity {
    for (Axis axis : problem.domain()) {
      if (axis.lower() == Edge.ABSORBING || axis.upper() == Edge.ABSORBING) {
        throw new OutOfValidity("an edge of the domain absorbs, so that nothing is stationary");
      }
    }
    if (!(across.from() < 0 && across.to() > 0)) {
      throw new OutOfValidity("the floor y = 0 is not inside the domain");
    }
  }

  /** The end of the domain, or where an open one has lost all probability. */
  private double end(double end, double other, int direction) throws OutOfValidity {
    if (!Double.isInfinite(end)) {
      return end;
    }
    double x = Double.isInfinite(other) ? 0 : other;
    double step = 0.05;
    double best = roughMarginal(x);
    while (step < 1e9) {
      x += direction * step;
      step *= 1.05;
      double here = roughMarginal(x);
      best = Math.max(best, here);
      if (!(here > best - CERTAINLY_NOTHING)) {
        return x;
      }
    }
    throw new OutOfValidity(
        "the marginal cannot be normalised on an open axis; give the domain a reflecting end");
  }

  private double roughMarginal(double x) throws OutOfValidity {
    double[] d = diffusion.at(new double[] {x, 0});
    double kappa = d[3] / d[0];
    return kappa * (shape.logFlatness(x) - (shape.floor(x) - shape.floor(0)) / d[3])
        - Math.log(d[3]);
  }

  private Profile strengths(double from, double to) throws OutOfValidity {
    SimpleRegression power = new SimpleRegression();
    double[] lambda = new double[PLACES];
    double[] strength = new double[PLACES];
    double kappa = Double.NaN;
    boolean constant = true;
    for (int i = 0; i < PLACES; i++) {
      double x = from + (to - from) * i / (PLACES - 1);
      double[] d = diffusion.at(new double[] {x, 0});
      checkForm(d, x);
      lambda[i] = shape.curvature(x);
      strength[i] = d[3];
      if (!(lambda[i] > 0) || Double.isInfinite(lambda[i])) {
        throw new OutOfValidity(
            String.format(Locale.ROOT, "the curvature lambda is %s at x = %.4g", lambda[i], x));
      }
      kappa = i == 0 ? d[3] / d[0] : kappa;
      if (Math.abs(d[3] / d[0] - kappa) > SAME * kappa) {
        throw new OutOfValidity("the ratio kappa = D_yy / D_xx is not constant along the floor");
      }
      constant &= Math.abs(d[3] - strength[0]) <= SAME * strength[0];
      power.addData(Math.log(lambda[i] / shape.referenceCurvature()), Math.log(d[3]));
    }
    double below = -across.from();
    double above = across.to();
    Profile.Walls walls =
        new Profile.Walls(along.lower() == Edge.REFLECTING, along.upper() == Edge.REFLECTING);
    if (constant) {
      return new Profile(shape, strength[0], kappa, 0, from, to, below, above, walls);
    }
    double q = power.getSlope();
    double delta = Math.exp(power.getIntercept());
    for (int i = 0; i < PLACES; i++) {
      double fitted = delta * Math.pow(lambda[i] / shape.referenceCurvature(), q);
      if (!(Math.abs(strength[i] - fitted) <= SAME * strength[i])) {
        throw new OutOfValidity("D_yy along the floor is no power of the curvature lambda");
      }
    }
    // A fitted power is a simple number in practice; take away the rounding of the fit.
    double tidy = Math.rint(q * 1e6) / 1e6;
    q = Math.abs(q - tidy) < 1e-9 ? tidy : q;
    return new Profile(shape, delta, kappa, q, from, to, below, above, walls);
  }

  private void checkForm(double[] floor, double x) throws OutOfValidity {
    if (!(floor[0] > 0) || !(floor[3] > 0)) {
      throw new OutOfValidity(
          String.format(
              Locale.ROOT,
              "the diffusion on the floor at x = %.4g is D_xx = %.4g, D_yy = %.4g: the formula"
                  + " needs both positive",
              x,
              floor[0],
              floor[3]));
    }
    double sd = Math.sqrt(floor[3] / shape.curvature(x));
    for (double scale : new double[] {-3, -1, 0.5, 2}) {
      double y = Math.max(across.from(), Math.min(across.to(), scale * sd));
      double[] d = diffusion.at(new double[] {x, y});
      if (Math.abs(d[1]) > SAME * Math.sqrt(d[0] * d[3])) {
        throw new OutOfValidity("the diffusion matrix is not diagonal");
      }
      if (Math.abs(d[0] - floor[0]) > SAME * floor[0]
          || Math.abs(d[3] - floor[3]) > SAME * floor[3]) {
        throw new OutOfValidity("the diffusion depends on y, across the valley");
      }
    }
  }

  private void checkRing(Profile profile) throws OutOfValidity {
    if (along.lower() != Edge.PERIODIC) {
      return;
    }
    double a = along.from();
    double b = along.to();
    double scale = shape.curvature(a);
    if (Math.abs(shape.curvature(b) - scale) > 1e-6 * scale
        || Math.abs(shape.floor(b) - shape.floor(a)) > 1e-6 * profile.delta()) {
      throw new OutOfValidity("the valley is not periodic, although the domain is");
    }
  }

  private void checkSmallness(Profile profile) throws OutOfValidity {
    // At equal temperatures Gibbs' density is exact, however large eps.
    boolean exact = Math.abs(profile.kappa() - 1) < SAME && profile.power() == 0;
    double[] x = new double[PLACES];
    double[] logs = new double[PLACES];
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < PLACES; i++) {
      x[i] = profile.from() + (profile.to() - profile.from()) * i / (PLACES - 1);
      logs[i] = roughMarginal(x[i]);
      best = Math.max(best, logs[i]);
    }
    for (int i = 0; i < PLACES; i++) {
      if (logs[i] < best - NEGLIGIBLE) {
        continue;
      }
      if (!exact && profile.smallness(x[i]) > LARGEST_SMALLNESS) {
        throw new OutOfValidity(
            String.format(
                Locale.ROOT,
                "eps = %s D_y max((lambda'/lambda)^2, |(lambda'/lambda)'|) / (2 lambda) is %.3g"
                    + " at x = %.4g: the formula is the leading order in eps and is taken to hold"
                    + " up to %.1f",
                profile.kappa() < 1 ? "(1/kappa)" : "kappa",
                profile.smallness(x[i]),
                x[i],
                LARGEST_SMALLNESS));
      }
      if (profile.room(x[i]) < LEAST_ROOM) {
        throw new OutOfValidity(
            String.format(
                Locale.ROOT,
                "the domain ends %.2g standard deviations of y from the floor at x = %.4g; it"
                    + " must leave at least %.1f",
                profile.room(x[i]),
                x[i],
                LEAST_ROOM));
      }
    }
  }
}
