package org.thalweg.api.analysis;

/**
 * The current of a density and what follows from it.
 *
 * <p>J_i = - P d_i L - sum_j d_j (D_ij P), so that dP/dt = - div J (Risken 1989,
 * doi:10.1007/978-3-642-61544-3).
 *
 * @param components J at every cell's centre, one array per axis (unit: 1 / (time times the volume
 *     of the other axes))
 * @param stream in two dimensions the stream function psi at every corner of the cells, of which
 *     there are (n0 + 1) (n1 + 1), zero at the first: J_0 = d psi / d x_1, J_1 = - d psi / d x_0
 *     (unit: 1 / time). Empty in other dimensions; where the current has sources, as it has while a
 *     density changes or an edge absorbs, so that no psi fits it; and where a net current around
 *     both axes, or around one that the other crosses periodically, leaves psi without one value
 * @param imbalance the integral of |div J| = |dP/dt| (unit: 1 / time): rounding in a steady state
 * @param entropyProduction the integral of J . D^-1 . J / P (unit: 1 / time); infinite where a
 *     current flows along a direction without noise, through cells without probability, or out
 *     through an absorbing edge, at which P vanishes
 */
public record ProbabilityCurrent(
    double[][] components, double[] stream, double imbalance, double entropyProduction) {}
