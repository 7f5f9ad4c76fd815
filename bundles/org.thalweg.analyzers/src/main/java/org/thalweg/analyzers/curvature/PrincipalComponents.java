package org.thalweg.analyzers.curvature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.thalweg.analyzers.observation.Positions;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.analyzers.report.Columns;
import org.thalweg.analyzers.report.Results;
import org.thalweg.analyzers.report.Roles;
import org.thalweg.analyzers.report.Words;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.AnalyzerFactory;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/**
 * The principal components of where walkers went, with the variance along each against the flatness
 * of the loss in its direction.
 *
 * <p>The flatness along a component v is F = (v.H v)^(-1/2) at the cloud's mean, and beside it the
 * width of Feng and Tu: the distance between the two places along v where the loss has grown by the
 * factor e from the mean's. Variance ~ F^exponent: 2 for white noise of one strength, negative
 * where the noise follows the curvature steeply enough (-2 for C ~ H^2).
 */
@Plugin(
    id = "principal-components",
    doc = "Variance along the principal components of the run against flatness",
    formula = "variance ~ F^exponent, F = (v.H v)^(-1/2)",
    ref = "Feng, Tu 2021, doi:10.1073/pnas.2015617118")
@Component
public final class PrincipalComponents implements AnalyzerFactory<PrincipalComponents.Params> {
  /** The most numbers that are kept of positions: half a gigabyte. */
  private static final long MOST_NUMBERS = 1L << 26;

  /** The most points with more dimensions than that, of which a matrix of products is made. */
  private static final int MOST_POINTS = 2000;

  /** What deviations are taken from. */
  public enum About {
    /** The mean of all points of all walkers. */
    ENSEMBLE,
    /** Each walker's own mean over time. */
    WALKER
  }

  /**
   * The parameters.
   *
   * @param after the first time that counts
   * @param walkers how many walkers
   * @param components how many components
   * @param about what deviations are taken from
   */
  public record Params(
      @Param(
              unit = "time",
              min = 0,
              doc = "save times from here on count; earlier ones are left out")
          double after,
      @Param(min = 1, max = 1e9, doc = "walkers that count, the first of the ensemble")
          long walkers,
      @Param(min = 1, max = 1000, doc = "how many components are reported") long components,
      @Param(doc = "deviations from the mean of the whole ensemble, or of each walker's own run")
          About about) {}

  @Override
  public Params defaults() {
    return new Params(0, 256, 20, About.ENSEMBLE);
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    return new Watch(p);
  }

  private record Watch(Params p) implements Analyzer {
    @Override
    public List<String> objections(Problem problem, List<MethodInfo> methods) {
      List<String> reasons = new ArrayList<>();
      if (p.after() >= problem.horizon()) {
        reasons.add(
            "after: "
                + p.after()
                + " is not before the horizon "
                + problem.horizon()
                + "; choose an earlier time");
      }
      if (p.walkers() * problem.dim() > MOST_NUMBERS) {
        reasons.add(
            "walkers: "
                + p.walkers()
                + " of "
                + problem.dim()
                + " parameters are more than can be kept; choose fewer than "
                + MOST_NUMBERS / problem.dim());
      }
      return reasons;
    }

    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      return method.dynamics().kind() == Dynamics.Kind.FOKKER_PLANCK
          ? Optional.empty()
          : Optional.of(new TimedObserver<>(Positions.camera(p.after(), p.walkers()), false));
    }

    private List<Positions.At> points(Observed o) {
      TimedObserver<Positions> seen = TimedObserver.of(o);
      List<Positions.At> all = new ArrayList<>();
      for (int i = 0; i < seen.size(); i++) {
        all.addAll(seen.at(i).all());
      }
      int dim = all.isEmpty() ? 0 : all.get(0).x().length;
      int stride = dim > MOST_POINTS ? (all.size() + MOST_POINTS - 1) / MOST_POINTS : 1;
      List<Positions.At> thinned = new ArrayList<>();
      for (int i = 0; i < all.size(); i += Math.max(1, stride)) {
        thinned.add(all.get(i));
      }
      return thinned;
    }

