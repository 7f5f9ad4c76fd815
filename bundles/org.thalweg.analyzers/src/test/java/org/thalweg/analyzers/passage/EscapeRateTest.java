package org.thalweg.analyzers.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.TestValley;
import org.thalweg.analyzers.Walks;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Region;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Problem;

/** Rates of escape against exact ones. */
class EscapeRateTest {
  private static final MethodInfo METHOD = Fixtures.langevin("langevin", 0.005);

  private static Problem problem(double horizon) {
    return Fixtures.problem(
        TestValley.bump(),
        new Fixtures.Anisotropic(0.01, 5),
        horizon,
        Axis.UNBOUNDED,
        Fixtures.walls(-1, 1));
  }

  private static List<Region> above(double level) {
    return List.of(new Region.HalfSpace("", 0, Region.Side.ABOVE, level));
  }

  private static List<Region> below(double level) {
    return List.of(new Region.HalfSpace("", 0, Region.Side.BELOW, level));
  }

  private static Analyzer analyzer(
      Problem problem, List<Region> target, List<Region> well, OptionalDouble relaxation) {
    return new EscapeRate()
        .create(
            new EscapeRate.Params(target, well, relaxation, false),
            problem.setting(),
            Fixtures.assembly(List.of(), null));
  }

  private static TransitionRecorder recorder(Analyzer a, Problem problem) {
    return (TransitionRecorder) a.pathObserver(problem, METHOD).orElseThrow();
  }

  /** A jump process with rates 0.3 and 0.1 per time: both are found, with an even rate. */
  @Test
  void aTwoStateProcessGivesBothRates() {
    Problem problem = problem(200);
    Analyzer a = analyzer(problem, above(1), below(-1), OptionalDouble.of(0));
    TransitionRecorder r = recorder(a, problem);
    double h = 0.05;
    new Walks(1)
        .walk(
            r,
            500,
            new double[] {-1, 0},
            4000,
            h,
            (x, t, draws) -> {
              double chance = x[0] < 0 ? 0.3 * h : 0.1 * h;
              x[0] *= draws.uniform() < chance ? -1 : 1;
            });
    PoissonRate out = r.escapes().rate(0);
    PoissonRate back = r.comebacks().rate(0);

    assertThat(out.exposure() + back.exposure()).isCloseTo(500 * 200, within(1e-6));
    assertThat(out.value()).isCloseTo(0.3, within(3 * out.error()));
    assertThat(back.value()).isCloseTo(0.1, within(3 * back.error()));
    assertThat(out.error()).isLessThan(0.005);
    assertThat(r.escapes().constancy(0)).isGreaterThan(0.01);
    Report report = a.report(problem, List.of(new Observed(METHOD, null, Optional.of(r))));
    assertThat(report.tables().get(0).rows()).isEqualTo(2);
    assertThat(report.results())
        .extracting(q -> q.quantity())
        .containsExactly("escape-rate", "return-rate");
  }

  /**
   * U = (x^2 - 1)^2 at T = 0.2: the mean time between the minima by quadrature is exact; Kramers'
   * rate holds to the order of T over the barrier.
   */
  @Test
  void aDoubleWellGivesTheExactRateAndNearlyKramers() {
    double temperature = 0.2;
    double h = 0.004;
    Problem problem = problem(120);
    Analyzer a = analyzer(problem, above(1), below(-1), OptionalDouble.of(6));
    TransitionRecorder r = recorder(a, problem);
    double kick = Math.sqrt(2 * temperature * h);
    new Walks(2)
        .walk(
            r,
            600,
            new double[] {-1, 0},
            30_000,
            h,
            (x, t, draws) -> x[0] += -4 * x[0] * (x[0] * x[0] - 1) * h + kick * draws.normal());
    PoissonRate rate = r.escapes().rate(r.escapes().after(6));
    double shift = 0.5826 * kick;
    double exact = 1 / time(temperature, -1 - shift, 1 + shift);
    double kramers = Math.sqrt(8 * 4.0) / (2 * Math.PI) * Math.exp(-1 / temperature);

    // Euler's scheme changes the weights of wells and barrier by the order h U''
    assertThat(rate.value()).isCloseTo(exact, within(3 * rate.error() + 0.03 * exact));
    assertThat(rate.value()).isCloseTo(kramers, within(3 * rate.error() + temperature * kramers));
    assertThat(rate.error()).isLessThan(0.08 * exact);
  }

