package org.thalweg.engine.random;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Eight independent generators xoshiro256++ whose outputs are interleaved: word i of the output is
 * word i / 8 of lane i % 8.
 *
 * <p>Period 2^256 - 1 and 256 bits of state per lane (Blackman and Vigna 2021,
 * doi:10.1145/3460772). Lanes start at random places of the one cycle. The probability that any two
 * of L lanes overlap within N words each is about L^2 N / 2^256: for 2^40 lanes (all the chunks of
 * all experiments) of 2^50 words, 2^-126.
 */
final class Xoshiro256Lanes {

  static final int LANES = 8;

  private static final int WORDS = 4;

  private final long[] s0 = new long[LANES];
  private final long[] s1 = new long[LANES];
  private final long[] s2 = new long[LANES];
  private final long[] s3 = new long[LANES];

  Xoshiro256Lanes(StreamSeed seed) {
    for (int lane = 0; lane < LANES; lane++) {
      s0[lane] = seed.next();
      s1[lane] = seed.next();
      s2[lane] = seed.next();
      s3[lane] = seed.next();
      if (isZero(lane)) {
        s0[lane] = 1; // the one state that xoshiro cannot leave; probability 2^-256
      }
    }
  }

  /** Writes rounds of eight words each. */
  void fill(long[] out, int rounds) {
    int n = rounds * LANES;
    for (int lane = 0; lane < LANES; lane++) {
      long a = s0[lane];
      long b = s1[lane];
      long c = s2[lane];
      long d = s3[lane];
      for (int i = lane; i < n; i += LANES) {
        out[i] = Long.rotateLeft(a + d, 23) + a;
        long shifted = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = Long.rotateLeft(d, 45);
      }
      s0[lane] = a;
      s1[lane] = b;
      s2[lane] = c;
      s3[lane] = d;
    }
  }

  /** Writes 32 words: the four of lane 0, the four of lane 1, and so on. */
  void save(DataOutput out) throws IOException {
    for (int lane = 0; lane < LANES; lane++) {
      out.writeLong(s0[lane]);
      out.writeLong(s1[lane]);
      out.writeLong(s2[lane]);
      out.writeLong(s3[lane]);
    }
  }

  /** Reads what {@link #save} wrote; on an exception the state is what it was before. */
  void restore(DataInput in) throws IOException {
    long[] words = new long[LANES * WORDS];
    for (int lane = 0; lane < LANES; lane++) {
      long any = 0;
      for (int i = lane * WORDS; i < (lane + 1) * WORDS; i++) {
        words[i] = in.readLong();
        any |= words[i];
      }
      if (any == 0) {
        throw new IOException(
            "saved random stream: the state of lane " + lane + " is all zero, which never occurs");
      }
    }
    for (int lane = 0; lane < LANES; lane++) {
      s0[lane] = words[lane * WORDS];
      s1[lane] = words[lane * WORDS + 1];
      s2[lane] = words[lane * WORDS + 2];
      s3[lane] = words[lane * WORDS + 3];
    }
  }

  private boolean isZero(int lane) {
    return (s0[lane] | s1[lane] | s2[lane] | s3[lane]) == 0;
  }
}
