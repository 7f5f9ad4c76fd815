package org.thalweg.api.problem;

import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Factory;

/**
 * Makes noise models; the service of a noise plugin.
 *
 * @param <P> the parameters
 */
public interface NoiseFactory<P extends Record> extends Factory<P> {
  /**
   * Makes a noise model.
   *
   * @param parameters bound and checked
   * @param setting the landscape, learning rate and batch size that it acts with
   * @param assembly builds what the parameters refer to
   * @return an immutable model
   * @throws org.thalweg.api.plugin.InvalidParameterException if the noise is unfit for the
   *     landscape, or its parameters do not go together
   */
  NoiseModel create(P parameters, Setting setting, Assembly assembly);
}
