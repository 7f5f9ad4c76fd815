package org.thalweg.api.method;

import java.util.List;
import java.util.Optional;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.PathObserver;

/**
 * What a method yields beside the distribution that its observers saw.
 *
 * @param observer everything observed, merged
 * @param paths what the path observer saw, merged, where there was one
 * @param facts the method's numerical facts: steps, walkers lost, mass kept, errors
 * @param arrays arrays to keep, such as final positions or densities
 */
public record MethodResult(
    Observer observer, Optional<PathObserver> paths, List<Fact> facts, List<NamedArray> arrays) {
  /**
   * One numerical fact about how a method went.
   *
   * @param name what, in words joined by hyphens
   * @param value the number
   * @param unit its unit; empty for a pure number
   * @param meaning what it tells, in one phrase
   */
  public record Fact(String name, double value, String unit, String meaning) {}
}
