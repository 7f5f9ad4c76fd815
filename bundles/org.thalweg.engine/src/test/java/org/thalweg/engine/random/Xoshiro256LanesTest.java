package org.thalweg.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class Xoshiro256LanesTest {

  /** Output of the authors' xoshiro256plusplus.c (prng.di.unimi.it) from the state 1, 2, 3, 4. */
  private static final long[] REFERENCE = {
    41943041L,
    58720359L,
    3588806011781223L,
    3591011842654386L,
    Long.parseUnsignedLong("9228616714210784205"),
    Long.parseUnsignedLong("9973669472204895162"),
    Long.parseUnsignedLong("14011001112246962877"),
    Long.parseUnsignedLong("12406186145184390807"),
    Long.parseUnsignedLong("15849039046786891736"),
    Long.parseUnsignedLong("10450023813501588000")
  };

  @Test
  void everyLaneGivesTheReferenceSequence() throws IOException {
    Xoshiro256Lanes lanes = new Xoshiro256Lanes(new StreamSeed(0, 0, 0));
    for (int lane = 0; lane < Xoshiro256Lanes.LANES; lane++) {
      long[] states = otherStates();
      for (int i = 0; i < 4; i++) {
        states[4 * lane + i] = i + 1;
      }
      lanes.restore(new DataInputStream(new ByteArrayInputStream(bytes(states))));
      long[] words = new long[160];
      lanes.fill(words, 3);
      long[] more = new long[112];
      lanes.fill(more, 7);
      System.arraycopy(more, 0, words, 48, 112);
      for (int i = 0; i < REFERENCE.length; i++) {
        assertThat(words[16 * i + lane]).as("word %s of lane %s", i, lane).isEqualTo(REFERENCE[i]);
      }
    }
  }

  @Test
  void statesOfDifferentTriplesHaveNothingInCommon() {
    long[] base = new long[64];
    fill(new StreamSeed(5, 6, 7), base);
    long[] other = new long[64];
    for (int bit = 0; bit < 64; bit++) {
      long flip = 1L << bit;
      fill(new StreamSeed(5 ^ flip, 6, 7), other);
      assertUnrelated(base, other);
      fill(new StreamSeed(5, 6 ^ flip, 7), other);
      assertUnrelated(base, other);
      fill(new StreamSeed(5, 6, 7 ^ flip), other);
      assertUnrelated(base, other);
    }
    fill(new StreamSeed(6, 5, 7), other);
    assertUnrelated(base, other);
    fill(new StreamSeed(5, 7, 6), other);
    assertUnrelated(base, other);
  }

  /** 4096 bits that differ with probability 1/2 each: 2048 with a standard deviation of 32. */
  private static void assertUnrelated(long[] base, long[] other) {
    int different = 0;
    for (int i = 0; i < base.length; i++) {
      different += Long.bitCount(base[i] ^ other[i]);
    }
    assertThat(different).isBetween(2048 - 160, 2048 + 160); // 5 standard deviations
  }

  private static void fill(StreamSeed seed, long[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = seed.next();
    }
  }

  private static long[] otherStates() {
    long[] states = new long[64];
    for (int i = 0; i < states.length; i++) {
      states[i] = 1000L + i;
    }
    return states;
  }

  private static byte[] bytes(long[] words) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (long word : words) {
      out.writeLong(word);
    }
    return bytes.toByteArray();
  }
}
