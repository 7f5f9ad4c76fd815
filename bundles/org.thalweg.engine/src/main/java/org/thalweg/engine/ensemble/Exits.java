package org.thalweg.engine.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.WalkerState;

/** Who of a chunk has left, when and how, and where those are parked. */
final class Exits {
  private final byte[] status;
  private final double[] time;
  private final double[] home;
  private int walking;

  Exits(int walkers, int dim) {
    status = new byte[walkers];
    time = new double[walkers];
    Arrays.fill(time, Double.NaN);
    home = new double[dim];
    walking = walkers;
  }

  /** Sets where those that leave are parked: the first walker's starting point. */
  void park(Block start) {
    start.point(0, home);
  }

  byte[] status() {
    return status;
  }

  double time(int walker) {
    return time[walker];
  }

  int walking() {
    return walking;
  }

  /** Takes a walker out, unless it had left before, and parks it at rest. */
  void leave(int walker, byte how, double when, WalkerState state) {
    if (status[walker] == WalkerChunk.WALKING) {
      status[walker] = how;
      time[walker] = when;
      walking--;
    }
    state.position().setPoint(walker, home);
    rest(state.memory(), walker);
    rest(state.noiseMemory(), walker);
  }

  private static void rest(List<Block> memory, int walker) {
    for (int m = 0; m < memory.size(); m++) {
      Block block = memory.get(m);
      for (int i = 0; i < block.rows(); i++) {
        block.set(i, walker, 0);
      }
    }
  }

  void save(DataOutput out) throws IOException {
    out.write(status);
    for (double v : time) {
      out.writeDouble(v);
    }
    for (double v : home) {
      out.writeDouble(v);
    }
    out.writeInt(walking);
  }

  void restore(DataInput in) throws IOException {
    in.readFully(status);
    for (int i = 0; i < time.length; i++) {
      time[i] = in.readDouble();
    }
    for (int i = 0; i < home.length; i++) {
      home[i] = in.readDouble();
    }
    walking = in.readInt();
  }
}
