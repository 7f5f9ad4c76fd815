package org.thalweg.api.kernel;

/**
 * Block mathematics as one path computes it; every path gives the bits of the scalar formulas.
 *
 * <p>Lengths have been checked by the caller. Outputs of the elementary functions may be their
 * inputs. Implementations keep no state that a caller could see and may be called by any thread.
 */
public interface Kernels {
  /** Lanes of the generator, and the words that it makes in one round. */
  int LANES = 16;

  /** Words of a generator's state: four per lane, word k of lane l at k LANES + l. */
  int STATE = 4 * LANES;

  /**
   * Says which path this is.
   *
   * @return for example "plain" or "vector, 8 lanes"
   */
  String name();

  /**
   * Writes e^x of each element.
   *
   * @param x arguments
   * @param out results
   * @param n how many
   */
  void exp(double[] x, double[] out, int n);

  /**
   * Writes log x of each element.
   *
   * @param x arguments
   * @param out results
   * @param n how many
   */
  void log(double[] x, double[] out, int n);

  /**
   * Writes sin x of each element.
   *
   * @param x arguments
   * @param out results
   * @param n how many
   */
  void sin(double[] x, double[] out, int n);

  /**
   * Writes cos x of each element.
   *
   * @param x arguments
   * @param out results
   * @param n how many
   */
  void cos(double[] x, double[] out, int n);

  /**
   * Writes sin x and cos x of each element.
   *
   * @param x arguments
   * @param sin sines
   * @param cos cosines, another array
   * @param n how many
   */
  void sinCos(double[] x, double[] sin, double[] cos, int n);

  /**
   * Writes tanh x of each element.
   *
   * @param x arguments
   * @param out results
   * @param n how many
   */
  void tanh(double[] x, double[] out, int n);

  /**
   * Finds the first element that is not a number of a closed interval.
   *
   * @param x numbers
   * @param from lower end
   * @param to upper end
   * @param start where to begin
   * @param n where to end
   * @return its index, or n
   */
  int firstOutside(double[] x, double from, double to, int start, int n);

  /**
   * Advances a generator and writes its words: word i from lane i % LANES.
   *
   * @param state of length STATE
   * @param out words
   * @param rounds how many times LANES of them
   */
  void words(long[] state, long[] out, int rounds);

  /**
   * Advances a generator and writes normal numbers of a given standard deviation: in each round,
   * words 0 to 7 give the radii and words 8 to 15 the directions of eight pairs, whose first
   * members come first.
   *
   * @param state of length STATE
   * @param scale the standard deviation
   * @param out normal numbers
   * @param rounds how many times LANES of them
   */
  void normals(long[] state, double scale, double[] out, int rounds);

  /**
   * Returns the products of matrices of this path.
   *
   * @return the same path
   */
  MatrixKernels matrices();
}
