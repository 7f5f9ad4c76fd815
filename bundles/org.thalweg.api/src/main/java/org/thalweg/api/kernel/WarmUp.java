package org.thalweg.api.kernel;

import java.util.Arrays;

/** Calls a path until the compiler has made machine code of it. */
final class WarmUp {
  private static final int SIZE = 512;
  private static final int BATCH = 20;

  /** Rows of matrices, and the numbers of a vector. */
  private static final int FEW = 8;

  private static final int MOST = 7 * FEW;

  /** Interpreted vector code takes hundreds of nanoseconds for an element, compiled code a few. */
  private static final double COMPILED = 8;

  /** Nanoseconds after which a function is left as it is. */
  private static final long PATIENCE = 5_000_000_000L;

  private final Kernels kernels;
  private final double[] x = new double[SIZE];
  private final double[] out = new double[SIZE];
  private final double[] more = new double[SIZE];
  private final long[] state = new long[Kernels.STATE];
  private final long[] words = new long[SIZE];

  WarmUp(Kernels kernels) {
    this.kernels = kernels;
    Arrays.fill(state, 1);
    Arrays.fill(x, 0.5);
  }

  void run() {
    repeat(() -> kernels.normals(state, 1, out, SIZE / Kernels.LANES));
    repeat(() -> kernels.firstOutside(x, 0, 1, 0, SIZE));
    repeat(() -> kernels.exp(x, out, SIZE));
    repeat(() -> kernels.words(state, words, SIZE / Kernels.LANES));
    repeat(() -> kernels.sinCos(x, out, more, SIZE));
    repeat(() -> kernels.sin(x, out, SIZE));
    repeat(() -> kernels.cos(x, out, SIZE));
    repeat(() -> kernels.log(x, out, SIZE));
    repeat(() -> kernels.tanh(x, out, SIZE));
    matrices(MOST);
    matrices(2 * FEW);
  }

  /** Seven vectors side by side are four and three, and two are code of their own. */
  private void matrices(int columns) {
    MatrixKernels matrices = kernels.matrices();
    repeat(() -> matrices.multiply(FEW, FEW, columns, x, 0, FEW, 1, out, 0, MOST, more, 0, MOST));
  }

  private static void repeat(Runnable call) {
    long start = System.nanoTime();
    long before = start;
    long now = start;
    do {
      before = now;
      for (int i = 0; i < BATCH; i++) {
        call.run();
      }
      now = System.nanoTime();
    } while (now - before > COMPILED * SIZE * BATCH && now - start < PATIENCE);
  }
}
