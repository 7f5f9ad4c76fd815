package org.thalweg.api.problem;

import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Factory;

/**
 * Makes or reads data sets; the service of a data plugin.
 *
 * @param <P> the parameters
 */
public interface DataSetFactory<P extends Record> extends Factory<P> {
  /**
   * Makes or reads a data set; equal parameters and files give equal data, whatever the seed of the
   * experiment.
   *
   * @param parameters bound and checked
   * @param assembly reads files
   * @return the data set
   * @throws org.thalweg.api.plugin.InvalidParameterException if the parameters do not go together,
   *     or a file cannot be read
   */
  DataSet create(P parameters, Assembly assembly);
}
