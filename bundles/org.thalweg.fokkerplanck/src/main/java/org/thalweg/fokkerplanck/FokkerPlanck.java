package org.thalweg.fokkerplanck;

import java.util.OptionalDouble;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.method.Method;
import org.thalweg.api.method.MethodFactory;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;

/**
 * Offers the probability density itself, without sampling: the Fokker-Planck equation on a grid of
 * one or two dimensions, in time or at once in its steady state.
 *
 * <p>Scheme: a Markov generator on cells, by exponential fitting along the axes and a second-order
 * nine-point form of the mixed derivative, or by Selling's decomposition where densities must not
 * become negative whatever the matrix; Strang splitting into lines under TR-BDF2 where the
 * generator allows it; multifrontal elimination without subtraction for the rest.
 *
 * <p>Properties: mass is conserved to rounding. Every run is made on two grids, the finer one with
 * twice as many cells per axis, so that expectations are extrapolated and carry their error; time
 * steps are chosen by step doubling. Both can be done without for given steps. Unless rates are
 * negative, which the facts of a run say, so is no density.
 *
 * <p>Sources: Scharfetter, Gummel 1969, doi:10.1109/T-ED.1969.16566; Grassmann, Taksar, Heyman
 * 1985, doi:10.1287/opre.33.5.1107; Bonnans, Zidani 2003, doi:10.1137/S0036142901387336.
 */
@Plugin(
    id = "fokker-planck",
    doc = "The probability density on a grid of one or two dimensions",
    ref = "Risken 1989, The Fokker-Planck Equation, doi:10.1007/978-3-642-61544-3")
@Component
public final class FokkerPlanck implements MethodFactory<FokkerPlanck.Params> {
  /** What is computed. */
  public enum Solve {
    /** The density at the save times. */
    EVOLUTION,
    /** The density that no longer changes. */
    STEADY_STATE
  }

  /** How space is discretised. */
  public enum Scheme {
    /** Second order; may be negative where the diffusion matrix is tilted against the grid. */
    SECOND_ORDER,
    /** First order in tilted matrices, never negative. */
    POSITIVE
  }

  /**
   * The parameters.
   *
   * @param solve what is computed
   * @param cells cells per axis of the finer grid; empty to let a pilot run choose
   * @param scheme how space is discretised
   * @param reach the longest jump of the positive scheme
   * @param tolerance bound on the error of the time steps
   * @param step a fixed time step instead
   * @param estimate whether errors are estimated
   */
  public record Params(
      @Param(doc = "the density at the save times, or the steady state") Solve solve,
      @Param(
              doc = "cells per axis, multiples of 2; chosen from a pilot run if not given",
              min = 4,
              max = 1 << 20)
          long[] cells,
      @Param(doc = "second order, or positive for every diffusion matrix") Scheme scheme,
      @Param(doc = "longest jump of the positive scheme, in cells", min = 1, max = 16) long reach,
      @Param(
              doc =
                  "bound on the error of all time steps together, as the sum of absolute"
                      + " differences over cells",
              min = 1e-10,
              max = 1)
          double tolerance,
      @Param(
              doc = "fixed time step; chosen by the tolerance if not given",
              unit = "time",
              min = 0,
              above = true)
          OptionalDouble step,
      @Param(
              doc =
                  "estimate errors by a coarser grid and by halved steps; false takes given steps"
                      + " on one grid, in a third of the time")
          boolean estimate) {
    /**
     * Checks that the coarser grid has half as many cells, its size, and that steps can be chosen.
     */
    public Params {
      if (!estimate && solve == Solve.EVOLUTION && step.isEmpty()) {
        throw new InvalidParameterException(
            "estimate", "is false, so that steps cannot be chosen; give a step as well");
      }
      for (long c : cells) {
        if (c % 2 != 0) {
          throw new InvalidParameterException(
              "cells",
              c + " is odd, but a second grid with half as many cells is needed; use " + (c + 1));
        }
      }
      if (cells.length == 2 && cells[0] * cells[1] > Grid.MOST) {
        throw new InvalidParameterException(
            "cells",
            cells[0]
                + " x "
                + cells[1]
                + " are "
                + cells[0] * cells[1]
                + " cells, but a grid may have at most "
                + Grid.MOST
                + "; use fewer, a million suffices for most valleys and takes 4 GB of memory");
      }
    }
  }

  @Override
  public Params defaults() {
    return new Params(
        Solve.EVOLUTION,
        new long[0],
        Scheme.SECOND_ORDER,
        SellingScheme.DEFAULT_REACH,
        1e-2,
        OptionalDouble.empty(),
        true);
  }

  @Override
  public Method create(Params parameters, Assembly assembly) {
    return new FokkerPlanckMethod(parameters);
  }
}
