package org.thalweg.landscapes;

import org.thalweg.api.block.Block;

/**
 * The motion x = x_original + by.
 *
 * @param by one number per parameter
 */
record Shift(double[] by) implements Motion {
  @Override
  public void pointInwards(double[] x, double[] out) {
    for (int i = 0; i < by.length; i++) {
      out[i] = x[i] - by[i];
    }
  }

  @Override
  public void pointOutwards(double[] x, double[] out) {
    for (int i = 0; i < by.length; i++) {
      out[i] = x[i] + by[i];
    }
  }

  @Override
  public void vectorInwards(double[] v, double[] out) {
    System.arraycopy(v, 0, out, 0, by.length);
  }

  @Override
  public void vectorOutwards(double[] v, double[] out) {
    System.arraycopy(v, 0, out, 0, by.length);
  }

  @Override
  public void rowsOfPointsInwards(Block x, Block out) {
    for (int i = 0; i < by.length; i++) {
      double b = by[i];
      double[] from = x.line(i);
      double[] to = out.line(i);
      for (int j = 0; j < from.length; j++) {
        to[j] = from[j] - b;
      }
    }
  }

  @Override
  public void rowsOfVectorsInwards(Block v, Block out) {
    out.copyFrom(v);
  }

  @Override
  public void rowsOfVectorsOutwards(Block v, Block out) {
    out.copyFrom(v);
  }
}
