package org.thalweg.api.analysis;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.thalweg.api.block.Block;

/** One chunk of walkers at one time, as an observer sees it. */
public final class WalkerChunk implements Distribution {
  /** The status of a walker that is still walking. */
  public static final byte WALKING = 0;

  /** The status of a walker that left through an absorbing edge. */
  public static final byte ABSORBED = 1;

  /** The status of a walker that diverged: it exceeded the cut-off. */
  public static final byte DIVERGED = 2;

  /** The status of a walker that diverged to infinity or to what is not a number. */
  public static final byte NOT_FINITE = 3;

  private static final byte[] NOBODY_LEFT = new byte[512];

  private final Block position;
  private final byte[] status;
  private final long first;

  /**
   * A view of a chunk; nothing is copied.
   *
   * @param position the positions; those of walkers that have left mean nothing
   * @param status one status per walker
   * @param first the number of the chunk's first walker in the ensemble
   */
  public WalkerChunk(Block position, byte[] status, long first) {
    this.position = position;
    this.status = status;
    this.first = first;
  }

  /**
   * The positions.
   *
   * @return the live block; look at {@link #walking(int)} before using a column
   */
  public Block position() {
    return position;
  }

  /**
   * Whether a walker is still walking.
   *
   * @param walker its number in the chunk
   * @return false if it was absorbed or has diverged
   */
  public boolean walking(int walker) {
    return status[walker] == WALKING;
  }

  /**
   * A walker's status.
   *
   * @param walker its number in the chunk
   * @return one of the constants
   */
  public byte status(int walker) {
    return status[walker];
  }

  /**
   * Whether nobody has left, found in one quick pass; observers then need not ask for each walker.
   *
   * @return true if all walkers are walking
   */
  public boolean everybodyWalks() {
    for (int w = 0; w < status.length; w += NOBODY_LEFT.length) {
      int n = Math.min(NOBODY_LEFT.length, status.length - w);
      if (!Arrays.equals(status, w, w + n, NOBODY_LEFT, 0, n)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The number of walkers in the chunk.
   *
   * @return walking or not
   */
  public int walkers() {
    return position.walkers();
  }

  /**
   * The number of the chunk's first walker in the ensemble.
   *
   * @return the number
   */
  public long first() {
    return first;
  }

  @Override
  public int dim() {
    return position.rows();
  }

  @Override
  public Estimate expectation(ToDoubleFunction<double[]> f) {
    double[] point = new double[dim()];
    long n = 0;
    double mean = 0;
    double squares = 0;
    for (int w = 0; w < walkers(); w++) {
      if (walking(w)) {
        position.point(w, point);
        double value = f.applyAsDouble(point);
        n++;
        double step = value - mean;
        mean += step / n;
        squares += step * (value - mean);
      }
    }
    if (n == 0) {
      return new Estimate(Double.NaN, Double.NaN);
    }
    return new Estimate(mean, n > 1 ? Math.sqrt(squares / (n - 1.0) / n) : Double.NaN);
  }
}
