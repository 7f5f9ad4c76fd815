package org.thalweg.params;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came out of reading something that a user wrote: a value, or all that is wrong with it.
 *
 * @param <T> what was read
 * @param value the value; a JSON tree with duplicate keys has both a value and findings, so that
 *     later checks can go on, everything else has a value only without findings
 * @param findings what is wrong, in the order of the file; empty if all is well
 */
public record Checked<T>(Optional<T> value, List<Finding> findings) {
  /**
   * Copies the findings.
   *
   * @param value the value
   * @param findings what is wrong
   */
  public Checked {
    findings = List.copyOf(findings);
  }

  /**
   * Whether all is well.
   *
   * @return true if nothing was found
   */
  public boolean valid() {
    return findings.isEmpty();
  }

  /**
   * The value, if all is well.
   *
   * @return the value
   * @throws InvalidExperimentException with all findings, if there are any
   */
  public T orThrow() {
    if (!findings.isEmpty()) {
      throw new InvalidExperimentException(findings);
    }
    return value.orElseThrow();
  }

  /**
   * The same with more findings in front, those of an earlier step.
   *
   * @param earlier what an earlier step found
   * @return the value, unless something was found earlier, and all findings
   */
  public Checked<T> after(List<Finding> earlier) {
    List<Finding> all = new ArrayList<>(earlier);
    all.addAll(findings);
    return new Checked<>(earlier.isEmpty() ? value : Optional.empty(), all);
  }
}
