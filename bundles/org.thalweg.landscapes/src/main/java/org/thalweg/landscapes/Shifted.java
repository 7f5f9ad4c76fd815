package org.thalweg.landscapes;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.PerCoordinate;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;
import org.thalweg.api.problem.ValleyShape;

/**
 * Offers a landscape carried elsewhere, L(x) = L_1(x - by).
 *
 * <p>Floor and scores move along. A valley stays one under a shift along its floor; one across it
 * leaves a straight floor that is no longer the first axis, so that formulas in y do not hold.
 * Samples and labels are not passed on.
 */
@Plugin(
    id = "shifted",
    doc = "A landscape carried elsewhere by a vector",
    formula = "L(x) = landscape(x - by)",
    example = "{\"type\": \"shifted\", \"landscape\": {\"type\": \"valley\"}, \"by\": [1, 0]}")
@Component
public final class Shifted implements LandscapeFactory<Shifted.Params> {
  /**
   * The parameters.
   *
   * @param landscape the landscape
   * @param by how far it is carried
   */
  public record Params(
      @Param(doc = "the landscape to be carried", required = true) Ref<Landscape> landscape,
      @Param(
              doc = "how far: one number per parameter, or one for all",
              unit = "theta",
              required = true)
          double[] by) {}

  @Override
  public Params defaults() {
    return new Params(new Ref<>("valley", null), new double[] {1, 0});
  }

  @Override
  public Landscape create(Params parameters, Assembly assembly) {
    Landscape landscape = assembly.landscape(parameters.landscape());
    double[] by = PerCoordinate.of("by", parameters.by(), landscape.dim());
    Optional<ValleyShape> valley =
        landscape.valley().filter(v -> by[1] == 0).map(v -> new ShiftedValley(v, by[0]));
    return new MovedLandscape(landscape, new Shift(by), valley);
  }
}
