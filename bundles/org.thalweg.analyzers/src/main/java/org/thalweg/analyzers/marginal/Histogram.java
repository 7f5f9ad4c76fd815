package org.thalweg.analyzers.marginal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.thalweg.analyzers.observation.Losses;
import org.thalweg.analyzers.observation.Streams;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.block.Block;

/**
 * Counts of walkers in bins, and sums of a function of the walkers in every bin where one is given.
 */
public final class Histogram implements AxisData {
  /** A function of a place along the floor and a place across it. */
  @FunctionalInterface
  public interface Across {
    double of(double x, double y);
  }

  private final Bins bins;
  final Losses losses = new Losses();
  private final long[] counts;
  private final double[] sums;
  private final double[] squares;
  long outside;
  long notFinite;

  /**
   * Empty counts.
   *
   * @param bins the bins
   * @param conditional whether to keep sums too
   */
  Histogram(Bins bins, boolean conditional) {
    this.bins = bins;
    this.counts = new long[bins.count()];
    this.sums = new double[conditional ? bins.count() : 0];
    this.squares = new double[sums.length];
  }

  /** Counts the walkers of a chunk along an axis. */
  public static Histogram of(WalkerChunk chunk, int axis, Bins bins) {
    return new Histogram(bins, false).add(chunk, axis, (x, y) -> 0, 0);
  }

  /** Counts them, and sums a function of this axis and another in every bin. */
  public static Histogram of(WalkerChunk chunk, int axis, Bins bins, Across f, int other) {
    return new Histogram(bins, true).add(chunk, axis, f, other);
  }

  private Histogram add(WalkerChunk chunk, int axis, Across f, int other) {
    losses.count(chunk);
    Block position = chunk.position();
    boolean whole = position.byCoordinate();
    double[] line = whole ? position.line(axis) : null;
    double from = bins.from();
    double to = bins.to();
    if (whole && sums.length == 0 && chunk.everybodyWalks()) {
      count(line);
      return this;
    }
    for (int w = 0; w < chunk.walkers(); w++) {
      if (!chunk.walking(w)) {
        continue;
      }
      double x = whole ? line[w] : position.get(axis, w);
      if (x >= from && x <= to) {
        int b = bins.of(x);
        counts[b]++;
        if (sums.length > 0) {
          double value = f.of(x, position.get(other, w));
          sums[b] += value;
          squares[b] += value * value;
        }
      } else if (Double.isNaN(x)) {
        notFinite++;
      } else {
        outside++;
      }
    }
    return this;
  }

  /** The commonest case without a question for each walker. */
  private void count(double[] line) {
    double from = bins.from();
    double to = bins.to();
    double scale = bins.scale();
    int last = counts.length - 1;
    for (double x : line) {
      if (x >= from && x <= to) {
        counts[Math.min(last, (int) ((x - from) * scale))]++;
      } else if (Double.isNaN(x)) {
        notFinite++;
      } else {
        outside++;
      }
    }
  }

  Bins bins() {
    return bins;
  }

  /** The walkers in a bin. */
  public long count(int bin) {
    return counts[bin];
  }

  /** The number of walkers in all bins. */
  public long inside() {
    long n = 0;
    for (long c : counts) {
      n += c;
    }
    return n;
  }

  /** The mean of the function over a bin's walkers. */
  public double mean(int bin) {
    return sums[bin] / counts[bin];
  }

  /** The standard error of that mean. */
  public double meanError(int bin) {
    double n = counts[bin];
    double mean = mean(bin);
    return n < 2 ? Double.NaN : Math.sqrt(Math.max(0, squares[bin] / n - mean * mean) / (n - 1));
  }

  @Override
  public Masses masses(Bins wanted) {
    if (!wanted.equals(bins)) {
      throw new IllegalArgumentException("walkers were counted in other bins");
    }
    double n = inside();
    double[] mass = new double[counts.length];
    for (int i = 0; i < mass.length; i++) {
      mass[i] = counts[i] / n;
    }
    return Masses.sampled(bins, mass, n);
  }

  @Override
  public void merge(AxisData next) {
    Histogram other = (Histogram) next;
    losses.merge(other.losses);
    outside += other.outside;
    notFinite += other.notFinite;
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
      squares[i] += other.squares[i];
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeBoolean(true);
    losses.save(out);
    out.writeLong(outside);
    out.writeLong(notFinite);
    Streams.write(out, counts);
    Streams.write(out, sums);
    Streams.write(out, squares);
  }

  /** Reads what follows the mark of a histogram. */
  static Histogram read(DataInput in, Bins bins) throws IOException {
    Losses losses = new Losses();
    losses.read(in);
    long outside = in.readLong();
    long notFinite = in.readLong();
    long[] counts = Streams.longs(in);
    double[] sums = Streams.doubles(in);
    double[] squares = Streams.doubles(in);
    Histogram h = new Histogram(bins, sums.length > 0);
    h.losses.merge(losses);
    h.outside = outside;
    h.notFinite = notFinite;
    System.arraycopy(counts, 0, h.counts, 0, counts.length);
    System.arraycopy(sums, 0, h.sums, 0, sums.length);
    System.arraycopy(squares, 0, h.squares, 0, squares.length);
    return h;
  }
}