  /** T(from, to) = (1/D) Int_from^to e^{U(z)/D} Int_-inf^z e^{-U(w)/D} dw dz. */
  private static double time(double d, double from, double to) {
    double w = 1e-4;
    double inner = 0;
    double sum = 0;
    for (double z = -3 + w / 2; z < to; z += w) {
      double u = (z * z - 1) * (z * z - 1) / d;
      inner += w * Math.exp(-u);
      if (z > from) {
        sum += w * Math.exp(u) * inner / d;
      }
    }
    return sum;
  }

  /** Half of the walkers leave fast at first: an uneven rate is seen, and the start left out. */
  @Test
  void theRelaxationIsFoundFromTheData() {
    Problem problem = problem(20);
    Analyzer a = analyzer(problem, above(1), List.of(), OptionalDouble.empty());
    TransitionRecorder r = recorder(a, problem);
    double h = 0.02;
    new Walks(3)
        .walk(
            r,
            4000,
            new double[] {-1, 0},
            1000,
            h,
            (x, t, draws) -> {
              double rate = t < 1 ? 0.3 : 0.05;
              x[0] = draws.uniform() < rate * h ? 1 : x[0];
            });
    Occurrences seen = r.escapes();
    int from = seen.relaxed(OptionalDouble.empty());
    PoissonRate rate = seen.rate(from);

    assertThat(seen.constancy(0)).isLessThan(1e-6);
    assertThat(from * seen.width()).isBetween(0.9, 10.0);
    assertThat(rate.value()).isCloseTo(0.05, within(3 * rate.error()));
    Report report = a.report(problem, List.of(new Observed(METHOD, null, Optional.of(r))));
    Figure figure = report.figures().get(0);
    assertThat(figure.layers()).hasSize(3);
    // S extrapolated to time 0: exp(-0.3 + 0.05)
    assertThat(Fixtures.numbers(report.tables().get(0), "amplitude")[0])
        .isCloseTo(Math.exp(-0.25), within(0.05));
  }

  @Test
  void mergesCountsAndGoesOnAfterARestore() {
    Problem problem = problem(10);
    Analyzer a = analyzer(problem, above(1), below(-1), OptionalDouble.empty());
    TransitionRecorder one = recorder(a, problem);
    TransitionRecorder two = recorder(a, problem);
    Walks.Step step = (x, t, draws) -> x[0] += -x[0] * 0.1 + draws.normal();
    new Walks(1).walk(one, 20, new double[] {-1, 0}, 50, 0.1, step);
    new Walks(2).walk(two, 20, new double[] {-1, 0}, 50, 0.1, step);
    TransitionRecorder again = Walks.restored(recorder(a, problem), Walks.bytes(one));
    double[] x = new double[20];
    Arrays.fill(x, 2);
    one.step(51, 5.1, Fixtures.chunk(0, x, new double[20]));
    again.step(51, 5.1, Fixtures.chunk(0, x, new double[20]));

    assertThat(Walks.bytes(again)).isEqualTo(Walks.bytes(one));
    long sum = one.escapes().rate(0).events() + two.escapes().rate(0).events();
    one.merge(two);
    assertThat(one.escapes().rate(0).events()).isEqualTo(sum).isPositive();
  }

  @Test
  void whatCannotWorkIsRefused() {
    Problem problem = problem(10);
    assertThatThrownBy(() -> analyzer(problem, List.of(), List.of(), OptionalDouble.empty()))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("at least one");
    Analyzer late = analyzer(problem, above(1), List.of(), OptionalDouble.of(10));
    assertThat(late.objections(problem, List.of(METHOD))).singleElement().asString().contains("10");
    Analyzer a = analyzer(problem, above(1), List.of(), OptionalDouble.empty());
    assertThat(a.objections(problem, List.of(Fixtures.density("fp")))).isEmpty();
  }
}
