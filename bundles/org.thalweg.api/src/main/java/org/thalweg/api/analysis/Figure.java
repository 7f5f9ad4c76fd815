package org.thalweg.api.analysis;

import java.util.Collections;
import java.util.List;

/**
 * A figure as data: axes and layers, drawn elsewhere, so that every face of the workbench shows the
 * same.
 *
 * @param name a file name without extension, in words joined by hyphens
 * @param title the title
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param layers what is drawn, from the back to the front
 */
public record Figure(String name, String title, Scale x, Scale y, List<Layer> layers) {
  /**
   * An axis of a figure.
   *
   * @param label the quantity with its symbol
   * @param unit the unit, empty for a pure number
   * @param logarithmic whether the axis is logarithmic
   * @param from the lower end, not-a-number to fit the data
   * @param to the upper end, not-a-number to fit the data
   */
  public record Scale(String label, String unit, boolean logarithmic, double from, double to) {
    /**
     * A linear axis that fits the data.
     *
     * @param label the quantity
     * @param unit the unit
     */
    public Scale(String label, String unit) {
      this(label, unit, false, Double.NaN, Double.NaN);
    }
  }

  /** One thing drawn in a figure. */
  public sealed interface Layer permits Line, Flow, Points, Band, Contours, Cells {}

  /** How a line or a set of points is to be told from others; colours follow the role. */
  public enum Role {
    /** Discrete SGD. */
    SGD,
    /** Langevin paths. */
    LANGEVIN,
    /** A Fokker-Planck density. */
    DENSITY,
    /** Theory. */
    THEORY,
    /** Something else. */
    OTHER
  }

  /**
   * A line; it is broken where a value is not a number.
   *
   * @param label the legend's text, empty for no entry
   * @param role what it stands for
   * @param dashed whether it is dashed
   * @param thin whether it is thin, as sample paths are
   * @param x the horizontal values
   * @param y the vertical values
   */
  public record Line(String label, Role role, boolean dashed, boolean thin, double[] x, double[] y)
      implements Layer {}

  /**
   * Thin lines that are followed in one direction, such as the streamlines of a current; each bears
   * an arrow head in its middle, pointing the way in which its points are given.
   *
   * @param label the legend's text, empty for no entry
   * @param role what they stand for
   * @param x the horizontal values, one line after the other with a not-a-number between them
   * @param y the vertical values
   */
  public record Flow(String label, Role role, double[] x, double[] y) implements Layer {}

  /**
   * Points with error bars.
   *
   * @param label the legend's text, empty for no entry
   * @param role what they stand for
   * @param x the horizontal values
   * @param y the vertical values
   * @param error half the length of each error bar; empty for none
   */
  public record Points(String label, Role role, double[] x, double[] y, double[] error)
      implements Layer {}

  /**
   * A shaded band between two curves.
   *
   * @param label the legend's text, empty for no entry
   * @param role what it stands for
   * @param x the horizontal values
   * @param low the lower curve
   * @param high the upper curve
   */
  public record Band(String label, Role role, double[] x, double[] low, double[] high)
      implements Layer {}

  /**
   * Contour lines of a function of two variables.
   *
   * @param label the legend's text, empty for no entry
   * @param x the horizontal places
   * @param y the vertical places
   * @param z the values, z[i * y.length + j] at (x[i], y[j])
   * @param levels the values at which lines are drawn, rising
   */
  public record Contours(String label, double[] x, double[] y, double[] z, double[] levels)
      implements Layer {}

  /** What a cell is to show beside its value. */
  public enum Mark {
    /** Nothing. */
    NONE,
    /** Some walkers diverged there. */
    DIVERGED,
    /** Something failed there. */
    FAILED,
    /** Nothing has been computed there. */
    MISSING
  }

  /** How the values of cells become colours. */
  public enum Colours {
    /** From dark to light as the value rises. */
    LINEAR,
    /** From dark to light as its logarithm rises. */
    LOGARITHMIC,
    /** One hue below zero, another above, paler towards zero. */
    SIGNED
  }

  /**
   * Cells coloured by a value, such as a phase diagram, with a colour bar.
   *
   * @param label the colour bar's text, a quantity with its unit
   * @param colours how values become colours
   * @param x the vertical edges of the cells, rising, one more than there are columns
   * @param y the horizontal edges of the cells, rising, one more than there are rows
   * @param values the values, values[i * rows + j] in column i and row j; not-a-number shows no
   *     colour
   * @param marks what else a cell shows, in the same order
   */
  public record Cells(
      String label, Colours colours, double[] x, double[] y, double[] values, List<Mark> marks)
      implements Layer {
    /**
     * Keeps the marks from changing.
     *
     * @param label the colour bar's text
     * @param colours how values become colours
     * @param x the vertical edges
     * @param y the horizontal edges
     * @param values the values
     * @param marks what else a cell shows
     */
    public Cells {
      marks = List.copyOf(marks);
    }

    /**
     * Cells whose colours go from dark to light.
     *
     * @param label the colour bar's text
     * @param logarithmic whether the colours follow the logarithm
     * @param x the vertical edges
     * @param y the horizontal edges
     * @param values the values
     * @param marks what else a cell shows
     */
    public Cells(
        String label,
        boolean logarithmic,
        double[] x,
        double[] y,
        double[] values,
        List<Mark> marks) {
      this(label, logarithmic ? Colours.LOGARITHMIC : Colours.LINEAR, x, y, values, marks);
    }

    /**
     * Cells of which none is marked.
     *
     * @param label the colour bar's text
     * @param colours how values become colours
     * @param x the vertical edges
     * @param y the horizontal edges
     * @param values the values
     */
    public Cells(String label, Colours colours, double[] x, double[] y, double[] values) {
      this(label, colours, x, y, values, Collections.nCopies(values.length, Mark.NONE));
    }
  }
}
