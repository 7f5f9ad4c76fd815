package org.thalweg.engine.sweep;

import java.util.List;
import org.thalweg.api.analysis.Result;

/**
 * One quantity of one grid point, its replicas combined.
 *
 * <p>With R finite values v_r and their own errors e_r,
 *
 * <pre>
 * mean          m = sum v_r / R
 * scatter error s = sqrt( sum (v_r - m)^2 / (R (R - 1)) ), for R of at least 2
 * own error     o = sqrt( sum e_r^2 ) / R
 * error         max(s, o), or the one that is known
 * </pre>
 *
 * <p>The replicas scatter by their own errors already, so the two are not added in quadrature; the
 * larger is taken, since the scatter of few replicas is uncertain (by a part 1/sqrt(2 (R - 1))) and
 * own errors may leave something out. It is the usual practice with a scale factor that is never
 * below one (R. L. Workman et al., Particle Data Group, 2022, section 5.2.2,
 * doi:10.1093/ptep/ptac097).
 *
 * @param mean the mean of the finite values; not-a-number without any
 * @param error one standard error of the mean
 * @param scatterError that from the scatter of the replicas
 * @param ownError that from the replicas' own errors
 * @param used how many replicas have a finite value
 * @param notFinite how many have a value that is infinite or not a number
 * @param absent how many have none: failed, invalid or not run
 * @param diverged how many walkers of the quantity's method diverged, all replicas together; of all
 *     methods where the quantity is of none
 */
record Combined(
    double mean,
    double error,
    double scatterError,
    double ownError,
    long used,
    long notFinite,
    long absent,
    long diverged) {
  static final String FORMULA =
      "m = sum v / R; error = max(sqrt(sum (v - m)^2 / (R (R - 1))), sqrt(sum e^2) / R)";

  static Combined of(List<Result> replicas, long absent, long diverged) {
    List<Result> finite = replicas.stream().filter(r -> Double.isFinite(r.value())).toList();
    int n = finite.size();
    double sum = 0;
    double own = 0;
    for (Result r : finite) {
      sum += r.value();
      own += r.error() * r.error();
    }
    double mean = n == 0 ? Double.NaN : sum / n;
    double squares = 0;
    for (Result r : finite) {
      squares += (r.value() - mean) * (r.value() - mean);
    }
    double scatter = n < 2 ? Double.NaN : Math.sqrt(squares / ((double) n * (n - 1)));
    double ownError = n == 0 ? Double.NaN : Math.sqrt(own) / n;
    double error =
        Double.isNaN(scatter)
            ? ownError
            : Double.isNaN(ownError) ? scatter : Math.max(scatter, ownError);
    return new Combined(
        mean, error, scatter, ownError, n, replicas.size() - (long) n, absent, diverged);
  }
}
