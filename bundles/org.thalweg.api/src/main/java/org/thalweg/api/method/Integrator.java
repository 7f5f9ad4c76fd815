package org.thalweg.api.method;

import java.util.List;
import java.util.Optional;
import org.thalweg.api.block.MemoryBlock;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;

/** A scheme that steps walkers; immutable, with one {@link Stepper} per chunk. */
public interface Integrator {
  /**
   * What the scheme describes.
   *
   * @param setting the problem's setting
   * @return discrete SGD or Langevin, with the step at the start
   */
  Dynamics dynamics(Setting setting);

  /**
   * The declared order of convergence under a noise.
   *
   * @param noise the noise's traits
   * @return the order, or {@link Order#NONE}
   */
  Order order(Traits noise);

  /**
   * Why the scheme cannot be used here.
   *
   * @param setting the problem's setting
   * @param noise the noise
   * @return the reason with a remedy, or empty if it can
   */
  Optional<String> objection(Setting setting, NoiseModel noise);

  /**
   * The length of the step that begins at a time.
   *
   * @param setting the problem's setting
   * @param t the time
   * @return h, positive
   */
  double step(Setting setting, double t);

  /**
   * The memory that each walker carries for the scheme.
   *
   * @param dim the number of parameters
   * @return the blocks, empty by default; they begin at zero, or as {@link Stepper#begin} sets them
   */
  default List<MemoryBlock> memory(int dim) {
    return List.of();
  }

  /**
   * Makes a stepper for one chunk.
   *
   * @param setting the problem's setting
   * @param noise the noise
   * @param walkers the number of walkers
   * @return a new stepper, for one thread at a time
   */
  Stepper stepper(Setting setting, NoiseModel noise, int walkers);
}
