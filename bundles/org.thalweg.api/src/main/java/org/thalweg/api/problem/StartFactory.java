package org.thalweg.api.problem;

import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Factory;

/**
 * Makes starts; the service of a start plugin.
 *
 * @param <P> the parameters
 */
public interface StartFactory<P extends Record> extends Factory<P> {
  /**
   * Makes a start.
   *
   * @param parameters bound and checked
   * @param landscape the landscape that walkers are to start on
   * @param assembly builds what the parameters refer to
   * @return an immutable start
   * @throws org.thalweg.api.plugin.InvalidParameterException if the parameters do not fit the
   *     landscape
   */
  Start create(P parameters, Landscape landscape, Assembly assembly);
}
