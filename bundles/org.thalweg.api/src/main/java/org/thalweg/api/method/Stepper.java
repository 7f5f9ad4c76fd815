package org.thalweg.api.method;

import org.thalweg.api.block.Draws;
import org.thalweg.api.block.WalkerState;

/**
 * Steps the walkers of one chunk; it owns scratch only, and allocates nothing in a step.
 *
 * <pre>{@code
 * double[] g = new double[dim];            // wrong, inside step: allocates, and hides state
 * private final Block gradient;            // right: scratch made once, rewritten in every step
 * private Block momentum;                  // wrong: lost when a run is saved; declare it as memory
 * }</pre>
 */
public interface Stepper {
  /**
   * Sets the memory where zero is not right; called once per chunk before the first step, after the
   * positions have been drawn.
   *
   * @param state positions and memory, changed in place
   * @param draws the random numbers
   */
  default void begin(WalkerState state, Draws draws) {}

  /**
   * Makes one step; the engine applies the domain's edges after it.
   *
   * @param k the number of steps made before
   * @param t the time before the step
   * @param h the length of the step
   * @param state positions and memory, changed in place
   * @param draws the random numbers of this step
   */
  void step(long k, double t, double h, WalkerState state, Draws draws);
}
