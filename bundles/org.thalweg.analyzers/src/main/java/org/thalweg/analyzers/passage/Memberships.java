package org.thalweg.analyzers.passage;

import java.util.Optional;
import org.thalweg.api.analysis.Region;
import org.thalweg.api.block.Block;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.Problem;

/** Regions as tests of walkers, their bounds where they are or moved towards the walkers. */
final class Memberships {
  private Memberships() {}

  /**
   * A test for one chunk.
   *
   * @param region the region, which fits the problem
   * @param problem the problem
   * @param walkers the number of walkers of the blocks
   * @param reach how far bounds are moved, or empty to leave them
   */
  static Membership of(Region region, Problem problem, int walkers, Optional<Reach> reach) {
    if (region instanceof Region.HalfSpace r) {
      return new InHalfSpace(r, reach);
    }
    if (region instanceof Region.Box r) {
      return new InBox(r, reach);
    }
    if (region instanceof Region.Ball r) {
      return new InBall(r, problem, reach);
    }
    return new AtLevel((Region.Level) region, problem, walkers, reach);
  }

  /** What all tests share. */
  private abstract static class Moved implements Membership {
    final Reach reach;

    Moved(Optional<Reach> reach) {
      this.reach = reach.orElse(null);
    }

    @Override
    public void prepare(double t, double span, Block x) {
      if (reach != null) {
        reach.prepare(t, span);
      }
    }

    double along(Block x, int walker, int row) {
      return reach == null ? 0 : reach.along(x, walker, row);
    }
  }

  private static final class InHalfSpace extends Moved {
    private final int row;
    private final double level;
    private final boolean below;

    InHalfSpace(Region.HalfSpace r, Optional<Reach> reach) {
      super(reach);
      row = (int) r.axis();
      level = r.level();
      below = r.side() == Region.Side.BELOW;
    }

    @Override
    public boolean contains(Block x, int walker) {
      double v = x.get(row, walker);
      double beyond = below ? v - level : level - v;
      return beyond <= 0 || beyond <= along(x, walker, row);
    }
  }

  private static final class InBox extends Moved {
    private final int[] rows;
    private final double[] from;
    private final double[] to;
    private final boolean inside;

    InBox(Region.Box r, Optional<Reach> reach) {
      super(reach);
      rows = r.rows();
      from = r.from().clone();
      to = r.to().clone();
      inside = r.part() == Region.Part.INSIDE;
    }

    @Override
    public boolean contains(Block x, int walker) {
      for (int i = 0; i < rows.length; i++) {
        double v = x.get(rows[i], walker);
        double outside = Math.max(from[i] - v, v - to[i]);
        double moved = along(x, walker, rows[i]);
        if (inside ? outside > moved : outside > -moved) {
          return !inside;
        }
      }
      return inside;
    }
  }

  private static final class InBall extends Moved {
    private final int[] rows;
    private final double[] centre;
    private final Axis[] axes;
    private final double radius;
    private final boolean inside;
    private final double[] gradient;

    InBall(Region.Ball r, Problem problem, Optional<Reach> reach) {
      super(reach);
      rows = r.rows();
      centre = r.centre().clone();
      axes = new Axis[rows.length];
      for (int i = 0; i < rows.length; i++) {
        axes[i] = problem.domain().get(rows[i]);
      }
      radius = r.radius();
      inside = r.part() == Region.Part.INSIDE;
      gradient = new double[problem.dim()];
    }

    @Override
    public boolean contains(Block x, int walker) {
      double sum = 0;
      for (int i = 0; i < rows.length; i++) {
        double d = axes[i].shortest(x.get(rows[i], walker) - centre[i]);
        gradient[rows[i]] = d;
        sum += d * d;
      }
      boolean within = sum <= radius * radius;
      if (within == inside || reach == null) {
        return within == inside;
      }
      double distance = Math.sqrt(sum);
      double moved = reach.across(x, walker, gradient) / distance;
      return Math.abs(distance - radius) <= moved;
    }
  }

  private static final class AtLevel extends Moved {
    private final Landscape landscape;
    private final LandscapeEvaluator evaluator;
    private final double[] losses;
    private final boolean below;
    private final double level;
    private final double[] point;
    private final double[] gradient;
    private double time;

    AtLevel(Region.Level r, Problem problem, int walkers, Optional<Reach> reach) {
      super(reach);
      landscape = problem.landscape();
      evaluator = landscape.evaluator(walkers);
      losses = new double[walkers];
      below = r.side() == Region.Side.BELOW;
      level = r.level();
      point = new double[landscape.dim()];
      gradient = new double[landscape.dim()];
    }

    @Override
    public void prepare(double t, double span, Block x) {
      super.prepare(t, span, x);
      time = t;
      evaluator.values(t, x, losses);
    }

    @Override
    public boolean contains(Block x, int walker) {
      double beyond = below ? losses[walker] - level : level - losses[walker];
      if (!(beyond > 0) || reach == null) {
        return beyond <= 0;
      }
      x.point(walker, point);
      landscape.gradient(time, point, gradient);
      return beyond <= reach.across(x, walker, gradient);
    }
  }
}
