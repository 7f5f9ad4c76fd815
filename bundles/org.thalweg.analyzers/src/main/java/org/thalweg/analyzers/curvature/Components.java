package org.thalweg.analyzers.curvature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.analyzers.observation.Positions;

/**
 * The principal components of a cloud of points: eigenvalues and eigenvectors of its covariance.
 *
 * <p>With more dimensions than points, the components come from the matrix of the points' inner
 * products, which has the same eigenvalues (Jolliffe 2002, Principal Component Analysis, section
 * 3.5, doi:10.1007/b98835).
 *
 * @param mean the centre
 * @param variance the variances along the components, falling
 * @param direction the components, of unit length
 * @param points the number of points
 */
record Components(double[] mean, double[] variance, double[][] direction, int points) {
  /**
   * The components about the mean of all points.
   *
   * @param most how many components at most
   */
  static Components of(List<double[]> points, int most) {
    return about(points, mean(points), points.size() - 1, most);
  }

  /** The components of points of several walkers about each walker's own mean. */
  static Components within(List<Positions.At> points, int most) {
    Map<Long, List<double[]>> own = new HashMap<>();
    for (Positions.At p : points) {
      own.computeIfAbsent(p.walker(), w -> new ArrayList<>()).add(p.x());
    }
    double[] centre = mean(points.stream().map(Positions.At::x).toList());
    List<double[]> moved = new ArrayList<>();
    for (Positions.At p : points) {
      double[] mean = mean(own.get(p.walker()));
      double[] x = new double[centre.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = p.x()[i] - mean[i] + centre[i];
      }
      moved.add(x);
    }
    return about(moved, centre, points.size() - own.size(), most);
  }

  private static double[] mean(List<double[]> points) {
    double[] mean = new double[points.get(0).length];
    for (double[] x : points) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += x[i] / points.size();
      }
    }
    return mean;
  }

  private static Components about(
      List<double[]> points, double[] mean, int degreesOfFreedom, int most) {
    int dim = mean.length;
    double[][] centred = new double[points.size()][dim];
    for (int p = 0; p < centred.length; p++) {
      for (int i = 0; i < dim; i++) {
        centred[p][i] = points.get(p)[i] - mean[i];
      }
    }
    boolean gram = dim > centred.length;
    double[][] matrix = gram ? products(centred) : products(transposed(centred, dim));
    Eigenpairs pairs = Eigenpairs.dense(matrix);
    int kept = Math.min(most, Math.min(dim, degreesOfFreedom));
    double[] variance = new double[kept];
    double[][] direction = new double[kept][];
    for (int k = 0; k < kept; k++) {
      variance[k] = Math.max(0, pairs.values()[k]) / degreesOfFreedom;
      direction[k] = gram ? combined(centred, pairs.vectors()[k]) : pairs.vectors()[k];
    }
    return new Components(mean, variance, direction, centred.length);
  }

  private static double[][] transposed(double[][] rows, int columns) {
    double[][] out = new double[columns][rows.length];
    for (int p = 0; p < rows.length; p++) {
      for (int i = 0; i < columns; i++) {
        out[i][p] = rows[p][i];
      }
    }
    return out;
  }

  private static double[][] products(double[][] rows) {
    double[][] out = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        out[i][j] = Eigenpairs.dot(rows[i], rows[j]);
        out[j][i] = out[i][j];
      }
    }
    return out;
  }

  private static double[] combined(double[][] rows, double[] weights) {
    double[] out = new double[rows[0].length];
    for (int p = 0; p < rows.length; p++) {
      for (int i = 0; i < out.length; i++) {
        out[i] += weights[p] * rows[p][i];
      }
    }
    double length = Math.sqrt(Eigenpairs.dot(out, out));
    for (int i = 0; i < out.length && length > 0; i++) {
      out[i] /= length;
    }
    return out;
  }
}
