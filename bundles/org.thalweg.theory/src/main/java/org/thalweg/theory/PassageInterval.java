package org.thalweg.theory;

import java.util.function.DoubleUnaryOperator;
import org.thalweg.api.analysis.Region;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;

/**
 * The stretch of axis 0 from which a path along it passes into a region at one or both ends.
 *
 * @param from the lower end
 * @param to the upper end
 * @param start where paths begin, between the ends
 * @param passLow whether the region begins at the lower end; if not, paths turn there
 * @param passHigh whether it begins at the upper end
 */
record PassageInterval(double from, double to, double start, boolean passLow, boolean passHigh) {
  private static final int CELLS = 2000;

  /**
   * Reads a region.
   *
   * @param region the region
   * @param axis axis 0, without absorbing ends
   * @param start where paths begin along it
   * @param least where a stretch without end that paths do not leave may be cut below
   * @param most where it may be cut above
   * @return the stretch
   * @throws OutOfValidity if the region is not one of axis 0 alone, or paths begin in it
   */
  static PassageInterval of(Region region, Axis axis, double start, double least, double most)
      throws OutOfValidity {
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    if (region instanceof Region.HalfSpace half && half.axis() == 0) {
      if (half.side() == Region.Side.BELOW) {
        low = half.level();
      } else {
        high = half.level();
      }
    } else {
      double[] ends = slab(region);
      if (region instanceof Region.Box box && box.part() == Region.Part.OUTSIDE
          || region instanceof Region.Ball ball && ball.part() == Region.Part.OUTSIDE) {
        low = ends[0];
        high = ends[1];
      } else if (start < ends[0]) {
        high = ends[0];
        low = axis.lower() == Edge.PERIODIC ? ends[1] - axis.length() : low;
      } else {
        low = ends[1];
        high = axis.lower() == Edge.PERIODIC ? ends[0] + axis.length() : high;
      }
    }
    if (!(start > low && start < high)) {
      throw new OutOfValidity("paths begin in the region");
    }
    if (axis.lower() == Edge.PERIODIC) {
      // A half-space on a ring is reached around it too, at the seam.
      low = Math.max(low, Double.isInfinite(low) ? axis.from() : low);
      high = Math.min(high, Double.isInfinite(high) ? axis.to() : high);
      return new PassageInterval(low, high, start, true, true);
    }
    boolean passLow = low > axis.from();
    boolean passHigh = high < axis.to();
    if (!passLow && !passHigh) {
      throw new OutOfValidity("the region is outside the domain");
    }
    return new PassageInterval(
        passLow ? low : Math.max(axis.from(), Math.min(least, start)),
        passHigh ? high : Math.min(axis.to(), Math.max(most, start)),
        start,
        passLow,
        passHigh);
  }

  private static double[] slab(Region region) throws OutOfValidity {
    if (region instanceof Region.Box box && box.rows().length == 1 && box.rows()[0] == 0) {
      return new double[] {box.from()[0], box.to()[0]};
    }
    if (region instanceof Region.Ball ball && ball.rows().length == 1 && ball.rows()[0] == 0) {
      double c = ball.centre()[0];
      return new double[] {c - ball.radius(), c + ball.radius()};
    }
    throw new OutOfValidity("the region is bounded by more than places along axis 0");
  }

  /**
   * The mean time of passage: T = {@code Int G(x0, z) p(z) dz}, G Green's function of (p D T')' =
   * -p, a sum of positive terms by the midpoint rule and Richardson's extrapolation.
   *
   * <p>With one end to pass at b and paths that turn at a it is {@code Int_x0^b dz (p D)^-1 Int_a^z
   * p}.
   *
   * @param logDensity ln p up to a constant
   * @param diffusion D
   * @return the mean time
   */
  double meanTime(DoubleUnaryOperator logDensity, DoubleUnaryOperator diffusion) {
    double coarse = meanTime(logDensity, diffusion, CELLS / 2);
    double fine = meanTime(logDensity, diffusion, CELLS);
    return fine + (fine - coarse) / 3;
  }

  private double meanTime(DoubleUnaryOperator logDensity, DoubleUnaryOperator d, int cells) {
    int n = 2 * cells;
    double[] mass = new double[n];
    double[] scale = new double[n];
    double shift = logDensity.applyAsDouble(start);
    for (int i = 0; i < n; i++) {
      double width = (i < cells ? start - from : to - start) / cells;
      double x = i < cells ? from + (i + 0.5) * width : start + (i - cells + 0.5) * width;
      double log = logDensity.applyAsDouble(x) - shift;
      mass[i] = width * Math.exp(log);
      scale[i] = width * Math.exp(-log) / d.applyAsDouble(x);
    }
    double low = 0;
    double high = 0;
    for (int i = 0; i < cells; i++) {
      low += scale[i];
      high += scale[cells + i];
    }
    // The resistances on either side: infinite where paths turn.
    double toLow = passLow ? low : Double.POSITIVE_INFINITY;
    double toHigh = passHigh ? high : Double.POSITIVE_INFINITY;
    double sum = 0;
    double sofar = 0;
    for (int i = 0; i < cells; i++) {
      double s = sofar + scale[i] / 2;
      sofar += scale[i];
      sum += mass[i] * (passLow ? (passHigh ? s * toHigh / (toLow + toHigh) : s) : toHigh);
    }
    sofar = 0;
    for (int i = n - 1; i >= cells; i--) {
      double s = sofar + scale[i] / 2;
      sofar += scale[i];
      sum += mass[i] * (passHigh ? (passLow ? s * toLow / (toLow + toHigh) : s) : toLow);
    }
    return sum;
  }
}
