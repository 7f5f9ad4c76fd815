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
import org.thalweg.api.problem.Schedule;

/**
 * Offers a sharp and a flat harmonic well side by side, on which the choice between a sharp and a
 * flat minimum can be studied, and annealing.
 *
 * <p>The wells are V_s = sharp |theta + (separation/2) e_0|^2/2 and V_f = flat |theta -
 * (separation/2) e_0|^2/2 + depth. They are joined by a smooth minimum, L = -smoothing
 * ln(exp(-V_s/smoothing) + exp(-V_f/smoothing)), so that gradient and Hessian exist everywhere: L
 * is below the lower well by smoothing ln 2 where they cross, and by a part exp(-gap/smoothing) of
 * smoothing where the other well is higher by a gap. A small smoothing makes a sharper crest, which
 * steps must resolve: the Hessian there is about -(difference of the slopes)^2/(4 smoothing).
 *
 * <p>Under noise of temperature T = smoothing, Gibbs' distribution exp(-L/T) is exactly a sum of
 * two Gaussians, with masses in the ratio (flat/sharp)^(dim/2) exp(depth/T) of sharp to flat. For
 * other temperatures much below the barrier that ratio is the leading order.
 *
 * <p>Source: Hochreiter, Schmidhuber 1997, doi:10.1162/neco.1997.9.1.1 (flat minima).
 */
@Plugin(
    id = "two-valleys",
    doc = "A sharp and a flat harmonic well side by side, in any number of dimensions",
    ref = "Hochreiter, Schmidhuber 1997, doi:10.1162/neco.1997.9.1.1",
    formula =
        "L = f(t) (-smoothing ln(exp(-V_s/smoothing) + exp(-V_f/smoothing))), V_s = sharp |theta +"
            + " separation e_0/2|^2/2, V_f = flat |theta - separation e_0/2|^2/2 + depth")
@Component
public final class TwoValleys implements LandscapeFactory<TwoValleys.Params> {
  /** How many smoothings the other well must lie above each bottom. */
  private static final double CLEAR = 4;

  /**
   * The parameters.
   *
   * @param dim the number of parameters
   * @param sharp the curvature of the well at negative x_0
   * @param flat the curvature of the well at positive x_0
   * @param separation the distance of the wells
   * @param depth the flat well's loss at its bottom, less the sharp one's
   * @param smoothing how smoothly they are joined
   * @param factor f(t), which multiplies the whole loss
   */
  public record Params(
      @Param(doc = "number of parameters", min = 1, max = 1e7) int dim,
      @Param(
              doc = "curvature of the well at x_0 = -separation/2",
              unit = "loss/theta^2",
              min = 0,
              above = true)
          double sharp,
      @Param(
              doc = "curvature of the well at x_0 = separation/2",
              unit = "loss/theta^2",
              min = 0,
              above = true)
          double flat,
      @Param(doc = "distance of the wells", unit = "theta", min = 0, above = true)
          double separation,
      @Param(doc = "the flat well's loss at its bottom, the sharp one's being 0", unit = "loss")
          double depth,
      @Param(
              doc = "scale of the losses that the joint rounds off",
              unit = "loss",
              min = 0,
              above = true)
          double smoothing,
      @Param(doc = "f(t), a factor of the whole loss in time, for annealing; 1 if left out")
          Optional<Ref<Schedule>> factor) {}

  @Override
  public Params defaults() {
    return new Params(2, 10, 1, 3, 0, 0.1, Optional.empty());
  }

  @Override
  public Landscape create(Params p, Assembly assembly) {
    double square = 0.5 * p.separation() * p.separation();
    wellIsThere("flat", p, p.flat() * square + p.depth());
    wellIsThere("sharp", p, p.sharp() * square - p.depth());
    Landscape wells = new TwoValleysLandscape(p);
    return p.factor().<Landscape>map(f -> Scaled.by(f, wells, assembly)).orElse(wells);
  }

  /** Refuses a well that buries the other's bottom. */
  private static void wellIsThere(String well, Params p, double above) {
    if (above < CLEAR * p.smoothing()) {
      throw new InvalidParameterException(
          "separation",
          "is "
              + p.separation()
              + ", where the "
              + well
              + " well lies only "
              + above
              + " above the other's bottom, less than "
              + CLEAR
              + " times the smoothing of "
              + p.smoothing()
              + ", so that there are not two wells; separate them more, or change curvatures, depth"
              + " or smoothing");
    }
  }
}
