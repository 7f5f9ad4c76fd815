package org.thalweg.fokkerplanck;

/**
 * Runs a density through time so that it states its own error: every step is taken once whole and
 * once in two halves, the halves are kept, and the difference is the estimate.
 *
 * <p>Errors are sums of absolute differences over all cells (twice the total variation distance). A
 * Markov step never enlarges that distance, so the sum of the steps' errors bounds the run's. Steps
 * are the interval to the next save time divided by powers of two, so that few factorings serve
 * all.
 */
final class Evolution {
  private static final int FINEST = 40;
  private static final long TICKS = 1L << FINEST;
  private static final int GROWTH = 8;

  /** Cells times steps between two heartbeats of given steps: a fraction of a second. */
  private static final long AT_ONCE = 1 << 25;

  private final Gears gears;
  private final StepChoice choice;
  private final Heartbeat heartbeat;
  private final GridState coarse;
  private final GridState fine;
  private final GridState state;
  private final double startMass;
  private double time;
  private double interval;
  private double step;
  private long steps;
  private long rejected;
  private long blended;
  private long lastBlended;
  private double error;
  private double lowest;
  private double mostNegative;

  /**
   * Starts a run at time 0.
   *
   * @param gears takes the steps
   * @param state the start, advanced in place
   * @param choice how long the steps may be
   * @param heartbeat called before every step
   */
  Evolution(Gears gears, GridState state, StepChoice choice, Heartbeat heartbeat) {
    this.gears = gears;
    this.state = state;
    this.choice = choice;
    this.heartbeat = heartbeat;
    step = choice.first();
    coarse = state.copy();
    fine = state.copy();
    startMass = state.total();
    lowest = Math.min(0, state.minimum());
  }

  /** Advances to time {@code end}, exactly. */
  void advanceTo(double end) throws InterruptedException {
    if (!(end > time)) {
      return;
    }
    double wanted = end - time;
    // Save times carry rounding; equal intervals keep their factorings.
    if (Math.abs(wanted - interval) > 1e-11 * wanted) {
      interval = wanted;
    }
    if (!choice.doubled()) {
      plainSteps();
    } else if (choice.fixed().isPresent()) {
      fixedSteps();
    } else {
      chosenSteps();
    }
    time = end;
  }

  /** Given steps as they are, many at once; nothing tells their error. */
  private void plainSteps() throws InterruptedException {
    double h = choice.fixed().orElseThrow();
    long left = (long) Math.ceil(interval / h * (1 - 1e-12));
    h = interval / left;
    long most = Math.max(1, AT_ONCE / state.mass.length);
    while (left > 0) {
      heartbeat.beat(time);
      int some = (int) Math.min(left, most);
      long before = gears.current().blended();
      gears.current().advance(state, h, some);
      blended += gears.current().blended() - before;
      steps += some;
      left -= some;
      time += some * h;
      look();
    }
    if (!Double.isFinite(state.total())) {
      throw new IllegalStateException("the density is no longer finite after time " + time);
    }
  }

  private void fixedSteps() throws InterruptedException {
    long pairs = (long) Math.ceil(interval / (2 * choice.fixed().getAsDouble()) * (1 - 1e-12));
    double h = interval / pairs;
    for (long i = 0; i < pairs; i++) {
      heartbeat.beat(time);
      accept(attempt(gears.current(), h));
      time += h;
    }
  }

  private void chosenSteps() throws InterruptedException {
    long ticks = TICKS;
    long done = 0;
    double begin = time;
    int level = levelFor(step);
    while (done < ticks) {
      heartbeat.beat(time);
      boolean trial =
          gears.trialDue()
              && level >= Gears.TRIAL_LEVELS
              && aligned(done, level - Gears.TRIAL_LEVELS);
      int tried = trial ? level - Gears.TRIAL_LEVELS : level;
      double h = Math.scalb(interval, -tried);
      double local = attempt(trial ? gears.trial() : gears.current(), h);
      double allowed = choice.allowed(time, h, error);
      double next = h * StepChoice.growth(local, allowed);
      if (local <= allowed || tried == FINEST) {
        accept(local);
        if (trial) {
          gears.trialKept();
        }
        level = tried;
        done += ticks >> level;
        time = begin + interval * Math.scalb((double) done, -FINEST);
        step = Math.min(next, GROWTH * h);
        int target = levelFor(step);
        while (level > target && aligned(done, level - 1)) {
          level--;
        }
        level = Math.max(level, target);
        gears.kept(level < tried);
      } else if (trial) {
        rejected++;
        gears.trialFailed();
      } else {
        rejected++;
        level = Math.min(FINEST, Math.max(level + 1, levelFor(next)));
      }
    }
  }

  /** True if a step of this level may begin where {@code done} ends. */
  private static boolean aligned(long done, int level) {
    return (done & ((TICKS >> level) - 1)) == 0;
  }

  private double attempt(Propagator propagator, double h) {
    long before = propagator.blended();
    coarse.set(state);
    fine.set(state);
    propagator.advance(coarse, h, 1);
    propagator.advance(fine, h / 2, 2);
    lastBlended = propagator.blended() - before;
    boolean secondOrder = lastBlended == 0;
    double difference = coarse.distance(fine);
    if (!Double.isFinite(difference)) {
      throw new IllegalStateException("the density is no longer finite after time " + time);
    }
    return difference / (secondOrder ? 3 : 1);
  }

  private void accept(double local) {
    state.set(fine);
    blended += lastBlended;
    error += local;
    steps += 2;
    look();
  }

  /** Notes how negative the state is. */
  private void look() {
    double least = state.minimum();
    if (least < 0) {
      lowest = Math.min(lowest, least);
      mostNegative = Math.max(mostNegative, state.negativeMass());
    }
  }

  /** How often the interval is to be halved for steps of at most h. */
  private int levelFor(double h) {
    int level = 0;
    while (level < FINEST && Math.scalb(interval, -level) > h) {
      level++;
    }
    return level;
  }

  /** The current state; its arrays are reused. */
  GridState state() {
    return state;
  }

  double time() {
    return time;
  }

  /** What the run has to say about its own quality so far. */
  Quality quality() {
    return new Quality(
        steps,
        rejected,
        blended,
        choice.doubled() ? error : Double.NaN,
        Math.abs(state.total() - startMass),
        lowest,
        mostNegative);
  }

  /**
   * A run's account of itself.
   *
   * @param steps steps kept
   * @param rejected steps tried again with a smaller size
   * @param blended line or grid steps blended with the first-order positive companion
   * @param timeError bound on the error of the time steps, sum of absolute differences; NaN if
   *     steps were not doubled
   * @param massDefect change of the total probability, losses included, since the start
   * @param lowest most negative cell after any step, 0 if none ever was
   * @param negativeMass largest sum of negative cells after any step
   */
  record Quality(
      long steps,
      long rejected,
      long blended,
      double timeError,
      double massDefect,
      double lowest,
      double negativeMass) {}
}
