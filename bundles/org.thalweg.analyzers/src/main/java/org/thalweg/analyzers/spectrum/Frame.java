package org.thalweg.analyzers.spectrum;

import java.util.List;
import org.thalweg.api.analysis.GridAxis;

/**
 * The part of a grid in which nearly all probability lies, in blocks of cells that are few enough
 * to be drawn: elsewhere left modes grow without meaning anything.
 */
final class Frame {
  /** The density, relative to its largest, below which nothing is shown. */
  private static final double FAINT = 2e-3;

  private static final int[] MOST = {1200, 120};

  private final List<GridAxis> axes;
  private final int[] begin;
  private final int[] end;
  private final int[] block;

  private Frame(List<GridAxis> axes, int[] begin, int[] end, int[] block) {
    this.axes = axes;
    this.begin = begin;
    this.end = end;
    this.block = block;
  }

  static Frame of(List<GridAxis> axes, double[] density) {
    int dim = axes.size();
    int rows = dim == 2 ? axes.get(1).cells() : 1;
    double most = 0;
    for (double p : density) {
      most = Math.max(most, p);
    }
    int[] begin = {Integer.MAX_VALUE, Integer.MAX_VALUE};
    int[] end = {0, 0};
    for (int k = 0; k < density.length; k++) {
      if (density[k] > FAINT * most) {
        int[] at = {k / rows, k % rows};
        for (int a = 0; a < 2; a++) {
          begin[a] = Math.min(begin[a], at[a]);
          end[a] = Math.max(end[a], at[a] + 1);
        }
      }
    }
    int[] block = new int[2];
    for (int a = 0; a < 2; a++) {
      block[a] = (end[a] - begin[a] + MOST[dim - 1] - 1) / MOST[dim - 1];
      end[a] -= (end[a] - begin[a]) % block[a];
    }
    return new Frame(axes, begin, end, block);
  }

  /** First cell along an axis. */
  int begin(int axis) {
    return begin[axis];
  }

  /** One after the last cell. */
  int end(int axis) {
    return end[axis];
  }

  private int blocks(int axis) {
    return (end[axis] - begin[axis]) / block[axis];
  }

  /** The edges of the blocks along an axis. */
  double[] edges(int axis) {
    double[] out = new double[blocks(axis) + 1];
    for (int i = 0; i < out.length; i++) {
      out[i] = axes.get(axis).edge(begin[axis] + i * block[axis]);
    }
    return out;
  }

  /** The middles of the blocks along axis 0. */
  double[] columns() {
    return middles(0);
  }

  /** The middles of the blocks along axis 1. */
  double[] rows() {
    return middles(1);
  }

  private double[] middles(int axis) {
    double[] edges = edges(axis);
    double[] out = new double[edges.length - 1];
    for (int i = 0; i < out.length; i++) {
      out[i] = (edges[i] + edges[i + 1]) / 2;
    }
    return out;
  }

  /** The means of the blocks, axis 1 running fastest. */
  double[] cells(double[] values) {
    int rows = axes.size() == 2 ? axes.get(1).cells() : 1;
    int across = blocks(1);
    double[] out = new double[blocks(0) * across];
    for (int i = begin[0]; i < end[0]; i++) {
      for (int j = begin[1]; j < end[1]; j++) {
        int to = (i - begin[0]) / block[0] * across + (j - begin[1]) / block[1];
        out[to] += values[i * rows + j] / block[0] / block[1];
      }
    }
    return out;
  }
}
