package org.thalweg.fokkerplanck;

import java.util.Arrays;

/**
 * Takes one block of lines through one step, accurately where that is positive and positively
 * everywhere: each line blends as much of TR-BDF2 into its positive companion as keeps every cell
 * non-negative, so that nothing is ever clipped or rescaled. Holds the scratch of one thread.
 */
final class LineSolver {
  private final LineLayout layout;
  private final double[] u;
  private final double[] once;
  private final double[] result;
  private final double[] three;
  private final double[] four;
  private final double[] least;
  private final double[] share;
  private final double[] rest;
  private final double[] lostFirst;
  private final double[] lostLast;
  private final double[] lowFirst;
  private final double[] lowLast;
  private LineFactors f;
  private int block;

  /** Lines that could not take the accurate step whole, since construction. */
  long blended;

  LineSolver(LineLayout layout) {
    this.layout = layout;
    int size = layout.length * layout.lanes;
    u = new double[size];
    once = new double[size];
    result = new double[size];
    three = new double[size];
    four = new double[size];
    least = new double[layout.lanes];
    share = new double[layout.lanes];
    rest = new double[layout.lanes];
    lostFirst = new double[layout.lanes];
    lostLast = new double[layout.lanes];
    lowFirst = new double[layout.lanes];
    lowLast = new double[layout.lanes];
  }

  /**
   * Advances the lines of block {@code b}; what leaves at the lines' ends is added to the losses.
   */
  void step(GridState state, LineFactors factors, int b) {
    f = factors;
    block = b;
    int lanes = layout.lanes;
    layout.load(state.mass, b, u);
    Arrays.fill(lostFirst, 0);
    Arrays.fill(lostLast, 0);
    LineKernels.forward(u, f.inverse[b], f.low[b], once, lanes);
    finish(once);
    lose(TrBdf2.SOLVED, once, lostFirst, lostLast);
    System.arraycopy(once, 0, result, 0, once.length);
    LineKernels.forward(TrBdf2.SOLVED, TrBdf2.START, u, f.inverse[b], f.low[b], result, lanes);
    finish(result);
    lose(1, result, lostFirst, lostLast);
    LineKernels.minima(result, least, lanes);
    for (int j = 0; j < lanes; j++) {
      if (least[j] < 0) {
        blend();
        break;
      }
    }
    layout.store(result, b, state.mass);
    for (int j = 0; j < lanes; j++) {
      state.absorbed[2 * layout.axis] += lostFirst[j];
      state.absorbed[2 * layout.axis + 1] += lostLast[j];
    }
  }

  private void finish(double[] w) {
    if (f.toLast == null) {
      LineKernels.backward(f.high[block], w, layout.lanes);
    } else {
      LineKernels.closeForward(f.toLast[block], w, rest, layout.lanes);
      LineKernels.backwardCyclic(f.high[block], f.fromLast[block], w, layout.lanes);
    }
  }

  private void lose(double times, double[] w, double[] first, double[] last) {
    int end = w.length - layout.lanes;
    for (int j = 0; j < layout.lanes; j++) {
      first[j] += times * f.killFirst[block][j] * w[j];
      last[j] += times * f.killLast[block][j] * w[end + j];
    }
  }

  private void solve(double[] from, double[] to) {
    LineKernels.forward(from, f.inverse[block], f.low[block], to, layout.lanes);
    finish(to);
  }

  private void blend() {
    int lanes = layout.lanes;
    Arrays.fill(lowFirst, 0);
    Arrays.fill(lowLast, 0);
    lose(1, once, lowFirst, lowLast);
    solve(once, four);
    lose(1, four, lowFirst, lowLast);
    solve(four, three);
    lose(1, three, lowFirst, lowLast);
    solve(three, four);
    lose(1 - TrBdf2.THREE, four, lowFirst, lowLast);
    Arrays.fill(share, 1);
    for (int o = 0; o < result.length; o += lanes) {
      for (int j = 0; j < lanes; j++) {
        double positive = TrBdf2.THREE * three[o + j] + (1 - TrBdf2.THREE) * four[o + j];
        four[o + j] = positive;
        if (result[o + j] < 0) {
          share[j] = Math.min(share[j], TrBdf2.share(result[o + j], positive));
        }
      }
    }
    for (int j = 0; j < lanes; j++) {
      if (share[j] < 1) {
        blended++;
        mix(j);
      }
    }
  }

  private void mix(int j) {
    double most = share[j];
    boolean positive = false;
    while (!positive) {
      positive = true;
      for (int o = j; o < result.length; o += layout.lanes) {
        if (most * result[o] + (1 - most) * four[o] < 0) {
          most = most > 1e-6 ? 0.5 * most : 0;
          positive = false;
          break;
        }
      }
    }
    for (int o = j; o < result.length; o += layout.lanes) {
      result[o] = most * result[o] + (1 - most) * four[o];
    }
    lostFirst[j] = most * lostFirst[j] + (1 - most) * lowFirst[j];
    lostLast[j] = most * lostLast[j] + (1 - most) * lowLast[j];
  }
}
