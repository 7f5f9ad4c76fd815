package org.thalweg.landscapes;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;

/**
 * Offers the surface of Mueller and Brown, a bent path between three minima over two saddles: L =
 * scale sum_k A_k exp(a_k (x - x_k)^2 + b_k (x - x_k)(y - y_k) + c_k (y - y_k)^2).
 *
 * <p>With the published constants and scale 1 the minima are L(-0.558, 1.442) = -146.700, L(0.623,
 * 0.028) = -108.167, L(-0.050, 0.467) = -80.768, the saddles L(-0.822, 0.624) = -40.665 and
 * L(0.212, 0.293) = -72.249. Walkers that climb far up the last term, which grows without bound,
 * meet very large gradients; a scale of about 0.01 suits learning rates near 0.01.
 *
 * <p>Losses are negative here, so that noise proportional to the loss does not go with it.
 *
 * <p>Source: Mueller, Brown 1979, doi:10.1007/BF00547608.
 */
@Plugin(
    id = "mueller-brown",
    doc = "Mueller and Brown's surface in two dimensions: three minima, two saddles, a bent path",
    ref = "Mueller, Brown 1979, doi:10.1007/BF00547608",
    formula =
        "L = scale sum_k amplitude_k exp(a_k (x - x_k)^2 + b_k (x - x_k)(y - y_k) + c_k (y -"
            + " y_k)^2)")
@Component
public final class MuellerBrown implements LandscapeFactory<MuellerBrown.Params> {
  /**
   * The parameters.
   *
   * @param scale a factor of the whole loss
   * @param terms the terms of the sum
   */
  public record Params(
      @Param(doc = "factor of the whole loss", min = 0, above = true) double scale,
      @Param(doc = "the terms of the sum; by default the four published ones") List<Term> terms) {}

  /**
   * One term.
   *
   * @param amplitude its value at its centre
   * @param a the coefficient of (x - x_k)^2
   * @param b the coefficient of (x - x_k)(y - y_k)
   * @param c the coefficient of (y - y_k)^2
   * @param x the centre's first coordinate
   * @param y the centre's second coordinate
   */
  public record Term(
      @Param(doc = "A, the term at its centre", unit = "loss") double amplitude,
      @Param(doc = "a, the coefficient of (x - x_k)^2", unit = "1/theta^2") double a,
      @Param(doc = "b, the coefficient of (x - x_k)(y - y_k)", unit = "1/theta^2") double b,
      @Param(doc = "c, the coefficient of (y - y_k)^2", unit = "1/theta^2") double c,
      @Param(doc = "x_k, the centre's first coordinate", unit = "theta") double x,
      @Param(doc = "y_k, the centre's second coordinate", unit = "theta") double y) {}

  @Override
  public Params defaults() {
    return new Params(
        1,
        List.of(
            new Term(-200, -1, 0, -10, 1, 0),
            new Term(-100, -1, 0, -10, 0, 0.5),
            new Term(-170, -6.5, 11, -6.5, -0.5, 1.5),
            new Term(15, 0.7, 0.6, 0.7, -1, 1)));
  }

  @Override
  public Landscape create(Params parameters, Assembly assembly) {
    if (parameters.terms().isEmpty()) {
      throw new InvalidParameterException(
          "terms", "is empty, which leaves no loss; give a term, or leave the key out");
    }
    return new MuellerBrownLandscape(parameters.scale(), parameters.terms().toArray(Term[]::new));
  }
}
