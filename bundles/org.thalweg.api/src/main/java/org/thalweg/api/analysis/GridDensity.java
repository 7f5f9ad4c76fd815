package org.thalweg.api.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A probability density on a grid of cells, with the same density on a grid of half as many cells
 * per axis, from which its error is estimated and its integrals extrapolated.
 *
 * <p>With a scheme of second order, (4 fine - coarse) / 3 is of fourth order (Richardson), and
 * |fine - coarse| / 3 estimates the error of the fine value; the error that is stated is |fine -
 * coarse|, since on grids that hardly resolve it the difference may vanish by chance. Where the
 * coarse grid's time steps are coarser as well, both errors are in that difference and may cancel:
 * a third density, on the coarse cells with the fine grid's steps, tells them apart, and their
 * sizes are added. It does not change the extrapolated value.
 */
public final class GridDensity implements Distribution {
  private final List<GridAxis> axes;
  private final double[] density;
  private final GridDensity coarse;
  private final GridDensity between;
  private final GridOperator operator;

  /**
   * A density whose operator is not known; the arrays are not copied.
   *
   * @param axes the grid
   * @param density P in every cell, the last axis running fastest (unit: 1 / volume)
   * @param coarse the same density on half as many cells per axis, or null if there is none
   */
  public GridDensity(List<GridAxis> axes, double[] density, GridDensity coarse) {
    this(axes, density, coarse, null);
  }

  /**
   * A density; the arrays are not copied.
   *
   * @param axes the grid
   * @param density P in every cell, the last axis running fastest (unit: 1 / volume)
   * @param coarse the same density on half as many cells per axis, or null if there is none
   * @param operator the operator that moves it, or null if it is not known
   */
  public GridDensity(
      List<GridAxis> axes, double[] density, GridDensity coarse, GridOperator operator) {
    this(axes, density, coarse, null, operator);
  }

  /**
   * A density whose errors of space and time are told apart; the arrays are not copied.
   *
   * @param axes the grid
   * @param density P in every cell, the last axis running fastest (unit: 1 / volume)
   * @param coarse the same density on half as many cells per axis and from coarser time steps, or
   *     null if there is none
   * @param between the same density on the coarse cells, from time steps that err as this grid's
   *     do, or null if no error of time steps is to be told apart
   * @param operator the operator that moves it, or null if it is not known
   */
  public GridDensity(
      List<GridAxis> axes,
      double[] density,
      GridDensity coarse,
      GridDensity between,
      GridOperator operator) {
    this.axes = List.copyOf(axes);
    this.density = density;
    this.coarse = coarse;
    this.between = between;
    this.operator = operator;
    if (coarse != null) {
      requireHalf(coarse);
    }
    if (between != null) {
      requireHalf(between);
    }
  }

  private void requireHalf(GridDensity other) {
    for (int a = 0; a < axes.size(); a++) {
      if (axes.get(a).cells() != 2 * other.axes.get(a).cells()) {
        throw new IllegalArgumentException("the coarse grid must have half as many cells");
      }
    }
  }

  /**
   * The grid.
   *
   * @return one axis per parameter
   */
  public List<GridAxis> axes() {
    return axes;
  }

  /**
   * The density.
   *
   * @return P in every cell, the last axis running fastest; not to be changed
   */
  public double[] density() {
    return density;
  }

  /**
   * The density on the coarser grid.
   *
   * @return it, or empty
   */
  public Optional<GridDensity> coarse() {
    return Optional.ofNullable(coarse);
  }

  /**
   * The density on the coarser grid from time steps that err as the finer grid's do.
   *
   * @return it, or the one on the coarser grid where time steps are not told apart; empty if there
   *     is none
   */
  public Optional<GridDensity> between() {
    return between == null ? coarse() : Optional.of(between);
  }

  /**
   * The operator that moves the density.
   *
   * @return the operator on the same cells, or empty if it is not known
   */
  public Optional<GridOperator> operator() {
    return Optional.ofNullable(operator);
  }

  @Override
  public int dim() {
    return axes.size();
  }

  /**
   * The volume of a cell.
   *
   * @return the product of the widths
   */
  public double cellVolume() {
    double v = 1;
    for (GridAxis axis : axes) {
      v *= axis.width();
    }
    return v;
  }

  @Override
  public Estimate expectation(ToDoubleFunction<double[]> f) {
    double fine = integral(f) / integral(x -> 1);
    if (coarse == null) {
      return new Estimate(fine, Double.NaN);
    }
    double rough = coarse.integral(f) / coarse.integral(x -> 1);
    double middle = between == null ? rough : between.integral(f) / between.integral(x -> 1);
    return estimate(fine, middle, rough);
  }

  /**
   * Extrapolates a number, with the whole changes by space and by time added as its error.
   *
   * @param fine on the finer grid
   * @param middle on the coarser grid with the finer one's time steps, {@link #between}
   * @param rough on the coarser grid, {@link #coarse}
   * @return the value and its error
   */
  public static Estimate estimate(double fine, double middle, double rough) {
    double error = Math.abs(fine - middle) + Math.abs(middle - rough);
    return new Estimate((4 * fine - rough) / 3, error);
  }

  /**
   * The integral of a function against the density, on this grid alone.
   *
   * @param f the function; the point that it is given is reused
   * @return the sum over cells of f at the centre, times P, times the volume
   */
  public double integral(ToDoubleFunction<double[]> f) {
    double[] slabs = slabs(0, f);
    double sum = 0;
    for (double s : slabs) {
      sum += s;
    }
    return sum;
  }

  /**
   * The integrals of a function against the density over the slabs of one axis, on this grid alone.
   *
   * @param axis the axis that is kept
   * @param f the function; the point that it is given is reused
   * @return one integral per cell of the axis; with f = 1 the marginal's masses
   */
  public double[] slabs(int axis, ToDoubleFunction<double[]> f) {
    int n = dim();
    double[] out = new double[axes.get(axis).cells()];
    int[] index = new int[n];
    double[] x = new double[n];
    for (int a = 0; a < n; a++) {
      x[a] = axes.get(a).centre(0);
    }
    double volume = cellVolume();
    for (double p : density) {
      out[index[axis]] += f.applyAsDouble(x) * p * volume;
      for (int a = n - 1; a >= 0; a--) {
        if (++index[a] < axes.get(a).cells()) {
          x[a] = axes.get(a).centre(index[a]);
          break;
        }
        index[a] = 0;
        x[a] = axes.get(a).centre(0);
      }
    }
    return out;
  }

  /**
   * The same integrals on the coarse grid's slabs, extrapolated from both grids.
   *
   * @param axis the axis that is kept
   * @param f the function; the point that it is given is reused
   * @return one estimate per slab of the coarse grid
   * @throws IllegalStateException if there is no coarse grid
   */
  public Estimate[] extrapolatedSlabs(int axis, ToDoubleFunction<double[]> f) {
    if (coarse == null) {
      throw new IllegalStateException("there is no coarse grid to extrapolate from");
    }
    double[] fine = slabs(axis, f);
    double[] rough = coarse.slabs(axis, f);
    double[] middle = between == null ? rough : between.slabs(axis, f);
    Estimate[] out = new Estimate[rough.length];
    for (int i = 0; i < rough.length; i++) {
      double pair = fine[2 * i] + fine[2 * i + 1];
      out[i] = estimate(pair, middle[i], rough[i]);
    }
    return out;
  }
}
