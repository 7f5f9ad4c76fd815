package org.thalweg.analyzers.curvature;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.thalweg.analyzers.moments.MomentData;
import org.thalweg.analyzers.observation.Camera;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.analyzers.report.Columns;
import org.thalweg.analyzers.report.Results;
import org.thalweg.analyzers.report.Roles;
import org.thalweg.analyzers.report.Words;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.AnalyzerFactory;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/**
 * How the gradient noise lies in the landscape at the end of the run: its variance along each
 * eigenvector of the Hessian, the exponent of variance ~ curvature^exponent, and the alignment
 * Tr(CH)/(|C| |H|), which is one where C is proportional to H.
 *
 * <p>The exponent is 2 for the linearised random shift, C = sigma^2 H^2, and 1 for a covariance
 * proportional to the Hessian. It is fitted walker by walker; the error is that of the mean over
 * walkers, or of the fit where there is one walker.
 */
@Plugin(
    id = "noise-hessian",
    doc = "Gradient noise along the Hessian's eigenvectors: exponent and alignment",
    formula = "v.C v ~ (v.H v)^exponent; alignment = Tr(C H)/(|C| |H|)",
    ref =
        "Zhu, Wu, Yu, Wu, Ma 2019, arXiv:1803.00195; Yang, Tang, Tu 2023,"
            + " doi:10.1103/PhysRevLett.130.237101")
@Component
public final class NoiseHessian implements AnalyzerFactory<NoiseHessian.Params> {
  /** Eigenvalues that are smaller than this part of the largest one are rounding. */
  private static final double NEGLIGIBLE = 1e-8;

  /** A Lanczos value counts as found if its bound is smaller than this part of it. */
  private static final double FOUND = 1e-3;

  /**
   * The parameters.
   *
   * @param walkers how many walkers are looked at
   * @param directions how many eigenvectors
   */
  public record Params(
      @Param(min = 1, max = 1e6, doc = "walkers that are looked at, the first of the ensemble")
          long walkers,
      @Param(min = 2, max = 1000, doc = "eigenvectors of the largest eigenvalues that are used")
          long directions) {}

  @Override
  public Params defaults() {
    return new Params(8, 20);
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    return new Watch(p.walkers(), (int) p.directions());
  }

  /** Looks at the first walkers of an ensemble. */
  private static final class LookCamera implements Camera<NoiseInHessian> {
    private final Problem problem;
    private final long walkers;
    private final int directions;
    private final HessianAt hessian;
    private final NoiseProjection noise;
    private final double late;

    LookCamera(Problem problem, MethodInfo method, long walkers, int directions) {
      double horizon = problem.horizon();
      double step =
          Math.max(method.dynamics().step(), problem.setting().learningRate().at(horizon));
      this.late = horizon - step; // the last observation is at the step nearest to the horizon
      this.problem = problem;
      this.walkers = walkers;
      this.directions = directions;
      this.hessian = new HessianAt(problem.landscape());
      this.noise = NoiseProjection.of(problem).orElseThrow();
    }

    @Override
    public NoiseInHessian take(double time, Distribution distribution) {
      NoiseInHessian data = new NoiseInHessian();
      if (time < late) {
        return data; // only the last look is reported: earlier ones would be work for nothing
      }
      WalkerChunk chunk = (WalkerChunk) distribution;
      double[] x = new double[chunk.dim()];
      for (int w = 0; w < chunk.walkers() && chunk.first() + w < walkers; w++) {
        if (chunk.walking(w)) {
          chunk.position().point(w, x);
          data.looks.add(at(time, x));
        }
      }
      return data;
    }

    private NoiseInHessian.Look at(double t, double[] x) {
      Eigenpairs pairs = Eigenpairs.of(hessian.at(t, x));
      int found = 0;
      while (found < Math.min(directions, pairs.size())
          && pairs.bounds()[found] <= FOUND * Math.abs(pairs.values()[found])) {
        found++;
      }
      double[] h = Arrays.copyOf(pairs.values(), found);
      double[][] c = noise.at(t, x, Arrays.copyOf(pairs.vectors(), found));
      double[] variance = new double[found];
      double product = 0;
      double squareH = 0;
      double squareC = 0;
      for (int i = 0; i < found; i++) {
        variance[i] = c[i][i];
        product += h[i] * c[i][i];
        squareH += h[i] * h[i];
        for (int j = 0; j < found; j++) {
          squareC += c[i][j] * c[i][j];
        }
      }
      return new NoiseInHessian.Look(h, variance, product / Math.sqrt(squareH * squareC));
    }

    @Override
    public NoiseInHessian read(DataInput in) throws IOException {
      return NoiseInHessian.read(in);
    }
  }

