package org.thalweg.api.plugin;

/**
 * A reference to another plugin together with its parameters, as an experiment file gives it.
 *
 * <p>{@link Assembly} builds what it names.
 *
 * @param <T> what the plugin makes, for example a landscape
 * @param type the plugin's id
 * @param parameters the plugin's parameters, bound and checked
 * @param path where the reference stands in the experiment file, for errors
 */
public record Ref<T>(String type, Record parameters, String path) {
  /**
   * A reference that stands in no file.
   *
   * @param type the plugin's id
   * @param parameters the plugin's parameters
   */
  public Ref(String type, Record parameters) {
    this(type, parameters, "");
  }
}
