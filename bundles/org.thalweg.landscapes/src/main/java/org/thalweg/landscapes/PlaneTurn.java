package org.thalweg.landscapes;

import org.thalweg.api.block.Block;
import org.thalweg.api.math.BlockMath;

/** The rotation by an angle in the plane of two axes, from the first towards the second. */
final class PlaneTurn implements Motion {
  private final int first;
  private final int second;
  private final double cos;
  private final double sin;

  PlaneTurn(int first, int second, double angle) {
    this.first = first;
    this.second = second;
    this.cos = BlockMath.cos(angle);
    this.sin = BlockMath.sin(angle);
  }

  private void turn(double s, double[] x, double[] out) {
    System.arraycopy(x, 0, out, 0, x.length);
    out[first] = cos * x[first] - s * x[second];
    out[second] = s * x[first] + cos * x[second];
  }

  private void rows(double s, Block x, Block out) {
    out.copyFrom(x);
    double[] a = x.line(first);
    double[] b = x.line(second);
    double[] p = out.line(first);
    double[] q = out.line(second);
    for (int j = 0; j < a.length; j++) {
      p[j] = cos * a[j] - s * b[j];
      q[j] = s * a[j] + cos * b[j];
    }
  }

  @Override
  public void pointInwards(double[] x, double[] out) {
    turn(-sin, x, out);
  }

  @Override
  public void pointOutwards(double[] x, double[] out) {
    turn(sin, x, out);
  }

  @Override
  public void vectorInwards(double[] v, double[] out) {
    turn(-sin, v, out);
  }

  @Override
  public void vectorOutwards(double[] v, double[] out) {
    turn(sin, v, out);
  }

  @Override
  public void rowsOfPointsInwards(Block x, Block out) {
    rows(-sin, x, out);
  }

  @Override
  public void rowsOfVectorsInwards(Block v, Block out) {
    rows(-sin, v, out);
  }

  @Override
  public void rowsOfVectorsOutwards(Block v, Block out) {
    rows(sin, v, out);
  }
}
