package org.thalweg.engine.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.plugin.Ref;
import org.thalweg.engine.catalogue.PluginEntry;
import org.thalweg.engine.catalogue.PredictionEntry;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.params.Binder;
import org.thalweg.params.Checked;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;
import org.thalweg.params.Parameter;
import org.thalweg.params.ParameterTable;
import org.thalweg.params.RecordWriter;

/** Describes what a snapshot holds. */
public final class Describer {
  private static final String TYPE = "type";

  private final Snapshot plugins;

  /**
   * A describer.
   *
   * @param plugins what is installed
   */
  public Describer(Snapshot plugins) {
    this.plugins = plugins;
  }

  /**
   * The labels of all kinds, those of plugins first.
   *
   * @return the labels
   */
  public static List<String> kinds() {
    List<String> labels = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      labels.add(kind.label());
    }
    labels.add(Description.PREDICTION);
    return List.copyOf(labels);
  }

  /**
   * Everything, by kind and name.
   *
   * @return the descriptions
   */
  public List<Description> all() {
    List<Description> all = new ArrayList<>();
    plugins.entries().forEach(e -> all.add(of(e)));
    plugins.predictionEntries().forEach(e -> all.add(of(e)));
    return List.copyOf(all);
  }

  /**
   * What has a name; several where plugins of several kinds share it.
   *
   * @param id the name
   * @return the descriptions, none if nothing has the name
   */
  public List<Description> named(String id) {
    List<Description> found = new ArrayList<>();
    for (PluginEntry e : plugins.entries()) {
      if (e.id().equals(id)) {
        found.add(of(e));
      }
    }
    for (PredictionEntry e : plugins.predictionEntries()) {
      if (e.id().equals(id)) {
        found.add(of(e));
      }
    }
    return List.copyOf(found);
  }

  private Description of(PluginEntry e) {
    return new Description(
        e.kind().label(),
        e.id(),
        e.doc(),
        e.formula(),
        e.reference(),
        e.bundle(),
        e.version(),
        parameters(e),
        example(e));
  }

  private static Description of(PredictionEntry e) {
    return new Description(
        Description.PREDICTION,
        e.id(),
        e.doc(),
        e.formula(),
        e.reference(),
        e.bundle(),
        e.version(),
        List.of(),
        Optional.empty());
  }

  private List<Parameter> parameters(PluginEntry e) {
    return plugins
        .find(e.kind(), e.id())
        .map(Factory::defaults)
        .map(ParameterTable::of)
        .orElse(List.of());
  }

  /**
   * The reference that a plugin gives as its example, or its name alone, with every default filled
   * in where it binds.
   */
  private Optional<JsonNode> example(PluginEntry e) {
    return reference(e.kind(), e.id()).map(RecordWriter::write).or(() -> Optional.of(given(e)));
  }

  /**
   * A plugin with the parameters of its example, all others at their defaults.
   *
   * @param kind what it makes
   * @param id its name
   * @return the reference, or empty if it is not installed or its example has findings
   */
  public Optional<Ref<?>> reference(Kind kind, String id) {
    return bound(kind, id).flatMap(Checked::value);
  }

  /**
   * Binds a plugin's example, as experiments are bound.
   *
   * @param kind what it makes
   * @param id its name
   * @return the reference or what is wrong with it; empty if there is no such plugin
   */
  public Optional<Checked<Ref<?>>> bound(Kind kind, String id) {
    return plugins.entries().stream()
        .filter(e -> e.kind() == kind && e.id().equals(id))
        .findFirst()
        .map(e -> bind(given(e), kind.product()));
  }

  @SuppressWarnings("unchecked") // what the plugin makes does not matter here
  private <T> Checked<Ref<?>> bind(JsonNode node, Class<T> product) {
    Checked<Ref<T>> bound = new Binder(plugins).bindRef(node, product);
    return new Checked<>((Optional<Ref<?>>) (Optional<?>) bound.value(), bound.findings());
  }

  private static JsonNode given(PluginEntry e) {
    JsonNode name = JsonNode.object().with(TYPE, JsonNode.string(e.id()));
    return e.example().isBlank() ? name : JsonText.read(e.example()).value().orElse(name);
  }
}
