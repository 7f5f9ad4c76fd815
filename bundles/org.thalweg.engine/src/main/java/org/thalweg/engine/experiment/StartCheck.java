package org.thalweg.engine.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.ProductStart;
import org.thalweg.api.problem.Start;

/** Refuses a start that lies outside the domain, where the first step would fold it back unseen. */
final class StartCheck {
  /** The largest part of a start's tails that may lie outside. */
  private static final double TAILS = 1e-3;

  private StartCheck() {}

  static Optional<String> outside(Start start, List<Axis> domain) {
    if (!(start instanceof ProductStart product)) {
      return Optional.empty();
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
}
