package org.thalweg.analyzers.distance;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.thalweg.analyzers.marginal.Theory;
import org.thalweg.analyzers.observation.Camera;
import org.thalweg.analyzers.observation.Snapshot;
import org.thalweg.analyzers.observation.Streams;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.analysis.Question;

/**
 * The probabilities of the cells of the coarse grid of a density in two dimensions, from the fine
 * grid and extrapolated from both; nothing for walkers.
 */
final class JointDensity implements Snapshot<JointDensity> {
  private static final int POINTS = 4;

  private final List<GridAxis> axes;
  private final double[] best;
  private final double[] fine;

  private JointDensity(List<GridAxis> axes, double[] best, double[] fine) {
    this.axes = axes;
    this.best = best;
    this.fine = fine;
  }

  static JointDensity of(Distribution distribution) {
    if (distribution instanceof GridDensity d && d.dim() == 2 && d.coarse().isPresent()) {
      GridDensity c = d.coarse().get();
      double[] fine = fourfold(d);
      double[] rough = c.density().clone();
      normalise(rough);
      normalise(fine);
      double[] best = new double[fine.length];
      for (int i = 0; i < best.length; i++) {
        best[i] = (4 * fine[i] - rough[i]) / 3;
      }
      return new JointDensity(c.axes(), best, fine);
    }
    return new JointDensity(List.of(), new double[0], new double[0]);
  }

  /** The sums over the four fine cells of each coarse one. */
  private static double[] fourfold(GridDensity d) {
    int ny = d.axes().get(1).cells();
    int my = ny / 2;
    double[] out = new double[d.density().length / 4];
    for (int i = 0; i < d.density().length; i++) {
      out[i / ny / 2 * my + i % ny / 2] += d.density()[i];
    }
    return out;
  }

  private static void normalise(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= sum;
    }
  }

  boolean present() {
    return best.length > 0;
  }

  /**
   * The total variation (1/2) Int |P - Q| from a prediction ln Q, averaged over each cell by
   * Gauss-Legendre quadrature; its error is the difference from what the fine grid alone gives.
   */
  Distances.Distance from(Theory theory) {
    Estimate[] curve = theory.at(Theory.CONTINUOUS, new Question.At(2, points()));
    double top = Double.NEGATIVE_INFINITY;
    for (Estimate e : curve) {
      top = Math.max(top, e.value());
    }
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(POINTS, -1, 1);
    double[] mass = new double[best.length];
    double[] bound = new double[best.length];
    int at = 0;
    for (int cell = 0; cell < mass.length; cell++) {
      for (int k = 0; k < POINTS * POINTS; k++, at++) {
        double w = rule.getWeight(k / POINTS) * rule.getWeight(k % POINTS);
        double q = w * Math.exp(curve[at].value() - top);
        mass[cell] += q;
        bound[cell] += q == 0 ? 0 : q * curve[at].error();
      }
    }
    double sum = 0;
    double allowed = 0;
    for (int i = 0; i < mass.length; i++) {
      sum += mass[i];
      allowed += bound[i] / 2;
    }
    for (int i = 0; i < mass.length; i++) {
      mass[i] /= sum;
    }
    double value = half(best, mass);
    return new Distances.Distance(value, Math.abs(value - half(fine, mass)), 0, allowed / sum);
  }

  /** The Gauss-Legendre points of all cells, one point after the other. */
  private double[] points() {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(POINTS, -1, 1);
    GridAxis ax = axes.get(0);
    GridAxis ay = axes.get(1);
    double[] out = new double[best.length * POINTS * POINTS * 2];
    int at = 0;
    for (int i = 0; i < ax.cells(); i++) {
      for (int j = 0; j < ay.cells(); j++) {
        for (int k = 0; k < POINTS * POINTS; k++) {
          out[at++] = ax.centre(i) + rule.getPoint(k / POINTS) * ax.width() / 2;
          out[at++] = ay.centre(j) + rule.getPoint(k % POINTS) * ay.width() / 2;
        }
      }
    }
    return out;
  }

  /** The total variation from another density, where both are on the same grid. */
  Optional<Distances.Distance> from(JointDensity other) {
    if (!axes.equals(other.axes)) {
      return Optional.empty();
    }
    double rough = half(fine, other.fine);
    double value = half(best, other.best);
    return Optional.of(new Distances.Distance(value, Math.abs(value - rough), 0, 0));
  }

  /** Half the sum of absolute differences. */
  private static double half(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / 2;
  }

  @Override
  public void merge(JointDensity next) {
    if (present() || next.present()) {
      throw new IllegalStateException("a density is observed once, there is nothing to merge");
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(axes.size());
    for (GridAxis axis : axes) {
      out.writeDouble(axis.from());
      out.writeDouble(axis.to());
      out.writeInt(axis.cells());
    }
    Streams.write(out, best);
    Streams.write(out, fine);
  }

  private static JointDensity read(DataInput in) throws IOException {
    List<GridAxis> axes = new ArrayList<>();
    int n = in.readInt();
    for (int i = 0; i < n; i++) {
      axes.add(new GridAxis(in.readDouble(), in.readDouble(), in.readInt()));
    }
    return new JointDensity(List.copyOf(axes), Streams.doubles(in), Streams.doubles(in));
  }

  /** Takes joint densities. */
  static Camera<JointDensity> camera() {
    return new Camera<>() {
      @Override
      public JointDensity take(double time, Distribution distribution) {
        return of(distribution);
      }

      @Override
      public JointDensity read(DataInput in) throws IOException {
        return JointDensity.read(in);
      }
    };
  }
}
