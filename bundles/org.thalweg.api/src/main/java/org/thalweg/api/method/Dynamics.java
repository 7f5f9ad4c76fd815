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
  /** The three descriptions of one problem. */
  public enum Kind {
    /** Steps with minibatch gradients; the learning rate is the step. */
    DISCRETE_SGD,
    /** Paths of a stochastic differential equation. */
    LANGEVIN,
    /** A probability density. */
    FOKKER_PLANCK
  }
}
