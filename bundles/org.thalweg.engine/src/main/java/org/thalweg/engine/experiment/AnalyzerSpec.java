package org.thalweg.engine.experiment;

import java.util.Optional;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Ref;
import org.thalweg.params.Beside;

/**
 * An analyzer, as an experiment file says it.
 *
 * @param id its name; the plugin's id if missing
 * @param analyzer the plugin with its parameters
 */
public record AnalyzerSpec(
    @Param(doc = "name, unique in the experiment; the type if missing") Optional<String> id,
    @Param(doc = "the analyzer") @Beside Ref<Analyzer> analyzer) {
  /**
   * The name.
   *
   * @return the id, or the plugin's
   */
  public String name() {
    return id.orElse(analyzer.type());
  }

  AnalyzerSpec named() {
    return new AnalyzerSpec(Optional.of(name()), analyzer);
  }
}
