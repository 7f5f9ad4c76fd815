package org.thalweg.api.analysis;

import java.util.List;
import java.util.Optional;
import org.thalweg.api.plugin.Choice;
import org.thalweg.api.plugin.ChosenAxes;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.problem.Problem;

/** A part of the space of parameters that paths may reach; its bounds belong to it. */
public sealed interface Region {
  /** On which side of a level. */
  enum Side {
    /** At the level or higher. */
    ABOVE,
    /** At the level or lower. */
    BELOW
  }

  /** Which part a closed shape divides off. */
  enum Part {
    /** Inside the shape or on its surface. */
    INSIDE,
    /** Outside the shape. */
    OUTSIDE
  }

  /**
   * What the region is called.
   *
   * @return a name; regions of one name are one region; empty for no name
   */
  String name();

  /**
   * Why the region does not fit a landscape.
   *
   * @param dim the number of parameters
   * @return the reason with a remedy, or empty if it fits
   */
  Optional<String> objection(int dim);

  /**
   * Whether a point is in the region.
   *
   * @param problem the problem, which the region fits
   * @param x the point, inside the domain; not changed
   * @return true inside the region or on its bounds
   */
  boolean contains(Problem problem, double[] x);

  /**
   * All points on one side of a level of one coordinate.
   *
   * @param name what it is called
   * @param axis the coordinate
   * @param side on which side
   * @param level the level
   */
  @Choice(value = "half-space", doc = "x_axis <= level (below) or x_axis >= level (above)")
  record HalfSpace(
      @Param(doc = "name; regions of one name are one region") String name,
      @Param(min = 0, doc = "number of the coordinate") long axis,
      @Param(doc = "below or above the level") Side side,
      @Param(required = true, doc = "the level", unit = "theta") double level)
      implements Region {
    /** Below the origin. */
    public HalfSpace() {
      this("", 0, Side.BELOW, 0);
    }

    @Override
    public Optional<String> objection(int dim) {
      return ChosenAxes.objection(ChosenAxes.rows(List.of(axis), 1), dim);
    }

    @Override
    public boolean contains(Problem problem, double[] x) {
      double v = x[(int) axis];
      return side == Side.BELOW ? v <= level : v >= level;
    }
  }

  /**
   * A box along some axes.
   *
   * @param name what it is called
   * @param from the lower ends
   * @param to the upper ends
   * @param part inside or outside
   * @param axes the coordinates; none given: the first ones
   */
  @Choice(value = "box", doc = "from_i <= x_i <= to_i for all i (inside), or not (outside)")
  record Box(
      @Param(doc = "name; regions of one name are one region") String name,
      @Param(required = true, doc = "lower ends", unit = "theta") double[] from,
      @Param(required = true, doc = "upper ends", unit = "theta") double[] to,
      @Param(doc = "inside or outside the box") Part part,
      @Param(min = 0, doc = "numbers of the coordinates; none given: the first ones")
          List<Long> axes)
      implements Region {
    /** From -1 to 1 along the first coordinate. */
    public Box() {
      this("", new double[] {-1}, new double[] {1}, Part.INSIDE, List.of());
    }

    /**
     * Refuses ends that do not match.
     *
     * @param name what it is called
     * @param from the lower ends
     * @param to the upper ends
     * @param part inside or outside
     * @param axes the coordinates
     */
    public Box {
      axes = List.copyOf(axes);
      if (from.length != to.length || from.length == 0) {
        throw new InvalidParameterException(
            "to",
            "has "
                + to.length
                + " numbers where from has "
                + from.length
                + "; give a lower and an upper end for each coordinate");
      }
      for (int i = 0; i < from.length; i++) {
        if (!(from[i] < to[i])) {
          throw new InvalidParameterException(
              "to", to[i] + " is not above from = " + from[i] + "; exchange or part them");
        }
      }
      if (!axes.isEmpty() && axes.size() != from.length) {
        throw new InvalidParameterException(
            "axes",
            "names "
                + axes.size()
                + " coordinates where from has "
                + from.length
                + " numbers; give as many");
      }
    }

    @Override
    public Optional<String> objection(int dim) {
      return ChosenAxes.objection(rows(), dim);
    }

    /**
     * The coordinates.
     *
     * @return their numbers, one for each end
     */
    public int[] rows() {
      return ChosenAxes.rows(axes, from.length);
    }

    @Override
    public boolean contains(Problem problem, double[] x) {
      boolean within = true;
      for (int i = 0; i < from.length; i++) {
        double v = x[axes.isEmpty() ? i : axes.get(i).intValue()];
        within &= v >= from[i] && v <= to[i];
      }
      return within == (part == Part.INSIDE);
    }
  }

