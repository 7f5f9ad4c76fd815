package org.thalweg.landscapes;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;

/**
 * Offers a landscape turned about the origin, L(x) = L_1(R^T x), so that its axes are no longer
 * those of the noise.
 *
 * <p>Floor and scores turn along; samples, labels and the shape of a valley, whose formulas need
 * the first axis along the floor, are not passed on.
 */
@Plugin(
    id = "rotated",
    doc = "A landscape turned about the origin",
    formula = "L(x) = landscape(R^T x), R a rotation",
    example =
        "{\"type\": \"rotated\", \"landscape\": {\"type\": \"valley\"}, \"rotation\": {\"type\":"
            + " \"plane\", \"angle\": 0.5}}")
@Component
public final class Rotated implements LandscapeFactory<Rotated.Params> {
  /**
   * The parameters.
   *
   * @param landscape the landscape
   * @param rotation how it is turned
   */
  public record Params(
      @Param(doc = "the landscape to be turned", required = true) Ref<Landscape> landscape,
      @Param(doc = "the rotation R") Rotation rotation) {}

  @Override
  public Params defaults() {
    return new Params(new Ref<>("valley", null), new Rotation.Plane());
  }

  @Override
  public Landscape create(Params parameters, Assembly assembly) {
    Landscape landscape = assembly.landscape(parameters.landscape());
    try {
      Motion motion = parameters.rotation().motion(landscape.dim());
      return new MovedLandscape(landscape, motion, Optional.empty());
    } catch (InvalidParameterException e) {
      throw new InvalidParameterException("rotation." + e.parameter(), e.getMessage());
    }
  }
}
