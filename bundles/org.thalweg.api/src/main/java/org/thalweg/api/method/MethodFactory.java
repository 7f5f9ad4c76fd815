package org.thalweg.api.method;

import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Factory;

/**
 * Makes methods; the service of a method plugin.
 *
 * @param <P> the parameters
 */
public interface MethodFactory<P extends Record> extends Factory<P> {
  /**
   * Makes a method.
   *
   * @param parameters bound and checked
   * @param assembly builds what the parameters refer to
   * @return an immutable method
   */
  Method create(P parameters, Assembly assembly);
}
