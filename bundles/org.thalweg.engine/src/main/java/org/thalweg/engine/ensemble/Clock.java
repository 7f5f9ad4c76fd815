package org.thalweg.engine.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Counts steps and time without adding up rounding: while the step stays the same, t is a multiple
 * of it.
 */
final class Clock {
  private long k;
  private double time;
  private double step;
  private long anchorSteps;
  private double anchorTime;

  long steps() {
    return k;
  }

  double time() {
    return time;
  }

  /** Counts one step of length h. */
  void advance(double h) {
    if (h != step) {
      step = h;
      anchorSteps = k;
      anchorTime = time;
    }
    k++;
    time = anchorTime + (k - anchorSteps) * h;
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(k);
    out.writeDouble(time);
    out.writeDouble(step);
    out.writeLong(anchorSteps);
    out.writeDouble(anchorTime);
  }

  void restore(DataInput in) throws IOException {
    k = in.readLong();
    time = in.readDouble();
    step = in.readDouble();
    anchorSteps = in.readLong();
    anchorTime = in.readDouble();
  }
}
