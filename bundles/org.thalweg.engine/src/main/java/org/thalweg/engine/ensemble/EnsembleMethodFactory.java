package org.thalweg.engine.ensemble;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.Method;
import org.thalweg.api.method.MethodFactory;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.plugin.Ref;

/** The plugin {@code ensemble}: independent walkers under an integrator. */
@Plugin(
    id = "ensemble",
    doc = "Independent walkers under an integrator",
    example = "{\"type\": \"ensemble\", \"integrator\": {\"type\": \"sgd\"}}")
@Component
public final class EnsembleMethodFactory
    implements MethodFactory<EnsembleMethodFactory.Parameters> {
  /**
   * The parameters.
   *
   * @param integrator the scheme that steps the walkers
   * @param walkers the number of walkers
   * @param keepPositions whether the final positions are kept as an array
   */
  public record Parameters(
      @Param(doc = "the scheme that steps the walkers", required = true) Ref<Integrator> integrator,
      @Param(doc = "the number of walkers", min = 1, max = 1e9) long walkers,
      @Param(doc = "whether the final positions are kept as an array") boolean keepPositions) {}

  @Override
  public Parameters defaults() {
    return new Parameters(null, 4096, false);
  }

  @Override
  public Method create(Parameters p, Assembly assembly) {
    return new EnsembleMethod(assembly.integrator(p.integrator()), p.walkers(), p.keepPositions());
  }
}
