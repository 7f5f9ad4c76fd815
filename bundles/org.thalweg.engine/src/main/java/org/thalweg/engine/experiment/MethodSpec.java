package org.thalweg.engine.experiment;

import java.util.Optional;
import org.thalweg.api.method.Method;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Ref;
import org.thalweg.params.Beside;

/**
 * A method, as an experiment file says it.
 *
 * @param id its name; the plugin's id if missing
 * @param method the plugin with its parameters
 */
public record MethodSpec(
    @Param(doc = "name, unique in the experiment; the type if missing") Optional<String> id,
    @Param(doc = "the method") @Beside Ref<Method> method) {
  /**
   * The name.
   *
   * @return the id, or the plugin's
   */
  public String name() {
    return id.orElse(method.type());
  }

  MethodSpec named() {
    return new MethodSpec(Optional.of(name()), method);
  }
}
