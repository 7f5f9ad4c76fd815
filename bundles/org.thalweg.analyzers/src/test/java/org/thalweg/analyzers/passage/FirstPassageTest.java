package org.thalweg.analyzers.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.TestValley;
import org.thalweg.analyzers.Walks;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Region;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;

/** First passages against exact laws. */
class FirstPassageTest {
  /** Planes seen at step ends stand further away by this part of the s.d. of a step. */
  private static final double OVERSHOOT = 0.5825971579390107;

  private static final MethodInfo LANGEVIN = Fixtures.langevin("langevin", 0.01);
  private static final MethodInfo SGD =
      new MethodInfo("sgd", "ensemble", new Dynamics(Dynamics.Kind.DISCRETE_SGD, 0.2, 0));

  private static Problem plane(Axis x) {
    return Fixtures.problem(
        TestValley.bump(), new Fixtures.Anisotropic(0.01, 5), 10, x, Fixtures.walls(-1, 1));
  }

  private static final Problem PROBLEM = plane(Axis.UNBOUNDED);

  private static Analyzer analyzer(Problem problem, Region... regions) {
    return new FirstPassage()
        .create(
            new FirstPassage.Params(List.of(regions), true, false),
            problem.setting(),
            Fixtures.assembly(List.of(), null));
  }

  private static PassageRecorder recorder(Problem problem, Region... regions) {
    return looks(analyzer(problem, regions), problem, LANGEVIN).counted();
  }

  private static PassageLooks looks(Analyzer a, Problem problem, MethodInfo method) {
    return (PassageLooks) a.pathObserver(problem, method).orElseThrow();
  }

  private static PassageLooks alone(PassageRecorder r) {
    return new PassageLooks(r, Optional.empty());
  }

  private static Region.HalfSpace above(String name, double level) {
    return new Region.HalfSpace(name, 0, Region.Side.ABOVE, level);
  }

  private static Region.HalfSpace below(String name, double level) {
    return new Region.HalfSpace(name, 0, Region.Side.BELOW, level);
  }

  private static Survival survival(PassageRecorder r) {
    return new Passages(LANGEVIN, alone(r)).byTime();
  }

  /** Brownian motion with drift v and D = s^2/2 reaches a after an inverse Gaussian time. */
  @Test
  void brownianMotionWithDriftTakesAnInverseGaussianTime() {
    double v = 1;
    double s = 0.7;
    double h = 0.01;
    double a = 1;
    PassageRecorder r = recorder(PROBLEM, above("", a));
    new Walks(3)
        .walk(
            r,
            20_000,
            new double[] {0, 0},
            1200,
            h,
            (x, t, draws) -> x[0] += v * h + s * Math.sqrt(h) * draws.normal());
    Survival seen = survival(r);
    Estimate mean = seen.restrictedMean();
    double shifted = a + OVERSHOOT * s * Math.sqrt(h);

    assertThat(seen.complete()).isTrue();
    // Wald: the mean position at passage over the drift; the rest is of the order h
    assertThat(mean.value()).isCloseTo(shifted / v, within(3 * mean.error()));
    assertThat(mean.value() - a / v).isGreaterThan(5 * mean.error());
    NormalDistribution phi = new NormalDistribution(0, 1);
    for (double t : new double[] {0.3, 0.6, 1, 1.6, 2.5}) {
      double root = s * Math.sqrt(t);
      double passed =
          phi.cumulativeProbability((v * t - shifted) / root)
              + Math.exp(2 * v * shifted / (s * s))
                  * phi.cumulativeProbability((-v * t - shifted) / root);
      int j = seen.indexAt(t + 1e-9);
      double error = seen.alive(j) * Math.sqrt(seen.logVariance(j));
      // what the shift leaves is of the order of h
      assertThat(seen.alive(j)).isCloseTo(1 - passed, within(3 * error + 0.2 * h));
    }
  }

