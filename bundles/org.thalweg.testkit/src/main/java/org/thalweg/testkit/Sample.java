package org.thalweg.testkit;

/**
 * A mean with its standard error, so that statistical tests can state their tolerances in standard
 * errors.
 */
public final class Sample {
  private long count;
  private double mean;
  private double squares;

  /** An empty sample. */
  public Sample() {}

  /**
   * Adds one independent value (Welford's update).
   *
   * @param value the value
   */
  public void add(double value) {
    count++;
    double d = value - mean;
    mean += d / count;
    squares += d * (value - mean);
  }

  /**
   * The mean.
   *
   * @return NaN for an empty sample
   */
  public double mean() {
    return count == 0 ? Double.NaN : mean;
  }

  /**
   * The unbiased variance.
   *
   * @return NaN for fewer than two values
   */
  public double variance() {
    return count < 2 ? Double.NaN : squares / (count - 1);
  }

  /**
   * The standard error of the mean.
   *
   * @return the square root of variance over count
   */
  public double error() {
    return Math.sqrt(variance() / count);
  }

  /**
   * The standard error of the variance of normal values.
   *
   * @return variance times sqrt(2/(count - 1))
   */
  public double varianceError() {
    return variance() * Math.sqrt(2.0 / (count - 1));
  }
}
