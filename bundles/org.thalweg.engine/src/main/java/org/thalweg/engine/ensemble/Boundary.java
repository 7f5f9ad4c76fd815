package org.thalweg.engine.ensemble;

import java.util.List;
import java.util.stream.IntStream;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.MemoryBlock;
import org.thalweg.api.block.WalkerState;
import org.thalweg.api.math.BlockMath;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;

/**
 * Applies the divergence cut-off and the domain's edges to a chunk after a step.
 *
 * <p>A walker that leaves is counted and timed, then parked at a finite place and stepped on, so
 * that the random stream never shifts and no infinity slows the others; observers do not see it.
 * Reflection mirrors the position and changes the sign of memory that reflects (Skorokhod problem,
 * first order in the square root of the step for the plain mirror).
 */
final class Boundary {
  private final Problem problem;
  private final int[] edged;
  private final boolean[] mirrors;

  Boundary(Problem problem, Integrator integrator) {
    this.problem = problem;
    edged =
        IntStream.range(0, problem.dim())
            .filter(axis -> ends(problem.domain().get(axis)))
            .toArray();
    List<MemoryBlock> memory = integrator.memory(problem.dim());
    mirrors = new boolean[memory.size()];
    for (int m = 0; m < mirrors.length; m++) {
      mirrors[m] = memory.get(m).reflects();
    }
  }

  private static boolean ends(Axis axis) {
    return axis.lower() != Edge.OPEN || axis.upper() != Edge.OPEN;
  }

  /**
   * Applies both.
   *
   * @param time the time after the step
   * @param state positions and memory
   * @param exits status and times of those that leave
   */
  void apply(double time, WalkerState state, Exits exits) {
    if (state.position().byCoordinate()) {
      applyByCoordinate(time, state, exits);
    } else {
      applyByWalker(time, state, exits);
    }
  }

  /** One pass over each coordinate finds the few walkers that need anything. */
  private void applyByCoordinate(double time, WalkerState state, Exits exits) {
    Block x = state.position();
    double cutoff = problem.divergence().cutoff();
    for (int axis = 0; axis < x.lines(); axis++) {
      double[] line = x.line(axis);
      Axis edges = problem.domain().get(axis);
      double from = Math.max(-cutoff, edges.from());
      double to = Math.min(cutoff, edges.to());
      int w = BlockMath.firstOutside(line, from, to, 0, line.length);
      while (w < line.length) {
        if (diverged(x, w, cutoff)) {
          exits.leave(w, divergence(x, w), time, state);
        } else {
          confine(axis, edges, w, time, state, exits);
        }
        w = BlockMath.firstOutside(line, from, to, w + 1, line.length);
      }
    }
  }

  private void applyByWalker(double time, WalkerState state, Exits exits) {
    Block x = state.position();
    double cutoff = problem.divergence().cutoff();
    for (int w = 0; w < x.walkers(); w++) {
      double[] line = x.line(w);
      if (BlockMath.firstOutside(line, -cutoff, cutoff, 0, line.length) < line.length) {
        exits.leave(w, divergence(x, w), time, state);
      }
      for (int axis : edged) {
        confine(axis, problem.domain().get(axis), w, time, state, exits);
      }
    }
  }

  /** In any coordinate, so that a walker that also crosses an edge counts as diverged. */
  private static boolean diverged(Block x, int walker, double cutoff) {
    for (int axis = 0; axis < x.lines(); axis++) {
      if (!(Math.abs(x.line(axis)[walker]) <= cutoff)) {
        return true;
      }
    }
    return false;
  }

  private static byte divergence(Block x, int walker) {
    for (int axis = 0; axis < x.rows(); axis++) {
      if (!Double.isFinite(x.get(axis, walker))) {
        return WalkerChunk.NOT_FINITE;
      }
    }
    return WalkerChunk.DIVERGED;
  }

  private void confine(
      int axis, Axis edges, int walker, double time, WalkerState state, Exits exits) {
    Block x = state.position();
    double v = x.get(axis, walker);
    double from = edges.from();
    double to = edges.to();
    if (v >= from && v <= to) {
      return;
    }
    Edge crossed = v < from ? edges.lower() : edges.upper();
    switch (crossed) {
      case OPEN -> {}
      case ABSORBING -> exits.leave(walker, WalkerChunk.ABSORBED, time, state);
      case PERIODIC -> {
        double length = to - from;
        double turned = v - length * Math.floor((v - from) / length);
        x.set(axis, walker, Math.min(Math.max(turned, from), to));
      }
      case REFLECTING -> reflect(axis, edges, walker, time, state, exits);
      default -> throw new IllegalStateException("unknown edge " + crossed);
    }
  }

  /** Mirrors at one end, then at the other, until the walker is inside or absorbed there. */
  private void reflect(
      int axis, Axis edges, int walker, double time, WalkerState state, Exits exits) {
    Block x = state.position();
    double from = edges.from();
    double to = edges.to();
    double v = x.get(axis, walker);
    boolean odd = false;
    if (edges.lower() == Edge.REFLECTING && edges.upper() == Edge.REFLECTING) {
      double length = to - from;
      double turned = (v - from) - 2 * length * Math.floor((v - from) / (2 * length));
      odd = turned > length;
      double folded = turned > length ? 2 * length - turned : turned;
      v = Math.min(Math.max(from + folded, from), to);
    } else if (v < from) {
      v = 2 * from - v;
      odd = true;
      if (v > to && edges.upper() == Edge.ABSORBING) {
        exits.leave(walker, WalkerChunk.ABSORBED, time, state);
        return;
      }
    } else {
      v = 2 * to - v;
      odd = true;
      if (v < from && edges.lower() == Edge.ABSORBING) {
        exits.leave(walker, WalkerChunk.ABSORBED, time, state);
        return;
      }
    }
    x.set(axis, walker, v);
    if (odd) {
      for (int m = 0; m < mirrors.length; m++) {
        if (mirrors[m]) {
          Block memory = state.memory().get(m);
          memory.set(axis, walker, -memory.get(axis, walker));
        }
      }
    }
  }
}
