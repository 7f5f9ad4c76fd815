package org.thalweg.analyzers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Divergence;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Start;
import org.thalweg.api.problem.Traits;
import org.thalweg.testkit.NoReferences;

/** Problems, methods and distributions for tests. */
public final class Fixtures {
  public static final double ETA = 0.05;

  private Fixtures() {}

  /** Constant diagonal diffusion, C = 2 D / eta. */
  public record Anisotropic(double delta, double kappa) implements HasCovariance {
    @Override
    public Traits traits() {
      return new Traits(true, Traits.Form.DIAGONAL, true);
    }

    @Override
    public int channels() {
      return 2;
    }

    @Override
    public void covariance(double t, double[] x, double[] out) {
      Arrays.fill(out, 0);
      for (int i = 0; i < x.length; i++) {
        out[i * (x.length + 1)] = 2 / ETA * (i == 0 ? delta / kappa : delta);
      }
    }
  }

  /** A noise of which nothing is known. */
  public record Unknown() implements NoiseModel {
    @Override
    public Traits traits() {
      return new Traits(false, Traits.Form.FULL, false);
    }

    @Override
    public int channels() {
      return 0;
    }

    @Override
    public Optional<String> noDiffusion() {
      return Optional.of("nobody knows it");
    }
  }

  public static Axis walls(double from, double to) {
    return new Axis(from, to, Edge.REFLECTING, Edge.REFLECTING);
  }

  public static Problem problem(
      Landscape landscape, NoiseModel noise, double horizon, Axis... domain) {
    Start nowhere = (draws, x) -> {};
    return new Problem(
        new Setting(landscape, Schedule.constant(ETA), Schedule.constant(1)),
        noise,
        nowhere,
        List.of(domain),
        horizon,
        new Divergence(1e3));
  }

  public static MethodInfo langevin(String id, double step) {
    return new MethodInfo(id, "ensemble", new Dynamics(Dynamics.Kind.LANGEVIN, step, 0));
  }

  public static MethodInfo density(String id) {
    return new MethodInfo(id, "fokker-planck", new Dynamics(Dynamics.Kind.FOKKER_PLANCK, 0, 0));
  }

  public static Assembly assembly(List<Prediction> predictions, NoiseModel assumed) {
    return new NoReferences() {
      @Override
      public NoiseModel noise(Ref<NoiseModel> ref, Setting setting) {
        return assumed;
      }

      @Override
      public List<Prediction> predictions() {
        return predictions;
      }
    };
  }

  public static WalkerChunk chunk(long first, double[]... coordinates) {
    int n = coordinates[0].length;
    Block block = new Block(coordinates.length, n, Layout.of(coordinates.length));
    for (int c = 0; c < coordinates.length; c++) {
      System.arraycopy(coordinates[c], 0, block.line(c), 0, n);
    }
    return new WalkerChunk(block, new byte[n], first);
  }

  public static double[] part(double[] values, int from, int to) {
    return Arrays.copyOfRange(values, from, to);
  }

  public static double[] normals(SplittableRandom random, int n, double mean, double sd) {
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] =
          mean
              + sd
                  * Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
                  * Math.cos(2 * Math.PI * random.nextDouble());
    }
    return out;
  }

  /** Draws from exp(log) on an interval by inverting its cumulative on a fine grid. */
  public static double[] sample(
      SplittableRandom random, int n, DoubleUnaryOperator log, double from, double to) {
    int cells = 20_000;
    double[] sums = new double[cells + 1];
    for (int i = 0; i < cells; i++) {
      double x = from + (i + 0.5) * (to - from) / cells;
      sums[i + 1] = sums[i] + Math.exp(log.applyAsDouble(x));
    }
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      double u = random.nextDouble() * sums[cells];
      int k = Arrays.binarySearch(sums, u);
      k = Math.min(cells - 1, k >= 0 ? k : -k - 2);
      double part = (u - sums[k]) / (sums[k + 1] - sums[k]);
      out[i] = from + (k + part) * (to - from) / cells;
    }
    return out;
  }

  /** Draws y at fixed x across a valley at temperature delta. */
  public static double[] across(
      SplittableRandom random, TestValley valley, double[] x, double delta) {
    double[] z = normals(random, x.length, 0, 1);
    for (int i = 0; i < z.length; i++) {
      z[i] *= Math.sqrt(delta / valley.curvature(x[i]));
    }
    return z;
  }

  /** A density as a scheme of second order would give it: P (1 + c h^2 f) with its coarse grid. */
  public static GridDensity density(
      GridAxis x, GridAxis y, Density p, Density perturbation, boolean coarse) {
    return new GridDensity(
        List.of(x, y),
        values(x, y, p, perturbation),
        coarse ? density(half(x), half(y), p, perturbation, false) : null);
  }

  public interface Density {
    double at(double x, double y);
  }

  private static GridAxis half(GridAxis a) {
    return new GridAxis(a.from(), a.to(), a.cells() / 2);
  }

  private static double[] values(GridAxis x, GridAxis y, Density p, Density perturbation) {
    double[] out = new double[x.cells() * y.cells()];
    double sum = 0;
    double h2 = x.width() * x.width();
    for (int i = 0; i < x.cells(); i++) {
      for (int j = 0; j < y.cells(); j++) {
        double cell = 0;
        // cell averages by the three-point Gauss rule
        for (int k = 0; k < 9; k++) {
          double px = x.centre(i) + GAUSS[k / 3] * x.width() / 2;
          double py = y.centre(j) + GAUSS[k % 3] * y.width() / 2;
          double w = WEIGHT[k / 3] * WEIGHT[k % 3] / 4;
          cell += w * p.at(px, py) * (1 + h2 * perturbation.at(px, py));
        }
        out[i * y.cells() + j] = cell;
        sum += cell;
      }
    }
    double volume = x.width() * y.width();
    for (int i = 0; i < out.length; i++) {
      out[i] /= sum * volume;
    }
    return out;
  }

  private static final double[] GAUSS = {-Math.sqrt(0.6), 0, Math.sqrt(0.6)};
  private static final double[] WEIGHT = {5 / 9.0, 8 / 9.0, 5 / 9.0};

  public static Observer observer(Analyzer analyzer, Problem problem, MethodInfo method) {
    return analyzer.observer(problem, method).orElseThrow();
  }

  public static Observed observed(MethodInfo method, Observer observer) {
    return new Observed(method, observer, Optional.empty());
  }

  public static byte[] bytes(Observer observer) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      observer.save(new DataOutputStream(out));
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void restore(Observer observer, byte[] bytes) {
    try {
      observer.restore(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static double[] numbers(Table table, String column) {
    return table.columns().stream()
        .filter(c -> c.name().equals(column))
        .map(c -> ((Table.Numbers) c).values())
        .findFirst()
        .orElseThrow();
  }

  public static List<String> words(Table table, String column) {
    return table.columns().stream()
        .filter(c -> c.name().equals(column))
        .map(c -> ((Table.Words) c).values())
        .findFirst()
        .orElseThrow();
  }
}
