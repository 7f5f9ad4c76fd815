package org.thalweg.bench;

import java.util.List;
import java.util.OptionalDouble;
import org.thalweg.api.method.MethodResult.Fact;

/**
 * What a method did in one run, counted so that times of different sizes compare.
 *
 * @param unit what is counted
 * @param count how many of them
 */
public record Work(Unit unit, double count) {
  /** What is counted. */
  public enum Unit {
    /** One step of one walker. */
    WALKER_STEP("walker-step"),
    /** One time step of one cell of the finest grid; coarser grids' work is in the time only. */
    CELL_STEP("cell-step"),
    /** The whole run, where a method's facts tell no more. */
    RUN("run");

    private final String label;

    Unit(String label) {
      this.label = label;
    }

    /**
     * The unit in words.
     *
     * @return for example "walker-step"
     */
    public String label() {
      return label;
    }
  }

  private static final String CELLS = "cells-";

  static Work of(List<Fact> facts) {
    OptionalDouble walkers = fact(facts, "walkers");
    OptionalDouble steps = fact(facts, "steps");
    if (walkers.isPresent() && steps.isPresent()) {
      return new Work(Unit.WALKER_STEP, walkers.getAsDouble() * steps.getAsDouble());
    }
    OptionalDouble timeSteps = fact(facts, "time-steps");
    List<Fact> axes = facts.stream().filter(f -> f.name().startsWith(CELLS)).toList();
    if (timeSteps.isPresent() && !axes.isEmpty()) {
      double cells = axes.stream().mapToDouble(Fact::value).reduce(1, (a, b) -> a * b);
      return new Work(Unit.CELL_STEP, cells * timeSteps.getAsDouble());
    }
    return new Work(Unit.RUN, 1);
  }

  private static OptionalDouble fact(List<Fact> facts, String name) {
    return facts.stream().filter(f -> f.name().equals(name)).mapToDouble(Fact::value).findFirst();
  }
}
