package org.thalweg.params;

import java.util.List;
import java.util.stream.Collectors;

/** Tells that an experiment cannot be used, with everything that is wrong with it. */
public final class InvalidExperimentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  /**
   * An exception for one or more findings.
   *
   * @param findings what is wrong, in the order of the file
   */
  public InvalidExperimentException(List<Finding> findings) {
    super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
    this.findings = List.copyOf(findings);
  }

  /**
   * Everything that is wrong.
   *
   * @return an unmodifiable list, not empty
   */
  public List<Finding> findings() {
    return findings;
  }
}
