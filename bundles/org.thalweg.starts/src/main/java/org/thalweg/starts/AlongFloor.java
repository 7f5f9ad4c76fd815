package org.thalweg.starts;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Floor;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Start;
import org.thalweg.api.problem.StartFactory;

/**
 * Offers a start along the line of minima of a landscape, so that walkers begin in equilibrium
 * across and out of it along.
 *
 * <p>The parameter s of the floor is uniform, which is uniform in length only where the landscape
 * says so: s is x in a valley and the angle in a ring.
 */
@Plugin(
    id = "floor",
    doc = "Walkers start spread along the landscape's line of minima",
    formula = "s uniform in (from, to), theta = floor(s) + spread z, z standard normal across",
    example = "{\"type\": \"floor\", \"from\": -1, \"to\": 1, \"spread\": 0.1}")
@Component
public final class AlongFloor implements StartFactory<AlongFloor.Params> {
  /**
   * The parameters.
   *
   * @param from where along the floor it begins
   * @param to where it ends
   * @param spread the standard deviation across
   */
  public record Params(
      @Param(doc = "least value of the floor's parameter s") double from,
      @Param(doc = "greatest value of the floor's parameter s; equal to the least starts there")
          double to,
      @Param(doc = "standard deviation across the floor", unit = "theta", min = 0) double spread) {}

  @Override
  public Params defaults() {
    return new Params(-1, 1, 0);
  }

  @Override
  public Start create(Params parameters, Landscape landscape, Assembly assembly) {
    Floor floor =
        landscape
            .floor()
            .orElseThrow(
                () ->
                    new InvalidParameterException(
                        "type",
                        "is floor, but this landscape gives no line of minima in closed form; use"
                            + " point, gaussian or uniform, or a landscape that has one, such as"
                            + " valley or ring-valley"));
    double from = parameters.from();
    double to = parameters.to();
    if (to < from) {
      throw new InvalidParameterException(
          "to", "is " + to + ", below from, which is " + from + "; exchange them");
    }
    within("from", from, floor);
    within("to", to, floor);
    return landscape.valley().isPresent()
        ? new ValleyWalk(floor, from, to, parameters.spread())
        : new FloorWalk(floor, from, to, parameters.spread());
  }

  private static void within(String parameter, double s, Floor floor) {
    if (s < floor.from() || s > floor.to()) {
      throw new InvalidParameterException(
          parameter,
          "is "
              + s
              + ", but the landscape's floor goes from "
              + floor.from()
              + " to "
              + floor.to()
              + "; give a value in between");
    }
  }
}
