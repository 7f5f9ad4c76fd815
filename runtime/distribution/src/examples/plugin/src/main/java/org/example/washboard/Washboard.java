package org.example.washboard;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;

/** Offers the tilted periodic potential, on which drift and hopping between wells compete. */
@Plugin(
    id = "washboard",
    doc = "Tilted periodic potential in one dimension",
    ref = "Risken, The Fokker-Planck Equation, 2nd ed., chapter 11",
    formula = "L = height (1 - cos(2 pi x/period)) - tilt x")
@Component
public final class Washboard implements LandscapeFactory<Washboard.Params> {
  /**
   * The parameters; their checks are made before {@link #create} is called.
   *
   * @param height half the loss between a well and a top, without tilt
   * @param period the distance of the wells
   * @param tilt the mean slope downwards
   */
  public record Params(
      @Param(doc = "half the depth of the wells", unit = "loss", min = 0) double height,
      @Param(doc = "distance of the wells", unit = "theta", min = 0, above = true) double period,
      @Param(doc = "mean slope downwards", unit = "loss/theta") double tilt) {}

  @Override
  public Params defaults() {
    return new Params(1, 1, 0);
  }

  @Override
  public Landscape create(Params p, Assembly assembly) {
    return new WashboardLandscape(p.height(), p.period(), p.tilt());
  }
}
