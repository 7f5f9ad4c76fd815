package org.thalweg.networks;

import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.DataSet;

/** Holds samples as a network reads them, shared by all threads and never changed. */
final class Samples {
  private final int count;
  private final int inputs;
  private final int outputs;
  private final double[] rows;

  /** The class of each sample; empty where targets are no classes. */
  private final int[] labels;

  /** What outputs are to be, row by row; empty where it is 1 for the label and 0 elsewhere. */
  private final double[] targets;

  private Samples(int inputs, int outputs, DataSet.Part part, int[] labels, double[] targets) {
    this.count = part.samples();
    this.inputs = inputs;
    this.outputs = outputs;
    this.rows = part.inputs();
    this.labels = labels;
    this.targets = targets;
  }

  /** Samples with one output for each number of the target, or for each class. */
  static Samples of(DataSet data, DataSet.Part part) {
    int[] labels = labels(data, part);
    double[] targets = data.classes() ? new double[0] : part.targets();
    return new Samples(data.inputs(), data.outputs(), part, labels, targets);
  }

  /** Samples of two classes with one output, which is to be a number of its own for each. */
  static Samples ofTwoClasses(DataSet data, DataSet.Part part, double first, double second) {
    int[] labels = labels(data, part);
    double[] targets = new double[labels.length];
    for (int s = 0; s < labels.length; s++) {
      targets[s] = labels[s] == 0 ? first : second;
    }
    return new Samples(data.inputs(), 1, part, labels, targets);
  }

  private static int[] labels(DataSet data, DataSet.Part part) {
    if (!data.classes()) {
      return new int[0];
    }
    int[] labels = new int[part.samples()];
    for (int s = 0; s < labels.length; s++) {
      double label = part.targets()[s];
      labels[s] = (int) label;
      if (labels[s] != label || label < 0 || label >= data.outputs()) {
        throw new InvalidParameterException(
            "data",
            "gives sample "
                + s
                + " the class "
                + label
                + ", but classes go from 0 to "
                + (data.outputs() - 1)
                + "; number them so");
      }
    }
    return labels;
  }

  int count() {
    return count;
  }

  int inputs() {
    return inputs;
  }

  int outputs() {
    return outputs;
  }

  boolean classes() {
    return labels.length > 0;
  }

  int label(int sample) {
    return labels[sample];
  }

  /** What the only output is to be. */
  double target(int sample) {
    return targets[sample];
  }

  /** Copies a sample's inputs to a place of an array. */
  void copy(int sample, double[] out, int at) {
    System.arraycopy(rows, sample * inputs, out, at, inputs);
  }

  /** Takes the targets of some samples off a row for each. */
  void takeOffTargets(int[] chosen, int n, double[] p) {
    if (targets.length == 0) {
      for (int i = 0; i < n; i++) {
        p[i * outputs + labels[chosen[i]]] -= 1;
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      int at = i * outputs;
      int from = chosen[i] * outputs;
      for (int c = 0; c < outputs; c++) {
        p[at + c] -= targets[from + c];
      }
    }
  }

  /** Counts the rows of outputs whose largest, or whose sign if there is but one, is the class. */
  int hits(double[] z, int[] chosen, int n) {
    int hits = 0;
    for (int i = 0; i < n; i++) {
      hits += named(z, i * outputs) == labels[chosen[i]] ? 1 : 0;
    }
    return hits;
  }

  private int named(double[] z, int at) {
    if (outputs == 1) {
      return z[at] > 0 ? 1 : 0;
    }
    int best = 0;
    for (int c = 1; c < outputs; c++) {
      if (z[at + c] > z[at + best]) {
        best = c;
      }
    }
    return best;
  }
}
