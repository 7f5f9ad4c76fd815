package org.thalweg.digits;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
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
 * Offers 10,000 real handwritten digits: 8,000 to train on and 2,000 held out, in a fixed order.
 *
 * <p>Inputs are the 28 times 28 pixels row by row, from 0 (paper) to 1 (ink). Origin and licence
 * stand in {@code NOTICE.txt} beside the images.
 */
@Plugin(
    id = "digits",
    doc = "Real handwritten digits, 28 x 28 pixels from 0 to 1: 8000 to train on, 2000 held out",
    ref = "LeCun, Bottou, Bengio, Haffner 1998, doi:10.1109/5.726791 (a part of MNIST)",
    formula = "x = pixel/255, row by row; class = place of the digit in classes")
@Component
public final class Digits implements DataSetFactory<Digits.Params> {
  private static final int TRAINING = 8000;
  private static final double LARGEST_BYTE = 255;

  /** Makes the factory; it keeps no state. */
  public Digits() {}

  /**
   * The parameters.
   *
   * @param classes the digits to tell apart
   * @param samples the most samples of training
   * @param test the most samples held out
   */
  public record Params(
      @Param(doc = "the digits to tell apart, in the order of their classes", min = 0, max = 9)
          long[] classes,
      @Param(
              doc = "how many samples to train on, the first of these digits; all if not given",
              min = 1,
              max = 8000)
          OptionalLong samples,
      @Param(
              doc = "how many samples to test on, the first of these digits; all if not given",
              min = 1,
              max = 2000)
          OptionalLong test) {
    /** Refuses a digit that is named twice, and fewer than two. */
    public Params {
      if (classes.length < 2 || Arrays.stream(classes).distinct().count() < classes.length) {
        throw new InvalidParameterException(
            "classes",
            Arrays.toString(classes) + " are no classes; name two digits or more, each once");
      }
    }
  }

  @Override
  public Params defaults() {
    return new Params(
        new long[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, OptionalLong.empty(), OptionalLong.empty());
  }

  @Override
  public DataSet create(Params p, Assembly assembly) {
    double[] images = read("images-idx3-ubyte.gz", assembly);
    double[] labels = read("labels-idx1-ubyte.gz", assembly);
    int[] classOf = new int[10];
    Arrays.fill(classOf, -1);
    for (int c = 0; c < p.classes().length; c++) {
      classOf[(int) p.classes()[c]] = c;
    }
    int inputs = images.length / labels.length;
    DataSet.Part training =
        part(images, labels, classOf, inputs, 0, TRAINING, p.samples(), "samples");
    DataSet.Part test =
        part(images, labels, classOf, inputs, TRAINING, labels.length, p.test(), "test");
    return new DataSet(training, Optional.of(test), inputs, p.classes().length, true);
  }

  private static DataSet.Part part(
      double[] images,
      double[] labels,
      int[] classOf,
      int inputs,
      int from,
      int to,
      OptionalLong most,
      String parameter) {
    int there = 0;
    for (int s = from; s < to; s++) {
      there += classOf[(int) labels[s]] >= 0 ? 1 : 0;
    }
    if (most.isPresent() && most.getAsLong() > there) {
      throw new InvalidParameterException(
          parameter,
          "are "
              + most.getAsLong()
              + ", but of these digits there are "
              + there
              + "; give at most as many");
    }
    int count = (int) most.orElse(there);
    double[] x = new double[count * inputs];
    double[] classes = new double[count];
    for (int s = from, n = 0; n < count; s++) {
      int c = classOf[(int) labels[s]];
      if (c >= 0) {
        for (int k = 0; k < inputs; k++) {
          x[n * inputs + k] = images[s * inputs + k] / LARGEST_BYTE;
        }
        classes[n++] = c;
      }
    }
    return new DataSet.Part(count, x, classes);
  }

  private static double[] read(String name, Assembly assembly) {
    try (InputStream in = Digits.class.getResourceAsStream(name)) {
      return assembly.array(name, in.readAllBytes()).values();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
