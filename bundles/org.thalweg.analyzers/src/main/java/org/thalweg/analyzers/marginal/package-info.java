/**
 * The distribution along one axis, from walkers or from a density, and what a prediction makes of
 * it.
 *
 * <p>{@link org.thalweg.analyzers.marginal.Masses} is the common currency: probabilities of bins
 * with everything that is known of their errors.
 */
package org.thalweg.analyzers.marginal;
