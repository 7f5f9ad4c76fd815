package org.thalweg.engine.random;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.thalweg.api.math.BlockRandom;

/**
 * The state of sixteen independent generators xoshiro256++ whose outputs are interleaved: word i of
 * the output is word i / 16 of lane i % 16.
 *
 * <p>Period 2^256 - 1 and 256 bits of state per lane (Blackman and Vigna 2021,
 * doi:10.1145/3460772). Lanes start at random places of the one cycle. The probability that any two
 * of L lanes overlap within N words each is about L^2 N / 2^256: for 2^41 lanes (all the chunks of
 * all experiments) of 2^50 words, 2^-124.
 */
final class Xoshiro256Lanes {

  static final int LANES = BlockRandom.ROUND;

  private static final int WORDS = BlockRandom.STATE / LANES;

  /** Word k of lane l at k LANES + l. */
  private final long[] state = new long[BlockRandom.STATE];

  Xoshiro256Lanes(StreamSeed seed) {
    for (int lane = 0; lane < LANES; lane++) {
      for (int k = 0; k < WORDS; k++) {
        state[k * LANES + lane] = seed.next();
      }
      if (isZero(lane)) {
        state[lane] = 1; // the one state that xoshiro cannot leave; probability 2^-256
      }
    }
  }

  /** Writes rounds of sixteen words each. */
  void fill(long[] out, int rounds) {
    BlockRandom.words(state, out, rounds);
  }

  /** Writes rounds of sixteen normal numbers each, of a given standard deviation. */
  void normals(double scale, double[] out, int rounds) {
    BlockRandom.normals(state, scale, out, rounds);
  }

  /** Writes 64 words: the four of lane 0, the four of lane 1, and so on. */
  void save(DataOutput out) throws IOException {
    for (int lane = 0; lane < LANES; lane++) {
      for (int k = 0; k < WORDS; k++) {
        out.writeLong(state[k * LANES + lane]);
      }
    }
  }

  /** Reads what {@link #save} wrote; on an exception the state is what it was before. */
  void restore(DataInput in) throws IOException {
    long[] words = new long[BlockRandom.STATE];
    for (int lane = 0; lane < LANES; lane++) {
      long any = 0;
      for (int k = 0; k < WORDS; k++) {
        long word = in.readLong();
        words[k * LANES + lane] = word;
        any |= word;
      }
      if (any == 0) {
        throw new IOException(
            "saved random stream: the state of lane " + lane + " is all zero, which never occurs");
      }
    }
    System.arraycopy(words, 0, state, 0, words.length);
  }

  private boolean isZero(int lane) {
    long any = 0;
    for (int k = 0; k < WORDS; k++) {
      any |= state[k * LANES + lane];
    }
    return any == 0;
  }
}
