package org.thalweg.api.problem;

import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Factory;

/**
 * Makes schedules; the service of a schedule plugin.
 *
 * @param <P> the parameters
 */
public interface ScheduleFactory<P extends Record> extends Factory<P> {
  /**
   * Makes a schedule.
   *
   * @param parameters bound and checked
   * @param assembly builds what the parameters refer to
   * @return an immutable schedule
   * @throws org.thalweg.api.plugin.InvalidParameterException if the parameters do not go together
   */
  Schedule create(P parameters, Assembly assembly);
}
