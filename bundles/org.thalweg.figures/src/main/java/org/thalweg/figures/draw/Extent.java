package org.thalweg.figures.draw;

import java.util.List;
import org.thalweg.api.analysis.Figure.Scale;

/** Collects the numbers along one axis and fits the axis to them. */
final class Extent {
  /**
   * Half of what doubles can hold is left free, so that differences and margins do not overflow.
   */
  private static final double LARGEST = 1e307;

  private static final double SMALLEST = 1e-307;

  private static final double LEAST_PART = 0.1;

  private final Scale scale;
  private final List<String> warnings;
  private boolean counts = true;
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;
  private double tightLow = Double.POSITIVE_INFINITY;
  private double tightHigh = Double.NEGATIVE_INFINITY;

  Extent(Scale scale, List<String> warnings) {
    this.scale = scale;
    this.warnings = warnings;
  }

  /** Takes a number that is to stand clear of the frame; what has no place is passed over. */
  void add(double value) {
    counts &= Double.isNaN(value) || value == Math.rint(value);
    if (placed(value)) {
      low = Math.min(low, clamp(value));
      high = Math.max(high, clamp(value));
    }
  }

  /** Whether everything stands at whole numbers from one on. */
  boolean counts() {
    return counts && low >= 1 && tightLow > tightHigh;
  }

  /** Takes a number that may lie on the frame, such as the edge of a grid. */
  void addTight(double value) {
    if (placed(value)) {
      tightLow = Math.min(tightLow, clamp(value));
      tightHigh = Math.max(tightHigh, clamp(value));
    }
  }

  /**
   * Takes the ends of an error bar. On a logarithmic axis a bar that comes near to zero counts down
   * to a tenth of its value, so that it does not stretch the axis over decades.
   */
  void addBar(double value, double error) {
    if (!(error >= 0)) {
      return;
    }
    add(value + error);
    double low = value - error;
    add(scale.logarithmic() && value > 0 ? Math.max(low, LEAST_PART * value) : low);
  }

  boolean isEmpty() {
    return low > high && tightLow > tightHigh;
  }

  /** The axis: the ends that the figure fixes, else those of the data with a margin. */
  Scaling scaling(double margin) {
    boolean fixedFrom = usable(scale.from());
    boolean fixedTo = usable(scale.to());
    if (fixedFrom && fixedTo && scale.from() >= scale.to()) {
      warnings.add(
          "the axis '"
              + scale.label()
              + "' is fitted to the data: its ends "
              + scale.from()
              + " and "
              + scale.to()
              + " are not in rising order");
      fixedFrom = false;
      fixedTo = false;
    }
    double[] ends = fitted(margin);
    if (fixedFrom) {
      ends[0] = scale.from();
      ends[1] = ends[1] > ends[0] ? ends[1] : beyond(ends[0], 1);
    }
    if (fixedTo) {
      ends[1] = scale.to();
      ends[0] = ends[0] < ends[1] ? ends[0] : beyond(ends[1], -1);
    }
    return new Scaling(scale.logarithmic(), ends[0], ends[1]);
  }

  private double[] fitted(double margin) {
    if (isEmpty()) {
      return scale.logarithmic() ? new double[] {0.1, 10} : new double[] {0, 1};
    }
    double a = Math.min(low, tightLow);
    double b = Math.max(high, tightHigh);
    if (scale.logarithmic()) {
      if (b <= a * (1 + 1e-9)) {
        return new double[] {a / 3, b * 3};
      }
      double factor = Math.pow(b / a, margin);
      return new double[] {
        low <= tightLow ? Math.max(SMALLEST, a / factor) : a,
        high >= tightHigh ? Math.min(LARGEST, b * factor) : b
      };
    }
    if (b - a <= 1e-12 * Math.max(Math.abs(a), Math.abs(b))) {
      double half = a == 0 ? 1 : Math.abs(a) * 0.1;
      return new double[] {a - half, b + half};
    }
    return new double[] {
      low <= tightLow ? a - margin * (b - a) : a, high >= tightHigh ? b + margin * (b - a) : b
    };
  }

  private double beyond(double end, int direction) {
    if (scale.logarithmic()) {
      return direction > 0 ? end * 10 : end / 10;
    }
    return end + direction * Math.max(1, Math.abs(end) * 0.1);
  }

  private boolean usable(double end) {
    if (Double.isNaN(end)) {
      return false;
    }
    if (Double.isInfinite(end) || scale.logarithmic() && end <= 0) {
      warnings.add(
          "the axis '" + scale.label() + "' is fitted to the data: it cannot end at " + end);
      return false;
    }
    return true;
  }

  private boolean placed(double value) {
    return Double.isFinite(value) && !(scale.logarithmic() && value <= 0);
  }

  private double clamp(double value) {
    if (scale.logarithmic()) {
      return Math.max(SMALLEST, Math.min(LARGEST, value));
    }
    return Math.max(-LARGEST, Math.min(LARGEST, value));
  }
}
