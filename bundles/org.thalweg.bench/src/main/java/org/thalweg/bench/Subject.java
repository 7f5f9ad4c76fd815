package org.thalweg.bench;

import java.util.List;
import java.util.Map;

/**
 * An experiment to be measured: a workload or anybody's own.
 *
 * @param name its name in the results
 * @param text the experiment's text
 * @param settings values that replace those of the text: path and value as typed, in order
 */
public record Subject(String name, String text, List<Map.Entry<String, String>> settings) {
  /**
   * A workload with other values.
   *
   * @param workload the workload
   * @param settings values that replace those of its experiment
   * @return the subject
   */
  public static Subject of(Workload workload, List<Map.Entry<String, String>> settings) {
    return new Subject(workload.name(), workload.experiment(), settings);
  }
}
