package org.thalweg.analyzers.marginal;

import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.analyzers.report.Columns;
import org.thalweg.analyzers.report.Roles;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Table;

/**
 * A marginal density at places.
 *
 * @param x the places
 * @param p the densities there, means over a bin or a slab (unit: 1 / theta)
 * @param error their errors
 */
record MarginalCurve(double[] x, double[] p, double[] error) {
  static MarginalCurve of(AxisData data) {
    return data instanceof Histogram h ? of(h) : of((Slabs) data);
  }

  private static MarginalCurve of(Histogram h) {
    Bins bins = h.bins();
    double scale = 1 / (h.inside() * bins.width());
    double[] p = new double[bins.count()];
    double[] error = new double[bins.count()];
    for (int i = 0; i < p.length; i++) {
      p[i] = h.count(i) * scale;
      error[i] = Math.sqrt(h.count(i)) * scale;
    }
    return new MarginalCurve(bins.centres(), p, error);
  }

  private static MarginalCurve of(Slabs s) {
    double[] masses = s.refined() ? s.extrapolated(0) : s.pairs(0);
    double[] fine = s.pairs(0);
    double width = (s.axis().to() - s.axis().from()) / masses.length;
    double mass = 0;
    for (double m : masses) {
      mass += m;
    }
    double[] x = new double[masses.length];
    double[] p = new double[masses.length];
    double[] error = new double[masses.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = s.axis().from() + (i + 0.5) * width;
      p[i] = masses[i] / mass / width;
      error[i] = s.refined() ? Math.abs(masses[i] - fine[i]) / mass / width : Double.NaN;
    }
    return new MarginalCurve(x, p, error);
  }

  static MarginalCurve of(Theory theory, Bins bins) {
    Masses masses = theory.masses(Theory.CONTINUOUS, bins);
    double[] p = new double[bins.count()];
    double[] error = new double[bins.count()];
    for (int i = 0; i < p.length; i++) {
      p[i] = masses.mass()[i] / bins.width();
      error[i] = masses.bound(i) / bins.width();
    }
    return new MarginalCurve(bins.centres(), p, error);
  }

  static MarginalCurve last(Observed observed) {
    return of(TimedObserver.<AxisData>of(observed).last());
  }

  /** One row per save time kept and place, with the numbers of walkers. */
  static Table table(Observed observed, int axis) {
    TimedObserver<AxisData> seen = TimedObserver.of(observed);
    int rows = 0;
    for (int i = 0; i < seen.size(); i++) {
      rows += of(seen.at(i)).x().length;
    }
    Columns columns = new Columns(rows);
    int row = 0;
    for (int i = 0; i < seen.size(); i++) {
      MarginalCurve curve = of(seen.at(i));
      for (int k = 0; k < curve.x().length; k++, row++) {
        columns.put("time", "time", row, seen.time(i));
        columns.put("x" + axis, "theta", row, curve.x[k]);
        columns.put("p", "1/theta", row, curve.p[k]);
        columns.put("p_error", "1/theta", row, curve.error[k]);
        if (seen.at(i) instanceof Histogram h) {
          columns.count("walkers", row, h.count(k));
          columns.count("outside", row, h.outside);
          columns.count("absorbed", row, h.losses.absorbed());
          columns.count("diverged", row, h.losses.diverged() + h.notFinite);
        }
      }
    }
    String id = observed.method().id();
    return columns.table("marginal-" + id, "Marginal along axis " + axis + " from " + id);
  }

  Table table(String name, String what) {
    Columns columns = new Columns(x.length);
    for (int i = 0; i < x.length; i++) {
      columns.put("x0", "theta", i, x[i]);
      columns.put("p", "1/theta", i, p[i]);
      columns.put("p_error", "1/theta", i, error[i]);
    }
    return columns.table(name, "Marginal along axis 0 predicted by " + what);
  }

  /** Walkers as points with error bars, densities as a line. */
  Figure.Layer layer(MethodInfo method) {
    Figure.Role role = Roles.of(method);
    return role == Figure.Role.DENSITY
        ? new Figure.Line(method.id(), role, false, false, x, p)
        : new Figure.Points(method.id(), role, x, p, error);
  }

  Figure.Layer line(String label, boolean solid) {
    return new Figure.Line(label, Figure.Role.THEORY, !solid, false, x, p);
  }

  Figure.Layer band(String label) {
    double[] low = new double[x.length];
    double[] high = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      low[i] = Math.max(0, p[i] - error[i]);
      high[i] = p[i] + error[i];
    }
    return new Figure.Band(label, Figure.Role.THEORY, x, low, high);
  }
}
