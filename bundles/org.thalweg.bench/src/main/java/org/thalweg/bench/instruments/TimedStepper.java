package org.thalweg.bench.instruments;

import org.thalweg.api.block.Draws;
import org.thalweg.api.block.WalkerState;
import org.thalweg.api.method.Stepper;

/** Lets the stopwatch run while a chunk makes its step, and times what the step draws. */
final class TimedStepper implements Stepper {
  private final Stepper stepper;
  private final Stopwatch watch;
  private Draws known;
  private Draws timed;

  TimedStepper(Stepper stepper, Stopwatch watch) {
    this.stepper = stepper;
    this.watch = watch;
  }

  @Override
  public void begin(WalkerState state, Draws draws) {
    stepper.begin(state, draws);
  }

  @Override
  public void step(long k, double t, double h, WalkerState state, Draws draws) {
    if (draws != known) {
      known = draws;
      timed = new TimedDraws(draws, watch);
    }
    watch.enter(Part.STEP);
    stepper.step(k, t, h, state, timed);
    watch.exit();
  }
}
