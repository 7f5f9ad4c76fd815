package org.thalweg.analyzers.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.StubTheory;
import org.thalweg.analyzers.TestValley;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.Judgement;
import org.thalweg.api.analysis.Judgement.Outcome;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Problem;

/** A verdict that can say yes and no, and knows when it can say neither. */
class VerdictTest {
  private static final double DELTA = 0.01;
  private static final double KAPPA = 5;
  private static final TestValley VALLEY = TestValley.bump();
  private static final List<Prediction> THEORY =
      List.of(
          new StubTheory(Quantity.EFFECTIVE_LOSS, 0.01),
          new StubTheory(Quantity.LOG_FLOOR_MARGINAL, 0.01));

  /** Long enough: the gap of this valley is 0.007. */
  private static final double HORIZON = 2000;

  private static Problem problem() {
    return Fixtures.problem(
        VALLEY,
        new Fixtures.Anisotropic(DELTA, KAPPA),
        HORIZON,
        Fixtures.walls(-1.5, 1.5),
        Fixtures.walls(-1, 1));
  }

  private static Analyzer verdict(double assumedKappa) {
    Verdict factory = new Verdict();
    Verdict.Params d = factory.defaults();
    Optional<Ref<NoiseModel>> assume =
        assumedKappa == KAPPA ? Optional.empty() : Optional.of(new Ref<>("anisotropic", d));
    return factory.create(
        new Verdict.Params(
            d.errorProbability(), d.resolution(), d.bins(), d.from(), d.to(), assume),
        problem().setting(),
        Fixtures.assembly(THEORY, new Fixtures.Anisotropic(DELTA, assumedKappa)));
  }