  /** Mean exit time of dx = -x dt + sqrt(2 D) dW from (-a, b), by quadrature of the exact form. */
  @Test
  void anOrnsteinUhlenbeckProcessLeavesAnIntervalInTheExactTime() {
    double d = 0.5;
    double h = 0.002;
    double step = Math.sqrt(d * (1 - Math.exp(-2 * h)));
    double shift = OVERSHOOT * Math.sqrt(2 * d * h);
    Region.Box outside =
        new Region.Box("", new double[] {-1}, new double[] {0.8}, Region.Part.OUTSIDE, List.of());
    PassageRecorder r = recorder(PROBLEM, outside);
    new Walks(5)
        .walk(
            r,
            4000,
            new double[] {0, 0},
            12_000,
            h,
            (x, t, draws) -> x[0] = x[0] * Math.exp(-h) + step * draws.normal());
    Estimate mean = survival(r).restrictedMean();

    assertThat(survival(r).complete()).isTrue();
    assertThat(mean.value())
        .isCloseTo(exitTime(d, -1 - shift, 0.8 + shift), within(3 * mean.error()));
    assertThat(mean.error()).isLessThan(0.03 * mean.value());
  }

  /** T(0) between absorbing ends for U = x^2/2, from two integrals over e^{U/D} and e^{-U/D}. */
  private static double exitTime(double d, double from, double to) {
    int n = 20_000;
    double w = (to - from) / n;
    double inner = 0;
    double scale = 0;
    double load = 0;
    double scaleAtZero = 0;
    double loadAtZero = 0;
    for (int i = 0; i < n; i++) {
      double x = from + (i + 0.5) * w;
      double up = Math.exp(x * x / 2 / d);
      inner += w * Math.exp(-x * x / 2 / d);
      scale += w * up;
      load += w * up * (inner - w * Math.exp(-x * x / 2 / d) / 2) / d;
      if (x < 0) {
        scaleAtZero = scale;
        loadAtZero = load;
      }
    }
    return load / scale * scaleAtZero - loadAtZero;
  }

  /** The random walk of gambler's ruin goes up first with the probability 2/5. */
  @Test
  void splittingProbabilitiesAreThoseOfGamblersRuin() {
    Region[] ends = {above("rich", 3), below("poor", -2)};
    PassageRecorder r = recorder(PROBLEM, ends);
    new Walks(9)
        .walk(
            r,
            10_000,
            new double[] {0, 0},
            600,
            1,
            (x, t, draws) -> x[0] += draws.normal() > 0 ? 1 : -1);
    Report report = report(analyzer(PROBLEM, ends), SGD, r);
    double[] parts = Fixtures.numbers(report.tables().get(2), "of_all");
    double[] low = Fixtures.numbers(report.tables().get(2), "of_all_low");
    double[] high = Fixtures.numbers(report.tables().get(2), "of_all_high");

    assertThat(parts[0]).isCloseTo(0.4, within(3 * Math.sqrt(0.24 / 10_000)));
    assertThat(parts[0] + parts[1]).isCloseTo(1, within(1e-12));
    assertThat(low[0]).isLessThan(parts[0]).isCloseTo(parts[0] - 0.0096, within(2e-4));
    assertThat(high[0]).isCloseTo(parts[0] + 0.0096, within(2e-4));
    // the mean duration is 2 * 3 steps
    Estimate mean = survival(r).restrictedMean();
    assertThat(mean.value()).isCloseTo(6, within(3 * mean.error()));
    assertThat(report.results())
        .extracting(Result::quantity)
        .contains("mean-first-passage-time", "first-in-rich", "first-in-poor", "passed-fraction");
  }

  /**
   * Convergence along the ring valley under linearised random-shift noise (the project's notes,
   * section 2): 4050 steps at learning rate 0.2, sigma 0.3, simulated means 0.2 to 0.6 % lower.
   */
  @Test
  void theRingValleyTakesTheStepsThatTheoryGives() {
    double eta = 0.2;
    double sigma = 0.3;
    PassageRecorder r = recorder(PROBLEM, below("", 0.5));
    new Walks(1)
        .walk(
            r,
            1000,
            new double[] {2, 0},
            12_000,
            eta,
            (x, t, draws) -> {
              double lambda = 0.2 + 0.8 * (1 - Math.cos(x[0]));
              double slope = 0.8 * Math.sin(x[0]);
              double bend = 0.8 * Math.cos(x[0]);
              double sx = sigma * draws.normal();
              double sy = sigma * draws.normal();
              double y = x[1];
              x[0] -= eta * (slope * y * y / 2 + bend * y * y * sx / 2 + slope * y * sy);
              x[1] -= eta * (lambda * y + slope * y * sx + lambda * sy);
            });
    Passages p = new Passages(SGD, alone(r));
    Estimate steps = p.bySteps().restrictedMean();

    assertThat(p.bySteps().complete()).isTrue();
    assertThat(steps.value())
        .isBetween(4050 * 0.994 - 3 * steps.error(), 4050 * 0.998 + 3 * steps.error());
    assertThat(steps.error()).isLessThan(0.003 * 4050);
    assertThat(p.byTime().restrictedMean().value())
        .isCloseTo(eta * steps.value(), within(1e-9 * steps.value()));
  }

