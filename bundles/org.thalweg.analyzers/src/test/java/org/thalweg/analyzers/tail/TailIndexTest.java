package org.thalweg.analyzers.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.TestValley;
import org.thalweg.analyzers.Walks;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.Problem;

/** Exponents of tails that are known. */
class TailIndexTest {
  private static final Problem PROBLEM =
      Fixtures.problem(
          TestValley.gaussian(2, 0.5),
          new Fixtures.Anisotropic(1, 4),
          10,
          Fixtures.walls(-3, 3),
          Fixtures.walls(-3, 3));
  private static final MethodInfo WALKERS = Fixtures.langevin("sgd", 0.05);

  private static double[] sample(int n, DoubleSupplier draw) {
    return DoubleStream.generate(draw).limit(n).toArray();
  }

  private static double[] pareto(long seed, int n, double alpha) {
    SplittableRandom random = new SplittableRandom(seed);
    return sample(n, () -> Math.pow(1 - random.nextDouble(), -1 / alpha));
  }

  private static Analyzer analyzer(TailIndex.Variable variable, TailIndex.Times times, long k) {
    return new TailIndex()
        .create(
            new TailIndex.Params(variable, 0, List.of(), times, 0.5, 1000, k),
            PROBLEM.setting(),
            Fixtures.assembly(List.of(), null));
  }

  private static Report report(Analyzer analyzer, Observer o) {
    return analyzer.report(PROBLEM, List.of(Fixtures.observed(WALKERS, o)));
  }

  @Test
  void aParetoTailHasItsExponentForEveryK() {
    HillEstimator hill = new HillEstimator(pareto(1, 20_000, 1.7));

    for (int k : new int[] {50, 500, 5000, 19_999, hill.chosen()}) {
      Estimate alpha = hill.alpha(k);
      assertThat(alpha.error()).isCloseTo(alpha.value() / Math.sqrt(k), within(1e-12));
      assertThat(alpha.value()).isCloseTo(1.7, within(3 * alpha.error()));
      assertThat(hill.fromQuantiles(k).value())
          .isCloseTo(1.7, within(3 * hill.fromQuantiles(k).error()));
    }
    assertThat(hill.chosen()).isGreaterThan(2000); // there is no bias to stop at
  }

  @Test
  void standardErrorsOfAParetoTailAreCalibrated() {
    double hillSquares = 0;
    double quantileSquares = 0;
    int replicas = 400;
    for (int r = 0; r < replicas; r++) {
      HillEstimator hill = new HillEstimator(pareto(100 + r, 1000, 3));
      Estimate a = hill.alpha(400);
      Estimate q = hill.fromQuantiles(400);
      hillSquares += Math.pow((a.value() - 3) / (3 * a.error() / a.value()), 2) / replicas;
      quantileSquares += Math.pow((q.value() - 3) / (3 * q.error() / q.value()), 2) / replicas;
    }

    // the mean of 400 squares of normal numbers has a standard error of 0.07
    assertThat(hillSquares).isCloseTo(1, within(0.25));
    assertThat(quantileSquares).isCloseTo(1, within(0.25));
  }

  /** P(|T| > x) of Student's t with 3 degrees of freedom. */
  private static double student(double x) {
    double s = x / Math.sqrt(3);
    return 2 / Math.PI * (Math.atan2(1, s) - s / (1 + s * s));
  }

  @Test
  void studentsTHasTheExponentThree() {
    Walks draws = new Walks(7);
    double[] t =
        sample(
            100_000,
            () -> {
              double z = draws.normal();
              double chi = 0;
              for (int i = 0; i < 3; i++) {
                double g = draws.normal();
                chi += g * g;
              }
              return Math.abs(z / Math.sqrt(chi / 3));
            });
    HillEstimator hill = new HillEstimator(t);

    for (int k : new int[] {500, 2000, 10_000, hill.chosen()}) {
      double known = expected(hill.threshold(k));
      assertThat(hill.alpha(k).value()).isCloseTo(known, within(3 * hill.alpha(k).error()));
    }
    Estimate chosen = hill.alpha(hill.chosen());
    double bias = Math.abs(expected(hill.threshold(hill.chosen())) - 3);
    assertThat(chosen.value()).isCloseTo(3, within(bias + 3 * chosen.error()));
    // the rule ends the tail where the bias is about as large as the error, not far beyond
    assertThat(bias).isLessThan(4 * chosen.error());
  }

  /** What Hill's estimator expects beyond u: 1/alpha = integral of P(x) / P(u) d ln x. */
  private static double expected(double u) {
    double sum = 0;
    double h = 1e-3;
    for (int i = 0; i < 10_000; i++) {
      sum += h * student(u * Math.exp((i + 0.5) * h)) / student(u);
    }
    return 1 / sum;
  }

