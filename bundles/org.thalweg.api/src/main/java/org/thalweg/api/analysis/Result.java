package org.thalweg.api.analysis;

/**
 * One number of a run with its error: a cell of a sweep's table.
 *
 * @param quantity what it is, in words joined by hyphens, such as {@code mean-0} or {@code
 *     exit-time}; the same words for every method
 * @param method the id of the method that it was measured with; empty for a number about several
 * @param value the number; not-a-number where there was nothing to measure
 * @param error one standard error, or the estimated numerical error; not-a-number if unknown
 * @param unit the unit, empty for a pure number
 */
public record Result(String quantity, String method, double value, double error, String unit) {}
