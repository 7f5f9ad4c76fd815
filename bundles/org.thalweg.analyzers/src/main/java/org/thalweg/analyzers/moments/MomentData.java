package org.thalweg.analyzers.moments;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.thalweg.analyzers.observation.Losses;
import org.thalweg.analyzers.observation.Snapshot;
import org.thalweg.analyzers.observation.Streams;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.GridDensity;

/**
 * Means and variances of some variables at one time.
 *
 * <p>Of walkers it keeps the number, the mean and the sums of the second to fourth powers of
 * deviations from it, chunk by chunk, merged by the formulas of Pebay 2008 (Sandia report
 * SAND2008-6212), so that nothing cancels. Of a density it keeps mean and variance on both grids.
 */
public final class MomentData implements Snapshot<MomentData> {
  private final Losses losses = new Losses();
  private final boolean sampled;
  private final long[] number;
  private final double[][] sums;

  /**
   * Empty moments.
   *
   * @param variables the number of variables
   * @param sampled whether of walkers
   */
  public MomentData(int variables, boolean sampled) {
    this.sampled = sampled;
    this.number = new long[variables];
    this.sums = new double[variables][6];
  }

  /** How many walkers were there, and what became of the others. */
  public Losses losses() {
    return losses;
  }

  /** Whether these are moments of walkers, whose errors are standard errors. */
  public boolean sampled() {
    return sampled;
  }

  /** The number of variables. */
  public int variables() {
    return number.length;
  }

  /** The number of walkers behind a variable. */
  public long number(int variable) {
    return number[variable];
  }

  /** Sets a variable of walkers from its values; those that are not finite are left out. */
  public void set(int variable, double[] values, int count) {
    PowerSums sums = PowerSums.of(values, count);
    int n = count;
    if (!sums.finite()) {
      double[] finite = Arrays.stream(values, 0, count).filter(Double::isFinite).toArray();
      n = finite.length;
      sums = PowerSums.of(finite, n);
    }
    number[variable] = n;
    sums.write(this.sums[variable]);
  }

  /** Sets a variable of a density. */
  public void set(int variable, GridDensity density, ToDoubleFunction<double[]> f) {
    double[] s = sums[variable];
    double[] fine = meanAndVariance(density, f);
    double[] middle = meanAndVariance(density.between(), f);
    double[] rough = meanAndVariance(density.coarse(), f);
    s[0] = fine[0];
    s[1] = fine[1];
    s[2] = rough[0];
    s[3] = rough[1];
    s[4] = middle[0];
    s[5] = middle[1];
  }

  private static double[] meanAndVariance(
      Optional<GridDensity> density, ToDoubleFunction<double[]> f) {
    return density.map(d -> meanAndVariance(d, f)).orElse(new double[] {Double.NaN, Double.NaN});
  }

  private static double[] meanAndVariance(GridDensity density, ToDoubleFunction<double[]> f) {
    double mass = density.integral(x -> 1);
    double mean = density.integral(f) / mass;
    double variance =
        density.integral(
                x -> {
                  double d = f.applyAsDouble(x) - mean;
                  return d * d;
                })
            / mass;
    return new double[] {mean, variance};
  }

  /** The mean, with its standard error or its refinement error. */
  public Estimate mean(int variable) {
    double[] s = sums[variable];
    if (!sampled) {
      return refined(s[0], s[4], s[2]);
    }
    double n = number[variable];
    return n == 0
        ? new Estimate(Double.NaN, Double.NaN)
        : new Estimate(s[0], n < 2 ? Double.NaN : Math.sqrt(s[1] / (n - 1) / n));
  }

  /**
   * The variance, with its refinement error or its standard error, sqrt((m4 - s^4 (n-3)/(n-1)) /
   * n), which holds for any distribution with a fourth moment.
   */
  public Estimate variance(int variable) {
    double[] s = sums[variable];
    if (!sampled) {
      return refined(s[1], s[5], s[3]);
    }
    double n = number[variable];
    if (n < 4) {
      return new Estimate(n < 2 ? Double.NaN : s[1] / (n - 1), Double.NaN);
    }
    double variance = s[1] / (n - 1);
    double fourth = s[3] / n - variance * variance * (n - 3) / (n - 1);
    return new Estimate(variance, Math.sqrt(Math.max(0, fourth) / n));
  }

  private static Estimate refined(double fine, double middle, double rough) {
    return Double.isNaN(rough)
        ? new Estimate(fine, Double.NaN)
        : GridDensity.estimate(fine, middle, rough);
  }

  @Override
  public void merge(MomentData next) {
    losses.merge(next.losses);
    for (int v = 0; v < number.length; v++) {
      merge(v, next.number[v], next.sums[v]);
    }
  }

  private void merge(int variable, long count, double[] b) {
    if (count == 0) {
      return;
    }
    double[] a = sums[variable];
    double na = number[variable];
    double nb = count;
    double n = na + nb;
    double d = b[0] - a[0];
    double d2 = d * d;
    double fourth =
        a[3]
            + b[3]
            + d2 * d2 * na * nb * (na * na - na * nb + nb * nb) / (n * n * n)
            + 6 * d2 * (na * na * b[1] + nb * nb * a[1]) / (n * n)
            + 4 * d * (na * b[2] - nb * a[2]) / n;
    double third =
        a[2] + b[2] + d2 * d * na * nb * (na - nb) / (n * n) + 3 * d * (na * b[1] - nb * a[1]) / n;
    a[0] += d * nb / n;
    a[1] += b[1] + d2 * na * nb / n;
    a[2] = third;
    a[3] = fourth;
    number[variable] += count;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeBoolean(sampled);
    losses.save(out);
    Streams.write(out, number);
    for (double[] s : sums) {
      Streams.write(out, s);
    }
  }

  /** Reads moments back. */
  public static MomentData read(DataInput in) throws IOException {
    boolean sampled = in.readBoolean();
    Losses losses = new Losses();
    losses.read(in);
    long[] number = Streams.longs(in);
    MomentData m = new MomentData(number.length, sampled);
    m.losses.merge(losses);
    System.arraycopy(number, 0, m.number, 0, number.length);
    for (double[] s : m.sums) {
      System.arraycopy(Streams.doubles(in), 0, s, 0, s.length);
    }
    return m;
  }
}
