package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.api.method.Forecast;
import org.thalweg.api.method.MethodResult.Fact;
import org.thalweg.api.method.MethodRun;

/**
 * What densities cost, by rules measured on the examples with Java 17 on two cores of 2.5 GHz: good
 * to a factor of three, on much slower or faster machines in proportion.
 */
final class Expense {
  private static final double WITHIN = 3;

  /** What a run takes before its code is fast, in seconds. */
  private static final double WARMING_UP = 0.15;

  /** Seconds for a cell and a step with its halves, and two runs on a quarter of the cells. */
  private static final double CELL_STEP = 1.5e-7;

  /** Without halves and coarser grid. */
  private static final double PLAIN = 0.29;

  /** Seconds of an elimination, over cells to the power of 3/2; along a line over cells. */
  private static final double ELIMINATION = 1.5e-8;

  private static final double LINE = 1e-6;

  /** Bytes of factors, over cells times the logarithm to base 2 of cells. */
  private static final double FACTORS = 124;

  /** Up to so much is kept of factors of earlier steps. */
  private static final double CACHE = 400 << 20;

  /**
   * Steps of a run over those of its pilot, whose tolerance is larger and whose grid is coarser.
   */
  private static final double STEPS_OVER_PILOT = 3;

  private Expense() {}

  static Forecast ofEvolution(
      MethodRun run, FokkerPlanck.Params parameters, int[] cells, long pilotSteps) {
    double all = product(cells);
    double horizon = run.problem().horizon();
    double steps =
        parameters.step().isPresent()
            ? Math.ceil(horizon / parameters.step().getAsDouble())
            : STEPS_OVER_PILOT * pilotSteps;
    double each = parameters.estimate() ? CELL_STEP : PLAIN * CELL_STEP;
    List<Fact> facts = facts(cells);
    facts.add(new Fact("time-steps", steps, "", "time steps, about"));
    facts.add(new Fact("cell-steps", all * steps, "", "cells times time steps, about"));
    // Analyzers may keep the density of every save time, on the finer grid and twice on the
    // coarser.
    double saves = run.saveTimes().size() * Double.BYTES * 1.5 * all;
    double factors = cells.length == 1 ? 0 : FACTORS * all * log2(all);
    return new Forecast(
        facts,
        WARMING_UP + each * all * steps,
        WITHIN,
        saves + Math.max(factors, Math.min(CACHE, factors * 4)),
        Double.BYTES * all);
  }

  static Forecast ofSteadyState(FokkerPlanck.Params parameters, int[] cells) {
    double all = product(cells);
    double both = parameters.estimate() ? 9.0 / 8 : 1;
    return new Forecast(
        facts(cells),
        WARMING_UP + (cells.length == 1 ? LINE * all : both * ELIMINATION * all * Math.sqrt(all)),
        WITHIN,
        FACTORS / 2 * all * log2(all),
        Double.BYTES * all);
  }

  private static List<Fact> facts(int[] cells) {
    List<Fact> facts = new ArrayList<>();
    for (int a = 0; a < cells.length; a++) {
      facts.add(new Fact("cells-" + a, cells[a], "", "cells along axis " + a));
    }
    facts.add(new Fact("unknowns", product(cells), "", "cells of the finer grid"));
    return facts;
  }

  private static double product(int[] cells) {
    double product = 1;
    for (int c : cells) {
      product *= c;
    }
    return product;
  }

  private static double log2(double value) {
    return StrictMath.log(value) / StrictMath.log(2);
  }
}
