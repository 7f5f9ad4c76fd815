package org.thalweg.noise;

import org.thalweg.api.block.Block;

/** Scales and shifts the rows of blocks, whatever their layout, in loops over whole lines. */
final class Rows {
  private Rows() {}

  /** out_i = (scale_i factor) in_i; out may be in. */
  static void scale(double[] scale, double factor, Block in, Block out) {
    for (int l = 0; l < in.lines(); l++) {
      if (in.byCoordinate()) {
        scale(scale[l] * factor, in.line(l), out.line(l));
      } else {
        scale(scale, factor, in.line(l), out.line(l));
      }
    }
  }

  /** out_i = (scale_i factor) in_i + to_i; out may be in or to. */
  static void addScaled(double[] scale, double factor, Block in, Block to, Block out) {
    for (int l = 0; l < in.lines(); l++) {
      if (in.byCoordinate()) {
        addScaled(scale[l] * factor, in.line(l), to.line(l), out.line(l));
      } else {
        addScaled(scale, factor, in.line(l), to.line(l), out.line(l));
      }
    }
  }

  private static void scale(double scale, double[] in, double[] out) {
    for (int j = 0; j < in.length; j++) {
      out[j] = scale * in[j];
    }
  }

  private static void scale(double[] scale, double factor, double[] in, double[] out) {
    for (int i = 0; i < in.length; i++) {
      out[i] = scale[i] * factor * in[i];
    }
  }

  private static void addScaled(double scale, double[] in, double[] to, double[] out) {
    for (int j = 0; j < in.length; j++) {
      out[j] = scale * in[j] + to[j];
    }
  }

  private static void addScaled(
      double[] scale, double factor, double[] in, double[] to, double[] out) {
    for (int i = 0; i < in.length; i++) {
      out[i] = scale[i] * factor * in[i] + to[i];
    }
  }

  /** Multiplies every number of a line. */
  static void multiply(double factor, double[] line) {
    for (int j = 0; j < line.length; j++) {
      line[j] *= factor;
    }
  }
}
