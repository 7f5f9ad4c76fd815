package org.thalweg.fokkerplanck;

import java.util.List;

/**
 * A scheme's outcome: the generator, the directions it splits into where it does, and what the
 * scheme has to confess, so that a run can choose its time stepping and report positivity.
 */
final class Discretisation {
  private final Grid grid;
  private final List<DirectionalRates> parts;
  private final List<DirectionalRates> directions;
  private final double addedDiffusion;
  private final double fastest;
  private final int negativeRates;
  private final double worstNegative;
  private Generator generator;

  /** Counts what is negative, and finds the largest exit rate. */
  private static final class Census {
    int negative;
    double worst;
    double fastest;

    void rate(double r) {
      if (r < 0) {
        negative++;
        worst = Math.min(worst, r);
      }
    }
  }

  private Discretisation(
      Grid grid,
      Generator generator,
      List<DirectionalRates> parts,
      boolean splits,
      Census census,
      double addedDiffusion) {
    this.grid = grid;
    this.generator = generator;
    this.parts = List.copyOf(parts);
    directions = splits && census.negative == 0 ? this.parts : List.of();
    fastest = census.fastest;
    negativeRates = census.negative;
    worstNegative = census.negative == 0 ? 0 : census.worst / census.fastest;
    this.addedDiffusion = addedDiffusion;
  }

  /** From a generator that does not split, or whose directions are known as well. */
  static Discretisation of(
      Generator generator, List<DirectionalRates> directions, double addedDiffusion) {
    Census census = new Census();
    for (double r : generator.rate) {
      census.rate(r);
    }
    census.fastest = generator.fastest();
    return new Discretisation(generator.grid, generator, directions, true, census, addedDiffusion);
  }

  /**
   * From the sum of directions; the generator is put together when it is first asked for.
   *
   * @param splits whether each direction is a family of lines
   */
  static Discretisation sum(Grid grid, List<DirectionalRates> parts, boolean splits) {
    Census census = new Census();
    for (int k = 0; k < grid.cells(); k++) {
      double exit = 0;
      for (DirectionalRates d : parts) {
        census.rate(d.forward[k]);
        census.rate(d.backward[k]);
        exit += d.exitRate(k);
      }
      census.fastest = Math.max(census.fastest, exit);
    }
    return new Discretisation(grid, null, parts, splits, census, 0);
  }

  Grid grid() {
    return grid;
  }

  /** All jumps together. */
  Generator generator() {
    if (generator == null) {
      generator = GeneratorBuilder.sum(grid, parts);
    }
    return generator;
  }

  /** Directions whose sum is the generator, whatever their signs; empty if there are none. */
  List<DirectionalRates> parts() {
    return parts;
  }

  /**
   * Families of lines whose sum is the generator; empty if it does not split, or not into
   * non-negative parts.
   */
  List<DirectionalRates> directions() {
    return directions;
  }

  /** Largest exit rate of a cell, 1/time. */
  double fastest() {
    return fastest;
  }

  /** Number of jumps with a negative rate; 0 means that densities stay non-negative. */
  int negativeRates() {
    return negativeRates;
  }

  /** Most negative rate over the largest exit rate, 0 or less. */
  double worstNegative() {
    return worstNegative;
  }

  /**
   * Largest diffusion that the scheme added to keep its stencil small, relative to the local
   * diffusion in cell units; 0 for the second-order scheme.
   */
  double addedDiffusion() {
    return addedDiffusion;
  }

  boolean positive() {
    return negativeRates == 0;
  }
}
