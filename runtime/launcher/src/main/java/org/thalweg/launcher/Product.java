package org.thalweg.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureBundle;
import org.osgi.service.feature.FeatureConfiguration;
import org.osgi.service.feature.FeatureService;
import org.osgi.service.feature.ID;

/**
 * What a list of features adds up to: bundles in their order, each once, and configurations.
 *
 * @param bundles the bundles in the order in which they start
 * @param configurations what ConfigurationAdmin is told before the bundles start
 */
public record Product(List<ID> bundles, List<Settings> configurations) {
  /**
   * One configuration of a feature, its variables replaced.
   *
   * @param pid the configuration's name, {@code factory~name} for one of several
   * @param values the settings
   */
  public record Settings(String pid, Map<String, Object> values) {}

  /**
   * Reads OSGi Feature JSON.
   *
   * @param home the distribution
   * @param names the features, each a file in its {@code features} folder
   * @param variables values for the features' variables, which win over the features' own
   * @return the sum of the features
   * @throws LaunchException if a feature is missing or cannot be read
   */
  public static Product read(Home home, List<String> names, Map<String, String> variables)
      throws LaunchException {
    FeatureService service = ServiceLoader.load(FeatureService.class).findFirst().orElseThrow();
    Set<ID> bundles = new LinkedHashSet<>();
    Map<String, Settings> configurations = new LinkedHashMap<>();
    for (String name : names) {
      Feature feature = parse(service, home.feature(name));
      for (FeatureBundle bundle : feature.getBundles()) {
        bundles.add(bundle.getID());
      }
      Variables known = new Variables(feature.getVariables(), variables);
      for (FeatureConfiguration c : feature.getConfigurations().values()) {
        configurations.put(c.getPid(), new Settings(c.getPid(), known.replaceIn(c.getValues())));
      }
    }
    return new Product(List.copyOf(bundles), List.copyOf(configurations.values()));
  }

  /**
   * Whether a bundle of this product looks after a folder itself: one of its settings names it.
   *
   * @param folder an absolute path
   * @return true if some configuration holds this path as a value
   */
  public boolean watches(Path folder) {
    return configurations.stream()
        .map(Settings::values)
        .map(Map::values)
        .flatMap(Collection::stream)
        .anyMatch(folder.toString()::equals);
  }

  private static Feature parse(FeatureService service, Path file) throws LaunchException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return service.readFeature(reader);
    } catch (NoSuchFileException e) {
      throw new LaunchException("there is no feature " + file, e);
    } catch (IOException | RuntimeException e) {
      throw new LaunchException("cannot read the feature " + file + ": " + e.getMessage(), e);
    }
  }

  /** Replaces {@code ${name}} in settings. */
  private record Variables(Map<String, Object> declared, Map<String, String> given) {
    Map<String, Object> replaceIn(Map<String, Object> values) throws LaunchException {
      Map<String, Object> replaced = new LinkedHashMap<>();
      for (Map.Entry<String, Object> entry : values.entrySet()) {
        replaced.put(entry.getKey(), replace(entry.getValue()));
      }
      return replaced;
    }

    private Object replace(Object value) throws LaunchException {
      if (value instanceof String text) {
        return replace(text);
      }
      if (value instanceof String[] texts) {
        List<String> replaced = new ArrayList<>();
        for (String text : texts) {
          replaced.add(replace(text));
        }
        return replaced.toArray(String[]::new);
      }
      return value;
    }

    private String replace(String text) throws LaunchException {
      String result = text;
      for (String name : declared.keySet()) {
        String reference = "${" + name + "}";
        if (result.contains(reference)) {
          result = result.replace(reference, value(name));
        }
      }
      return result;
    }

    private String value(String name) throws LaunchException {
      if (given.containsKey(name)) {
        return given.get(name);
      }
      if (declared.get(name) == null) {
        throw new LaunchException("a feature needs the variable " + name + ": pass -D" + name);
      }
      return declared.get(name).toString();
    }
  }
}
