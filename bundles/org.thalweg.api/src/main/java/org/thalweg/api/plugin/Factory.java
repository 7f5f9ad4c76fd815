package org.thalweg.api.plugin;

/**
 * Makes one kind of model from a record of parameters; the one class that a plugin author registers
 * as a service.
 *
 * <p>A factory is a stateless singleton: what it creates belongs to one run and is plain Java.
 *
 * @param <P> the record that declares the parameters, each with {@link Param}
 */
public interface Factory<P extends Record> {
  /**
   * The parameters' default values, the only place where they stand.
   *
   * @return a new record; components that are {@link Param#required()} hold a place holder
   */
  P defaults();
}
