package org.thalweg.api.problem;

import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Factory;

/**
 * Makes landscapes; the service of a landscape plugin.
 *
 * @param <P> the parameters
 */
public interface LandscapeFactory<P extends Record> extends Factory<P> {
  /**
   * Makes a landscape.
   *
   * @param parameters bound and checked
   * @param assembly builds what the parameters refer to
   * @return an immutable landscape
   * @throws org.thalweg.api.plugin.InvalidParameterException if the parameters do not go together
   */
  Landscape create(P parameters, Assembly assembly);
}
