package org.thalweg.api.method;

/**
 * What a method describes, so that predictions can state their own error for it.
 *
 * @param kind the description
 * @param step the length of its time step at the start (time); zero for a density whose error is
 *     controlled
 * @param momentum the heavy-ball factor; zero for none
 */
public record Dynamics(Kind kind, double step, double momentum) {
  /** The descriptions of one problem. */
  public enum Kind {
    /** Steps with minibatch gradients; the learning rate is the step. */
    DISCRETE_SGD,
    /** Paths of the overdamped stochastic differential equation. */
    LANGEVIN,
    /**
     * Paths with momenta (unit mass): the steady state of the others, but another clock, so that
     * only stationary quantities compare.
     */
    UNDERDAMPED_LANGEVIN,
    /** A probability density. */
    FOKKER_PLANCK
  }

  /**
   * The step of the Euler scheme whose stationary error has the same size to first order: the step
   * itself for SGD and Langevin, h^2/2 with momenta, the error of the velocity Verlet scheme on a
   * quadratic (Leimkuhler, Matthews 2013, doi:10.1093/amrx/abs010), zero for a density.
   *
   * @return the step
   */
  public double eulerStep() {
    return switch (kind) {
      case DISCRETE_SGD, LANGEVIN -> step;
      case UNDERDAMPED_LANGEVIN -> step * step / 2;
      case FOKKER_PLANCK -> 0;
    };
  }
}
