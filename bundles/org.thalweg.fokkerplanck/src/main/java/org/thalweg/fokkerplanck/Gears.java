package org.thalweg.fokkerplanck;

/**
 * Chooses between cheap split steps and dear unsplit ones, because a narrow valley needs both:
 * while the density still moves fast, short split steps are best; once it only creeps along the
 * floor, splitting keeps making the same error in every step, whereas an unsplit step keeps a
 * steady state exactly and may be as long as the creeping allows.
 *
 * <p>Starts with split steps. When their length has not grown for a while, one unsplit step of 32
 * times that length is tried; if its error is allowed, steps stay unsplit for good, otherwise the
 * next trial waits twice as long. Counts decide, never clocks, so that results do not depend on the
 * machine.
 */
final class Gears {
  /** An unsplit trial step is two to this power times the current split step. */
  static final int TRIAL_LEVELS = 5;

  private static final int FIRST_PATIENCE = 16;

  /** Factors of larger grids would take too much memory. */
  private static final int MOST_CELLS = 300_000;

  private final Discretisation discretisation;
  private final boolean hasHigh;
  private Propagator low;
  private Propagator high;
  private boolean shifted;
  private int patience = FIRST_PATIENCE;
  private int waited;

  Gears(Discretisation discretisation) {
    this(discretisation, Team.ALONE);
  }

  /** Split steps are taken by all members of a team, unsplit ones by the caller. */
  Gears(Discretisation discretisation, Team team) {
    this.discretisation = discretisation;
    boolean splits = !discretisation.directions().isEmpty();
    boolean line = discretisation.directions().size() == 1;
    if (splits) {
      low = new SplitPropagator(discretisation, team);
    } else {
      high = new SparsePropagator(discretisation);
      shifted = true;
    }
    hasHigh = splits && !line && width() * discretisation.grid().cells() <= MOST_CELLS;
  }

  /** Jumps over several cells widen the fronts of an elimination. */
  private int width() {
    int most = 1;
    for (DirectionalRates d : discretisation.directions()) {
      most = Math.max(most, Math.max(d.dx, Math.abs(d.dy)));
    }
    return most;
  }

  Propagator current() {
    return shifted ? high : low;
  }

  /** The unsplit propagator, made when it is first tried. */
  Propagator trial() {
    if (high == null) {
      high = new SparsePropagator(discretisation);
    }
    return high;
  }

  boolean trialDue() {
    return hasHigh && !shifted && waited >= patience;
  }

  /** Notes a step that was kept. */
  void kept(boolean grows) {
    waited = grows ? 0 : waited + 1;
  }

  void trialKept() {
    shifted = true;
    low = null;
  }

  void trialFailed() {
    waited = 0;
    patience *= 2;
  }
}
