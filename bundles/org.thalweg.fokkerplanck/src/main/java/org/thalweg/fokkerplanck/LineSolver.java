package org.thalweg.fokkerplanck;

import java.util.Arrays;

/**
 * Takes one block of lines through one step, accurately where that is positive and positively
 * everywhere: each line blends as much of the accurate step into its positive companion as keeps
 * every cell non-negative, so that nothing that matters is ever clipped or rescaled. Holds the
 * scratch of one thread.
 */
final class LineSolver {
  /** Negative mass of a line that is not worth a blend: of a total of 1, and of the line's. */
  private static final double TRACE = 1e-8;

  private static final double TRACE_OF_LINE = 1e-3;

  private final LineLayout layout;
  private final double[] rest;
  private final double[] share;
  private final double[] lostFirst;
  private final double[] lostLast;
  private final double[] lowFirst;
  private final double[] lowLast;
  private double[] u;
  private double[] w;
  private final double[] positive;
  private final double[] spare;
  private LineFactors f;
  private int block;

  /** Lines that could not take the accurate step whole, since construction. */
  long blended;

  LineSolver(LineLayout layout) {
    this.layout = layout;
    u = new double[layout.size()];
    w = new double[layout.size()];
    positive = new double[layout.size()];
    spare = new double[layout.size()];
    rest = new double[layout.lanes];
    share = new double[layout.lanes];
    lostFirst = new double[layout.lanes];
    lostLast = new double[layout.lanes];
    lowFirst = new double[layout.lanes];
    lowLast = new double[layout.lanes];
  }

  /**
   * Advances the lines of block {@code b}.
   *
   * @param lost what leaves at the lines' ends is added to entries 2 b and 2 b + 1; null if no edge
   *     absorbs
   */
  void step(Strips strips, LineFactors factors, int b, double[] lost) {
    f = factors;
    block = b;
    double[] own = u;
    if (layout.inPlace) {
      u = strips.strip[b];
    } else {
      layout.load(strips.strip, strips.width, b, u);
    }
    if (lost != null) {
      Arrays.fill(lostFirst, 0);
      Arrays.fill(lostLast, 0);
    }
    double[] result = f.step == LineStep.TR_BDF2 ? trBdf2() : trapezoidal();
    if (layout.inPlace) {
      strips.strip[b] = result;
      if (result == w) {
        w = u;
      }
      u = own;
    } else {
      layout.store(result, b, strips.strip, strips.width);
    }
    for (int j = 0; lost != null && j < layout.lanes; j++) {
      lost[2 * b] += lostFirst[j];
      lost[2 * b + 1] += lostLast[j];
    }
  }

  private double[] trBdf2() {
    solve(u, w);
    lose(TrBdf2.SOLVED, w, lostFirst, lostLast);
    LineKernels.forward(
        TrBdf2.SOLVED, TrBdf2.START, u, f.inverse[block], f.low[block], w, layout.lanes);
    finish(w);
    lose(1, w, lostFirst, lostLast);
    if (LineKernels.negative(w) && !tidied(w)) {
      blendTrBdf2();
    }
    return w;
  }

  private double[] trapezoidal() {
    if (f.toLast == null) {
      LineKernels.forward(u, f.inverse[block], f.low[block], w, layout.lanes);
      LineKernels.backwardReflect(f.high[block], w, u, layout.lanes);
    } else {
      solve(u, w);
      LineKernels.reflect(w, u);
    }
    lose(2, w, lostFirst, lostLast);
    if (f.step != LineStep.TRAPEZOIDAL_POSITIVE && LineKernels.negative(u) && !tidied(u)) {
      blendTrapezoidal();
    }
    return u;
  }

  private void solve(double[] from, double[] to) {
    LineKernels.forward(from, f.inverse[block], f.low[block], to, layout.lanes);
    finish(to);
  }

  private void finish(double[] x) {
    if (f.toLast == null) {
      LineKernels.backward(f.high[block], x, layout.lanes);
    } else {
      LineKernels.closeForward(f.toLast[block], x, rest, layout.lanes);
      LineKernels.backwardCyclic(f.high[block], f.fromLast[block], x, layout.lanes);
    }
  }

