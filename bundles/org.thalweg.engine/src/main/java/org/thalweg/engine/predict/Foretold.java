package org.thalweg.engine.predict;

import java.util.List;
import java.util.Optional;
import org.thalweg.api.analysis.Quantity;

/**
 * What one prediction says of an experiment.
 *
 * @param prediction its name
 * @param quantity what it predicts
 * @param objection why it says nothing here; empty if it holds
 * @param answers its values, none if it does not hold or nothing was asked that it answers
 * @param unanswered why it does not answer questions about a problem for which it holds
 */
public record Foretold(
    String prediction,
    Quantity quantity,
    Optional<String> objection,
    List<Answer> answers,
    List<String> unanswered) {}
