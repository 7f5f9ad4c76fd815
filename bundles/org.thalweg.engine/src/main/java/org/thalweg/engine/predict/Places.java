package org.thalweg.engine.predict;

import java.util.List;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Problem;

/** Where predictions are evaluated if nobody says. */
final class Places {
  private static final double[] ALONG = {0.1, 0.3, 0.5, 0.7, 0.9};

  /** Nearer to the middle, since probability falls off in all directions. */
  private static final double[] INSIDE = {0.35, 0.425, 0.5, 0.575, 0.65};

  private Places() {}

  /** Five places along axis 0, spread over the domain or the floor. */
  static double[] along(Problem problem) {
    double[] ends = ends(problem, 0);
    return spread(ends[0], ends[1], ALONG);
  }

  /** Points for given places along axis 0, or five about the middle; one after the other. */
  static double[] inside(Problem problem, List<Double> places) {
    int dim = problem.dim();
    int count = places.isEmpty() ? INSIDE.length : places.size();
    double[] out = new double[count * dim];
    for (int a = 0; a < dim; a++) {
      double[] ends = ends(problem, a);
      for (int i = 0; i < count; i++) {
        double part = places.isEmpty() ? INSIDE[i] : INSIDE[INSIDE.length - 1];
        out[i * dim + a] =
            a == 0 && !places.isEmpty() ? places.get(i) : ends[0] + part * (ends[1] - ends[0]);
      }
    }
    return out;
  }

  private static double[] spread(double from, double to, double[] parts) {
    double[] out = new double[parts.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = from + parts[i] * (to - from);
    }
    return out;
  }

  /** The ends of an axis; of the floor, or one unit each way, where the domain has none. */
  private static double[] ends(Problem problem, int axis) {
    Axis a = problem.domain().get(axis);
    Landscape landscape = problem.landscape();
    double from = a.from();
    double to = a.to();
    if (axis == 0 && landscape.valley().isPresent() && landscape.floor().isPresent()) {
      from = Math.max(from, landscape.floor().get().from());
      to = Math.min(to, landscape.floor().get().to());
    }
    if (Double.isInfinite(from) && Double.isInfinite(to)) {
      return new double[] {-1, 1};
    }
    return new double[] {
      Double.isInfinite(from) ? to - 2 : from, Double.isInfinite(to) ? from + 2 : to
    };
  }
}
