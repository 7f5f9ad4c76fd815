package org.thalweg.api.analysis;

import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.problem.Setting;

/**
 * Makes analyzers; the service of an analyzer plugin.
 *
 * @param <P> the parameters
 */
public interface AnalyzerFactory<P extends Record> extends Factory<P> {
  /**
   * Makes an analyzer.
   *
   * @param parameters bound and checked
   * @param setting the landscape, learning rate and batch size of the problem
   * @param assembly builds what the parameters refer to, and lists the predictions
   * @return an immutable analyzer
   */
  Analyzer create(P parameters, Setting setting, Assembly assembly);
}
