package org.thalweg.analyzers.verdict;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.analyzers.marginal.Bounds;
import org.thalweg.analyzers.report.Words;

/**
 * The errors of a difference by their source: one standard error of sampling, and bounds on the
 * others, which count as rectangular distributions ({@link Bounds}).
 *
 * @param sampling the standard error of sampling
 * @param grid the bound on the error of grids
 * @param theory the bound on the predictions' own error
 * @param steps the bound on what finite steps change, O(h lambda)
 * @param relaxation the bound on what is left of the start
 * @param unseen the bound on what lies beyond the horizon
 */
public record Errors(
    double sampling, double grid, double theory, double steps, double relaxation, double unseen) {
  /** Of what lies before the horizon. */
  public Errors(double sampling, double grid, double theory, double steps, double relaxation) {
    this(sampling, grid, theory, steps, relaxation, 0);
  }

  double combined() {
    return Bounds.combine(sampling, grid + theory + steps + relaxation + unseen);
  }

  /** Those of the difference of two numbers that err independently. */
  public Errors and(Errors other) {
    return new Errors(
        Math.hypot(sampling, other.sampling),
        grid + other.grid,
        theory + other.theory,
        steps + other.steps,
        relaxation + other.relaxation,
        unseen + other.unseen);
  }

  Errors times(double factor) {
    double f = Math.abs(factor);
    return new Errors(f * sampling, f * grid, f * theory, f * steps, f * relaxation, f * unseen);
  }

  /** The sources that matter, with their sizes. */
  String words() {
    List<String> parts = new ArrayList<>();
    double least = 0.05 * combined();
    add(parts, "sampling ", sampling, least);
    add(parts, "grid up to ", grid, least);
    add(parts, "theory up to ", theory, least);
    add(parts, "steps O(h lambda) up to ", steps, least);
    add(parts, "start up to ", relaxation, least);
    add(parts, "after the horizon up to ", unseen, least);
    return parts.isEmpty() ? "no error" : String.join(", ", parts);
  }

  private static void add(List<String> parts, String name, double size, double least) {
    if (size > least) {
      parts.add(name + Words.rough(size));
    }
  }
}
