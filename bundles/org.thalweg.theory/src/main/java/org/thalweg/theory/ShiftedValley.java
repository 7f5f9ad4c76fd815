package org.thalweg.theory;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.ShiftNoise;
import org.thalweg.api.problem.ValleyShape;

/**
 * A valley whose minibatches see it shifted by a normal vector, as the formulas of section S2 take
 * it.
 *
 * @param shape the valley L0(x) + lambda(x) y^2 / 2
 * @param along the axis of the floor
 * @param across the axis across it
 * @param eta the learning rate
 * @param sigmaX the standard deviation of a minibatch's shift along the floor
 * @param sigmaY that across it
 * @param exact whether the gradient is grad L(theta + s), or grad L + H s
 */
record ShiftedValley(
    ValleyShape shape,
    Axis along,
    Axis across,
    double eta,
    double sigmaX,
    double sigmaY,
    boolean exact) {
  private static final int PLACES = 257;

  /**
   * Reads a problem as a valley with shifted minibatches.
   *
   * @param problem the problem
   * @return what it is
   * @throws OutOfValidity if it is not
   */
  static ShiftedValley of(Problem problem) throws OutOfValidity {
    Setting setting = problem.setting();
    if (!(problem.noise() instanceof ShiftNoise noise)) {
      throw new OutOfValidity("the noise is no random shift of the loss");
    }
    ValleyShape shape =
        problem
            .landscape()
            .valley()
            .filter(v -> problem.dim() == 2)
            .orElseThrow(
                () -> new OutOfValidity("the landscape is no valley L0(x) + lambda(x) y^2 / 2"));
    if (setting.landscape().dependsOnTime()) {
      throw new OutOfValidity("the landscape changes with time");
    }
    if (!setting.learningRate().isConstant() || !setting.batch().isConstant()) {
      throw new OutOfValidity("the learning rate or the batch size changes with time");
    }
    Axis across = problem.domain().get(1);
    if (across.lower() == Edge.PERIODIC || !(across.from() < 0 && across.to() > 0)) {
      throw new OutOfValidity("the floor y = 0 is not inside an axis 1 that is no ring");
    }
    double[] sigma = noise.shift(0);
    if (!(sigma[1] > 0)) {
      throw new OutOfValidity("there is no shift across the valley");
    }
    Axis along = problem.domain().get(0);
    double eta = setting.learningRate().at(0);
    ShiftedValley valley =
        new ShiftedValley(shape, along, across, eta, sigma[0], sigma[1], noise.exact());
    if (along.lower() == Edge.PERIODIC && !valley.closes()) {
      throw new OutOfValidity("the valley is not periodic, although the domain is");
    }
    return valley;
  }

  private boolean closes() {
    double scale = shape.curvature(along.from());
    return Math.abs(shape.curvature(along.to()) - scale) <= 1e-6 * scale;
  }

  /** What a formula needs beside a valley with shifted minibatches. */
  @FunctionalInterface
  interface Need {
    /** No more. */
    Need NOTHING = valley -> {};

    /** A floor whose loss is the same everywhere. */
    Need LEVEL =
        valley -> {
          for (int i = 0; i < PLACES; i++) {
            if (valley.shape.floorSlope(valley.place((i + 0.5) / PLACES)) != 0) {
              throw new OutOfValidity(
                  "the floor slopes, and what drives x along it is not the noise");
            }
          }
        };

    /** A floor that is closed. */
    Need RING =
        valley -> {
          if (valley.along.lower() != Edge.PERIODIC) {
            throw new OutOfValidity("axis 0 is no ring, on which all places are equally likely");
          }
        };

    /** A floor between two ends, or a ring. */
    Need ENDS =
        valley -> {
          if (Double.isInfinite(valley.along.from()) || Double.isInfinite(valley.along.to())) {
            throw new OutOfValidity(
                "axis 0 has no ends, between which a worst place could be sought");
          }
        };

    void check(ShiftedValley valley) throws OutOfValidity;
  }

  /**
   * Why a formula does not hold.
   *
   * @param problem the problem
   * @param need what the formula needs
   * @return the reason, or empty if it holds
   */
  static Optional<String> objection(Problem problem, Need need) {
    try {
      need.check(of(problem));
      return Optional.empty();
    } catch (OutOfValidity e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Of a problem without objection. */
  static ShiftedValley checked(Problem problem) {
    try {
      return of(problem);
    } catch (OutOfValidity e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** A part of the way along the floor; an axis without an end is seen from the other, or zero. */
  double place(double part) {
    if (Double.isFinite(along.from()) && Double.isFinite(along.to())) {
      return along.from() + part * along.length();
    }
    double far = 4 * (part - 0.5);
    return Math.max(along.from(), Math.min(along.to(), far));
  }

  /**
   * The dynamics across the valley at a fixed place.
   *
   * @param x the place
   * @param step the length of the steps: eta for SGD, any other for Euler's method, zero for
   *     continuous time
   * @return what y does there
   */
  Frozen frozen(double x, double step) {
    return Frozen.at(this, x, step);
  }

  /**
   * The value of a description and the error that its steps make: for SGD it is of steps eta, for
   * Langevin it is of continuous time, with the shift by Euler's method as its error.
   *
   * @param dynamics the description
   * @return the step of the value and that of the one to compare with
   */
  double[] steps(Dynamics dynamics) {
    return switch (dynamics.kind()) {
      case DISCRETE_SGD -> new double[] {eta, eta};
      case LANGEVIN -> new double[] {0, dynamics.step()};
      case UNDERDAMPED_LANGEVIN, FOKKER_PLANCK -> new double[] {0, 0};
    };
  }

  /**
   * Whether the closed forms know the error of a description: momentum is another recursion.
   *
   * @param dynamics the description
   * @return false with momentum or momenta
   */
  static boolean knows(Dynamics dynamics) {
    return dynamics.momentum() == 0 && dynamics.kind() != Dynamics.Kind.UNDERDAMPED_LANGEVIN;
  }

  /**
   * A number of the whole floor.
   *
   * @param dynamics the description
   * @param value the number for steps of a length
   * @param rounding its own relative error
   * @return the estimate; its error is not known with momentum
   */
  Estimate[] whole(Dynamics dynamics, DoubleUnaryOperator value, double rounding) {
    double[] steps = steps(dynamics);
    double v = value.applyAsDouble(steps[0]);
    double other = steps[1] == steps[0] ? v : value.applyAsDouble(steps[1]);
    double error = rounding * v + Math.abs(other - v);
    return new Estimate[] {new Estimate(v, knows(dynamics) ? error : Double.NaN)};
  }

  /**
   * A quantity at fixed places.
   *
   * @param dynamics the description
   * @param places where
   * @param value what the quantity is
   * @param own its own error
   * @return the estimates; their errors are not known with momentum
   */
  Estimate[] along(
      Dynamics dynamics,
      double[] places,
      ToDoubleFunction<Frozen> value,
      ToDoubleFunction<Frozen> own) {
    double[] steps = steps(dynamics);
    Estimate[] out = new Estimate[places.length];
    for (int i = 0; i < out.length; i++) {
      Frozen here = frozen(places[i], steps[0]);
      double v = value.applyAsDouble(here);
      double other = steps[1] == steps[0] ? v : value.applyAsDouble(frozen(places[i], steps[1]));
      double error = other == v ? 0 : Math.abs(other - v);
      error += own.applyAsDouble(here);
      out[i] = new Estimate(v, knows(dynamics) ? error : Double.NaN);
    }
    return out;
  }
}