  private record Watch(long walkers, int directions) implements Analyzer {
    @Override
    public List<String> objections(Problem problem, List<MethodInfo> methods) {
      if (problem.dim() < 2) {
        return List.of("one parameter has one direction; an exponent needs two or more");
      }
      return NoiseProjection.of(problem).isPresent()
          ? List.of()
          : List.of(
              "the noise's covariance is not known"
                  + problem.noise().noDiffusion().map(why -> " (" + why + ")").orElse("")
                  + "; leave the analyzer out, or choose a noise that has one");
    }

    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      return method.dynamics().kind() == Dynamics.Kind.FOKKER_PLANCK
          ? Optional.empty()
          : Optional.of(
              new TimedObserver<>(new LookCamera(problem, method, walkers, directions), true));
    }

    private static List<NoiseInHessian.Look> looks(Observed o) {
      TimedObserver<NoiseInHessian> seen = TimedObserver.of(o);
      return seen.size() == 0 ? List.of() : seen.last().looks;
    }

    private static PowerLaw fit(NoiseInHessian.Look look) {
      PowerLaw law = new PowerLaw();
      for (int i = 0; i < look.curvature().length; i++) {
        if (look.curvature()[i] > NEGLIGIBLE * look.curvature()[0]) {
          law.add(look.curvature()[i], look.variance()[i]);
        }
      }
      return law;
    }

    private static Estimate exponent(List<NoiseInHessian.Look> looks) {
      double[] slopes =
          looks.stream()
              .map(Watch::fit)
              .filter(law -> law.pairs() >= 2)
              .mapToDouble(law -> law.exponent().value())
              .toArray();
      return slopes.length == 1 && looks.size() == 1 ? fit(looks.get(0)).exponent() : mean(slopes);
    }

    private static Estimate mean(double[] values) {
      MomentData data = new MomentData(1, true);
      data.set(0, values, values.length);
      return data.mean(0);
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      List<Table> tables = new ArrayList<>();
      List<Result> results = new ArrayList<>();
      Columns summary = new Columns(observed.size());
      for (int i = 0; i < observed.size(); i++) {
        Observed o = observed.get(i);
        String id = o.method().id();
        List<NoiseInHessian.Look> looks = looks(o);
        Estimate exponent = exponent(looks);
        Estimate alignment =
            mean(looks.stream().mapToDouble(NoiseInHessian.Look::alignment).toArray());
        summary.words("method", i, id).count("walkers", i, looks.size());
        summary.put("exponent", "", i, exponent).put("alignment", "", i, alignment);
        results.add(Results.of("exponent", id, exponent, ""));
        results.add(Results.of("alignment", id, alignment, ""));
        tables.add(table(id, looks));
      }
      tables.add(
          0,
          summary
              .table("noise-hessian", "Exponent and alignment of the noise with the Hessian")
              .asHeadline());
      return new Report(tables, List.of(figure(observed)), List.of(), List.of(), results);
    }

    private static Table table(String id, List<NoiseInHessian.Look> looks) {
      Columns columns = new Columns(looks.stream().mapToInt(l -> l.curvature().length).sum());
      int row = 0;
      for (int w = 0; w < looks.size(); w++) {
        NoiseInHessian.Look look = looks.get(w);
        for (int i = 0; i < look.curvature().length; i++) {
          columns.count("walker", row, w).count("rank", row, i + 1);
          columns.put("curvature", "loss/theta^2", row, look.curvature()[i]);
          columns.put("noise_variance", "(loss/theta)^2", row, look.variance()[i]);
          row++;
        }
      }
      return columns.table(
          "noise-hessian-" + id, "Noise along the eigenvectors of the Hessian, " + id);
    }

    private static Figure figure(List<Observed> observed) {
      List<Figure.Layer> layers = new ArrayList<>();
      for (Observed o : observed) {
        List<Double> h = new ArrayList<>();
        List<Double> c = new ArrayList<>();
        PowerLaw law = new PowerLaw();
        for (NoiseInHessian.Look look : looks(o)) {
          for (int i = 0; i < look.curvature().length; i++) {
            if (look.curvature()[i] > NEGLIGIBLE * look.curvature()[0] && look.variance()[i] > 0) {
              h.add(look.curvature()[i]);
              c.add(look.variance()[i]);
              law.add(look.curvature()[i], look.variance()[i]);
            }
          }
        }
        double[] x = h.stream().mapToDouble(v -> v).toArray();
        double[] y = c.stream().mapToDouble(v -> v).toArray();
        Figure.Role role = Roles.of(o.method());
        layers.add(new Figure.Points(o.method().id(), role, x, y, new double[0]));
        if (law.pairs() >= 2) {
          double[] ends = {Arrays.stream(x).min().orElse(1), Arrays.stream(x).max().orElse(1)};
          String slope = Words.of(law.exponent());
          layers.add(
              new Figure.Line(
                  o.method().id() + ", exponent " + slope + " of all walkers",
                  role,
                  true,
                  false,
                  ends,
                  new double[] {law.at(ends[0]), law.at(ends[1])}));
        }
      }
      return new Figure(
          "noise-hessian",
          "Gradient noise along the Hessian's eigenvectors",
          new Figure.Scale("curvature v.H v", "loss/theta^2", true, Double.NaN, Double.NaN),
          new Figure.Scale("noise v.C v", "(loss/theta)^2", true, Double.NaN, Double.NaN),
          layers);
    }
  }
}
