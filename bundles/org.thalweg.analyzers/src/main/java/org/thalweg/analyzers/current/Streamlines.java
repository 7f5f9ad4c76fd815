package org.thalweg.analyzers.current;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.api.analysis.Figure;

/**
 * Lines along a current inside a window: where it has a stream function, at evenly spaced values of
 * it, so that the same current flows between neighbouring lines; else short arrows.
 */
final class Streamlines {
  private static final double STEP = 0.004;
  private static final int LONGEST = 2500;
  private static final int ROWS = 48;
  private static final int COLUMNS = 240;
  private static final double SAME = 0.012;
  private static final double[] ARROWS = {22, 14};

  private final Window window;
  private final Figure.Role role;
  private final Lattice jx;
  private final Lattice jy;
  private final List<double[]> x = new ArrayList<>();
  private final List<double[]> y = new ArrayList<>();

  /** Lines through a window for a current at the centres of cells. */
  Streamlines(Window window, CurrentData.Fields fields, Figure.Role role) {
    this.window = window;
    this.role = role;
    jx = fields.centres(fields.current()[0]);
    jy = fields.centres(fields.current()[1]);
  }

  /** Lines at the odd multiples of half a spacing, positive and negative. */
  Figure.Flow atLevels(Lattice psi, double spacing, String label) {
    double most = Math.abs(psi.peak().value());
    for (double level = spacing / 2; level < most; level += spacing) {
      level(psi, level);
      level(psi, -level);
    }
    return flow(label);
  }

  private void level(Lattice psi, double level) {
    int before = x.size();
    for (int r = 0; r < ROWS; r++) {
      double v = (r + 0.5) / ROWS;
      double last = 0;
      for (int c = 0; c <= COLUMNS; c++) {
        double u = (double) c / COLUMNS;
        double now = psi.at(window.x(u), window.y(v)) - level;
        if (c > 0 && (now > 0) != (last > 0)) {
          double crossing = u - now / (now - last) / COLUMNS;
          if (!drawn(before, crossing, v)) {
            follow(crossing, v);
          }
        }
        last = now;
      }
    }
  }

  private boolean drawn(int from, double u, double v) {
    for (int l = from; l < x.size(); l++) {
      for (int i = 0; i < x.get(l).length; i++) {
        if (Math.hypot(x.get(l)[i] - u, y.get(l)[i] - v) < SAME) {
          return true;
        }
      }
    }
    return false;
  }

  /** Follows the current until it closes or leaves the window, then backwards from the start. */
  private void follow(double u, double v) {
    double[][] ahead = trace(u, v, 1);
    int n = ahead[0].length;
    boolean closed = n > 10 && ahead[0][n - 1] == u && ahead[1][n - 1] == v;
    double[][] behind = closed ? new double[2][1] : trace(u, v, -1);
    int m = behind[0].length - 1;
    double[] us = new double[m + n];
    double[] vs = new double[m + n];
    for (int i = 0; i < m; i++) {
      us[i] = behind[0][m - i];
      vs[i] = behind[1][m - i];
    }
    System.arraycopy(ahead[0], 0, us, m, n);
    System.arraycopy(ahead[1], 0, vs, m, n);
    x.add(us);
    y.add(vs);
  }

  private double[][] trace(double u, double v, int sense) {
    double[] us = new double[LONGEST];
    double[] vs = new double[LONGEST];
    us[0] = u;
    vs[0] = v;
    double[] d = new double[2];
    int n = 1;
    while (n < LONGEST) {
      double cu = us[n - 1];
      double cv = vs[n - 1];
      direction(cu, cv, sense, d);
      direction(cu + STEP / 2 * d[0], cv + STEP / 2 * d[1], sense, d);
      double nu = cu + STEP * d[0];
      double nv = cv + STEP * d[1];
      if (!(nu >= 0 && nu <= 1 && nv >= 0 && nv <= 1) || d[0] == 0 && d[1] == 0) {
        break;
      }
      boolean closes = n > 10 && Math.hypot(nu - u, nv - v) < STEP;
      us[n] = closes ? u : nu;
      vs[n] = closes ? v : nv;
      n++;
      if (closes) {
        break;
      }
    }
    return new double[][] {Arrays.copyOf(us, n), Arrays.copyOf(vs, n)};
  }

  private void direction(double u, double v, int sense, double[] out) {
    double a = jx.at(window.x(u), window.y(v)) / window.width();
    double b = jy.at(window.x(u), window.y(v)) / window.height();
    double size = Math.hypot(a, b);
    out[0] = size == 0 ? 0 : sense * a / size;
    out[1] = size == 0 ? 0 : sense * b / size;
  }

  /** Arrows on a lattice of places, as long as the current is strong. */
  Figure.Flow arrows(String label) {
    double most = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < ARROWS[0]; i++) {
        for (int j = 0; j < ARROWS[1]; j++) {
          double u = (i + 0.5) / ARROWS[0];
          double v = (j + 0.5) / ARROWS[1];
          double a = jx.at(window.x(u), window.y(v)) / window.width();
          double b = jy.at(window.x(u), window.y(v)) / window.height();
          if (pass == 0) {
            most = Math.max(most, Math.hypot(a, b));
          } else if (most > 0) {
            double du = a / most / ARROWS[1] / 2;
            double dv = b / most / ARROWS[1] / 2;
            x.add(new double[] {u - du, u + du});
            y.add(new double[] {v - dv, v + dv});
          }
        }
      }
    }
    return flow(label);
  }

  private Figure.Flow flow(String label) {
    int size = x.stream().mapToInt(l -> l.length + 1).sum();
    double[] px = new double[size];
    double[] py = new double[size];
    int at = 0;
    for (int l = 0; l < x.size(); l++) {
      for (int i = 0; i < x.get(l).length; i++, at++) {
        px[at] = window.x(x.get(l)[i]);
        py[at] = window.y(y.get(l)[i]);
      }
      px[at] = Double.NaN;
      py[at++] = Double.NaN;
    }
    return new Figure.Flow(label, role, px, py);
  }
}
