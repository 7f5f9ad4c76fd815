package org.thalweg.networks;

import java.util.Optional;
import java.util.SplittableRandom;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.DataSet;
import org.thalweg.testkit.NoReferences;

/** Data sets to learn, as other plugins would make them. */
final class Examples {
  /** What a test names, whatever the data. */
  static final Ref<DataSet> REF = new Ref<>("examples", null);

  private Examples() {}

  /** Uniform inputs; the label is the largest of the first inputs, which are all of them if few. */
  static DataSet classes(int samples, int inputs, int classes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] rows = random.doubles((long) samples * inputs).toArray();
    double[] labels = new double[samples];
    for (int s = 0; s < samples; s++) {
      for (int c = 1; c < Math.min(classes, inputs); c++) {
        if (rows[s * inputs + c] > rows[s * inputs + (int) labels[s]]) {
          labels[s] = c;
        }
      }
    }
    return classes(rows, labels, inputs, classes);
  }

  static DataSet classes(double[] rows, double[] labels, int inputs, int classes) {
    return new DataSet(
        new DataSet.Part(labels.length, rows, labels), Optional.empty(), inputs, classes, true);
  }

  /** Inputs and targets uniform between -1 and 1. */
  static DataSet numbers(int samples, int inputs, int outputs, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return numbers(
        random.doubles((long) samples * inputs, -1, 1).toArray(),
        random.doubles((long) samples * outputs, -1, 1).toArray(),
        inputs,
        outputs);
  }

  static DataSet numbers(double[] rows, double[] targets, int inputs, int outputs) {
    return new DataSet(
        new DataSet.Part(targets.length / outputs, rows, targets),
        Optional.empty(),
        inputs,
        outputs,
        false);
  }

  /** The data with those of another as samples held out. */
  static DataSet heldOut(DataSet data, DataSet test) {
    return new DataSet(
        data.training(),
        Optional.of(test.training()),
        data.inputs(),
        data.outputs(),
        data.classes());
  }

  /** An assembly that gives the data whatever is asked for. */
  static Assembly giving(DataSet data) {
    return new NoReferences() {
      @Override
      public DataSet data(Ref<DataSet> ref) {
        return data;
      }
    };
  }
}
