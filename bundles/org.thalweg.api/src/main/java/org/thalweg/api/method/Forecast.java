package org.thalweg.api.method;

import java.util.List;

/**
 * What a method will need for a problem, found by brief trials before the run.
 *
 * @param facts sizes that can be told, by the names that they have in a result where they have one
 * @param seconds about how long it takes with the run's threads
 * @param within the factor by which the time may be longer or shorter, above 1
 * @param memory about the most bytes that it holds at a time
 * @param kept bytes of the arrays that it hands over at the end
 */
public record Forecast(
    List<MethodResult.Fact> facts, double seconds, double within, double memory, double kept) {
  /**
   * Copies the facts.
   *
   * @param facts sizes
   * @param seconds time
   * @param within its factor
   * @param memory bytes
   * @param kept bytes
   */
  public Forecast {
    facts = List.copyOf(facts);
  }
}
