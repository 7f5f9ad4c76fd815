package org.thalweg.api.plugin;

import java.util.List;
import java.util.function.DoublePredicate;
import org.thalweg.api.analysis.NamedArray;
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
   * Builds a schedule whose values must stay in a range, such as a factor that must stay positive.
   *
   * <p>The workbench looks at an experiment's whole time, in as many places as it does for the
   * learning rate, and names the first at which the value is out of range; where no experiment says
   * how long it is, and by default, only time 0 is looked at.
   *
   * @param ref the reference
   * @param allowed tells a value in the range
   * @param range what is allowed, in words for the error, such as "a factor must stay positive"
   * @return the schedule
   */
  default Schedule schedule(Ref<Schedule> ref, DoublePredicate allowed, String range) {
    Schedule schedule = schedule(ref);
    double first = schedule.at(0);
    if (!allowed.test(first)) {
      throw new InvalidParameterException("", first + " at time 0 is out of range; " + range);
    }
    return schedule;
  }

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
   * Reads an array of numbers from a file; the run records the file's SHA-256, so that a changed
   * file is seen.
   *
   * <p>The name's ending tells the format, and each may be compressed by gzip, with {@code .gz} at
   * the end of its name:
   *
   * <ul>
   *   <li>{@code .csv}: rows by columns, separated by commas, numbers with a decimal point. The
   *       first line may name the columns. An empty cell and {@code nan} are NaN, {@code inf} is
   *       infinity; lines that are blank or begin with {@code #} are skipped.
   *   <li>{@code .npy}: NumPy's format with real, integer or boolean numbers, in C or Fortran order
   *       (the array is in C order always).
   *   <li>{@code .idx}, or as in {@code train-images-idx3-ubyte}: the format of the MNIST digits.
   * </ul>
   *
   * @param path the path as the experiment file gives it, from the folder of that file
   * @return the array, named after the file; read once per experiment and shared, so it must not be
   *     changed
   * @throws InvalidParameterException with an empty parameter if the file is not there, is damaged,
   *     is too large or holds no number
   */
  NamedArray array(String path);

  /**
   * Reads an array of numbers from what a bundle carries.
   *
   * @param name a file name, whose ending tells the format as that of {@link #array(String)}
   * @param contents the whole file
   * @return the array, a new one at each call
   * @throws InvalidParameterException with an empty parameter if the contents are damaged or hold
   *     no number
   */
  NamedArray array(String name, byte[] contents);

  /**
   * The closed forms that are installed, in the order of their ids.
   *
   * @return an unmodifiable list, a snapshot of the moment when the run was assembled
   */
  List<Prediction> predictions();
}
