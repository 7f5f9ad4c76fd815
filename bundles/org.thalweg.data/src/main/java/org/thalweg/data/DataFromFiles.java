package org.thalweg.data;

import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.DataSetFactory;

/**
 * Reads a data set from files: tables as CSV, arrays of NumPy, images as IDX.
 *
 * <p>Classes are whole numbers from 0. Missing values are refused, not guessed.
 */
@Plugin(
    id = "file",
    doc = "Inputs and targets from files: CSV, NPY or IDX, plain or gzip-compressed",
    example =
        "{\"type\": \"file\", \"source\": {\"type\": \"table\", \"path\": \"measured.csv\","
            + " \"targets\": [\"class\"]}, \"test\": {\"type\": \"fraction\", \"fraction\": 0.2},"
            + " \"scaling\": {\"type\": \"standardise\"}}")
@Component
public final class DataFromFiles implements DataSetFactory<DataFromFiles.Params> {
  /** Makes the factory; it keeps no state. */
  public DataFromFiles() {}

  /** What the targets are. */
  public enum Task {
    /** One whole number from 0 for each sample. */
    CLASSES,
    /** Real numbers. */
    NUMBERS
  }

  /**
   * The parameters.
   *
   * @param source where the samples stand
   * @param task what the targets are
   * @param classes the number of classes
   * @param test what is held out
   * @param scaling of the inputs
   */
  public record Params(
      @Param(doc = "where inputs and targets stand", required = true) Source source,
      @Param(doc = "what the targets are: classes, whole numbers from 0; or numbers") Task task,
      @Param(
              doc = "number of classes; the largest class of all samples + 1 if not given",
              min = 2,
              max = 1e6)
          OptionalLong classes,
      @Param(doc = "samples held out for testing") HeldOut test,
      @Param(doc = "how inputs are scaled; targets are not") Scaling scaling) {
    /** Refuses a number of classes where there are none. */
    public Params {
      if (task == Task.NUMBERS && classes.isPresent()) {
        throw new InvalidParameterException(
            "classes", "is given, but the task is numbers; remove it, or set task to classes");
      }
    }
  }

  @Override
  public Params defaults() {
    return new Params(
        new Source.Table(),
        Task.CLASSES,
        OptionalLong.empty(),
        new HeldOut.None(),
        new Scaling.None());
  }

  @Override
  public DataSet create(Params p, Assembly assembly) {
    Source.Samples all = p.source().read(assembly, "source.");
    HeldOut.Split split = p.test().split(all, assembly);
    check(split.training(), "source");
    split.test().ifPresent(part -> check(part, place(p)));
    int outputs = all.targets().columns();
    if (p.task() == Task.CLASSES) {
      outputs = classes(p, split);
    }
    Scaling.Map map = p.scaling().learn(split.training().inputs());
    return new DataSet(
        part(split.training(), map),
        split.test().map(part -> part(part, map)),
        all.inputs().columns(),
        outputs,
        p.task() == Task.CLASSES);
  }

  private static String place(Params p) {
    return p.test() instanceof HeldOut.Separate ? "test.source" : "source";
  }

  private static void check(Source.Samples samples, String parameter) {
    samples.inputs().checkFinite(parameter);
    samples.targets().checkFinite(parameter);
  }

  private static int classes(Params p, HeldOut.Split split) {
    double largest = largestClass(split.training().targets(), "source");
    Optional<Source.Samples> test = split.test();
    if (test.isPresent()) {
      largest = Math.max(largest, largestClass(test.get().targets(), place(p)));
    }
    if (p.classes().isPresent() && largest >= p.classes().getAsLong()) {
      throw new InvalidParameterException(
          "classes",
          "are "
              + p.classes().getAsLong()
              + ", but there is a sample of class "
              + (long) largest
              + " and the first is 0; give at least "
              + ((long) largest + 1));
    }
    return (int) p.classes().orElse(Math.max(2, (long) largest + 1));
  }

  private static double largestClass(Source.Rows targets, String parameter) {
    if (targets.columns() != 1) {
      throw new InvalidParameterException(
          parameter,
          targets.columns()
              + " targets for each sample, but a class is one number; give one column, or set task"
              + " to numbers");
    }
    double largest = 0;
    for (int s = 0; s < targets.count(); s++) {
      double label = targets.values()[s];
      if (label < 0 || label != Math.rint(label) || label >= 1e6) {
        throw new InvalidParameterException(
            parameter,
            label
                + " in "
                + targets.file()
                + ", sample "
                + (s + 1)
                + ", is no class; classes are whole numbers from 0 to 999999, or set task to"
                + " numbers");
      }
      largest = Math.max(largest, label);
    }
    return largest;
  }

  private static DataSet.Part part(Source.Samples samples, Scaling.Map map) {
    return new DataSet.Part(samples.count(), map.of(samples.inputs()), samples.targets().values());
  }
}
