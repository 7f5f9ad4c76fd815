package org.thalweg.api.problem;

/**
 * When a walker counts as diverged.
 *
 * @param cutoff a walker with a coordinate of larger magnitude, or one that is not a number, is
 *     removed, counted and timed
 */
public record Divergence(double cutoff) {}
