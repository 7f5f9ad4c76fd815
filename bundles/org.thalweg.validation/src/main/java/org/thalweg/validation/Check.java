package org.thalweg.validation;

import java.util.Optional;

/**
 * One number that a case must give.
 *
 * @param analyzer the analyzer that measures it
 * @param quantity the name of its result, or of a column of a table
 * @param table the table that has the column; empty for a result
 * @param method the method that it is measured with
 * @param expected the known number
 * @param tolerance the largest difference beside that of sampling
 */
public record Check(
    String analyzer,
    String quantity,
    Optional<String> table,
    String method,
    double expected,
    double tolerance) {}
