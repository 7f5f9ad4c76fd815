package org.thalweg.params;

import java.util.Optional;
import java.util.Set;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.plugin.Kind;

/** Finds the factories that references in an experiment name; the engine's catalogue is one. */
public interface PluginLookup {
  /** A lookup that knows no plugin, for records without references. */
  PluginLookup NONE =
      new PluginLookup() {
        @Override
        public Optional<Factory<?>> find(Kind kind, String id) {
          return Optional.empty();
        }

        @Override
        public Set<String> ids(Kind kind) {
          return Set.of();
        }
      };

  /**
   * The factory of a plugin.
   *
   * @param kind the kind of plugin
   * @param id the plugin's id
   * @return its factory, whose {@link Factory#defaults()} tell the record of its parameters; empty
   *     if no such plugin is installed
   */
  Optional<Factory<?>> find(Kind kind, String id);

  /**
   * The plugins that are installed.
   *
   * @param kind the kind of plugin
   * @return their ids, for messages
   */
  Set<String> ids(Kind kind);
}
