package org.thalweg.analyzers.floor;

import java.util.Optional;
import org.thalweg.analyzers.marginal.AxisData;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.marginal.Cumulative;
import org.thalweg.analyzers.marginal.FloorDiffusion;
import org.thalweg.analyzers.marginal.Histogram;
import org.thalweg.analyzers.marginal.Slabs;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.ValleyShape;

/** L_SGD and its diagnostics at the centres of bins, from walkers or from a density. */
final class EffectiveLossCurve {
  private final ValleyShape valley;
  private final Bins bins;
  private final double kappa;
  private final double delta;
  private final AxisData data;
  private final double[] logP;
  private final double[] logError;

  /**
   * A curve.
   *
   * @param problem the problem, a valley under constant noise
   * @param bins the bins
   * @param dynamics the method's description
   * @param data what the method gave
   */
  EffectiveLossCurve(Problem problem, Bins bins, Dynamics dynamics, AxisData data) {
    this.valley = problem.landscape().valley().orElseThrow();
    this.bins = bins;
    this.data = data;
    FloorDiffusion d = FloorDiffusion.of(problem).orElseThrow();
    double x = bins.centre(0);
    this.kappa = d.across(x) / d.along(x);
    this.delta = d.across(x) / (1 - dynamics.momentum());
    this.logP = new double[bins.count()];
    this.logError = new double[bins.count()];
    if (data instanceof Histogram h) {
      count(h);
    } else {
      rebuild((Slabs) data);
    }
  }

  private void count(Histogram h) {
    double n = h.inside() * bins.width();
    for (int i = 0; i < logP.length; i++) {
      logP[i] = h.count(i) == 0 ? Double.NaN : Math.log(h.count(i) / n);
      logError[i] = 1 / Math.sqrt(h.count(i));
    }
  }

  private void rebuild(Slabs s) {
    Cumulative best = s.best(0);
    Cumulative rough = s.rough(0);
    for (int i = 0; i < logP.length; i++) {
      double p = best.at(bins.centre(i));
      logP[i] = p > 0 ? Math.log(p) : Double.NaN;
      logError[i] = relative(s, p, rough.at(bins.centre(i)));
    }
  }

  private static double relative(Slabs s, double best, double rough) {
    return s.refined() ? Math.abs(rough / best - 1) : Double.NaN;
  }

  double kappa() {
    return kappa;
  }

  /** Delta / (1 - mu). */
  double delta() {
    return delta;
  }

  double logFlatness(int i) {
    return valley.logFlatness(bins.centre(i));
  }

  /** S = ln F - L0 / Delta. */
  private double tilt(double x) {
    return valley.logFlatness(x) - valley.floor(x) / delta;
  }

  /** -Delta [ln p - ln F] - L0, up to a constant (unit: loss). */
  Estimate effectiveLoss(int i) {
    double x = bins.centre(i);
    double value = -delta * (logP[i] - valley.logFlatness(x)) - valley.floor(x);
    return new Estimate(value, delta * logError[i]);
  }

  /** ln[p(x)/p(r)] - kappa (S(x) - S(r)) at a bin's centre, r the centre of the reference's bin. */
  Estimate leftOver(int i, double reference) {
    int r = bins.of(reference);
    double value = logP[i] - logP[r] - kappa * (tilt(bins.centre(i)) - tilt(bins.centre(r)));
    double error =
        data instanceof Slabs
            ? Math.abs(logError[i]) + Math.abs(logError[r])
            : Math.hypot(logError[i], logError[r]);
    return i == r ? new Estimate(0, 0) : new Estimate(value, error);
  }

  /** ln p - kappa S at the bins' centres, of mean zero under p, with the error of ln p. */
  Estimate[] leftOver() {
    double[] left = new double[logP.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = logP[i] - kappa * tilt(bins.centre(i));
    }
    centre(left);
    Estimate[] out = new Estimate[left.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = new Estimate(left[i], logError[i]);
    }
    return out;
  }

  /**
   * The same as an effective loss implies it.
   *
   * @param effectiveLoss L_SGD at the bins' centres (unit: loss), for a method without momentum
   * @return ln p - kappa S, of mean zero under p
   */
  double[] leftOver(double[] effectiveLoss) {
    double[] out = new double[effectiveLoss.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (1 - kappa) * tilt(bins.centre(i)) - effectiveLoss[i] / delta;
    }
    centre(out);
    return out;
  }

  /** Takes the mean under p off a curve. */
  private void centre(double[] curve) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < curve.length; i++) {
      if (!Double.isNaN(logP[i])) {
        double w = Math.exp(logP[i]);
        sum += w * curve[i];
        weight += w;
      }
    }
    for (int i = 0; i < curve.length; i++) {
      curve[i] -= sum / weight;
    }
  }

  /** The mean of u = lambda y^2 / Delta: over a bin's walkers, or at its centre. */
  Estimate warmth(int i) {
    if (data instanceof Histogram h) {
      return new Estimate(h.mean(i) / delta, h.meanError(i) / delta);
    }
    return warmthAt(bins.centre(i));
  }

  /** Whether the curve can be evaluated between bins. */
  boolean smooth() {
    return data instanceof Slabs s && s.refined();
  }

  /** {@code <u|x>} of a density at any place. */
  Estimate warmthAt(double x) {
    Slabs s = (Slabs) data;
    double scale = valley.curvature(x) / delta;
    double best = s.best(1).at(x) / s.best(0).at(x) * scale;
    double rough = s.rough(1).at(x) / s.rough(0).at(x) * scale;
    return new Estimate(best, s.refined() ? Math.abs(best - rough) : Double.NaN);
  }

  /** ln[p(x)/p(r)] - kappa (S(x) - S(r)) of a density at any place. */
  Estimate leftOverAt(double x, double reference) {
    Slabs s = (Slabs) data;
    double theory = kappa * (tilt(x) - tilt(reference));
    double best = Math.log(s.best(0).at(x) / s.best(0).at(reference)) - theory;
    double rough = Math.log(s.rough(0).at(x) / s.rough(0).at(reference)) - theory;
    return new Estimate(best, s.refined() ? Math.abs(best - rough) : Double.NaN);
  }

  /** The mean of L_SGD minus another curve under p, which fixes the constant. */
  double offset(Optional<double[]> other) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < logP.length; i++) {
      if (!Double.isNaN(logP[i])) {
        double w = Math.exp(logP[i]);
        int at = i;
        sum += w * (effectiveLoss(i).value() - other.map(o -> o[at]).orElse(0.0));
        weight += w;
      }
    }
    return sum / weight;
  }
}
