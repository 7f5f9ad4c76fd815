package org.thalweg.engine.catalogue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.plugin.Kind;
import org.thalweg.params.PluginLookup;

/** What was installed at one moment. */
public final class Snapshot implements PluginLookup {
  /**
   * An installed plugin.
   *
   * @param entry what is known of it
   * @param factory gives its factory when it is first needed; null if it has gone
   */
  public record Installed(PluginEntry entry, Supplier<Factory<?>> factory) {}

  private final Map<Kind, Map<String, Installed>> plugins = new EnumMap<>(Kind.class);
  private final List<PluginEntry> entries;
  private final List<Prediction> predictions;
  private final List<PredictionEntry> predictionEntries;

  /**
   * A snapshot outside a framework, where of the predictions only their ids are known.
   *
   * @param installed the plugins; of two with one kind and id the first is used
   * @param predictions the closed forms, in the order of their ids
   */
  public Snapshot(List<Installed> installed, List<Prediction> predictions) {
    this(
        installed,
        predictions,
        predictions.stream().map(p -> new PredictionEntry(p.id(), "", "", "", "", "")).toList());
  }

  /**
   * A snapshot.
   *
   * @param installed the plugins; of two with one kind and id the first is used
   * @param predictions the closed forms, in the order of their ids
   * @param predictionEntries what is known of them, in the same order
   */
  public Snapshot(
      List<Installed> installed,
      List<Prediction> predictions,
      List<PredictionEntry> predictionEntries) {
    for (Kind kind : Kind.values()) {
      plugins.put(kind, new TreeMap<>());
    }
    for (Installed i : installed) {
      plugins.get(i.entry().kind()).putIfAbsent(i.entry().id(), i);
    }
    this.entries =
        plugins.values().stream().flatMap(m -> m.values().stream()).map(Installed::entry).toList();
    this.predictions = List.copyOf(predictions);
    this.predictionEntries = List.copyOf(predictionEntries);
  }

  /**
   * All plugins, by kind and id.
   *
   * @return the entries
   */
  public List<PluginEntry> entries() {
    return entries;
  }

  @Override
  public Optional<Factory<?>> find(Kind kind, String id) {
    return Optional.ofNullable(plugins.get(kind).get(id)).map(i -> i.factory().get());
  }

  /**
   * What is known of a plugin.
   *
   * @param kind what it makes
   * @param id its name in experiment files
   * @return its entry; empty if it is not installed
   */
  public Optional<PluginEntry> entry(Kind kind, String id) {
    return Optional.ofNullable(plugins.get(kind).get(id)).map(Installed::entry);
  }

  @Override
  public Set<String> ids(Kind kind) {
    return plugins.get(kind).keySet();
  }

  /**
   * The closed forms.
   *
   * @return the predictions, in the order of their ids
   */
  public List<Prediction> predictions() {
    return predictions;
  }

  /**
   * What is known of the closed forms.
   *
   * @return one entry per prediction, in the same order
   */
  public List<PredictionEntry> predictionEntries() {
    return predictionEntries;
  }
}
