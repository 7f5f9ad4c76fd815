package org.thalweg.api.method;

import java.util.OptionalDouble;

/**
 * The declared order of convergence of an integrator, which a test measures.
 *
 * @param strong the strong order: mean error of paths against h; empty if none is claimed
 * @param weak the weak order: error of expectations against h; empty if none is claimed
 */
public record Order(OptionalDouble strong, OptionalDouble weak) {
  /** No order: the recursion is the model itself, as for discrete optimisers. */
  public static final Order NONE = new Order(OptionalDouble.empty(), OptionalDouble.empty());

  /**
   * An order of both kinds.
   *
   * @param strong the strong order
   * @param weak the weak order
   * @return the order
   */
  public static Order of(double strong, double weak) {
    return new Order(OptionalDouble.of(strong), OptionalDouble.of(weak));
  }
}
