package org.thalweg.engine.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Landscape;

/** Refuses a periodic axis on a landscape that does not close there, where walkers would jump. */
final class PeriodicityCheck {
  private static final double TOLERANCE = 1e-9;

  /** Where other axes are probed, as parts of their length. */
  private static final double[] PARTS = {0.5, 0.31, 0.77};

  private PeriodicityCheck() {}

  static Optional<String> open(Landscape landscape, List<Axis> domain) {
    for (int a = 0; a < domain.size(); a++) {
      if (domain.get(a).lower() != Edge.PERIODIC) {
        continue;
      }
      for (double part : PARTS) {
        double[] x = new double[domain.size()];
        for (int b = 0; b < x.length; b++) {
          Axis axis = domain.get(b);
          x[b] = Double.isFinite(axis.length()) ? axis.from() + part * axis.length() : part;
        }
        x[a] = domain.get(a).from();
        double below = landscape.value(0, x);
        x[a] = domain.get(a).to();
        double above = landscape.value(0, x);
        if (Math.abs(above - below) > TOLERANCE * (1 + Math.abs(above) + Math.abs(below))) {
          return Optional.of(
              String.format(
                  Locale.ROOT,
                  "axis %d is periodic, but the loss is %.6g at its one end and %.6g at the other;"
                      + " make the axis one period of the landscape, or choose another edge",
                  a,
                  below,
                  above));
        }
      }
    }
    return Optional.empty();
  }
}
