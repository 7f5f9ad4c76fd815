package org.thalweg.api.kernel;

import java.util.Arrays;

/** Calls a path until the compiler has made machine code of it. */
final class WarmUp {
  private static final int SIZE = 512;

  /** Calls per function: above the compiler's threshold for loops of a few dozen turns. */
  private static final int CALLS = 3000;

  private WarmUp() {}

  static void warm(Kernels kernels) {
    double[] x = new double[SIZE];
    double[] out = new double[SIZE];
    double[] more = new double[SIZE];
    long[] state = new long[Kernels.STATE];
    long[] words = new long[SIZE];
    Arrays.fill(state, 1);
    Arrays.fill(x, 0.5);
    for (int i = 0; i < CALLS; i++) {
      kernels.normals(state, 1, out, SIZE / Kernels.LANES);
      kernels.firstOutside(x, 0, 1, 0, SIZE);
      kernels.exp(x, out, SIZE);
    }
    for (int i = 0; i < CALLS; i++) {
      kernels.words(state, words, SIZE / Kernels.LANES);
      kernels.log(x, out, SIZE);
      kernels.sin(x, out, SIZE);
      kernels.cos(x, out, SIZE);
      kernels.sinCos(x, out, more, SIZE);
      kernels.tanh(x, out, SIZE);
    }
  }
}
