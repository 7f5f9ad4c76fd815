package org.thalweg.fokkerplanck;

import java.util.List;

/**
 * A scheme's outcome: the generator, the directions it splits into where it does, and what the
 * scheme has to confess, so that a run can choose its time stepping and report positivity.
 *
 * @param generator all jumps together
 * @param directions families of lines whose sum is the generator; empty if it does not split, or
 *     not into non-negative parts
 * @param negativeRates number of jumps with a negative rate; 0 means that densities stay
 *     non-negative
 * @param worstNegative most negative rate over the largest exit rate, 0 or less
 * @param addedDiffusion largest diffusion that the scheme added to keep its stencil small, relative
 *     to the local diffusion in cell units; 0 for the second-order scheme
 */
record Discretisation(
    Generator generator,
    List<DirectionalRates> directions,
    int negativeRates,
    double worstNegative,
    double addedDiffusion) {

  boolean positive() {
    return negativeRates == 0;
  }

  static Discretisation of(
      Generator generator, List<DirectionalRates> directions, double addedDiffusion) {
    int count = 0;
    double worst = 0;
    for (double r : generator.rate) {
      if (r < 0) {
        count++;
        worst = Math.min(worst, r);
      }
    }
    return new Discretisation(
        generator,
        count == 0 ? List.copyOf(directions) : List.of(),
        count,
        count == 0 ? 0 : worst / generator.fastest(),
        addedDiffusion);
  }
}
