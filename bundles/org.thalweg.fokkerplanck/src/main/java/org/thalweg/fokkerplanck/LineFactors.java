package org.thalweg.fokkerplanck;

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

  /** s times the killing rate at the first and at the last position, by block and lane. */
  final double[][] killFirst;

  final double[][] killLast;

  LineFactors(LineLayout layout, DirectionalRates d, double s) {
    int size = layout.length * layout.lanes;
    inverse = new double[layout.blocks][size];
    low = new double[layout.blocks][size];
    high = new double[layout.blocks][size];
    toLast = layout.cyclic ? new double[layout.blocks][size] : null;
    fromLast = layout.cyclic ? new double[layout.blocks][size] : null;
    killFirst = new double[layout.blocks][layout.lanes];
    killLast = new double[layout.blocks][layout.lanes];
    double[] up = new double[size];
    double[] down = new double[size];
    double[] weight = new double[size];
    double[] upper = new double[size];
    for (int b = 0; b < layout.blocks; b++) {
      java.util.Arrays.fill(up, 0);
      java.util.Arrays.fill(down, 0);
      java.util.Arrays.fill(weight, 0);
      java.util.Arrays.fill(upper, 0);
      layout.load(layout.ascending ? d.forward : d.backward, b, up);
      layout.load(layout.ascending ? d.backward : d.forward, b, down);
      layout.load(d.killingLow, b, weight);
      layout.load(d.killingHigh, b, upper);
      int last = (layout.length - 1) * layout.lanes;
      for (int o = 0; o < size; o++) {
        up[o] *= s;
        down[o] *= s;
      }
      for (int j = 0; j < layout.lanes; j++) {
        killFirst[b][j] = s * weight[j];
        killLast[b][j] = s * upper[last + j];
      }
      for (int o = 0; o < size; o++) {
        weight[o] = 1 + s * (weight[o] + upper[o]);
      }
      if (layout.cyclic) {
        eliminateCyclic(b, layout.lanes, last, up, down, weight);
      } else {
        eliminate(b, layout.lanes, size, up, down, weight);
      }
    }
  }

  private void eliminate(int b, int lanes, int size, double[] up, double[] down, double[] weight) {
    double[] inv = inverse[b];
    for (int o = 0; o < size; o++) {
      if (o >= lanes) {
        weight[o] += down[o] * weight[o - lanes] * inv[o - lanes];
        high[b][o - lanes] = down[o] * inv[o - lanes];
      }
      inv[o] = 1 / (weight[o] + up[o]);
      if (o >= lanes) {
        low[b][o] = up[o - lanes] * inv[o];
      }
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
    return 8 * arrays * layout.blocks * layout.length * layout.lanes;
  }
}
