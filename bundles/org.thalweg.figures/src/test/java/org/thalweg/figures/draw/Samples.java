package org.thalweg.figures.draw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.Figure.Band;
import org.thalweg.api.analysis.Figure.Contours;
import org.thalweg.api.analysis.Figure.Layer;
import org.thalweg.api.analysis.Figure.Line;
import org.thalweg.api.analysis.Figure.Points;
import org.thalweg.api.analysis.Figure.Role;
import org.thalweg.api.analysis.Figure.Scale;
import org.thalweg.figures.Drawing;

/** Figures like those of a run; {@code main} draws them into a folder, to be looked at. */
final class Samples {
  private Samples() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (Figure figure : all()) {
      long start = System.nanoTime();
      Drawing drawing = new PlainDrawer().draw(figure);
      long milliseconds = (System.nanoTime() - start) / 1_000_000;
      Files.write(folder.resolve(figure.name() + ".svg"), drawing.svg());
      Files.write(folder.resolve(figure.name() + ".png"), drawing.png());
      System.out.printf(
          "%-20s %4d ms, SVG %d, PNG %d bytes %s%n",
          figure.name(),
          milliseconds,
          drawing.svg().length,
          drawing.png().length,
          drawing.warnings());
    }
  }

  static List<Figure> all() {
    return List.of(
        paths(),
        marginal(),
        effectiveLoss(),
        decay(),
        gaps(),
        large(),
        empty(),
        single(),
        constant(),
        crowded(),
        narrow(),
        loglog(),
        phases());
  }

  /** A phase diagram with every kind of cell. */
  static Figure phases() {
    double[] x = new double[13];
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.pow(10, -2 + i / 6.0);
    }
    double[] y = range(0, 1, 9);
    double[] values = new double[(x.length - 1) * (y.length - 1)];
    List<Figure.Mark> marks = new ArrayList<>();
    for (int i = 0; i + 1 < x.length; i++) {
      for (int j = 0; j + 1 < y.length; j++) {
        int at = i * (y.length - 1) + j;
        values[at] = 3 * x[i] * (1 + y[j]);
        marks.add(
            i + j > 16
                ? Figure.Mark.FAILED
                : i + j > 14
                    ? Figure.Mark.DIVERGED
                    : i == 0 && j > 5 ? Figure.Mark.MISSING : Figure.Mark.NONE);
      }
    }
    values[3] = Double.NaN;
    values[values.length - 1] = Double.POSITIVE_INFINITY;
    return new Figure(
        "phases",
        "variance, sgd",
        new Scale("learning rate", "time", true, Double.NaN, Double.NaN),
        new Scale("momentum", ""),
        List.of(new Figure.Cells("variance [theta^2]", true, x, y, values, marks)));
  }

  static double[] range(double from, double to, int n) {
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = from + (to - from) * i / (n - 1);
    }
    return out;
  }

  private static double flatness(double x) {
    return 1 + Math.exp(-(x - 1) * (x - 1));
  }

  static Figure paths() {
    double[] x = range(-3, 3, 120);
    double[] y = range(-1, 1, 100);
    double[] z = new double[x.length * y.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < y.length; j++) {
        z[i * y.length + j] = 0.5 * flatness(x[i]) * y[j] * y[j] + 0.02 * x[i];
      }
    }
    List<Layer> layers = new ArrayList<>();
    double[] levels = {0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    layers.add(new Contours("loss L", x, y, z, levels));
    Random random = new Random(1);
    for (int p = 0; p < 4; p++) {
      double[] px = new double[1500];
      double[] py = new double[1500];
      px[0] = 2;
      for (int k = 1; k < px.length; k++) {
        double f = flatness(px[k - 1]);
        px[k] = px[k - 1] + 0.025 * random.nextGaussian() - 0.001 * (p % 2);
        py[k] = py[k - 1] - 0.05 * f * py[k - 1] + 0.04 * random.nextGaussian();
      }
      Role role = p < 2 ? Role.SGD : Role.LANGEVIN;
      String label = p % 2 == 1 ? "" : p < 2 ? "SGD" : "Langevin";
      layers.add(new Line(label, role, false, true, px, py));
    }
    Scale scaleX = new Scale("x", "", false, -3, 3);
    return new Figure(
        "valley-paths", "Sample paths in the valley", scaleX, new Scale("y", ""), layers);
  }

  static Figure marginal() {
    double[] x = range(-3, 3, 40);
    double[] fine = range(-3, 3, 400);
    Random random = new Random(2);
    List<Layer> layers = new ArrayList<>();
    double[] low = new double[fine.length];
    double[] high = new double[fine.length];
    double[] mid = new double[fine.length];
    for (int i = 0; i < fine.length; i++) {
      mid[i] = 1 / (6.8 * Math.pow(flatness(fine[i]) / 1.2, 0.5)) + 0.02;
      low[i] = mid[i] * 0.97;
      high[i] = mid[i] * 1.03;
    }
    layers.add(new Band("theory, Eq. 7", Role.THEORY, fine, low, high));
    layers.add(new Line("density (Fokker–Planck)", Role.DENSITY, false, false, fine, mid));
    layers.add(new Line("theory, Eq. 7", Role.THEORY, false, false, fine, mid));
    for (Role role : List.of(Role.SGD, Role.LANGEVIN)) {
      double[] y = new double[x.length];
      double[] e = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        e[i] = 0.004;
        y[i] =
            1 / (6.8 * Math.pow(flatness(x[i]) / 1.2, 0.5)) + 0.02 + e[i] * random.nextGaussian();
      }
      layers.add(new Points(role == Role.SGD ? "SGD" : "Langevin", role, x, y, e));
    }
    return new Figure(
        "floor-marginal",
        "Stationary marginal along the floor",
        new Scale("position along the floor x", ""),
        new Scale("probability density p(x)", "1/length"),
        layers);
  }

  static Figure effectiveLoss() {
    double[] x = range(-3, 3, 200);
    double[] a = new double[x.length];
    double[] b = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      a[i] = 3e-6 * Math.log(flatness(x[i]));
      b[i] = a[i] * 1.1;
    }
    return new Figure(
        "effective-loss",
        "Effective loss −T ln p, cross-section removed, against L_SGD of Eq. 11, κ = 1, Δ = 0.02",
        new Scale("x", ""),
        new Scale("effective loss L_eff − min", "loss"),
        List.of(
            new Line("−T ln p, SGD", Role.SGD, false, false, x, a),
            new Line("L_SGD, Eq. 11", Role.THEORY, true, false, x, b),
            new Line("L_SGD, Eq. 7", Role.THEORY, false, false, x, b.clone())));
  }

  static Figure decay() {
    double[] t = range(0, 50, 101);
    double[] a = new double[t.length];
    double[] e = new double[t.length];
    double[] b = new double[t.length];
    for (int i = 0; i < t.length; i++) {
      b[i] = Math.exp(-t[i] / 4);
      a[i] = b[i] * (1 + 0.2 * Math.sin(i));
      e[i] = 0.01;
    }
    return new Figure(
        "total-variation",
        "Distance between SGD and the density",
        new Scale("time t", "steps × η"),
        new Scale("total variation", "", true, Double.NaN, Double.NaN),
        List.of(
            new Points("SGD", Role.SGD, t, a, e),
            new Line("exp(−t/4)", Role.THEORY, true, false, t, b)));
  }

  static Figure gaps() {
    double[] x = range(0, 10, 101);
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = i % 25 < 5 ? Double.NaN : Math.sin(x[i]);
    }
    y[2] = 0.5;
    y[60] = Double.POSITIVE_INFINITY;
    return new Figure(
        "gaps",
        "Gaps",
        new Scale("x", ""),
        new Scale("sin x", ""),
        List.of(
            new Line("measured", Role.OTHER, false, false, x, y),
            new Line("other", Role.OTHER, true, false, x, range(-0.2, 0.4, 101)),
            new Line("third", Role.OTHER, false, false, x, range(0.4, -0.4, 101))));
  }

  static Figure large() {
    double[] x = range(0, 1, 1_000_000);
    double[] y = new double[x.length];
    Random random = new Random(3);
    for (int i = 1; i < x.length; i++) {
      y[i] = y[i - 1] + random.nextGaussian();
    }
    y[300_000] = 4000;
    return new Figure(
        "million-points",
        "A path of a million steps, with a spike",
        new Scale("time", "s"),
        new Scale("position", "m"),
        List.of(new Line("walker", Role.SGD, false, true, x, y)));
  }

  static Figure empty() {
    return new Figure("empty", "Nothing", new Scale("x", ""), new Scale("y", ""), List.of());
  }

  static Figure single() {
    return new Figure(
        "single",
        "One point",
        new Scale("x", "m"),
        new Scale("y", "s"),
        List.of(
            new Points("SGD", Role.SGD, new double[] {2}, new double[] {3}, new double[] {0.5})));
  }

  static Figure constant() {
    double[] x = range(0, 1, 20);
    double[] y = new double[20];
    java.util.Arrays.fill(y, 7);
    return new Figure(
        "constant",
        "A constant",
        new Scale("x", ""),
        new Scale("y", ""),
        List.of(new Line("seven", Role.LANGEVIN, false, false, x, y)));
  }

  static Figure crowded() {
    double[] x = range(0, 1, 300);
    List<Layer> layers = new ArrayList<>();
    Random random = new Random(5);
    for (Role role : Role.values()) {
      double[] y = new double[x.length];
      for (int i = 0; i < y.length; i++) {
        y[i] = random.nextDouble();
      }
      layers.add(new Points("a long label for " + role, role, x, y, new double[0]));
    }
    return new Figure(
        "crowded", "No room in the plot", new Scale("x", ""), new Scale("y", ""), layers);
  }

  static Figure narrow() {
    double[] x = range(1e6, 1e6 + 3e-3, 50);
    double[] y = range(0.2, 0.7, 50);
    Scale scaleY = new Scale("y", "", true, Double.NaN, Double.NaN);
    return new Figure(
        "narrow",
        "A narrow range far from zero",
        new Scale("x", ""),
        scaleY,
        List.of(new Points("n", Role.DENSITY, x, y, new double[0])));
  }

  static Figure loglog() {
    double[] x = new double[9];
    double[] y = new double[9];
    double[] e = new double[9];
    for (int i = 0; i < 9; i++) {
      x[i] = Math.pow(10, -4 + 0.5 * i);
      y[i] = 3 * x[i] * x[i];
      e[i] = 0.3 * y[i];
    }
    y[1] = -1;
    Scale logX = new Scale("step h", "time", true, Double.NaN, Double.NaN);
    Scale logY = new Scale("weak error", "", true, Double.NaN, Double.NaN);
    return new Figure(
        "weak-order",
        "Weak error of the scheme: second order",
        logX,
        logY,
        List.of(
            new Points("Euler–Maruyama", Role.LANGEVIN, x, y, e),
            new Line(
                "3 h²",
                Role.THEORY,
                false,
                false,
                new double[] {1e-4, 1},
                new double[] {3e-8, 3})));
  }
}
