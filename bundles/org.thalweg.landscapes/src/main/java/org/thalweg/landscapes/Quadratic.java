package org.thalweg.landscapes;

import java.util.Arrays;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;

/**
 * Offers the quadratic bowl L(x) = offset + (x - centre)^T H (x - centre)/2, on which every method
 * has an exact answer.
 *
 * <p>Ornstein-Uhlenbeck: H S + S H = eta C for the stationary covariance S. Discrete SGD with
 * momentum: Liu, Ziyin, Ueda 2021, arXiv 2012.03636.
 */
@Plugin(
    id = "quadratic",
    doc = "Quadratic bowl in any number of dimensions",
    ref = "Uhlenbeck, Ornstein 1930, doi:10.1103/PhysRev.36.823",
    formula = "L = (x - centre)^T H (x - centre)/2, H with eigenvalues h_i, turned by angle")
@Component
public final class Quadratic implements LandscapeFactory<Quadratic.Params> {
  /**
   * The parameters.
   *
   * @param curvatures the eigenvalues of H
   * @param angle how far the first axis of H is turned
   * @param centre where the gradient is zero
   * @param offset the loss there
   */
  public record Params(
      @Param(doc = "eigenvalues h_i of the Hessian H") Spectrum curvatures,
      @Param(
              doc = "angle from the first coordinate axis to the axis of h_0; 2 dimensions only",
              unit = "rad")
          double angle,
      @Param(doc = "the bowl's centre: one number per parameter, or one for all", unit = "theta")
          double[] centre,
      @Param(doc = "the loss at the centre", unit = "loss") double offset) {
    /**
     * A bowl whose least loss is zero.
     *
     * @param curvatures the eigenvalues of H
     * @param angle how far the first axis of H is turned
     * @param centre where the gradient is zero
     */
    public Params(Spectrum curvatures, double angle, double[] centre) {
      this(curvatures, angle, centre, 0);
    }
  }

  @Override
  public Params defaults() {
    return new Params(new Spectrum.Listed(new double[] {1, 10}), 0, new double[] {0});
  }

  @Override
  public Landscape create(Params parameters, Assembly assembly) {
    double[] h = parameters.curvatures().curvatures();
    double[] centre = centre(parameters.centre(), h.length);
    if (parameters.angle() == 0) {
      return new DiagonalQuadratic(h, centre, parameters.offset());
    }
    if (h.length != 2) {
      throw new InvalidParameterException(
          "angle",
          "is "
              + parameters.angle()
              + ", but turning is for 2 dimensions and there are "
              + h.length
              + " curvatures; leave the angle at 0 or give 2 curvatures");
    }
    return new TurnedQuadratic(h, parameters.angle(), centre, parameters.offset());
  }

  private static double[] centre(double[] given, int dim) {
    if (given.length == dim) {
      return given.clone();
    }
    if (given.length != 1) {
      throw new InvalidParameterException(
          "centre",
          "has "
              + given.length
              + " numbers, but there are "
              + dim
              + " curvatures; give "
              + dim
              + " numbers, or one for all");
    }
    double[] centre = new double[dim];
    Arrays.fill(centre, given[0]);
    return centre;
  }
}
