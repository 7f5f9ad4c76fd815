package org.thalweg.landscapes;

import org.thalweg.api.plugin.Choice;
import org.thalweg.api.plugin.Param;

/** Chooses the loss L0(x) on the floor of a valley. */
public sealed interface Floor {
  /**
   * The floor as a function that can be evaluated.
   *
   * @return an immutable function
   */
  FloorLoss law();

  /** A floor of loss zero. */
  @Choice(value = "flat", doc = "L0 = 0")
  record Flat() implements Floor {
    @Override
    public FloorLoss law() {
      return new FloorLoss(0, 0, 0);
    }
  }

  /**
   * A floor with one slope everywhere.
   *
   * @param slope L0'
   */
  @Choice(value = "linear", doc = "L0 = slope x")
  record Linear(@Param(doc = "slope of the floor", unit = "loss/theta") double slope)
      implements Floor {
    @Override
    public FloorLoss law() {
      return new FloorLoss(slope, 0, 0);
    }
  }

  /**
   * A floor with one best point.
   *
   * @param a L0''; negative for a ridge
   * @param centre where L0 is least
   */
  @Choice(value = "quadratic", doc = "L0 = a (x - centre)^2/2")
  record Quadratic(
      @Param(doc = "a, curvature of the floor", unit = "loss/theta^2") double a,
      @Param(doc = "where the floor is lowest", unit = "theta") double centre)
      implements Floor {
    /** Curvature 1 about the origin. */
    public Quadratic() {
      this(1, 0);
    }

    @Override
    public FloorLoss law() {
      return new FloorLoss(0, a, centre);
    }
  }
}
