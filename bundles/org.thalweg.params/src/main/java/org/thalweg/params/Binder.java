package org.thalweg.params;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.plugin.Ref;

/**
 * Binds JSON to records of parameters and says everything that is wrong with it at once.
 *
 * <p>A key is a component's name. A missing key takes the value of the default instance; a nested
 * record takes its missing keys from the enclosing default if that is of the same class, and
 * otherwise from what its constructor without arguments makes. Bounds and required keys are those
 * of {@link org.thalweg.api.plugin.Param}. A {@link Ref} in a default instance may have null as its
 * parameters, which stands for the plugin's own defaults.
 *
 * <p>Nothing that a user can write makes these methods throw; a record that declares what JSON
 * cannot hold gives a {@link BadDeclarationException}, or a finding if it belongs to a plugin.
 */
public final class Binder {
  private final PluginLookup plugins;

  /**
   * A binder.
   *
   * @param plugins finds the plugins that references name
   */
  public Binder(PluginLookup plugins) {
    this.plugins = Objects.requireNonNull(plugins, "plugins");
  }

  /**
   * Binds an object to a record.
   *
   * @param <P> the record
   * @param node the object
   * @param defaults the default values
   * @param otherKeys keys that the caller reads itself; other unknown keys are findings
   * @return the record, or what is wrong
   */
  public <P extends Record> Checked<P> bind(JsonNode node, P defaults, String... otherKeys) {
    @SuppressWarnings("unchecked")
    Class<P> type = (Class<P>) defaults.getClass();
    return bound(node, type, defaults, Binding.Scope.of(Set.of(otherKeys)));
  }

  /**
   * Binds an object to a record without a default instance: what its constructor without arguments
   * makes is the default, and without one every key is required.
   *
   * @param <P> the record
   * @param node the object
   * @param type the record's class
   * @param otherKeys as in {@link #bind(JsonNode, Record, String...)}
   * @return the record, or what is wrong
   */
  public <P extends Record> Checked<P> bind(JsonNode node, Class<P> type, String... otherKeys) {
    return bound(node, type, Component.standard(type), Binding.Scope.of(Set.of(otherKeys)));
  }

  /**
   * Binds those keys of an object that a record knows, whatever others there are.
   *
   * @param <P> the record
   * @param node the object
   * @param defaults the default values
   * @return the record, or what is wrong with its keys
   */
  public <P extends Record> Checked<P> bindPart(JsonNode node, P defaults) {
    @SuppressWarnings("unchecked")
    Class<P> type = (Class<P>) defaults.getClass();
    return bound(node, type, defaults, Binding.Scope.ANY_KEYS);
  }

  /**
   * Binds an object with {@code "type"} to a reference.
   *
   * @param <T> what the plugin makes
   * @param node the object
   * @param product the class of what the plugin makes, for example {@code Landscape.class}
   * @param otherKeys keys that stand beside the plugin's parameters, for example {@code "id"}
   * @return the reference, or what is wrong
   * @throws IllegalArgumentException if no kind of plugin makes the product
   */
  public <T> Checked<Ref<T>> bindRef(JsonNode node, Class<T> product, String... otherKeys) {
    Problems problems = new Problems();
    Binding binding = new Binding(plugins, problems);
    Shape.Reference shape = new Shape.Reference(Kind.of(product));
    @SuppressWarnings("unchecked")
    Ref<T> ref = (Ref<T>) binding.reference(node, shape, null, Binding.Scope.of(Set.of(otherKeys)));
    return checked(ref, problems);
  }

  /**
   * Reads a text strictly and binds it to a record.
   *
   * @param <P> the record
   * @param text the whole file
   * @param defaults the default values
   * @return the record, or all that is wrong with text and values
   */
  public <P extends Record> Checked<P> read(String text, P defaults) {
    Checked<JsonNode> json = JsonText.read(text);
    return json.value().isEmpty()
        ? new Checked<>(Optional.empty(), json.findings())
        : bind(json.value().get(), defaults).after(json.findings());
  }

  /**
   * Binds those components of a record that are sound, so that more can be said about a file that
   * has findings elsewhere.
   *
   * @param node the object; what is no object has no sound components
   * @param defaults the default values
   * @return the values by the names of their components; what has findings is left out, and the
   *     findings are those of {@link #bind(JsonNode, Record, String...)}
   */
  public Map<String, Object> soundParts(JsonNode node, Record defaults) {
    return new Binding(plugins, new Problems()).soundParts(node, defaults);
  }

  private <P extends Record> Checked<P> bound(
      JsonNode node, Class<P> type, Record defaults, Binding.Scope scope) {
    Problems problems = new Problems();
    Record record = new Binding(plugins, problems).record(node, type, defaults, scope);
    return checked(type.cast(record), problems);
  }

  private static <V> Checked<V> checked(V value, Problems problems) {
    List<Finding> findings = problems.findings();
    return new Checked<>(findings.isEmpty() ? Optional.of(value) : Optional.empty(), findings);
  }
}
