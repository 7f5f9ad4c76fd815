package org.thalweg.fokkerplanck;

import org.thalweg.api.analysis.GridAxis;

/**
 * Point values from cell integrals along one axis: the derivative of a polynomial that interpolates
 * the cumulative integral, because a cell's average is not the value at its centre.
 */
final class CellReconstruction {
  private static final int FACES = 7;

  private CellReconstruction() {}

  /**
   * Density at {@code x}, of sixth order in the width for smooth densities.
   *
   * @param axis the cells
   * @param integrals integral over each cell
   * @param x a point inside the axis
   */
  static double at(GridAxis axis, double[] integrals, double x) {
    int n = integrals.length;
    int faces = Math.min(FACES, n + 1);
    double s = (x - axis.from()) / axis.width();
    int centre = (int) Math.round(s);
    int first = Math.max(0, Math.min(n + 1 - faces, centre - faces / 2));
    double[] sums = new double[faces];
    for (int f = 1; f < faces; f++) {
      sums[f] = sums[f - 1] + integrals[first + f - 1];
    }
    double result = 0;
    for (int f = 1; f < faces; f++) {
      result += sums[f] * slope(f, faces, s - first);
    }
    return result / axis.width();
  }

  /** Derivative at s of the Lagrange polynomial that is 1 at node f of 0..faces-1. */
  private static double slope(int f, int faces, double s) {
    double sum = 0;
    for (int left = 0; left < faces; left++) {
      if (left == f) {
        continue;
      }
      double product = 1.0 / (f - left);
      for (int m = 0; m < faces; m++) {
        if (m != f && m != left) {
          product *= (s - m) / (f - m);
        }
      }
      sum += product;
    }
    return sum;
  }
}