  /**
   * A ball in some coordinates; across a periodic axis the distance is taken the shorter way.
   *
   * @param name what it is called
   * @param centre the centre
   * @param radius the radius
   * @param part inside or outside
   * @param axes the coordinates; none given: the first ones
   */
  @Choice(value = "ball", doc = "|x - centre| <= radius (inside), or greater (outside)")
  record Ball(
      @Param(doc = "name; regions of one name are one region") String name,
      @Param(required = true, doc = "centre", unit = "theta") double[] centre,
      @Param(required = true, min = 0, above = true, doc = "radius", unit = "theta") double radius,
      @Param(doc = "inside or outside the ball") Part part,
      @Param(min = 0, doc = "numbers of the coordinates; none given: the first ones")
          List<Long> axes)
      implements Region {
    /** The interval from -1 to 1 of the first coordinate. */
    public Ball() {
      this("", new double[] {0}, 1, Part.INSIDE, List.of());
    }

    /**
     * Refuses a centre that does not match the coordinates.
     *
     * @param name what it is called
     * @param centre the centre
     * @param radius the radius
     * @param part inside or outside
     * @param axes the coordinates
     */
    public Ball {
      axes = List.copyOf(axes);
      if (centre.length == 0) {
        throw new InvalidParameterException(
            "centre", "is empty; give one number for each coordinate");
      }
      if (!axes.isEmpty() && axes.size() != centre.length) {
        throw new InvalidParameterException(
            "axes",
            "names "
                + axes.size()
                + " coordinates where centre has "
                + centre.length
                + " numbers; give as many");
      }
    }

    @Override
    public Optional<String> objection(int dim) {
      return ChosenAxes.objection(rows(), dim);
    }

    /**
     * The coordinates.
     *
     * @return their numbers, one for each of the centre's
     */
    public int[] rows() {
      return ChosenAxes.rows(axes, centre.length);
    }

    @Override
    public boolean contains(Problem problem, double[] x) {
      double sum = 0;
      for (int i = 0; i < centre.length; i++) {
        int row = axes.isEmpty() ? i : axes.get(i).intValue();
        double d = problem.domain().get(row).shortest(x[row] - centre[i]);
        sum += d * d;
      }
      return sum <= radius * radius == (part == Part.INSIDE);
    }
  }

  /**
   * All points on one side of a level of the loss.
   *
   * @param name what it is called
   * @param side on which side
   * @param level the level
   */
  @Choice(value = "loss", doc = "L <= level (below) or L >= level (above)")
  record Level(
      @Param(doc = "name; regions of one name are one region") String name,
      @Param(doc = "below or above the level") Side side,
      @Param(required = true, doc = "the level", unit = "loss") double level)
      implements Region {
    /** At zero loss or below. */
    public Level() {
      this("", Side.BELOW, 0);
    }

    @Override
    public Optional<String> objection(int dim) {
      return Optional.empty();
    }

    @Override
    public boolean contains(Problem problem, double[] x) {
      double loss = problem.landscape().value(x);
      return side == Side.BELOW ? loss <= level : loss >= level;
    }
  }
}
