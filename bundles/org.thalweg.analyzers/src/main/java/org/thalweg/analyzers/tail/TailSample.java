package org.thalweg.analyzers.tail;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.analyzers.observation.Snapshot;
import org.thalweg.analyzers.observation.Streams;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.block.Block;

/** How far walkers are from a centre at one time, and how many have left. */
final class TailSample implements Snapshot<TailSample> {
  private final List<double[]> parts = new ArrayList<>();
  long absorbed;
  long diverged;
  long notFinite;

  /** All distances that are finite, in the order of the walkers. */
  double[] distances() {
    double[] all = new double[parts.stream().mapToInt(p -> p.length).sum()];
    int n = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, all, n, part.length);
      n += part.length;
    }
    return all;
  }

  @Override
  public void merge(TailSample next) {
    parts.addAll(next.parts);
    absorbed += next.absorbed;
    diverged += next.diverged;
    notFinite += next.notFinite;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(absorbed);
    out.writeLong(diverged);
    out.writeLong(notFinite);
    Streams.write(out, distances());
  }

  /**
   * Measures distances of walkers.
   *
   * @param rows the coordinates that count: one, or all for the radius
   * @param centre the place in those coordinates that distances are taken from
   * @param after the first time that counts
   * @param walkers how many walkers count, the first of the ensemble
   */
  record Camera(int[] rows, double[] centre, double after, long walkers)
      implements org.thalweg.analyzers.observation.Camera<TailSample> {
    @Override
    public TailSample take(double time, Distribution distribution) {
      TailSample sample = new TailSample();
      WalkerChunk chunk = (WalkerChunk) distribution;
      int count = (int) Math.max(0, Math.min(chunk.walkers(), walkers - chunk.first()));
      if (time < after || count == 0) {
        return sample;
      }
      double[] out = new double[count];
      int n = 0;
      for (int w = 0; w < count; w++) {
        switch (chunk.status(w)) {
          case WalkerChunk.ABSORBED -> sample.absorbed++;
          case WalkerChunk.DIVERGED -> sample.diverged++;
          case WalkerChunk.NOT_FINITE -> sample.notFinite++;
          default -> {
            double distance = distance(chunk.position(), w);
            if (Double.isFinite(distance)) {
              out[n++] = distance;
            } else {
              sample.notFinite++;
            }
          }
        }
      }
      sample.parts.add(Arrays.copyOf(out, n));
      return sample;
    }

    private double distance(Block position, int walker) {
      double distance = 0;
      for (int i = 0; i < rows.length; i++) {
        distance = Math.hypot(distance, position.get(rows[i], walker) - centre[i]);
      }
      return distance;
    }

    @Override
    public TailSample read(DataInput in) throws IOException {
      TailSample sample = new TailSample();
      sample.absorbed = in.readLong();
      sample.diverged = in.readLong();
      sample.notFinite = in.readLong();
      sample.parts.add(Streams.doubles(in));
      return sample;
    }
  }
}
