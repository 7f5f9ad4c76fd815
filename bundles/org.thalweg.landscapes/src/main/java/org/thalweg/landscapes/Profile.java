package org.thalweg.landscapes;

import org.thalweg.api.plugin.Choice;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;

/**
 * Chooses how sharp a valley is along its floor: the curvature lambda(x) across it, or equally its
 * flatness F = lambda^(-1/2).
 */
public sealed interface Profile {
  /**
   * The curvature as a function that can be evaluated.
   *
   * @return an immutable function
   */
  Curvature law();

  /**
   * The scale lambda0 of the curvature, for formulas that need one.
   *
   * @return the profile's own parameter, positive
   */
  double reference();

  /**
   * Where the curvature begins to be positive, so that there is a valley.
   *
   * @return the least x of the floor; minus infinity for most
   */
  default double from() {
    return Double.NEGATIVE_INFINITY;
  }

  /**
   * Where the curvature ceases to be positive.
   *
   * @return the greatest x of the floor; infinity for most
   */
  default double to() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * A flat place in a sharper surrounding (for a positive height).
   *
   * @param height how much flatter the place is; below zero it is sharper
   * @param centre where it is
   * @param width how wide it is
   * @param curvature lambda0, the curvature far away
   */
  @Choice(
      value = "bump",
      doc = "F = 1 + height exp(-((x - centre)/width)^2), lambda = curvature/F^2")
  record Bump(
      @Param(doc = "height of the bump in F", min = -1, above = true) double height,
      @Param(doc = "where F is largest", unit = "theta") double centre,
      @Param(doc = "width of the bump", unit = "theta", min = 0, above = true) double width,
      @Param(
              doc = "lambda0, the curvature far from the bump",
              unit = "loss/theta^2",
              min = 0,
              above = true)
          double curvature)
      implements Profile {
    /** The profile of the reference workload: height, centre, width and curvature 1. */
    public Bump() {
      this(1, 1, 1, 1);
    }

    @Override
    public Curvature law() {
      return new BumpCurvature(height, centre, width, curvature);
    }

    @Override
    public double reference() {
      return curvature;
    }
  }

  /**
   * A curvature with one slope everywhere.
   *
   * <p>It is a valley only where curvature + slope x is positive. Beyond, the formula goes on as it
   * stands: the floor is a ridge there, walkers leave it exponentially fast and are counted as
   * diverged, and F is not a number. Choose start, horizon and domain accordingly.
   *
   * @param curvature lambda at x = 0
   * @param slope lambda'
   */
  @Choice(value = "linear", doc = "lambda = curvature + slope x, a valley where this is positive")
  record Linear(
      @Param(doc = "lambda0, the curvature at x = 0", unit = "loss/theta^2", min = 0, above = true)
          double curvature,
      @Param(doc = "slope of the curvature along the floor", unit = "loss/theta^3") double slope)
      implements Profile {
    /** Curvature 1 and slope 0.2. */
    public Linear() {
      this(1, 0.2);
    }

    @Override
    public double from() {
      return slope > 0 ? -curvature / slope : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double to() {
      return slope < 0 ? -curvature / slope : Double.POSITIVE_INFINITY;
    }

    @Override
    public Curvature law() {
      return new LinearCurvature(curvature, slope);
    }

    @Override
    public double reference() {
      return curvature;
    }
  }

  /**
   * A flatness that grows by a factor e over each length.
   *
   * @param curvature lambda at x = 0
   * @param length the distance over which F grows by e; negative where it falls
   */
  @Choice(value = "exponential", doc = "ln F = x/length, lambda = curvature exp(-2 x/length)")
  record Exponential(
      @Param(doc = "lambda0, the curvature at x = 0", unit = "loss/theta^2", min = 0, above = true)
          double curvature,
      @Param(doc = "distance over which F grows by a factor e", unit = "theta") double length)
      implements Profile {
    /** Curvature and length 1. */
    public Exponential() {
      this(1, 1);
    }

    /** Refuses a length of zero. */
    public Exponential {
      if (length == 0) {
        throw new InvalidParameterException(
            "length", "is 0, but must be positive (F grows with x) or negative (F falls)");
      }
    }

    @Override
    public Curvature law() {
      return new ExponentialCurvature(curvature, -2 / length, 0, 0);
    }

    @Override
    public double reference() {
      return curvature;
    }
  }

  /**
   * A flattest point with a valley that sharpens on both sides.
   *
   * @param curvature lambda at x = 0
   * @param width the distance at which lambda has grown by e
   */
  @Choice(value = "squared-exponential", doc = "lambda = curvature exp(x^2/width^2)")
  record SquaredExponential(
      @Param(doc = "lambda0, the curvature at x = 0", unit = "loss/theta^2", min = 0, above = true)
          double curvature,
      @Param(
              doc = "w, the distance at which lambda has grown by a factor e",
              unit = "theta",
              min = 0,
              above = true)
          double width)
      implements Profile {
    /** Curvature and width 1. */
    public SquaredExponential() {
      this(1, 1);
    }

    @Override
    public Curvature law() {
      return new ExponentialCurvature(curvature, 0, 1 / (width * width), 0);
    }

    @Override
    public double reference() {
      return curvature;
    }
  }

  /**
   * A valley that flattens away from x = 0 and sharpens further out, for continuous transitions.
   *
   * @param curvature lambda at x = 0
   * @param c the gain of ln F
   * @param d the quartic bound of ln F
   */
  @Choice(
      value = "quartic",
      doc = "ln F = c x^2/2 - d x^4/4, lambda = curvature exp(-c x^2 + d x^4/2)")
  record Quartic(
      @Param(doc = "lambda0, the curvature at x = 0", unit = "loss/theta^2", min = 0, above = true)
          double curvature,
      @Param(doc = "c, how fast F grows near x = 0", unit = "1/theta^2") double c,
      @Param(doc = "d, what bounds F", unit = "1/theta^4", min = 0) double d)
      implements Profile {
    /** Curvature, c and d 1. */
    public Quartic() {
      this(1, 1, 1);
    }

    @Override
    public Curvature law() {
      return new ExponentialCurvature(curvature, 0, -c, 0.5 * d);
    }

    @Override
    public double reference() {
      return curvature;
    }
  }

  /**
   * A ring whose curvature oscillates along the floor.
   *
   * @param flat the curvature at x = 0
   * @param sharp the curvature half a period away
   * @param period the length of the ring
   */
  @Choice(
      value = "cosine",
      doc = "lambda = flat + (sharp - flat)(1 - cos(2 pi x/period))/2, a ring in x")
  record Cosine(
      @Param(doc = "lambda0, the curvature at x = 0", unit = "loss/theta^2", min = 0, above = true)
          double flat,
      @Param(doc = "the curvature half a period away", unit = "loss/theta^2", min = 0, above = true)
          double sharp,
      @Param(doc = "the length of the ring", unit = "theta", min = 0, above = true) double period)
      implements Profile {
    /** Curvature from 0.2 to 1.8 over 2 pi. */
    public Cosine() {
      this(0.2, 1.8, 2 * Math.PI);
    }

    @Override
    public Curvature law() {
      return new CosineCurvature(flat, sharp, period);
    }

    @Override
    public double reference() {
      return flat;
    }
  }
}
