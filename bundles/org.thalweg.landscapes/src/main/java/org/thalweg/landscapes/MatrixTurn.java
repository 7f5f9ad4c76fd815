package org.thalweg.landscapes;

import org.thalweg.api.block.Block;

/** The rotation x = R x_original by an orthogonal matrix. */
final class MatrixTurn implements Motion {
  private final int dim;
  private final double[] outwards;
  private final double[] inwards;

  /**
   * Takes R, row by row.
   *
   * @param rows of length dim^2, orthogonal
   */
  MatrixTurn(int dim, double[] rows) {
    this.dim = dim;
    this.outwards = rows.clone();
    this.inwards = new double[rows.length];
    for (int i = 0; i < dim; i++) {
      for (int j = 0; j < dim; j++) {
        inwards[j * dim + i] = rows[i * dim + j];
      }
    }
  }

  private void multiply(double[] rows, double[] x, double[] out) {
    for (int i = 0; i < dim; i++) {
      double sum = 0;
      for (int k = 0; k < dim; k++) {
        sum += rows[i * dim + k] * x[k];
      }
      out[i] = sum;
    }
  }

  private void multiply(double[] rows, Block x, Block out) {
    out.fill(0);
    for (int i = 0; i < dim; i++) {
      double[] sum = out.line(i);
      for (int k = 0; k < dim; k++) {
        double r = rows[i * dim + k];
        double[] a = x.line(k);
        for (int j = 0; j < sum.length; j++) {
          sum[j] += r * a[j];
        }
      }
    }
  }

  @Override
  public void pointInwards(double[] x, double[] out) {
    multiply(inwards, x, out);
  }

  @Override
  public void pointOutwards(double[] x, double[] out) {
    multiply(outwards, x, out);
  }

  @Override
  public void vectorInwards(double[] v, double[] out) {
    multiply(inwards, v, out);
  }

  @Override
  public void vectorOutwards(double[] v, double[] out) {
    multiply(outwards, v, out);
  }

  @Override
  public void rowsOfPointsInwards(Block x, Block out) {
    multiply(inwards, x, out);
  }

  @Override
  public void rowsOfVectorsInwards(Block v, Block out) {
    multiply(inwards, v, out);
  }

  @Override
  public void rowsOfVectorsOutwards(Block v, Block out) {
    multiply(outwards, v, out);
  }
}
