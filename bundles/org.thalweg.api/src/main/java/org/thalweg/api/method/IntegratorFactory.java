package org.thalweg.api.method;

import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Factory;

/**
 * Makes integrators; the service of an integrator plugin.
 *
 * @param <P> the parameters
 */
public interface IntegratorFactory<P extends Record> extends Factory<P> {
  /**
   * Makes an integrator.
   *
   * @param parameters bound and checked
   * @param assembly builds what the parameters refer to
   * @return an immutable integrator
   */
  Integrator create(P parameters, Assembly assembly);
}