  /** E|1 - a - b z|^alpha of a standard normal z, by the midpoint rule. */
  private static double moment(double a, double b, double alpha) {
    double sum = 0;
    double h = 1e-3;
    for (double z = -10 + h / 2; z < 10; z += h) {
      double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
      sum += h * density * Math.pow(Math.abs(1 - a - b * z), alpha);
    }
    return sum;
  }

  @Test
  void kestensRecursionHasTheExponentThatItsEquationGives() {
    double a = 0.5;
    double b = 0.7;
    double low = 0.1;
    double high = 10;
    while (high - low > 1e-6) {
      double middle = (low + high) / 2;
      if (moment(a, b, middle) > 1) {
        high = middle;
      } else {
        low = middle;
      }
    }
    Walks draws = new Walks(11);
    double[] y =
        sample(
            50_000,
            () -> {
              double x = 0;
              for (int step = 0; step < 60; step++) {
                x = (1 - a - b * draws.normal()) * x + 0.3 * draws.normal();
              }
              return Math.abs(x);
            });
    HillEstimator hill = new HillEstimator(y);
    Estimate alpha = hill.alpha(500);

    assertThat(low).isBetween(2.0, 4.0);
    assertThat(alpha.value()).isCloseTo(low, within(4 * alpha.error()));
    assertThat(hill.fromQuantiles(500).value())
        .isCloseTo(low, within(4 * hill.fromQuantiles(500).error()));
    assertThat(hill.alpha(hill.chosen()).value()).isCloseTo(low, within(0.2 * low));
  }

  @Test
  void reportsTheTailOfOneCoordinateOrTheRadius() {
    double[] x = {-8, 1, 2, 4, 0};
    double[] y = {6, 0, 0, 3, 0};
    Analyzer coordinate = analyzer(TailIndex.Variable.COORDINATE, TailIndex.Times.LAST, 2);
    Analyzer radius = analyzer(TailIndex.Variable.RADIUS, TailIndex.Times.LAST, 2);
    for (Analyzer analyzer : List.of(coordinate, radius)) {
      Observer o = Fixtures.observer(analyzer, PROBLEM, WALKERS);
      o.observe(0, Fixtures.chunk(0, y, x));
      o.observe(1, Fixtures.chunk(0, x, y));
      Report report = report(analyzer, o);
      double logs = analyzer == radius ? Math.log(10 / 2.0 * 5 / 2) : Math.log(8 / 2.0 * 4 / 2);

      assertThat(report.tables().get(0).headline()).isTrue();
      assertThat(Fixtures.numbers(report.tables().get(0), "alpha")[0])
          .isCloseTo(2 / logs, within(1e-12));
      assertThat(Fixtures.numbers(report.tables().get(0), "threshold")[0])
          .isCloseTo(2, within(1e-12));
      assertThat(Fixtures.words(report.tables().get(0), "tail")).containsExactly("whole");
      assertThat(Fixtures.words(report.tables().get(0), "finding").get(0))
          .startsWith("no power law seen");
      assertThat(report.results().get(0).quantity()).isEqualTo("tail-index");
      assertThat(report.figures().get(0).layers())
          .hasAtLeastOneElementOfType(Figure.Band.class)
          .hasAtLeastOneElementOfType(Figure.Points.class);
    }
  }

  @Test
  void theReportSaysWhetherThereIsAPowerLawAtAll() {
    Walks draws = new Walks(3);
    double[] gauss = sample(1000, () -> Math.abs(draws.normal()));
    String thin = finding(gauss);
    String heavy = finding(pareto(3, 1000, 2));

    assertThat(thin).matches("no power law seen: not heavier .* \\(-?[0-9.]+ s.e.\\), so .*");
    assertThat(heavy).matches("power law: [0-9.]+ s.e. heavier than an exponential tail");
  }

  private static String finding(double[] distances) {
    Analyzer analyzer = analyzer(TailIndex.Variable.COORDINATE, TailIndex.Times.LAST, 0);
    Observer o = Fixtures.observer(analyzer, PROBLEM, WALKERS);
    o.observe(1, Fixtures.chunk(0, distances, distances));
    Report report = report(analyzer, o);
    String finding = Fixtures.words(report.tables().get(0), "finding").get(0);
    double errors = Fixtures.numbers(report.tables().get(0), "over_exponential")[0];

    assertThat(report.results().get(1).quantity()).isEqualTo("tail-over-exponential");
    assertThat(report.results().get(1).value()).isEqualTo(errors);
    assertThat(finding.startsWith("power law")).isEqualTo(errors > 3);
    return finding;
  }

