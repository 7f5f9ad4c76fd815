package org.thalweg.api.math;

import java.util.Objects;
import org.thalweg.api.kernel.ExpKernel;
import org.thalweg.api.kernel.LogKernel;
import org.thalweg.api.kernel.Paths;
import org.thalweg.api.kernel.TanhKernel;
import org.thalweg.api.kernel.TrigKernel;

/**
 * Elementary functions of whole arrays, each with a scalar twin that gives the same bits.
 *
 * <p>The block form of a model (see {@code Landscape.gradients}) calls the array methods, the
 * scalar form calls the twins, and both agree to the last bit. {@code Math.exp} and its like may
 * differ between machines and Java versions and must not be used where results have to be
 * reproducible; {@code Math.sqrt}, {@code Math.fma}, {@code Math.abs}, {@code Math.min} and the
 * four operations are exact by IEEE 754 and may.
 *
 * <p>Array methods read {@code x[0 .. n-1]} and write {@code out[0 .. n-1]}. An output may be the
 * input itself. They allocate nothing, keep no state and may be called from any thread. They throw
 * {@link IndexOutOfBoundsException} before writing anything if an array is shorter than {@code n}
 * or if {@code n} is negative.
 *
 * <p>Errors below are in units of the last place (ulp) of the exact result: the largest that was
 * found among 400,000 arguments of all sizes per function, against 120-digit arithmetic, and in
 * brackets what the tests allow. A result that is not a number has no promised payload.
 *
 * <table>
 * <caption>Accuracy and special values</caption>
 * <tr><th>function</th><th>largest error</th><th>special values</th></tr>
 * <tr><td>exp</td><td>0.97 (1.0)</td><td>0 below about -745.13, infinite above about 709.78;
 *     subnormal results are rounded, not flushed</td></tr>
 * <tr><td>log</td><td>0.83 (1.0)</td><td>subnormal arguments are exact numbers; log(0) = -infinity,
 *     log of a negative number is NaN</td></tr>
 * <tr><td>sin, cos</td><td>0.78 (1.0)</td><td>full accuracy for every finite argument, see
 *     {@link #sin(double)}; NaN for an infinite one; sin(-0.0) = -0.0</td></tr>
 * <tr><td>tanh</td><td>1.04 (1.5)</td><td>&plusmn;1 at &plusmn;infinity; tanh(-0.0) = -0.0</td></tr>
 * <tr><td>sqrt, reciprocal</td><td>0.5</td><td>correctly rounded, as IEEE 754 says</td></tr>
 * </table>
 */
public final class BlockMath {

  private BlockMath() {}

  /**
   * Writes e<sup>x</sup> of each element.
   *
   * @param x arguments, at least n
   * @param out where the results go, at least n; may be x
   * @param n how many elements
   */
  public static void exp(double[] x, double[] out, int n) {
    check(x, out, n);
    Paths.current(n).exp(x, out, n);
  }

  /**
   * Returns e<sup>x</sup>, with the bits of the array method.
   *
   * @param x the argument
   * @return e<sup>x</sup>
   */
  public static double exp(double x) {
    return ExpKernel.exp(x);
  }

  /**
   * Writes the natural logarithm of each element.
   *
   * @param x arguments, at least n
   * @param out where the results go, at least n; may be x
   * @param n how many elements
   */
  public static void log(double[] x, double[] out, int n) {
    check(x, out, n);
    Paths.current(n).log(x, out, n);
  }

  /**
   * Returns log x, with the bits of the array method.
   *
   * @param x the argument
   * @return log x
   */
  public static double log(double x) {
    return LogKernel.log(x);
  }

  /**
   * Writes sine and cosine of each element, for little more than the price of one of them.
   *
   * @param x arguments in radians, at least n
   * @param sin where the sines go, at least n; may be x
   * @param cos where the cosines go, at least n; may be x
   * @param n how many elements
   * @throws IllegalArgumentException if both outputs are the same array
   */
  public static void sinCos(double[] x, double[] sin, double[] cos, int n) {
    check(x, sin, n);
    Objects.checkFromIndexSize(0, n, cos.length);
    if (sin == cos) {
      throw new IllegalArgumentException("sinCos needs two different output arrays");
    }
    Paths.current(n).sinCos(x, sin, cos, n);
  }