  @Test
  void thoseInsideAtTheStartPassAtTimeZeroAndReturnsDoNotCount() {
    PassageRecorder r = recorder(PROBLEM, above("", 1));
    r.step(0, 0, Fixtures.chunk(0, new double[] {2, 0, 0}, new double[3]));
    r.step(1, 0.5, Fixtures.chunk(0, new double[] {0, 1, 0}, new double[3]));
    r.step(2, 1, Fixtures.chunk(0, new double[] {2, 2, 0}, new double[3]));

    assertThat(r.time(0)).isZero();
    assertThat(r.time(1)).isEqualTo(0.5);
    assertThat(r.steps(1)).isEqualTo(1);
    assertThat(r.fate(2)).isEqualTo(PassageRecorder.OUT);
    assertThat(r.time(2)).isEqualTo(1);
  }

  @Test
  void thoseThatLeaveAreCountedApartAndNotSeenInside() {
    PassageRecorder r = recorder(PROBLEM, above("", 1));
    double[] y = new double[4];
    r.step(0, 0, Fixtures.chunk(0, new double[4], y));
    byte[] status = {WalkerChunk.ABSORBED, WalkerChunk.DIVERGED, 0, 0};
    r.step(
        1,
        0.5,
        new WalkerChunk(Fixtures.chunk(0, new double[] {2, 2, 2, 0}, y).position(), status, 0));
    r.step(2, 1, Fixtures.chunk(0, new double[] {2, 2, 2, 0}, y));

    assertThat(r.count(PassageRecorder.ABSORBED)).isEqualTo(1);
    assertThat(r.count(PassageRecorder.DIVERGED)).isEqualTo(1);
    assertThat(r.count(PassageRecorder.OUT)).isEqualTo(1);
    assertThat(r.time(0)).isEqualTo(0.5);
    Survival s = survival(r);
    assertThat(s.events()).isEqualTo(1);
    Report report = report(analyzer(PROBLEM, above("", 1)), LANGEVIN, r);
    assertThat(Fixtures.numbers(report.tables().get(1), "mean")).containsExactly(Double.NaN);
    assertThat(Fixtures.numbers(report.tables().get(1), "restricted_mean")[0]).isNotNaN();
  }

  @Test
  void regionsOfEveryShapeKnowWhoIsInside() {
    Problem ring = plane(new Axis(0, 4, Edge.PERIODIC, Edge.PERIODIC));
    double[] x = {0.1, 3.9, 2, 1};
    double[] y = {0, 0, 0, 0.9};
    assertThat(inside(ring, ball(0.2, Region.Part.INSIDE), x, y)).containsExactly(0, 1);
    assertThat(inside(PROBLEM, ball(0.2, Region.Part.INSIDE), x, y)).containsExactly(0);
    assertThat(inside(ring, ball(0.2, Region.Part.OUTSIDE), x, y)).containsExactly(2, 3);
    Region box =
        new Region.Box("", new double[] {0.5}, new double[] {1}, Region.Part.INSIDE, List.of(1L));
    assertThat(inside(PROBLEM, box, x, y)).containsExactly(3);
    double[] loss = new double[4];
    for (int i = 0; i < 4; i++) {
      loss[i] = PROBLEM.landscape().value(new double[] {x[i], y[i]});
    }
    Region high = new Region.Level("", Region.Side.ABOVE, loss[3]);
    assertThat(loss[3]).isGreaterThan(loss[0]);
    assertThat(inside(PROBLEM, high, x, y)).containsExactly(3);
  }

