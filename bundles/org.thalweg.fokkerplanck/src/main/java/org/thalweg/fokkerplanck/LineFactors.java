package org.thalweg.fokkerplanck;

import java.util.Arrays;

/**
 * The factored systems (I - s A) of one direction's lines for one step size, so that a step costs
 * multiplications only.
 *
 * <p>Elimination without subtraction (Grassmann, Taksar, Heyman 1985, doi:10.1287/opre.33.5.1107):
 * the pivot of a cell is its weight (1 + s killing, plus what eliminated cells hand over) plus its
 * remaining outgoing rates, never a difference. Factors of a non-negative generator are therefore
 * accurate entry by entry, and solutions of non-negative right-hand sides are non-negative in
 * floating point.
 */
final class LineFactors {
  private final LineLayout layout;
  private final DirectionalRates rates;
  private final double s;

  /** 1 / pivot. */
  final double[][] inverse;

  /** Factor of the previous position in the forward sweep. */
  final double[][] low;

  /** Factor of the next position in the backward sweep. */
  final double[][] high;

  /** Cyclic lines: what each position hands to the last one; else null. */
  final double[][] toLast;

  /** Cyclic lines: factor of the last position in the backward sweep; else null. */
  final double[][] fromLast;

  /** s times the killing rate at the first and at the last position, by block; else null. */
  final double[][] killFirst;

  final double[][] killLast;

  /** The step that these factors are for. */
  final LineStep step;

  /** Room for one block's rates while it is factored. */
  private static final class Scratch {
    final double[] up;
    final double[] down;
    final double[] weight;

    Scratch(int size) {
      up = new double[size];
      down = new double[size];
      weight = new double[size];
    }
  }

  /** Factors for steps of size {@code h}, made by all members of a team. */
  LineFactors(LineLayout layout, DirectionalRates rates, LineStep step, double h, Team team) {
    this.layout = layout;
    this.rates = rates;
    this.step = step;
    s = step.implicit * h;
    inverse = new double[layout.blocks][];
    low = new double[layout.blocks][];
    high = new double[layout.blocks][];
    toLast = layout.cyclic ? new double[layout.blocks][] : null;
    fromLast = layout.cyclic ? new double[layout.blocks][] : null;
    killFirst = rates.leaks ? new double[layout.blocks][] : null;
    killLast = rates.leaks ? new double[layout.blocks][] : null;
    team.run(
        member -> {
          Scratch scratch = new Scratch(layout.size());
          int end = team.first(layout.blocks, member + 1);
          for (int b = team.first(layout.blocks, member); b < end; b++) {
            factor(b, scratch);
          }
        });
  }

  private void factor(int b, Scratch scratch) {
    int size = layout.size();
    inverse[b] = new double[size];
    low[b] = new double[size];
    high[b] = new double[size];
    double[] up = scratch.up;
    double[] down = scratch.down;
    double[] weight = scratch.weight;
    layout.loadCells(layout.ascending ? rates.forward : rates.backward, b, up);
    layout.loadCells(layout.ascending ? rates.backward : rates.forward, b, down);
    if (rates.leaks) {
      weigh(b, weight);
    } else {
      Arrays.fill(weight, 1);
    }
    for (int o = 0; o < size; o++) {
      up[o] *= s;
      down[o] *= s;
    }
    if (layout.cyclic) {
      toLast[b] = new double[size];
      fromLast[b] = new double[size];
      eliminateCyclic(b, layout.lanes, size - layout.lanes, up, down, weight);
    } else {
      LineKernels.eliminate(up, down, weight, inverse[b], low[b], high[b], layout.lanes);
    }
  }

  /** Weights of cells that lose probability through an edge. */
  private void weigh(int b, double[] weight) {
    double[] upper = new double[weight.length];
    Arrays.fill(weight, 0);
    layout.loadCells(rates.killingLow, b, weight);
    layout.loadCells(rates.killingHigh, b, upper);
    int last = weight.length - layout.lanes;
    killFirst[b] = new double[layout.lanes];
    killLast[b] = new double[layout.lanes];
    for (int j = 0; j < layout.lanes; j++) {
      killFirst[b][j] = s * weight[j];
      killLast[b][j] = s * upper[last + j];
    }
    for (int o = 0; o < weight.length; o++) {
      weight[o] = 1 + s * (weight[o] + upper[o]);
    }
  }

  private void eliminateCyclic(
      int b, int lanes, int last, double[] up, double[] down, double[] weight) {
    double[] inv = inverse[b];
    double[] out = toLast[b];
    double[] in = fromLast[b];
    for (int j = 0; j < lanes; j++) {
      out[j] = down[j];
      in[j] = up[last + j];
    }
    for (int o = 0; o < last; o++) {
      int l = last + o % lanes;
      if (o >= lanes) {
        int q = o - lanes;
        weight[o] += down[o] * weight[q] * inv[q];
        high[b][q] = down[o] * inv[q];
        out[o] = high[b][q] * out[q];
        in[o] = in[q] * up[q];
      }
      inv[o] = 1 / (weight[o] + up[o] + out[o]);
      if (o >= lanes) {
        low[b][o] = up[o - lanes] * inv[o];
      }
      in[o] *= inv[o];
      weight[l] += in[o] * weight[o];
    }
    for (int l = last; l < last + lanes; l++) {
      int q = l - lanes;
      high[b][q] = down[l] * inv[q];
      weight[l] += high[b][q] * weight[q];
      inv[l] = 1 / weight[l];
      low[b][l] = up[q] * inv[l];
      for (int o = l - last; o < last; o += lanes) {
        out[o] *= inv[l];
      }
    }
  }

  /** Bytes that the factors of one step size hold, for the cache. */
  static long bytes(LineLayout layout) {
    long arrays = layout.cyclic ? 5 : 3;
    return 8 * arrays * layout.blocks * layout.size();
  }
}
