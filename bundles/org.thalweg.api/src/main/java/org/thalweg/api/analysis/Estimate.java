package org.thalweg.api.analysis;

/**
 * A number with its error.
 *
 * @param value the number
 * @param error one standard error, or the estimated numerical error
 */
public record Estimate(double value, double error) {}
