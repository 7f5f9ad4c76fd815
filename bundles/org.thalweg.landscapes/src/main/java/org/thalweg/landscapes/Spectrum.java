package org.thalweg.landscapes;

import org.thalweg.api.math.BlockMath;
import org.thalweg.api.plugin.Choice;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;

/** Chooses the curvatures of a quadratic bowl, one by one or by their range. */
public sealed interface Spectrum {
  /**
   * The curvatures.
   *
   * @return a new array, one per parameter
   */
  double[] curvatures();

  /**
   * Curvatures given one by one.
   *
   * @param values the curvatures; negative ones make a saddle
   */
  @Choice(value = "list", doc = "curvatures one by one")
  record Listed(
      @Param(doc = "curvatures h_i, one per parameter", unit = "loss/theta^2") double[] values)
      implements Spectrum {
    /** Refuses an empty list. */
    public Listed {
      if (values.length == 0) {
        throw new InvalidParameterException(
            "values", "is empty, but a bowl needs a parameter; give one curvature for each");
      }
    }

    @Override
    public double[] curvatures() {
      return values.clone();
    }
  }

  /**
   * Curvatures evenly spaced in their logarithm, rising.
   *
   * @param dim the number of parameters
   * @param smallest the first curvature
   * @param largest the last curvature
   */
  @Choice(
      value = "log-spaced",
      doc = "h_i = smallest (largest/smallest)^(i/(dim - 1)), i = 0 .. dim - 1")
  record LogSpaced(
      @Param(doc = "number of parameters", min = 1, max = 1e8) long dim,
      @Param(doc = "first curvature", unit = "loss/theta^2", min = 0, above = true) double smallest,
      @Param(doc = "last curvature", unit = "loss/theta^2", min = 0, above = true) double largest)
      implements Spectrum {
    /** A hundred parameters from 0.01 to 1. */
    public LogSpaced() {
      this(100, 0.01, 1);
    }

    /** Refuses one parameter with two curvatures. */
    public LogSpaced {
      if (dim == 1 && smallest != largest) {
        throw new InvalidParameterException(
            "largest",
            "is "
                + largest
                + " where smallest is "
                + smallest
                + ", but dim is 1; make them equal or raise dim");
      }
    }

    @Override
    public double[] curvatures() {
      int n = Math.toIntExact(dim);
      double[] h = new double[n];
      double ratio = BlockMath.log(largest / smallest);
      for (int i = 1; i < n - 1; i++) {
        h[i] = smallest * BlockMath.exp(ratio * i / (n - 1));
      }
      h[n - 1] = largest;
      h[0] = smallest;
      return h;
    }
  }
}
