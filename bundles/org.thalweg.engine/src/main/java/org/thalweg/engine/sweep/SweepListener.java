package org.thalweg.engine.sweep;

import java.io.IOException;
import java.util.Optional;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.run.RunOutcome;

/** Takes what comes of the points of a sweep; called by any thread. */
public interface SweepListener {
  /**
   * A point ended, well or not.
   *
   * @param point the point
   * @param experiment its experiment with its own seed; empty if it could not be assembled
   * @param outcome all that came of it; empty if it could not be run
   * @param result its numbers
   * @throws IOException if they cannot be kept, which ends the sweep
   */
  void ended(
      PlannedPoint point,
      Optional<Assembled> experiment,
      Optional<RunOutcome> outcome,
      PointResult result)
      throws IOException;
}
