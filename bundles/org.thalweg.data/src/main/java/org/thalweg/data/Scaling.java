package org.thalweg.data;

import java.util.Arrays;
import org.thalweg.api.plugin.Choice;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;

/** Chooses how inputs are brought to numbers of order one. */
public sealed interface Scaling {
  /** A linear map of each input: x becomes (x - shift_k) factor_k. */
  record Map(double[] shift, double[] factor) {
    double[] of(Source.Rows rows) {
      double[] scaled = new double[rows.count() * rows.columns()];
      for (int i = 0; i < scaled.length; i++) {
        int k = i % rows.columns();
        scaled[i] = (rows.values()[i] - shift[k]) * factor[k];
      }
      return scaled;
    }
  }

  /**
   * Finds the map from the training part, which the test part takes too.
   *
   * @param training the inputs
   * @return the map
   */
  Map learn(Source.Rows training);

  /** Inputs are taken as they are. */
  @Choice(value = "none", doc = "inputs as they are")
  record None() implements Scaling {
    @Override
    public Map learn(Source.Rows training) {
      return uniform(training.columns(), 1);
    }
  }

  /**
   * All inputs are divided by one number.
   *
   * @param by the number
   */
  @Choice(value = "divide", doc = "every input divided by one number, as 255 for bytes of images")
  record Divide(@Param(doc = "the divisor", unit = "input", required = true) double by)
      implements Scaling {
    /** Refuses zero. */
    public Divide {
      if (by == 0 || !Double.isFinite(1 / by)) {
        throw new InvalidParameterException(
            "by", by + " cannot be divided by; give another number");
      }
    }

    @Override
    public Map learn(Source.Rows training) {
      return uniform(training.columns(), 1 / by);
    }
  }

  /** Each input gets mean 0 and variance 1. */
  @Choice(
      value = "standardise",
      doc =
          "each input minus its mean, over its standard deviation, both of the training part; one"
              + " that never changes becomes 0")
  record Standardise() implements Scaling {
    @Override
    public Map learn(Source.Rows training) {
      int columns = training.columns();
      double[] mean = new double[columns];
      double[] factor = new double[columns];
      double n = training.count();
      for (int i = 0; i < training.count() * columns; i++) {
        mean[i % columns] += training.values()[i] / n;
      }
      for (int i = 0; i < training.count() * columns; i++) {
        double off = training.values()[i] - mean[i % columns];
        factor[i % columns] += off * off / n;
      }
      for (int k = 0; k < columns; k++) {
        double deviation = Math.sqrt(factor[k]);
        // what rounding leaves of a constant is no spread
        factor[k] = deviation > 1e-12 * Math.abs(mean[k]) ? 1 / deviation : 0;
      }
      return new Map(mean, factor);
    }
  }

  private static Map uniform(int columns, double factor) {
    double[] factors = new double[columns];
    Arrays.fill(factors, factor);
    return new Map(new double[columns], factors);
  }
}
