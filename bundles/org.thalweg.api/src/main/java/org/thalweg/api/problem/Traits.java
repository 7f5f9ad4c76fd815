package org.thalweg.api.problem;

import java.util.OptionalDouble;

/**
 * What an integrator must know of a noise to declare its order.
 *
 * @param additive whether the factor B does not depend on the position
 * @param form the form of B
 * @param commutative whether the columns of B commute as vector fields (true for additive noise)
 * @param stableIndex the index alpha of alpha-stable increments; empty for Gaussian ones
 */
public record Traits(boolean additive, Form form, boolean commutative, OptionalDouble stableIndex) {
  /** The form of the factor B. */
  public enum Form {
    /** B is a number times the identity. */
    SCALAR,
    /** B is diagonal. */
    DIAGONAL,
    /** B is any matrix. */
    FULL
  }

  /**
   * The traits of Gaussian noise.
   *
   * @param additive whether B does not depend on the position
   * @param form the form of B
   * @param commutative whether the columns of B commute
   */
  public Traits(boolean additive, Form form, boolean commutative) {
    this(additive, form, commutative, OptionalDouble.empty());
  }
}
