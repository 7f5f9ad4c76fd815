package org.thalweg.engine.experiment;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;

/**
 * One axis of the domain, as an experiment file says it.
 *
 * @param from the lower end; may be missing only if the axis is open
 * @param to the upper end; may be missing only if the axis is open
 * @param edge what happens at both ends
 * @param upper what happens at the upper end, where it differs
 */
public record AxisSpec(
    @Param(doc = "lower end", unit = "theta") OptionalDouble from,
    @Param(doc = "upper end", unit = "theta") OptionalDouble to,
    @Param(doc = "what happens at both ends", required = true) Edge edge,
    @Param(doc = "what happens at the upper end, where it differs") Optional<Edge> upper) {
  /** An axis without ends, as a default. */
  public AxisSpec() {
    this(OptionalDouble.empty(), OptionalDouble.empty(), Edge.OPEN, Optional.empty());
  }

  /**
   * Checks that the ends are there, in order, and periodic together.
   *
   * @param from the lower end
   * @param to the upper end
   * @param edge at both ends
   * @param upper at the upper end
   */
  public AxisSpec {
    if (edge != Edge.OPEN && from.isEmpty()) {
      throw new InvalidParameterException("from", "missing; " + article(edge) + " axis needs it");
    }
    Edge last = upper.orElse(edge);
    if (last != Edge.OPEN && to.isEmpty()) {
      throw new InvalidParameterException("to", "missing; " + article(last) + " axis needs it");
    }
    if (from.isPresent() && to.isPresent() && !(from.getAsDouble() < to.getAsDouble())) {
      throw new InvalidParameterException(
          "to", to.getAsDouble() + " must be above from, which is " + from.getAsDouble());
    }
    if ((edge == Edge.PERIODIC) != (last == Edge.PERIODIC)) {
      throw new InvalidParameterException(
          "upper",
          name(last) + " does not go with " + name(edge) + "; periodic ends come in pairs");
    }
  }

  private static String article(Edge edge) {
    return (edge == Edge.ABSORBING || edge == Edge.OPEN ? "an " : "a ") + name(edge);
  }

  private static String name(Edge edge) {
    return edge.name().toLowerCase(Locale.ROOT);
  }

  Axis axis() {
    return new Axis(
        from.orElse(Double.NEGATIVE_INFINITY),
        to.orElse(Double.POSITIVE_INFINITY),
        edge,
        upper.orElse(edge));
  }
}
