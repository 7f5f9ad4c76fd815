package org.thalweg.engine.ensemble;

import java.util.List;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.method.MethodResult.Fact;

/** Counts the walkers of an ensemble by their fate, with the times at which they left. */
final class Census {
  private final long walkers;
  private long steps;
  private double reached;
  private long absorbed;
  private long diverged;
  private double firstDivergence = Double.NaN;
  private double lastDivergence = Double.NaN;
  private double firstAbsorption = Double.NaN;
  private double lastAbsorption = Double.NaN;

  Census(long walkers) {
    this.walkers = walkers;
  }

  /** Counts one chunk; called in the order of the chunks. */
  void count(ChunkRun chunk) {
    steps = chunk.steps();
    reached = chunk.time();
    byte[] status = chunk.exits().status();
    for (int w = 0; w < status.length; w++) {
      double time = chunk.exits().time(w);
      if (status[w] == WalkerChunk.ABSORBED) {
        absorbed++;
        firstAbsorption = earlier(firstAbsorption, time);
        lastAbsorption = later(lastAbsorption, time);
      } else if (status[w] != WalkerChunk.WALKING) {
        diverged++;
        firstDivergence = earlier(firstDivergence, time);
        lastDivergence = later(lastDivergence, time);
      }
    }
  }

  private static double earlier(double known, double time) {
    return Double.isNaN(known) ? time : Math.min(known, time);
  }

  private static double later(double known, double time) {
    return Double.isNaN(known) ? time : Math.max(known, time);
  }

  List<Fact> facts() {
    return List.of(
        new Fact("walkers", walkers, "", "walkers at the start"),
        new Fact("steps", steps, "", "steps that each walker made"),
        new Fact("end-time", reached, "time", "time reached, learning rate times steps"),
        new Fact("absorbed", absorbed, "", "walkers that left through an absorbing edge"),
        new Fact("first-absorption", firstAbsorption, "time", "when the first of them left"),
        new Fact("last-absorption", lastAbsorption, "time", "when the last of them left"),
        new Fact("diverged", diverged, "", "walkers beyond the cut-off or not a number"),
        new Fact("first-divergence", firstDivergence, "time", "when the first of them diverged"),
        new Fact("last-divergence", lastDivergence, "time", "when the last of them diverged"));
  }
}
