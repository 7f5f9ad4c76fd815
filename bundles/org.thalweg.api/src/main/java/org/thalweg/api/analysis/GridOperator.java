package org.thalweg.api.analysis;

import java.util.List;
import java.util.function.Predicate;

/**
 * The Fokker-Planck operator of a problem on the cells of a density: forward it moves densities and
 * carries current, backward it gives times and probabilities of passage.
 *
 * <p>Forward (Ito, D = eta C / 2): dP/dt = sum_i d_i (P d_i L) + sum_ij d_i d_j (D_ij P). Backward:
 * df/dt = - sum_i (d_i L) d_i f + sum_ij D_ij d_i d_j f. Source: Risken 1989,
 * doi:10.1007/978-3-642-61544-3.
 *
 * <p>All arrays have one entry per cell, the last axis running fastest. Values are those of this
 * grid alone; {@link GridDensity#coarse()} has the operator of the coarser grid, from which errors
 * are estimated and values extrapolated as those of the density are. Calls may take seconds; they
 * are safe from several threads.
 */
public interface GridOperator {
  /**
   * The grid.
   *
   * @return one axis per parameter
   */
  List<GridAxis> axes();

  /**
   * The current of a density.
   *
   * @param density P in every cell (unit: 1 / volume)
   * @return J and what follows from it
   */
  ProbabilityCurrent current(double[] density);

  /**
   * The slowest modes of relaxation, the steady state's first.
   *
   * @param modes how many are wanted, at least 1; fewer are given where the grid has fewer
   * @return the modes, in the order of rising decay rates
   * @throws IllegalStateException if they are not found, with the reason
   */
  List<RelaxationMode> modes(int modes);

  /**
   * The mean time until a path is first in a region, or in an absorbing edge.
   *
   * @param region the region; asked for single points, cell centres and those between them; the
   *     point that it is given is reused
   * @return the time from every cell's centre (unit: time), of second order in the width of the
   *     cells; zero inside the region, infinite where it and the edges may never be reached
   * @throws IllegalStateException if it is not found, with the reason
   */
  double[] meanPassageTime(Predicate<double[]> region);

  /**
   * The mean square of the same time.
   *
   * @param region the region
   * @return the second moment from every cell's centre (unit: time^2)
   * @throws IllegalStateException if it is not found, with the reason
   */
  double[] meanSquarePassageTime(Predicate<double[]> region);

  /**
   * The probability of being in one region before another: the committor.
   *
   * @param target the region that counts; where both hold it is the target
   * @param other the region that ends the path beside it; absorbing edges end it too
   * @return the probability from every cell's centre; between 0 and 1 unless rates are negative
   * @throws IllegalStateException if it is not found, with the reason
   */
  double[] hittingProbability(Predicate<double[]> target, Predicate<double[]> other);
}