  private static WalkerChunk walkers(long seed, int n, double kappa) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = Fixtures.sample(random, n, v -> kappa * VALLEY.logFlatness(v), -1.5, 1.5);
    return Fixtures.chunk(0, x, Fixtures.across(random, VALLEY, x, DELTA));
  }

  private static Observed ensemble(Analyzer a, String id, long seed, int n, double kappa) {
    MethodInfo method = Fixtures.langevin(id, 0.002);
    Observer o = Fixtures.observer(a, problem(), method);
    o.observe(0, walkers(seed + 1, n, 1));
    o.observe(HORIZON / 2, walkers(seed + 2, n, kappa));
    o.observe(HORIZON, walkers(seed + 3, n, kappa));
    return Fixtures.observed(method, o);
  }

  private static Observed steady(Analyzer a, double kappa) {
    MethodInfo method = Fixtures.density("steady");
    Observer o = Fixtures.observer(a, problem(), method);
    o.observe(
        Double.POSITIVE_INFINITY,
        Fixtures.density(
            new GridAxis(-1.5, 1.5, 120),
            new GridAxis(-1, 1, 120),
            (x, y) ->
                Math.exp(
                    (kappa - 1) * VALLEY.logFlatness(x)
                        - VALLEY.curvature(x) * y * y / (2 * DELTA)),
            (x, y) -> 0.3 * Math.cos(2 * x),
            true));
    return Fixtures.observed(method, o);
  }

  private static List<Judgement> judge(Analyzer a, Observed... observed) {
    return a.report(problem(), List.of(observed)).judgements();
  }

  private static List<Judgement> with(List<Judgement> all, String right) {
    return all.stream().filter(j -> j.right().startsWith(right)).toList();
  }

  @Test
  void acceptsTheRightKappaAndRejectsOneTenPercentWrong() {
    Analyzer right = verdict(KAPPA);
    List<Judgement> yes =
        judge(right, ensemble(right, "sgd", 1, 20_000, KAPPA), steady(right, KAPPA));
    assertThat(yes).hasSize(9).extracting(Judgement::outcome).containsOnly(Outcome.AGREE);

    for (double factor : new double[] {0.9, 1.1}) {
      Analyzer wrong = verdict(factor * KAPPA);
      List<Judgement> no =
          judge(wrong, ensemble(wrong, "sgd", 1, 20_000, KAPPA), steady(wrong, KAPPA));
      assertThat(with(no, "stub-"))
          .hasSize(6)
          .extracting(Judgement::outcome)
          .containsOnly(Outcome.DIFFER);
      assertThat(with(no, "stub-").get(0).right()).contains("(assumed noise)");
      assertThat(with(no, "stub-").get(0).explanation())
          .contains("differ by")
          .contains("standard errors");
      assertThat(with(no, "steady")).extracting(Judgement::outcome).containsOnly(Outcome.AGREE);
    }
  }

  @Test
  void methodsThatDescribeDifferentProblemsDiffer() {
    Analyzer a = verdict(KAPPA);
    List<Judgement> all =
        judge(a, ensemble(a, "one", 1, 20_000, KAPPA), ensemble(a, "two", 9, 20_000, 1.12 * KAPPA));

    assertThat(with(all, "two"))
        .filteredOn(j -> !j.quantity().startsWith("variance"))
        .extracting(Judgement::outcome)
        .containsOnly(Outcome.DIFFER);
  }

  /**
   * The whole verdict errs with probability 0.01; 100 verdicts may err 5 times at the very most.
   */
  @Test
  void rarelySaysThatEqualsDiffer() {
    Analyzer a = verdict(KAPPA);
    int alarms = 0;
    for (int r = 0; r < 100; r++) {
      List<Judgement> all =
          judge(
              a,
              ensemble(a, "one", 100 + 10 * r, 2000, KAPPA),
              ensemble(a, "two", 105 + 10 * r, 2000, KAPPA));
      alarms += all.stream().anyMatch(j -> j.outcome() == Outcome.DIFFER) ? 1 : 0;
    }

    assertThat(alarms).isLessThanOrEqualTo(5);
  }

  @Test
  void cannotTellWithFewWalkers() {
    Analyzer a = verdict(KAPPA);
    List<Judgement> all = judge(a, ensemble(a, "sgd", 1, 300, KAPPA));

    assertThat(all).extracting(Judgement::outcome).containsOnly(Outcome.CANNOT_TELL);
    assertThat(all.get(0).explanation()).contains("cannot tell at this size");
  }

  @Test
  void aStartThatIsNotForgottenIsNotComparedWithTheTheory() {
    Analyzer a = verdict(KAPPA);
    MethodInfo method = Fixtures.langevin("sgd", 0.002);
    Observer o = Fixtures.observer(a, problem(), method);
    // Nothing has moved yet: only the rate of the walk along the floor can tell.
    for (double t : new double[] {0, 10, 20}) {
      o.observe(t, walkers(3, 20_000, 0));
    }
    List<Judgement> all = judge(a, Fixtures.observed(method, o));

    assertThat(all).singleElement(); // one line for all predictions
    assertThat(all.get(0).outcome()).isEqualTo(Outcome.NOT_COMPARABLE);
    assertThat(all.get(0).explanation()).contains("not relaxed").contains("a horizon of");
  }

  @Test
  void aSteadyDensityVouchesForWalkersThatAgreeWithIt() {
    Analyzer a = verdict(KAPPA);
    MethodInfo method = Fixtures.langevin("sgd", 0.002);
    Observer o = Fixtures.observer(a, problem(), method);
    o.observe(0, walkers(1, 20_000, 1));
    o.observe(30, walkers(3, 20_000, KAPPA));
    List<Judgement> alone = judge(a, Fixtures.observed(method, o));
    List<Judgement> vouched = judge(a, Fixtures.observed(method, o), steady(a, KAPPA));

    assertThat(alone)
        .singleElement()
        .extracting(Judgement::outcome)
        .isEqualTo(Outcome.NOT_COMPARABLE);
    assertThat(vouched.stream().filter(j -> j.left().equals("sgd")))
        .filteredOn(j -> j.right().startsWith("stub-effective"))
        .extracting(Judgement::outcome)
        .containsOnly(Outcome.AGREE);
  }

  /** Beside a steady density no number vouches for itself: what still moves is not compared. */
  @Test
  void aSteadyDensityDoesNotVouchForWalkersThatStillMove() {
    Analyzer a = verdict(KAPPA);
    MethodInfo method =
        new MethodInfo(
            "momenta", "ensemble", new Dynamics(Dynamics.Kind.UNDERDAMPED_LANGEVIN, 0.002, 0));
    Observer o = Fixtures.observer(a, problem(), method);
    o.observe(0, walkers(1, 20_000, -4));
    o.observe(HORIZON / 2, walkers(2, 20_000, 0));
    o.observe(HORIZON, walkers(3, 20_000, 0.8 * KAPPA));
    List<Judgement> all = judge(a, Fixtures.observed(method, o), steady(a, KAPPA));

    assertThat(with(all, "steady"))
        .filteredOn(j -> j.quantity().startsWith("marginal") || j.quantity().startsWith("exponent"))
        .hasSize(2)
        .allMatch(j -> j.explanation().contains("not relaxed"))
        .extracting(Judgement::outcome)
        .containsOnly(Outcome.NOT_COMPARABLE);
  }

  @Test
  void saysWhyTimesDoNotMatch() {
    Analyzer a = verdict(KAPPA);
    MethodInfo one = Fixtures.langevin("one", 0.01);
    MethodInfo two = Fixtures.langevin("two", 0.01);
    Observer first = Fixtures.observer(a, problem(), one);
    Observer second = Fixtures.observer(a, problem(), two);
    first.observe(1, walkers(1, 1000, KAPPA));
    second.observe(1.02, walkers(2, 1000, KAPPA));
    List<Judgement> all =
        with(judge(a, Fixtures.observed(one, first), Fixtures.observed(two, second)), "two");

    assertThat(all).singleElement();
    assertThat(all.get(0).outcome()).isEqualTo(Outcome.NOT_COMPARABLE);
    assertThat(all.get(0).explanation()).contains("half a step");
  }

  @Test
  void divergedWalkersAreStatedAndManyForbidAComparison() {
    Analyzer a = verdict(KAPPA);
    List<Judgement> few = judge(a, losing(a, 40));
    List<Judgement> many = judge(a, losing(a, 4000));

    assertThat(few.get(0).explanation()).contains("40 diverged of 20000 walkers");
    assertThat(few).extracting(Judgement::outcome).containsOnly(Outcome.AGREE);
    assertThat(many).extracting(Judgement::outcome).containsOnly(Outcome.NOT_COMPARABLE);
    assertThat(many.get(0).explanation()).contains("20 % of the walkers of sgd diverged");
  }

  private static Observed losing(Analyzer a, int lost) {
    MethodInfo method = Fixtures.langevin("sgd", 0.002);
    Observer o = Fixtures.observer(a, problem(), method);
    for (double t : new double[] {0, HORIZON / 2, HORIZON}) {
      WalkerChunk all = walkers(3 + (long) t, 20_000, t == 0 ? 1 : KAPPA);
      byte[] status = new byte[20_000];
      for (int i = 0; i < lost; i++) {
        status[7 * i % 20_000] = WalkerChunk.DIVERGED;
        all.position().set(0, 7 * i % 20_000, Double.NaN);
      }
      o.observe(t, new WalkerChunk(all.position(), status, 0));
    }
    return Fixtures.observed(method, o);
  }

  @Test
  void mergesAndRestoresExactly() {
    Analyzer a = verdict(KAPPA);
    List<Observer> parts = new ArrayList<>();
    for (int c = 0; c < 3; c++) {
      Observer o = Fixtures.observer(a, problem(), Fixtures.langevin("sgd", 0.002));
      o.observe(0, walkers(c, 100 + c, 1));
      o.observe(1, walkers(10 + c, 100 + c, KAPPA));
      parts.add(o);
    }
    Observer copy = Fixtures.observer(a, problem(), Fixtures.langevin("sgd", 0.002));
    Fixtures.restore(copy, Fixtures.bytes(parts.get(0)));
    for (Observer whole : List.of(parts.get(0), copy)) {
      whole.merge(parts.get(1));
      whole.merge(parts.get(2));
    }
    Report report = a.report(problem(), List.of());

    assertThat(Fixtures.bytes(copy)).isEqualTo(Fixtures.bytes(parts.get(0)));
    assertThat(report.judgements()).isEmpty();
    assertThat(Fixtures.words(report.tables().get(0), "holds")).containsOnly("yes");
  }
}
