package org.thalweg.engine.random;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;
import org.thalweg.api.math.BlockRandom;

/**
 * The random stream of one chunk of walkers, a function of (seed, key, chunk) alone.
 *
 * <p><b>Whole rounds.</b> The generator, sixteen interleaved lanes of xoshiro256++, advances in
 * rounds of sixteen words, and every call consumes whole rounds; what a call does not need of its
 * last round is discarded. So a call may be split without changing any number if every part but the
 * last has a multiple of {@link #ROUND} numbers:
 *
 * <pre>{@code
 * stream.normals(a, 32);                          // the same 40 numbers as
 * stream.normals(b, 8);                           // normals(c, 40) on an equal stream
 *
 * stream.normals(a, 20);                          // NOT the same: 12 numbers
 * stream.normals(b, 20);                          // are discarded in between
 * }</pre>
 *
 * <p><b>Streams.</b> Sixteen lanes of different (seed, key, chunk) start at random places of one
 * cycle of length 2<sup>256</sup> - 1: see {@code StreamSeed} and {@code Xoshiro256Lanes} for why
 * overlaps need not be feared. The key separates streams of one chunk that must not depend on one
 * another's length, such as start positions and noise.
 *
 * <p><b>Resolution.</b> Uniform numbers are 2<sup>52</sup> cell midpoints; normal numbers have full
 * double resolution, tails to 8.57 standard deviations, and a tail beyond 6 that is right to
 * 10<sup>-8</sup> (see {@code NormalKernel}); indices have a bias below 2<sup>-33</sup>.
 *
 * <p>The numbers are the same on every machine and Java version. No method allocates, except {@link
 * #restore}. Not for use by several threads at once.
 */
public final class RandomStream {

  /** Words, and all the numbers that are made from them, come this many at a time. */
  public static final int ROUND = Xoshiro256Lanes.LANES;

  /** Numbers per pass through the scratch arrays, which then stay in the first-level cache. */
  private static final int PIECE = 512;

  private static final int SAVE_FORMAT = 0x54570002;

  private final Xoshiro256Lanes lanes;
  private final long[] words = new long[PIECE];
  private final double[] numbers = new double[ROUND];

  /**
   * Makes the stream at its beginning.
   *
   * @param seed the seed of the experiment
   * @param key what the stream is for
   * @param chunk the index of the chunk of walkers
   */
  public RandomStream(long seed, long key, long chunk) {
    lanes = new Xoshiro256Lanes(new StreamSeed(seed, key, chunk));
  }

  /**
   * Writes random words, all 2<sup>64</sup> equally likely.
   *
   * @param out where they go, at least n
   * @param n how many
   */
  public void fill(long[] out, int n) {
    Objects.checkFromIndexSize(0, n, out.length);
    for (int done = 0; done < n; done += PIECE) {
      int size = nextPiece(n - done);
      System.arraycopy(words, 0, out, done, size);
    }
  }

  /**
   * Writes uniform numbers of the open interval (0, 1).
   *
   * @param out where they go, at least n
   * @param n how many
   */
  public void uniforms(double[] out, int n) {
    Objects.checkFromIndexSize(0, n, out.length);
    for (int done = 0; done < n; done += PIECE) {
      int size = nextPiece(n - done);
      for (int i = 0; i < size; i++) {
        out[done + i] = BlockRandom.uniform(words[i]);
      }
    }
  }

  /**
   * Writes independent indices, each from 0 to bound - 1 with equal probability up to 2^-64.
   *
   * @param bound how many indices there are, at least 1
   * @param out where they go, at least n
   * @param n how many
   * @throws IllegalArgumentException if the bound is below 1
   */
  public void indices(int bound, int[] out, int n) {
    if (bound < 1) {
      throw new IllegalArgumentException(
          "bound of random indices must be at least 1, not " + bound);
    }
    Objects.checkFromIndexSize(0, n, out.length);
    for (int done = 0; done < n; done += PIECE) {
      int size = nextPiece(n - done);
      for (int i = 0; i < size; i++) {
        out[done + i] = index(words[i], bound);
      }
    }
  }

  /**
   * Writes independent normal numbers with mean 0 and variance 1.
   *
   * @param out where they go, at least n
   * @param n how many
   */
  public void normals(double[] out, int n) {
    normals(1, out, n);
  }

  /**
   * Writes independent normal numbers with mean 0 and a given standard deviation.
   *
   * @param scale the standard deviation
   * @param out where they go, at least n
   * @param n how many
   */
  public void normals(double scale, double[] out, int n) {
    Objects.checkFromIndexSize(0, n, out.length);
    int whole = n - n % ROUND;
    lanes.normals(scale, out, whole / ROUND);
    if (whole < n) {
      lanes.normals(scale, numbers, 1);
      System.arraycopy(numbers, 0, out, whole, n - whole);
    }
  }

  /**
   * Writes the state, from which {@link #restore} goes on with the next number.
   *
   * @param out where 516 bytes go
   * @throws IOException if writing fails
   */
  public void save(DataOutput out) throws IOException {
    out.writeInt(SAVE_FORMAT);
    lanes.save(out);
  }

  /**
   * Takes over a saved state; seed, key and chunk of this stream play no part any more.
   *
   * @param in what {@link #save} wrote
   * @throws IOException if reading fails or if this is no saved stream; the state is then unchanged
   */
  public void restore(DataInput in) throws IOException {
    int format = in.readInt();
    if (format != SAVE_FORMAT) {
      throw new IOException(
          String.format(
              "saved random stream: format %08x expected, not %08x", SAVE_FORMAT, format));
    }
    lanes.restore(in);
  }

  /** Returns floor(word bound / 2^64), the word taken as unsigned. */
  static int index(long word, int bound) {
    long high = (word >>> 32) * bound;
    long low = ((word & 0xffffffffL) * bound) >>> 32;
    return (int) ((high + low) >>> 32);
  }

  /** Makes the words of the next piece and returns how many of them are wanted. */
  private int nextPiece(int wanted) {
    int size = Math.min(wanted, PIECE);
    lanes.fill(words, (size + ROUND - 1) / ROUND);
    return size;
  }
}
