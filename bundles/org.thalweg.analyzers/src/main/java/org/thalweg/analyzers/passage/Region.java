package org.thalweg.analyzers.passage;

import java.util.List;
import java.util.Optional;
import org.thalweg.analyzers.observation.ChosenAxes;
import org.thalweg.api.plugin.Choice;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.problem.Problem;

/** Chooses a part of the space of parameters that walkers may reach; its bounds belong to it. */
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
   * The region as a test of walkers.
   *
   * @param problem the problem, which the region fits
   * @param walkers the number of walkers of the blocks
   * @return a new test, for one chunk
   */
  Membership membership(Problem problem, int walkers);

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
    public Membership membership(Problem problem, int walkers) {
      int row = (int) axis;
      double edge = level;
      return side == Side.BELOW ? (x, w) -> x.get(row, w) <= edge : (x, w) -> x.get(row, w) >= edge;
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

    /** Refuses ends that do not match. */
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
      return ChosenAxes.objection(ChosenAxes.rows(axes, from.length), dim);
    }

    @Override
    public Membership membership(Problem problem, int walkers) {
      int[] rows = ChosenAxes.rows(axes, from.length);
      double[] low = from.clone();
      double[] high = to.clone();
      boolean inside = part == Part.INSIDE;
      return (x, w) -> {
        for (int i = 0; i < rows.length; i++) {
          double v = x.get(rows[i], w);
          if (v < low[i] || v > high[i]) {
            return !inside;
          }
        }
        return inside;
      };
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

    /** Refuses a centre that does not match the coordinates. */
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
      return ChosenAxes.objection(ChosenAxes.rows(axes, centre.length), dim);
    }

    @Override
    public Membership membership(Problem problem, int walkers) {
      int[] rows = ChosenAxes.rows(axes, centre.length);
      double[] middle = centre.clone();
      double[] period = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        period[i] = Periods.of(problem.domain().get(rows[i]));
      }
      double most = radius * radius;
      boolean inside = part == Part.INSIDE;
      return (x, w) -> {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
          double d = Periods.shortest(x.get(rows[i], w) - middle[i], period[i]);
          sum += d * d;
        }
        return sum <= most == inside;
      };
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
    public Membership membership(Problem problem, int walkers) {
      return new LossMembership(
          problem.landscape().evaluator(walkers), new double[walkers], side == Side.BELOW, level);
    }
  }
}
