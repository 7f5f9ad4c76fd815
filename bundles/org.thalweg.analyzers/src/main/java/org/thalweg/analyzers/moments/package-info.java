/**
 * Means and spreads over the ensemble against time: of coordinates, of the loss, of scores.
 *
 * <p>{@link org.thalweg.analyzers.moments.MomentData} merges chunks without cancellation; whoever
 * needs a mean with its error takes it.
 */
package org.thalweg.analyzers.moments;
