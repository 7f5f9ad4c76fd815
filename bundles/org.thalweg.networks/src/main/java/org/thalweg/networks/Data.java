package org.thalweg.networks;

import org.thalweg.api.plugin.Choice;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;

/** Chooses the data set that a network learns. */
public sealed interface Data {
  /**
   * Makes or reads the data set.
   *
   * @return inputs and labels, immutable
   */
  Samples load();

  /**
   * Uniform inputs in groups, of which the one with the largest sum names the class: a problem of
   * any size that a linear classifier solves.
   *
   * @param samples the number of samples
   * @param inputs the number of inputs
   * @param classes the number of classes
   * @param seed of the generator
   */
  @Choice(
      value = "generated",
      doc =
          "inputs uniform in [0, 1), label = argmax over classes of the sum of a group of"
              + " floor(inputs/classes) neighbouring inputs")
  record Generated(
      @Param(doc = "number of samples", min = 1, max = 1e8) long samples,
      @Param(doc = "number of inputs of each sample", min = 1, max = 1e6) long inputs,
      @Param(doc = "number of classes", min = 2, max = 1e6) long classes,
      @Param(doc = "seed of the data, independent of the experiment's", min = 0) long seed)
      implements Data {
    private static final long MOST = 1L << 30;

    /** A toy: 100 samples of 20 inputs, two for each of 10 classes. */
    public Generated() {
      this(100, 20, 10, 1);
    }

    /** Refuses classes without an input, and more numbers than memory has room for. */
    public Generated {
      if (samples * inputs > MOST) {
        throw new InvalidParameterException(
            "samples",
            "are "
                + samples
                + " of "
                + inputs
                + " inputs, which is more than the "
                + MOST
                + " numbers (8 GB) that are kept in memory; generate fewer");
      }
      if (classes > inputs) {
        throw new InvalidParameterException(
            "classes",
            "are "
                + classes
                + ", but there are "
                + inputs
                + " inputs and each class needs one of its own; give more inputs or fewer"
                + " classes");
      }
    }

    @Override
    public Samples load() {
      return GroupSums.make(
          Math.toIntExact(samples), Math.toIntExact(inputs), Math.toIntExact(classes), seed);
    }
  }
}
