package org.thalweg.engine.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.thalweg.params.Finding;
import org.thalweg.params.InvalidExperimentException;

/** Gathers what is wrong with an experiment, in the order in which it is found, each thing once. */
final class Findings {
  private final Set<Finding> all = new LinkedHashSet<>();

  void add(String path, String message) {
    all.add(new Finding(path, message));
  }

  void addAll(List<Finding> findings) {
    all.addAll(findings);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Builds something; what a plugin refuses becomes a finding. */
  <T> Optional<T> attempt(Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (AssemblyException e) {
      add(e.path(), e.getMessage());
      return Optional.empty();
    }
  }

  void throwIfAny() {
    if (!all.isEmpty()) {
      throw new InvalidExperimentException(new ArrayList<>(all));
    }
  }
}
