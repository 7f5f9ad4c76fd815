package org.thalweg.networks;

/** Holds inputs and labels of a data set, shared by all threads and never changed. */
final class Samples {
  private final double[][] rows;
  private final int[] labels;
  private final int classes;

  /**
   * @param rows the inputs of each sample, at least one sample
   * @param labels the class of each sample, from 0
   * @param classes the number of classes
   */
  Samples(double[][] rows, int[] labels, int classes) {
    this.rows = rows;
    this.labels = labels;
    this.classes = classes;
  }

  int count() {
    return rows.length;
  }

  int inputs() {
    return rows[0].length;
  }

  int classes() {
    return classes;
  }

  int label(int sample) {
    return labels[sample];
  }

  /** Copies a sample's inputs to a place of an array. */
  void copy(int sample, double[] out, int at) {
    double[] row = rows[sample];
    System.arraycopy(row, 0, out, at, row.length);
  }
}
