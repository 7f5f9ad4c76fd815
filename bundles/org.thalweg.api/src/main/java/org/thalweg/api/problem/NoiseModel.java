package org.thalweg.api.problem;

import java.util.List;
import java.util.Optional;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.block.MemoryBlock;

/**
 * How one minibatch's gradient differs from the full gradient.
 *
 * <p>A model is immutable and says what it can do through small capabilities: {@link
 * MinibatchNoise} draws minibatch gradients, {@link DiffusiveNoise} applies a factor B with B B^T =
 * eta C, {@link HasCovariance} gives the covariance C. What is missing is derived where that is
 * exact, see {@link NoiseCapabilities}.
 */
public interface NoiseModel {
  /**
   * What an integrator must know of the noise.
   *
   * @return the traits
   */
  Traits traits();

  /**
   * The number of independent Brownian motions that drive it.
   *
   * @return the rows of dz in {@link NoiseFactor#apply}; zero for no noise
   */
  int channels();

  /**
   * The memory that each walker carries for the noise.
   *
   * @return the blocks, empty by default
   */
  default List<MemoryBlock> memory() {
    return List.of();
  }

  /**
   * Sets the memory where zero is not right, as that of a correlated noise which is to begin in its
   * steady state; called once per chunk before the first step.
   *
   * @param memory one block per entry of {@link #memory()}, of zeros; changed in place
   * @param draws the random numbers
   */
  default void begin(List<Block> memory, Draws draws) {}

  /**
   * Whether the noise changes with time by itself, beyond learning rate and batch size.
   *
   * @return false by default
   */
  default boolean dependsOnTime() {
    return false;
  }

  /**
   * Why the noise has no diffusion, so that Langevin and Fokker-Planck methods must refuse it.
   *
   * @return the reason in one sentence, or empty if it has one
   */
  default Optional<String> noDiffusion() {
    return Optional.empty();
  }

  /**
   * Why the noise cannot act at a point, as one whose covariance is proportional to the loss cannot
   * where the loss is negative. The workbench asks at starting points and on the domain before it
   * runs anything.
   *
   * @param t the time
   * @param x the point
   * @return the reason with a remedy, or empty if it can
   */
  default Optional<String> objection(double t, double[] x) {
    return Optional.empty();
  }
}
