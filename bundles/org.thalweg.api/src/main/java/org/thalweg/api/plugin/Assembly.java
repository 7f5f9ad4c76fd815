package org.thalweg.api.plugin;

import java.util.List;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Start;

/**
 * Builds the plugins that a plugin refers to, so that a sum of landscapes or a method with an
 * integrator is one more plugin.
 *
 * <p>Every method throws {@link InvalidParameterException} when a referred plugin refuses its
 * parameters; the error carries the nested path.
 */
public interface Assembly {
  /**
   * Builds a landscape.
   *
   * @param ref the reference
   * @return the landscape
   */
  Landscape landscape(Ref<Landscape> ref);

  /**
   * Builds a noise model for a setting.
   *
   * @param ref the reference
   * @param setting the landscape, learning rate and batch size that the noise acts with
   * @return the noise model
   */
  NoiseModel noise(Ref<NoiseModel> ref, Setting setting);

  /**
   * Builds a start.
   *
   * @param ref the reference
   * @param landscape the landscape that walkers are to start on
   * @return the start
   */
  Start start(Ref<Start> ref, Landscape landscape);

  /**
   * Builds a schedule.
   *
   * @param ref the reference
   * @return the schedule
   */
  Schedule schedule(Ref<Schedule> ref);

  /**
   * Makes or reads a data set.
   *
   * @param ref the reference
   * @return the data set
   */
  DataSet data(Ref<DataSet> ref);

  /**
   * Builds an integrator.
   *
   * @param ref the reference
   * @return the integrator
   */
  Integrator integrator(Ref<Integrator> ref);

  /**
   * The closed forms that are installed, in the order of their ids.
   *
   * @return an unmodifiable list, a snapshot of the moment when the run was assembled
   */
  List<Prediction> predictions();
}
