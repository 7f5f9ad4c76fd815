package org.thalweg.analyzers.tail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.AnalyzerFactory;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/**
 * The exponent alpha of a power-law tail, P(|X| > x) ~ x^-alpha, of a coordinate or of the distance
 * from a centre, by Hill's estimator with its error alpha / sqrt(k).
 *
 * <p>Multiplicative noise makes such tails: for y' = A y + B with independent random A and B the
 * exponent solves E|A|^alpha = 1 (Kesten 1973, doi:10.1007/BF02392040). The number k of points that
 * count as the tail is given, or chosen by the rule of Guillou and Hall 2001 (J. R. Stat. Soc. B
 * 63, 293).
 *
 * <p>Thin tails have such a number too. Whether there is a power law at all is tested on the same k
 * points: a power law is found where they are more than three standard errors heavier than an
 * exponential tail by the Gini statistic of Gail and Gastwirth 1978
 * (doi:10.1111/j.2517-6161.1978.tb01048.x), and not as much lighter than a power law by the same
 * statistic of the logarithms. An exponential tail passes for a power law with probability 0.0013
 * for a given k, about 0.004 for a chosen one; a Gaussian tail more rarely. Few points see no power
 * law where there is one, and slower tails than exponential, such as log-normal ones, may pass.
 *
 * <p>The error supposes independent points. The walkers at one time are independent; points of one
 * walker at several times are correlated, so that the error of pooled times is a lower bound, and
 * the test too sure. A walker beyond the cut-off is missing from the tail: the report then calls it
 * truncated, and alpha is biased upwards.
 */
@Plugin(
    id = "tail-index",
    doc = "Exponent of the power-law tail of a coordinate or of the distance from a centre",
    formula = "P(|X| > x) ~ x^-alpha; 1/alpha = mean of ln(X_i / X_(k+1)) over the k largest",
    ref =
        "Hill 1975, doi:10.1214/aos/1176343247; test: Gail, Gastwirth 1978,"
            + " doi:10.1111/j.2517-6161.1978.tb01048.x")
@Component
public final class TailIndex implements AnalyzerFactory<TailIndex.Params> {
  /** What has the tail. */
  public enum Variable {
    /** The size of one coordinate, taken from the centre. */
    COORDINATE,
    /** The Euclidean distance from the centre. */
    RADIUS
  }

  /** Which save times count. */
  public enum Times {
    /** The last one. */
    LAST,
    /** All from a time on. */
    POOLED
  }

  /**
   * The parameters.
   *
   * @param quantity what has the tail
   * @param axis the coordinate
   * @param centre what distances are taken from
   * @param times which save times count
   * @param after the first time that counts
   * @param walkers how many walkers
   * @param k how many points make the tail
   */
  public record Params(
      @Param(doc = "the size of one coordinate, or the distance of all from the centre")
          Variable quantity,
      @Param(min = 0, doc = "number of the coordinate, for the quantity coordinate") long axis,
      @Param(unit = "theta", doc = "the centre, one number per coordinate; none given: the origin")
          List<Double> centre,
      @Param(
              doc =
                  "the last save time, or all pooled (one walker's points are then correlated, and"
                      + " the error is a lower bound)")
          Times times,
      @Param(unit = "time", min = 0, doc = "save times from here on are pooled") double after,
      @Param(min = 1, max = 1e7, doc = "walkers that count, the first of the ensemble")
          long walkers,
      @Param(min = 0, max = 1e9, doc = "the largest values that make the tail; 0: by a rule")
          long k) {
    /** Copies the list. */
    public Params {
      centre = List.copyOf(centre);
    }
  }

  @Override
  public Params defaults() {
    return new Params(Variable.COORDINATE, 0, List.of(), Times.LAST, 0, 1_000_000, 0);
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    int dim = setting.landscape().dim();
    boolean radius = p.quantity() == Variable.RADIUS;
    if (!radius && p.axis() >= dim) {
      throw new InvalidParameterException(
          "axis",
          p.axis()
              + " is no coordinate of this landscape; they are numbered 0 to "
              + (dim - 1)
              + "; choose one of those");
    }
    if (!p.centre().isEmpty() && p.centre().size() != dim) {
      throw new InvalidParameterException(
          "centre",
          p.centre().size()
              + " numbers, but this landscape has "
              + dim
              + " coordinates; give one number for each, or none for the origin");
    }
    int[] rows = radius ? IntStream.range(0, dim).toArray() : new int[] {(int) p.axis()};
    double[] centre =
        IntStream.of(rows).mapToDouble(r -> p.centre().isEmpty() ? 0 : p.centre().get(r)).toArray();
    boolean last = p.times() == Times.LAST;
    TailSample.Camera camera =
        new TailSample.Camera(rows, centre, last ? 0 : p.after(), p.walkers());
    return new Watch(p, camera, radius ? "r" : "|x" + p.axis() + "|");
  }

  private record Watch(Params p, TailSample.Camera camera, String symbol) implements Analyzer {
    @Override
    public List<String> objections(Problem problem, List<MethodInfo> methods) {
      List<String> reasons = new ArrayList<>();
      if (p.times() == Times.POOLED && p.after() > problem.horizon()) {
        reasons.add(
            "after: "
                + p.after()
                + " is beyond the horizon "
                + problem.horizon()
                + "; choose an earlier time");
      }
      return reasons;
    }

    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      return method.dynamics().kind() == Dynamics.Kind.FOKKER_PLANCK
          ? Optional.empty()
          : Optional.of(new TimedObserver<>(camera, p.times() == Times.LAST));
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      return new TailReport(problem, p.k(), symbol).of(observed);
    }
  }
}
