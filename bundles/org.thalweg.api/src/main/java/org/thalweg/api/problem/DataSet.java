package org.thalweg.api.problem;

import java.util.Optional;

/**
 * Samples to learn from: inputs, each with the numbers or the class that a model is to give.
 *
 * <p>Arrays are shared and must not be changed.
 *
 * @param training the samples of the loss
 * @param test samples held out, on which nothing is trained
 * @param inputs the numbers of each sample's input
 * @param outputs the numbers of each sample's target; for classes, how many classes there are
 * @param classes whether targets are classes
 */
public record DataSet(
    Part training, Optional<Part> test, int inputs, int outputs, boolean classes) {
  /**
   * Some of the samples.
   *
   * @param samples the number of samples, at least one
   * @param inputs the inputs, samples by inputs, row by row
   * @param targets the targets, samples by outputs, row by row; for classes one number per sample,
   *     its class from 0
   */
  public record Part(int samples, double[] inputs, double[] targets) {}

  /**
   * Checks that the arrays have the lengths that the numbers say.
   *
   * @param training the samples of the loss
   * @param test samples held out
   * @param inputs the numbers of each input
   * @param outputs the numbers of each target, or of classes
   * @param classes whether targets are classes
   */
  public DataSet {
    check(training, inputs, classes ? 1 : outputs);
    test.ifPresent(part -> check(part, inputs, classes ? 1 : outputs));
  }

  private static void check(Part part, int inputs, int columns) {
    if (part.samples() < 1
        || part.inputs().length != (long) part.samples() * inputs
        || part.targets().length != (long) part.samples() * columns) {
      throw new IllegalArgumentException(
          part.samples()
              + " samples of "
              + inputs
              + " inputs and "
              + columns
              + " targets do not fit arrays of "
              + part.inputs().length
              + " and "
              + part.targets().length);
    }
  }
}
