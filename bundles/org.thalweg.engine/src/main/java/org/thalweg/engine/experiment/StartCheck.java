package org.thalweg.engine.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.thalweg.api.block.Block;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.ProductStart;
import org.thalweg.api.problem.Start;
import org.thalweg.engine.ensemble.StartSample;

/** Refuses a start that lies outside the domain, where the first step would fold it back unseen. */
final class StartCheck {
  /** The largest part of a start's tails that may lie outside. */
  private static final double TAILS = 1e-3;

  private static final int SAMPLE = 64;

  private StartCheck() {}

  static Optional<String> outside(Start start, List<Axis> domain) {
    if (!(start instanceof ProductStart product)) {
      return sampledOutside(start, domain);
    }
    for (int a = 0; a < domain.size(); a++) {
      Axis axis = domain.get(a);
      double below =
          axis.lower() == Edge.OPEN ? 0 : product.cumulative(a, Math.nextDown(axis.from()));
      double above = axis.upper() == Edge.OPEN ? 0 : 1 - product.cumulative(a, axis.to());
      if (below + above > TAILS) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "%.3g of it lies outside the domain's axis %d, from %s to %s; move the start or"
                    + " widen the domain",
                below + above,
                a,
                axis.from(),
                axis.to()));
      }
    }
    return Optional.empty();
  }

  /** Of a start without a closed form, some points are drawn and looked at. */
  private static Optional<String> sampledOutside(Start start, List<Axis> domain) {
    if (domain.stream().allMatch(a -> a.lower() == Edge.OPEN && a.upper() == Edge.OPEN)) {
      return Optional.empty();
    }
    Block points = StartSample.of(start, domain.size(), SAMPLE, 0);
    int outside = 0;
    String example = "";
    for (int w = 0; w < SAMPLE; w++) {
      for (int a = 0; a < domain.size(); a++) {
        Axis axis = domain.get(a);
        double v = points.get(a, w);
        boolean below = axis.lower() != Edge.OPEN && v < axis.from();
        boolean above = axis.upper() != Edge.OPEN && v > axis.to();
        if (below || above) {
          outside++;
          example = v + " on axis " + a + ", which runs from " + axis.from() + " to " + axis.to();
          break;
        }
      }
    }
    return outside == 0
        ? Optional.empty()
        : Optional.of(
            outside
                + " of "
                + SAMPLE
                + " points drawn from it lie outside the domain, such as "
                + example
                + "; move the start or widen the domain");
  }
}