  @Test
  void poolsTheTimesFromOneOn() {
    Analyzer pooled = analyzer(TailIndex.Variable.COORDINATE, TailIndex.Times.POOLED, 3);
    Observer o = Fixtures.observer(pooled, PROBLEM, WALKERS);
    double[] zero = new double[2];
    o.observe(0, Fixtures.chunk(0, new double[] {1e9, 1e8}, zero));
    o.observe(1, Fixtures.chunk(0, new double[] {1, 2}, zero));
    o.observe(2, Fixtures.chunk(0, new double[] {4, 8}, zero));

    assertThat(report(pooled, o).results().get(0).value())
        .isCloseTo(3 / Math.log(8 * 4 * 2), within(1e-12));
  }

  @Test
  void walkersThatWereCutOffTruncateTheTail() {
    Analyzer analyzer = analyzer(TailIndex.Variable.COORDINATE, TailIndex.Times.LAST, 0);
    Observer o = Fixtures.observer(analyzer, PROBLEM, WALKERS);
    double inf = Double.POSITIVE_INFINITY;
    double[] x = {1, 2, 3, 1e4, Double.NaN, inf};
    WalkerChunk all = Fixtures.chunk(0, x, new double[6]);
    byte[] status = {0, 0, 0, WalkerChunk.DIVERGED, WalkerChunk.NOT_FINITE, WalkerChunk.WALKING};
    o.observe(1, new WalkerChunk(all.position(), status, 0));
    Report report = report(analyzer, o);

    assertThat(Fixtures.words(report.tables().get(0), "tail"))
        .containsExactly("truncated: 3 of 6 points cut off at 1000");
    assertThat(report.tables().get(0).columns())
        .anySatisfy(
            c -> {
              assertThat(c.name()).isEqualTo("not_finite");
              assertThat(((Table.Counts) c).values()).containsExactly(2);
            });
  }

  @Test
  void saysThatThereIsNoTailWhereNobodyMoved() {
    Analyzer analyzer = analyzer(TailIndex.Variable.RADIUS, TailIndex.Times.LAST, 0);
    Observer o = Fixtures.observer(analyzer, PROBLEM, WALKERS);
    o.observe(1, Fixtures.chunk(0, new double[3], new double[3]));
    Report report = report(analyzer, o);

    assertThat(report.results().get(0).value()).isNaN();
    assertThat(Fixtures.words(report.tables().get(0), "tail").get(0)).startsWith("none");
    assertThat(Fixtures.words(report.tables().get(0), "finding").get(0))
        .isEqualTo("no power law: there is no tail");
  }

  @Test
  void chunksMergedInOrderAndRestoredGiveTheSameBytes() {
    Analyzer analyzer = analyzer(TailIndex.Variable.RADIUS, TailIndex.Times.POOLED, 0);
    double[] x = pareto(5, 600, 2);
    Observer first = observe(analyzer, x, 0, 256);
    Observer copy = Fixtures.observer(analyzer, PROBLEM, WALKERS);
    Fixtures.restore(copy, Fixtures.bytes(first));
    first.merge(observe(analyzer, x, 256, 600));
    copy.merge(observe(analyzer, x, 256, 600));

    assertThat(Fixtures.bytes(copy)).isEqualTo(Fixtures.bytes(first));
    assertThat(Fixtures.bytes(first)).isEqualTo(Fixtures.bytes(observe(analyzer, x, 0, 600)));
  }

  private static Observer observe(Analyzer analyzer, double[] x, int from, int to) {
    Observer o = Fixtures.observer(analyzer, PROBLEM, WALKERS);
    double[] part = Fixtures.part(x, from, to);
    o.observe(0, Fixtures.chunk(from, part, part));
    o.observe(1, Fixtures.chunk(from, part, part));
    return o;
  }

  @Test
  void refusesACoordinateOrACentreThatDoesNotFit() {
    TailIndex.Params axis =
        new TailIndex.Params(
            TailIndex.Variable.COORDINATE, 2, List.of(), TailIndex.Times.LAST, 0, 10, 0);
    TailIndex.Params centre =
        new TailIndex.Params(
            TailIndex.Variable.RADIUS, 0, List.of(1.0), TailIndex.Times.LAST, 0, 10, 0);

    for (TailIndex.Params p : List.of(axis, centre)) {
      assertThatThrownBy(
              () ->
                  new TailIndex().create(p, PROBLEM.setting(), Fixtures.assembly(List.of(), null)))
          .isInstanceOf(InvalidParameterException.class)
          .hasMessageMatching("(?s).*(numbered 0 to 1|1 numbers, but this landscape has 2).*");
    }
  }
}
