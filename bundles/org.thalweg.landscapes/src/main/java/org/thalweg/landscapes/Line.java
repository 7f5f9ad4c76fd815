package org.thalweg.landscapes;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.thalweg.api.problem.Floor;

/**
 * A floor from one value of its parameter to another.
 *
 * @param from the least s
 * @param to the greatest s
 * @param curve the points
 */
record Line(double from, double to, Curve curve) implements Floor {
  /** A curve with a parameter. */
  @FunctionalInterface
  interface Curve {
    /** Sets x to the point at s. */
    void point(double s, double[] x);
  }

  /** A floor that goes on for ever. */
  static Floor endless(Curve curve) {
    return new Line(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, curve);
  }

  /** The points (s, 0, .. ). */
  static void axis(double s, double[] x) {
    Arrays.fill(x, 0);
    x[0] = s;
  }

  /** A floor moved as a whole: each of its points goes to its image. */
  static Floor moved(Floor floor, UnaryOperator<double[]> image) {
    return new Line(
        floor.from(),
        floor.to(),
        (s, x) -> {
          double[] before = new double[x.length];
          floor.point(s, before);
          System.arraycopy(image.apply(before), 0, x, 0, x.length);
        });
  }

  @Override
  public void point(double s, double[] x) {
    curve.point(s, x);
  }
}