  /**
   * Writes the sine of each element.
   *
   * @param x arguments in radians, at least n
   * @param out where the results go, at least n; may be x
   * @param n how many elements
   */
  public static void sin(double[] x, double[] out, int n) {
    check(x, out, n);
    Paths.current(n).sin(x, out, n);
  }

  /**
   * Returns sin x, with the bits of the array method.
   *
   * <p>Up to |x| = 2<sup>30</sup> the argument is reduced with 159 bits of pi/2 (Cody and Waite's
   * method with fused multiply-add), which keeps the accuracy at arguments next to a multiple of
   * pi/2. Beyond, the value is that of {@link StrictMath}, equally accurate and equally
   * reproducible but some ten times slower.
   *
   * @param x the argument in radians
   * @return sin x
   */
  public static double sin(double x) {
    return TrigKernel.sin(x);
  }

  /**
   * Writes the cosine of each element.
   *
   * @param x arguments in radians, at least n
   * @param out where the results go, at least n; may be x
   * @param n how many elements
   */
  public static void cos(double[] x, double[] out, int n) {
    check(x, out, n);
    Paths.current(n).cos(x, out, n);
  }

  /**
   * Returns cos x, with the bits of the array method; see {@link #sin(double)} for large angles.
   *
   * @param x the argument in radians
   * @return cos x
   */
  public static double cos(double x) {
    return TrigKernel.cos(x);
  }

  /**
   * Writes the hyperbolic tangent of each element.
   *
   * @param x arguments, at least n
   * @param out where the results go, at least n; may be x
   * @param n how many elements
   */
  public static void tanh(double[] x, double[] out, int n) {
    check(x, out, n);
    Paths.current(n).tanh(x, out, n);
  }

  /**
   * Returns tanh x, with the bits of the array method.
   *
   * @param x the argument
   * @return tanh x
   */
  public static double tanh(double x) {
    return TanhKernel.tanh(x);
  }

  /**
   * Writes 1/x of each element, correctly rounded; the scalar twin is {@code 1 / x}.
   *
   * @param x arguments, at least n
   * @param out where the results go, at least n; may be x
   * @param n how many elements
   */
  public static void reciprocal(double[] x, double[] out, int n) {
    check(x, out, n);
    for (int i = 0; i < n; i++) {
      out[i] = 1.0 / x[i];
    }
  }

  /**
   * Writes the square root of each element; the scalar twin is {@link Math#sqrt}.
   *
   * @param x arguments, at least n
   * @param out where the results go, at least n; may be x
   * @param n how many elements
   */
  public static void sqrt(double[] x, double[] out, int n) {
    check(x, out, n);
    for (int i = 0; i < n; i++) {
      out[i] = Math.sqrt(x[i]);
    }
  }

  /**
   * Finds the first element outside a closed interval; not a number counts as outside.
   *
   * <p>It is how rare events are found among many walkers: one quick pass when there is none.
   *
   * @param x numbers, at least n
   * @param from the lower end
   * @param to the upper end
   * @param start where to begin, 0 .. n
   * @param n where to end
   * @return the index of the first such element from {@code start} on, or n if there is none
   */
  public static int firstOutside(double[] x, double from, double to, int start, int n) {
    Objects.checkFromToIndex(start, n, x.length);
    return Paths.current(n).firstOutside(x, from, to, start, n);
  }

  /**
   * Says how array methods are computed at the moment; results do not depend on it.
   *
   * @return "plain", or "vector" with the number of lanes
   */
  public static String path() {
    return Paths.current(0).name();
  }

  /**
   * Whether this machine has a fused multiply-add; without one {@link Math#fma} computes exactly in
   * software, with the same results, thousands of times slower.
   *
   * @return false where a few hundred of them take too long
   */
  public static boolean hasFusedMultiplyAdd() {
    double sum = 1;
    for (int attempt = 0; attempt < 3; attempt++) { // one of them may be interrupted
      long start = System.nanoTime();
      for (int i = 0; i < 200; i++) {
        sum = Math.fma(sum, 0x1.0000001p0, 0x1p-60);
      }
      // Interpreted, the instruction takes some 50 ns and the software some 5000.
      if (System.nanoTime() - start < 100_000 && sum > 0) {
        return true;
      }
    }
    return false;
  }

  private static void check(double[] x, double[] out, int n) {
    Objects.checkFromIndexSize(0, n, x.length);
    Objects.checkFromIndexSize(0, n, out.length);
  }
}