    private Optional<Components> components(Observed o) {
      List<Positions.At> points = points(o);
      long walkers = points.stream().mapToLong(Positions.At::walker).distinct().count();
      long needed = p.about() == About.WALKER ? walkers + 1 : 2;
      if (points.size() < needed) {
        return Optional.empty();
      }
      int most = (int) p.components();
      return Optional.of(
          p.about() == About.WALKER
              ? Components.within(points, most)
              : Components.of(points.stream().map(Positions.At::x).toList(), most));
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      List<Table> tables = new ArrayList<>();
      List<Result> results = new ArrayList<>();
      List<Figure.Layer> layers = new ArrayList<>();
      Columns summary = new Columns(observed.size());
      for (int i = 0; i < observed.size(); i++) {
        Observed o = observed.get(i);
        String id = o.method().id();
        summary.words("method", i, id);
        Optional<Components> found = components(o);
        if (found.isPresent()) {
          Components c = found.get();
          double[] flatness = flatness(problem, c);
          PowerLaw law = new PowerLaw();
          for (int k = 0; k < flatness.length; k++) {
            law.add(flatness[k], c.variance()[k]);
          }
          summary.count("points", i, c.points()).count("components", i, flatness.length);
          summary.count("fitted", i, law.pairs());
          summary.put("exponent", "", i, law.exponent());
          tables.add(table(problem, id, c, flatness));
          results.add(Results.of("exponent", id, law.exponent(), ""));
          draw(o.method(), c, flatness, law, layers);
        }
      }
      tables.add(
          0,
          summary
              .table("principal-components", "Exponent of variance against flatness")
              .asHeadline());
      Figure figure =
          new Figure(
              "principal-components",
              "Variance along principal components against flatness",
              new Figure.Scale("flatness F", "theta/loss^(1/2)", true, Double.NaN, Double.NaN),
              new Figure.Scale("variance", "theta^2", true, Double.NaN, Double.NaN),
              layers);
      return new Report(tables, List.of(figure), List.of(), List.of(), results);
    }

    private static double[] flatness(Problem problem, Components c) {
      HessianAt hessian = new HessianAt(problem.landscape()).at(problem.horizon(), c.mean());
      double[] product = new double[c.mean().length];
      double[] out = new double[c.direction().length];
      for (int k = 0; k < out.length; k++) {
        hessian.apply(c.direction()[k], product);
        out[k] = 1 / Math.sqrt(Eigenpairs.dot(c.direction()[k], product));
      }
      return out;
    }

    private static Table table(Problem problem, String id, Components c, double[] flatness) {
      LossWidth width = new LossWidth(problem, c.mean());
      double all = Arrays.stream(c.variance()).sum();
      Columns columns = new Columns(flatness.length);
      for (int k = 0; k < flatness.length; k++) {
        double deviation = Math.sqrt(2.0 / Math.max(1, c.points() - 1)) * c.variance()[k];
        columns.count("component", k, k + 1);
        columns.put("variance", "theta^2", k, new Estimate(c.variance()[k], deviation));
        columns.put("part", "", k, c.variance()[k] / all);
        columns.put("flatness", "theta/loss^(1/2)", k, flatness[k]);
        columns.put("width", "theta", k, width.along(c.direction()[k]));
      }
      return columns.table("principal-components-" + id, "Principal components of " + id);
    }

    private static void draw(
        MethodInfo method,
        Components c,
        double[] flatness,
        PowerLaw law,
        List<Figure.Layer> layers) {
      Figure.Role role = Roles.of(method);
      layers.add(new Figure.Points(method.id(), role, flatness, c.variance(), new double[0]));
      if (law.pairs() >= 2) {
        double[] finite = Arrays.stream(flatness).filter(Double::isFinite).sorted().toArray();
        double[] ends = {finite[0], finite[finite.length - 1]};
        layers.add(
            new Figure.Line(
                method.id()
                    + ", exponent "
                    + Words.of(law.exponent())
                    + (law.pairs() == 2 ? ", from two points" : ""),
                role,
                true,
                false,
                ends,
                new double[] {law.at(ends[0]), law.at(ends[1])}));
      }
    }
  }
}