  private static Region ball(double radius, Region.Part part) {
    return new Region.Ball("", new double[] {0}, radius, part, List.of());
  }

  private static List<Integer> inside(Problem problem, Region region, double[] x, double[] y) {
    PassageRecorder r = recorder(problem, region);
    r.step(0, 0, Fixtures.chunk(0, x, y));
    List<Integer> found = new ArrayList<>();
    for (int w = 0; w < x.length; w++) {
      if (r.fate(w) == 0) {
        found.add(w);
      }
    }
    return found;
  }

  @Test
  void mergesInOrderAndGoesOnAfterARestoreToTheSameBytes() {
    Region[] ends = {above("up", 1), below("down", -1)};
    Walks.Step step = (x, t, draws) -> x[0] += 0.2 * draws.normal();
    PassageRecorder first = recorder(PROBLEM, ends);
    PassageRecorder second = recorder(PROBLEM, ends);
    new Walks(1).walk(first, 0, 50, new double[] {0, 0}, 40, 0.1, step);
    new Walks(2).walk(second, 50, 30, new double[] {0, 0}, 40, 0.1, step);
    byte[] saved = Walks.bytes(first);
    PassageRecorder again = Walks.restored(recorder(PROBLEM, ends), saved);
    WalkerChunk chunk = Fixtures.chunk(0, new double[50], new double[50]);
    Arrays.fill(chunk.position().line(0), 5);
    first.step(41, 4.1, chunk);
    again.step(41, 4.1, chunk);

    assertThat(Walks.bytes(again)).isEqualTo(Walks.bytes(first)).isNotEqualTo(saved);
    double lastOfFirst = first.time(49);
    first.merge(second);
    assertThat(first.walkers()).isEqualTo(80);
    assertThat(first.time(49)).isEqualTo(lastOfFirst);
    assertThat(first.time(50 + 7)).isEqualTo(second.time(7));
    assertThat(first.count(PassageRecorder.OUT)).isEqualTo(second.count(PassageRecorder.OUT));
  }

  @Test
  void reportsSurvivalWithABandAndAllTimes() {
    PassageRecorder r = recorder(PROBLEM, above("", 1));
    new Walks(4)
        .walk(r, 200, new double[] {0, 0}, 100, 0.2, (x, t, draws) -> x[0] += 0.1 * draws.normal());
    Report report = report(analyzer(PROBLEM, above("", 1)), SGD, r);
    Figure figure = report.figures().get(0);
    NamedArray times = report.arrays().get(0);

    assertThat(figure.layers()).hasSize(2);
    Figure.Band band = (Figure.Band) figure.layers().get(0);
    Figure.Line line = (Figure.Line) figure.layers().get(1);
    assertThat(line.y()[0]).isEqualTo(1);
    int last = line.y().length - 1;
    assertThat(line.x()[last]).isEqualTo(20);
    assertThat(line.y()[last])
        .isCloseTo(1 - survival(r).events() / 200.0, within(1e-12))
        .isBetween(band.low()[last], band.high()[last]);
    assertThat(times.shape()).containsExactly(200, 3);
    assertThat(report.tables()).hasSize(4);
    assertThat(report.tables().get(0).headline()).isTrue();
    assertThat(Fixtures.numbers(report.tables().get(1), "restricted_mean_steps")[0])
        .isCloseTo(
            5 * Fixtures.numbers(report.tables().get(1), "restricted_mean")[0], within(1e-9));
  }

  @Test
  void regionsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> analyzer(PROBLEM, new Region.HalfSpace("", 2, Region.Side.BELOW, 0)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("coordinates 0 to 1");
    assertThatThrownBy(() -> analyzer(PROBLEM))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("at least one");
    assertThatThrownBy(
            () ->
                new Region.Box(
                    "", new double[] {1}, new double[] {1}, Region.Part.INSIDE, List.of()))
        .hasMessageContaining("not above from");
  }

  private static Report report(Analyzer a, MethodInfo method, PassageRecorder r) {
    return a.report(PROBLEM, List.of(new Observed(method, null, Optional.of(alone(r)))));
  }
}
