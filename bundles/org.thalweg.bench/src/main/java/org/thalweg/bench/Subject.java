package org.thalweg.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An experiment to be measured: a workload or anybody's own.
 *
 * @param name its name in the results
 * @param text the experiment's text
 * @param settings values that replace those of the text: path and value as typed, in order
 * @param folder where paths of files that the experiment names begin
 */
public record Subject(
    String name, String text, List<Map.Entry<String, String>> settings, Path folder) {
  /**
   * A workload with other values.
   *
   * @param workload the workload
   * @param settings values that replace those of its experiment
   * @return the subject
   */
  public static Subject of(Workload workload, List<Map.Entry<String, String>> settings) {
    return new Subject(workload.name(), workload.experiment(), settings, Path.of(""));
  }
}
