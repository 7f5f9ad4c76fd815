package org.thalweg.analyzers.observation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.block.Block;

/** Where some walkers are at one time. */
public final class Positions implements Snapshot<Positions> {
  /**
   * One walker.
   *
   * @param walker its number in the ensemble
   * @param x where it is
   */
  public record At(long walker, double[] x) {}

  private final List<At> all = new ArrayList<>();

  /** The walkers that were kept, by their numbers; not to be changed. */
  public List<At> all() {
    return Collections.unmodifiableList(all);
  }

  @Override
  public void merge(Positions next) {
    all.addAll(next.all);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(all.size());
    for (At at : all) {
      out.writeLong(at.walker());
      Streams.write(out, at.x());
    }
  }

  /** Keeps the first walkers of an ensemble from a time on. */
  public static Camera<Positions> camera(double after, long walkers) {
    return camera(after, walkers, new int[0]);
  }

  /** Keeps some coordinates of the first walkers from a time on; all if none are named. */
  public static Camera<Positions> camera(double after, long walkers, int[] rows) {
    return new Camera<>() {
      @Override
      public Positions take(double time, Distribution distribution) {
        Positions kept = new Positions();
        WalkerChunk chunk = (WalkerChunk) distribution;
        for (int w = 0; time >= after && w < chunk.walkers(); w++) {
          if (chunk.first() + w < walkers && chunk.walking(w)) {
            kept.all.add(new At(chunk.first() + w, point(chunk.position(), w, rows)));
          }
        }
        return kept;
      }

      @Override
      public Positions read(DataInput in) throws IOException {
        Positions read = new Positions();
        int n = in.readInt();
        for (int i = 0; i < n; i++) {
          read.all.add(new At(in.readLong(), Streams.doubles(in)));
        }
        return read;
      }
    };
  }

  private static double[] point(Block position, int walker, int[] rows) {
    double[] x = new double[rows.length == 0 ? position.rows() : rows.length];
    if (rows.length == 0) {
      position.point(walker, x);
    }
    for (int i = 0; i < rows.length; i++) {
      x[i] = position.get(rows[i], walker);
    }
    return x;
  }
}
