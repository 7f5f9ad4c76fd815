package org.thalweg.landscapes;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;

/**
 * Offers the valley L(x, y) = L0(x) + lambda(x) y^2/2, on which flatness F = lambda^(-1/2) changes
 * along the floor.
 *
 * <p>Source: Yang, Tang, Tu 2023, doi:10.1103/PhysRevLett.130.237101.
 */
@Plugin(
    id = "valley",
    doc = "Valley in two dimensions whose flatness changes along its floor",
    ref = "Yang, Tang, Tu 2023, doi:10.1103/PhysRevLett.130.237101",
    formula = "L = L0(x) + lambda(x) y^2/2, F = lambda^(-1/2)")
@Component
public final class Valley implements LandscapeFactory<Valley.Params> {
  /**
   * The parameters.
   *
   * @param profile lambda(x)
   * @param floor L0(x)
   */
  public record Params(
      @Param(doc = "curvature lambda(x) across the valley") Profile profile,
      @Param(doc = "loss L0(x) on the floor") Floor floor) {}

  @Override
  public Params defaults() {
    return new Params(new Profile.Bump(), new Floor.Flat());
  }

  @Override
  public Landscape create(Params parameters, Assembly assembly) {
    Profile profile = parameters.profile();
    return new ValleyLandscape(
        profile.law(), profile.reference(), parameters.floor().law(), profile.from(), profile.to());
  }
}
