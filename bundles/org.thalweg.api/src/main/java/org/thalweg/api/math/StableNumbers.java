package org.thalweg.api.math;

import org.thalweg.api.block.Block;

/**
 * Symmetric alpha-stable numbers from uniform ones.
 *
 * <p>With a uniform angle V in (-pi/2, pi/2) and an exponential W, X = sin(alpha
 * V)/cos(V)^(1/alpha) (cos((1 - alpha) V)/W)^((1 - alpha)/alpha) has the characteristic function
 * exp(-|k|^alpha): the Cauchy distribution at alpha = 1, the normal one of variance 2 at alpha = 2.
 * Source: Chambers, Mallows, Stuck 1976, doi:10.1080/01621459.1976.10480344.
 *
 * <p>The transcendental functions are those of {@link BlockMath}, whose bits are the same on every
 * machine; powers, as exponentials of logarithms, are good to about 1e-14.
 */
public final class StableNumbers {
  private StableNumbers() {}

  /**
   * Turns uniform numbers into stable ones.
   *
   * @param alpha the stable index, above 0 and at most 2
   * @param scale what each number is multiplied by
   * @param numbers uniform in (0, 1); set to the stable numbers
   * @param others as many uniform numbers, in a block of the same shape and layout
   */
  public static void transform(double alpha, double scale, Block numbers, Block others) {
    for (int l = 0; l < numbers.lines(); l++) {
      double[] line = numbers.line(l);
      double[] waits = others.line(l);
      for (int j = 0; j < line.length; j++) {
        line[j] = scale * standard(alpha, Math.PI * (line[j] - 0.5), -BlockMath.log(waits[j]));
      }
    }
  }

  private static double standard(double alpha, double angle, double wait) {
    if (alpha == 2) { // the general form loses digits to no purpose
      return 2 * BlockMath.sin(angle) * Math.sqrt(wait);
    }
    double power = (1 - alpha) / alpha;
    double logarithm =
        power * BlockMath.log(BlockMath.cos((1 - alpha) * angle) / wait)
            - BlockMath.log(BlockMath.cos(angle)) / alpha;
    return BlockMath.sin(alpha * angle) * BlockMath.exp(logarithm);
  }
}