  private void lose(double times, double[] x, double[] first, double[] last) {
    if (f.killFirst == null) {
      return;
    }
    int end = x.length - layout.lanes;
    for (int j = 0; j < layout.lanes; j++) {
      first[j] += times * f.killFirst[block][j] * x[j];
      last[j] += times * f.killLast[block][j] * x[end + j];
    }
  }

  /**
   * Sees to lines with little negative mass: it is taken off the line's positive cells in
   * proportion. True if there were no others. That errs by twice the negative mass, a blend by a
   * first-order step of the whole line, which is far more where the front of a density gives
   * nothing but a trace of negative mass.
   */
  private boolean tidied(double[] result) {
    int lanes = layout.lanes;
    Arrays.fill(share, 0);
    for (int o = 0; o < result.length; o += lanes) {
      for (int j = 0; j < lanes; j++) {
        share[j] += Math.min(result[o + j], 0);
      }
    }
    boolean all = true;
    for (int j = 0; j < lanes; j++) {
      if (share[j] < 0) {
        all &= takenOff(result, j, -share[j]);
      }
    }
    return all;
  }

  private boolean takenOff(double[] result, int j, double negative) {
    double mass = 0;
    for (int o = j; o < result.length; o += layout.lanes) {
      mass += Math.max(result[o], 0);
    }
    if (negative > Math.max(TRACE, TRACE_OF_LINE * mass) || negative >= mass) {
      return false;
    }
    double factor = 1 - negative / mass;
    for (int o = j; o < result.length; o += layout.lanes) {
      result[o] = Math.max(result[o], 0) * factor;
    }
    return true;
  }

  /** The companion of TR-BDF2 needs up to four solves of its own; it is rare. */
  private void blendTrBdf2() {
    prepare();
    solve(u, positive);
    lose(1, positive, lowFirst, lowLast);
    solve(positive, spare);
    lose(1, spare, lowFirst, lowLast);
    solve(spare, positive);
    lose(1, positive, lowFirst, lowLast);
    solve(positive, spare);
    lose(1 - TrBdf2.THREE, spare, lowFirst, lowLast);
    for (int o = 0; o < spare.length; o++) {
      positive[o] = TrBdf2.THREE * positive[o] + (1 - TrBdf2.THREE) * spare[o];
    }
    blend(w);
  }

  private void blendTrapezoidal() {
    prepare();
    lose(1, w, lowFirst, lowLast);
    solve(w, positive);
    lose(1, positive, lowFirst, lowLast);
    blend(u);
  }

  private void prepare() {
    Arrays.fill(lowFirst, 0);
    Arrays.fill(lowLast, 0);
  }

  private void blend(double[] result) {
    int lanes = layout.lanes;
    Arrays.fill(share, 1);
    for (int o = 0; o < result.length; o += lanes) {
      for (int j = 0; j < lanes; j++) {
        if (result[o + j] < 0) {
          share[j] = Math.min(share[j], TrBdf2.share(result[o + j], positive[o + j]));
        }
      }
    }
    for (int j = 0; j < lanes; j++) {
      if (share[j] < 1) {
        blended++;
        mix(result, j);
      }
    }
  }

  private void mix(double[] result, int j) {
    double most = share[j];
    boolean found = false;
    while (!found) {
      found = true;
      for (int o = j; o < result.length; o += layout.lanes) {
        if (most * result[o] + (1 - most) * positive[o] < 0) {
          most = most > 1e-6 ? 0.5 * most : 0;
          found = false;
          break;
        }
      }
    }
    for (int o = j; o < result.length; o += layout.lanes) {
      result[o] = most * result[o] + (1 - most) * positive[o];
    }
    lostFirst[j] = most * lostFirst[j] + (1 - most) * lowFirst[j];
    lostLast[j] = most * lostLast[j] + (1 - most) * lowLast[j];
  }
}
