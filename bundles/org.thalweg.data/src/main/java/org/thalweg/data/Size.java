package org.thalweg.data;

import java.util.Optional;
import java.util.function.IntFunction;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.DataSet;

/** How many samples a generated data set has, refused where memory would not hold them. */
record Size(int samples, int test, int inputs) {
  private static final long MOST = 1L << 28;

  static Size of(long samples, long test, long inputs) {
    if ((samples + test) * inputs > MOST) {
      throw new InvalidParameterException(
          "samples",
          "are "
              + samples
              + ", and "
              + test
              + " for testing, of "
              + inputs
              + " inputs, which is more than the "
              + MOST
              + " numbers (2 GB) that are kept in memory; generate fewer");
    }
    return new Size((int) samples, (int) test, (int) inputs);
  }

  /**
   * Makes the parts one after the other, so that the training part does not depend on how many
   * samples are held out.
   */
  DataSet make(int outputs, boolean classes, IntFunction<DataSet.Part> part) {
    DataSet.Part training = part.apply(samples);
    return new DataSet(
        training,
        test == 0 ? Optional.empty() : Optional.of(part.apply(test)),
        inputs,
        outputs,
        classes);
  }
}
