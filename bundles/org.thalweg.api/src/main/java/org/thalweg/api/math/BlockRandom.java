package org.thalweg.api.math;

import java.util.Objects;
import org.thalweg.api.kernel.Kernels;
import org.thalweg.api.kernel.OpenUnit;
import org.thalweg.api.kernel.Paths;

/**
 * Random words and normal numbers by the array, from a generator whose state the caller keeps.
 *
 * <p>This is the mathematics under the engine's random streams. A plugin draws from {@code Draws},
 * which the engine seeds, saves and restores; a generator of its own would not be reproducible.
 *
 * <p>The generator is xoshiro256++ (Blackman and Vigna 2021, doi:10.1145/3460772) in sixteen
 * independent lanes: word i of the output is word i / 16 of lane i % 16. Normal numbers are made by
 * Box and Muller's transform (1958, doi:10.1214/aoms/1177706645), eight pairs from sixteen words.
 */
public final class BlockRandom {
  /** The words of one round, and the normal numbers that are made from them. */
  public static final int ROUND = Kernels.LANES;

  /** The words of a state: word k of lane l at 16 k + l; no lane may be all zero. */
  public static final int STATE = Kernels.STATE;

  private BlockRandom() {}

  /**
   * Advances a generator and writes its words, all 2<sup>64</sup> equally likely.
   *
   * @param state the generator's state, {@link #STATE} words, changed
   * @param out where the words go, at least rounds times {@link #ROUND}
   * @param rounds how many rounds
   */
  public static void words(long[] state, long[] out, int rounds) {
    Objects.checkFromIndexSize(0, STATE, state.length);
    Objects.checkFromIndexSize(0, Math.multiplyExact(rounds, ROUND), out.length);
    Paths.current(rounds * ROUND).words(state, out, rounds);
  }

  /**
   * Advances a generator and writes independent normal numbers of mean 0.
   *
   * <p>In each round, words 0 to 7 give the radii and words 8 to 15 the directions of eight pairs;
   * the first members come first. Tails reach to 8.57 standard deviations.
   *
   * @param state the generator's state, {@link #STATE} words, changed
   * @param scale the standard deviation
   * @param out where the numbers go, at least rounds times {@link #ROUND}
   * @param rounds how many rounds
   */
  public static void normals(long[] state, double scale, double[] out, int rounds) {
    Objects.checkFromIndexSize(0, STATE, state.length);
    Objects.checkFromIndexSize(0, Math.multiplyExact(rounds, ROUND), out.length);
    Paths.current(rounds * ROUND).normals(state, scale, out, rounds);
  }

  /**
   * Turns a random word into a uniform number of the open interval (0, 1): the midpoint of one of
   * 2<sup>52</sup> equal cells, chosen by the upper bits.
   *
   * @param word a random word
   * @return a number from 2<sup>-53</sup> to 1 - 2<sup>-53</sup>, never 0 or 1
   */
  public static double uniform(long word) {
    return OpenUnit.of(word);
  }
}
