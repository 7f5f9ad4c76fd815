package org.thalweg.landscapes;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;

/**
 * Offers the smallest landscape with a rescaling symmetry, L = (u . v - target)^2/2 with k numbers
 * in u and k in v: a linear network with one input, k hidden units and one output.
 *
 * <p>Points are (u_0 .. u_(k-1), v_0 .. v_(k-1)). L does not change under u_i -> c u_i, v_i ->
 * v_i/c. Gradient flow therefore keeps each u_i^2 - v_i^2, and one SGD step, whatever its minibatch
 * did to the target, multiplies it by 1 - eta^2 g^2, g = u . v - target of that minibatch; noise of
 * the label thus leads to balanced factors, where the minimum is flattest (trace of the Hessian
 * |u|^2 + |v|^2).
 *
 * <p>For k = 1 and a target other than zero the minima are the two branches of the hyperbola u v =
 * target. The floor is the branch with u positive: u = |target|^(1/2) exp(s), v = target/u, so that
 * u^2 - v^2 = 2 |target| sinh(2 s); the other branch is its mirror image. For a target of zero the
 * minima are two crossing lines, and for k > 1 a surface; neither has a floor here.
 *
 * <p>There is one label, the target, which noise can perturb.
 *
 * <p>Source: Saxe, McClelland, Ganguli 2014, arXiv 1312.6120; Ziyin, Li, Ueda 2023, arXiv
 * 2308.06671.
 */
@Plugin(
    id = "product",
    doc = "Rescaling symmetry: a product of two factors is to equal a target",
    ref = "Saxe, McClelland, Ganguli 2014, doi:10.48550/arXiv.1312.6120",
    formula = "L = (sum_i u_i v_i - target)^2/2, points (u_0 .. u_(k-1), v_0 .. v_(k-1))")
@Component
public final class Product implements LandscapeFactory<Product.Params> {
  /**
   * The parameters.
   *
   * @param factors k
   * @param target the product to be reached
   */
  public record Params(
      @Param(doc = "k, the numbers in u and in v", min = 1, max = 1e7) int factors,
      @Param(doc = "the value that u . v is to have", unit = "theta^2") double target) {}

  @Override
  public Params defaults() {
    return new Params(1, 1);
  }

  @Override
  public Landscape create(Params parameters, Assembly assembly) {
    return new ProductLandscape(parameters.factors(), parameters.target());
  }
}
