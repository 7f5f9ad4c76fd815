package org.thalweg.itests.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.plugin.Kind;
import org.thalweg.engine.catalogue.PluginEntry;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.catalogue.Snapshot.Installed;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.engine.sweep.Earlier;
import org.thalweg.engine.sweep.PlannedPoint;
import org.thalweg.engine.sweep.PointKey;
import org.thalweg.engine.sweep.PointResult;
import org.thalweg.engine.sweep.Surroundings;
import org.thalweg.engine.sweep.Sweep;
import org.thalweg.engine.sweep.SweepFigures;
import org.thalweg.engine.sweep.SweepOptions;
import org.thalweg.engine.sweep.SweepPlan;
import org.thalweg.engine.sweep.SweepReader;
import org.thalweg.engine.sweep.SweepReport;
import org.thalweg.engine.sweep.SweepReport.Status;
import org.thalweg.engine.sweep.SweepRunner;
import org.thalweg.itests.FlatPlugins;
import org.thalweg.params.Finding;
import org.thalweg.params.InvalidExperimentException;
import org.thalweg.params.JsonText;
import org.thalweg.store.Journal;
import org.thalweg.store.SweepFolder;

/** Sweeps of tiny points in one process: what is the same, what is kept, what is told. */
class SweepTest {
  private static final String EXPERIMENT =
      """
      {"thalweg": 1,
       "problem": {"landscape": {"type": "quadratic",
                                 "curvatures": {"type": "list", "values": [1]}},
                   "noise": {"type": "isotropic", "temperature": 0.01},
                   "learningRate": 0.1, "horizon": 1, "start": {"type": "point", "at": [1]}},
       "methods": [{"id": "sgd", "type": "ensemble", "walkers": 8, "integrator": {"type": "sgd"}}],
       "analyzers": [{"type": "moments"}, {"id": "toy", "type": "fragile"}], "seed": "1"}
      """;

  private static final Surroundings AROUND = new Surroundings(Path.of(""), plugins());

  @TempDir private Path scratch;

  private static Snapshot plugins() {
    Snapshot all = FlatPlugins.snapshot();
    List<Installed> installed = new ArrayList<>();
    for (PluginEntry entry : all.entries()) {
      installed.add(new Installed(entry, () -> all.find(entry.kind(), entry.id()).orElseThrow()));
    }
    Fragile fragile = new Fragile();
    installed.add(new Installed(new PluginEntry(Kind.ANALYZER, "fragile"), () -> fragile));
    return new Snapshot(installed, all.predictions());
  }

  private static Sweep sweep(int replicas, String... axes) {
    return SweepReader.read(
            JsonText.read(EXPERIMENT).orThrow(), List.of(axes), OptionalInt.of(replicas))
        .orElseThrow();
  }

  /** Plugins of one bundle whose file has this hash. */
  private static Surroundings coded(String hash) {
    Snapshot all = plugins();
    List<Installed> installed = new ArrayList<>();
    for (PluginEntry e : all.entries()) {
      installed.add(
          new Installed(
              new PluginEntry(e.kind(), e.id(), "", "", "", "", "org.example.toy", "1.0.0"),
              () -> all.find(e.kind(), e.id()).orElseThrow()));
    }
    return new Surroundings(Path.of(""), new Snapshot(installed, all.predictions()), o -> hash);
  }

  private static SweepPlan plan(int replicas, String... axes) throws InterruptedException {
    return SweepPlan.of(sweep(replicas, axes), AROUND, 2, () -> false);
  }

  /** A plan with figures of the toy's value alone. */
  private static SweepPlan toyPlan(int replicas, String... axes) throws InterruptedException {
    Sweep s = sweep(replicas, axes);
    Sweep toy = new Sweep(s.base(), s.axes(), s.replicas(), List.of("toy.value"));
    return SweepPlan.of(toy, AROUND, 2, () -> false);
  }

  /** What each point is, by its coordinates and replica. */
  private static Map<String, PointKey> keys(SweepPlan plan) {
    return plan.points().stream()
        .collect(
            Collectors.toMap(
                p -> plan.sweep().coordinates(p.point()) + "#" + p.replica(), PlannedPoint::key));
  }

  /** Goes on with a sweep as the command does, and gives up after some points. */
  private SweepReport run(SweepPlan plan, Path at, int threads, boolean keepGoing, int most)
      throws IOException {
    Map<String, PointResult> finished = new HashMap<>();
    AtomicInteger done = new AtomicInteger();
    try (SweepFolder folder = SweepFolder.at(at)) {
      try (Journal journal =
          folder.journal(line -> PointResult.of(line).ifPresent(r -> finished.put(r.key(), r)))) {
        List<PlannedPoint> missing =
            plan.points().stream()
                .filter(p -> p.valid() && !finished.containsKey(p.keyText()))
                .toList();
        new SweepRunner(new ExperimentRunner(), AROUND)
            .run(
                plan.sweep(),
                missing,
                new SweepOptions(threads, 0, keepGoing),
                (point, experiment, outcome, result) -> {
                  journal.append(result.line());
                  synchronized (finished) {
                    finished.put(result.key(), result);
                  }
                  done.incrementAndGet();
                },
                () -> done.get() >= most);
      }
      SweepReport report = new SweepReport(plan, finished);
      folder.table(report.points());
      folder.table(report.results());
      folder.table(report.summary());
      return report;
    }
  }

  private static Map<String, String> tables(Path folder) throws IOException {
    Map<String, String> tables = new HashMap<>();
    for (String name : List.of("points.csv", "results.csv", "summary.csv")) {
      tables.put(name, Files.readString(folder.resolve(name)));
    }
    return tables;
  }

  private static List<String> rows(Path folder, String table) throws IOException {
    return Files.readAllLines(folder.resolve(table));
  }

  @Test
  void aBadSweepDoesNotHideWhatElseIsWrong() {
    String bad =
        EXPERIMENT
            .replaceFirst("\\{", "{\"sweep\": {\"problem.batch\": [1, 2]}, ")
            .replaceFirst("\"horizon\"", "\"horizn\"");
    assertThatThrownBy(
            () ->
                SweepReader.read(
                    ExperimentReader.tree(bad, List.of()),
                    List.of("problem.learningRate"),
                    OptionalInt.empty(),
                    AROUND))
        .hasMessageContaining("sweep[\"problem.batch\"]: unknown; known keys: over")
        .hasMessageContaining("--sweep problem.learningRate: write PATH=VALUES")
        .hasMessageContaining("problem.horizn: unknown key; did you mean 'horizon'?");
  }

  @Test
  void furtherValuesAndReplicasChangeNoOtherPoint() throws Exception {
    Map<String, PointKey> few =
        keys(plan(2, "problem.learningRate=0.05,0.1", "problem.horizon=1,2"));
    Map<String, PointKey> more =
        keys(plan(3, "problem.learningRate=0.02,0.05,0.07,0.1", "problem.horizon=0.5,1,2"));
    assertThat(few).hasSize(8);
    assertThat(more).hasSize(36).containsAllEntriesOf(few);
    assertThat(more.values().stream().map(PointKey::seed).distinct()).hasSize(36);
  }

  @Test
  void aFurtherAxisChangesNoPointThatKeepsItsContent() throws Exception {
    List<PointKey> before = List.copyOf(keys(plan(1, "problem.horizon=1,2")).values());
    List<PointKey> after =
        List.copyOf(keys(plan(1, "problem.horizon=1,2", "problem.batch=1,4")).values());
    assertThat(after).hasSize(4).containsAll(before);
  }

  @Test
  void anotherBaseSeedGivesOtherSeeds() throws Exception {
    List<PointKey> keys = List.copyOf(keys(plan(1, "seed=1,2")).values());
    assertThat(keys.get(0).seed()).isNotEqualTo(keys.get(1).seed());
  }

  @Test
  void theSameExperimentWrittenInTwoWaysIsRefused() {
    InvalidExperimentException e =
        catchThrowableOfType(
            InvalidExperimentException.class, () -> plan(1, "problem.horizon=1,1.0"));
    assertThat(e.findings())
        .containsExactly(
            new Finding(
                "sweep",
                "the points problem.horizon=1 and problem.horizon=1.0 are the same experiment;"
                    + " remove a repeated value, or use replicas to repeat points with other"
                    + " seeds"));
  }

  @Test
  void theResolvedExperimentPlansTheSamePoints() throws Exception {
    SweepPlan plan = plan(2, "problem.horizon=logspace(1,4,3)", "methods[sgd].walkers=4,8");
    Sweep again =
        SweepReader.read(JsonText.read(plan.resolved()).orThrow(), List.of(), OptionalInt.empty())
            .orElseThrow();
    SweepPlan back = SweepPlan.of(again, AROUND, 1, () -> false);
    assertThat(back.points()).isEqualTo(plan.points());
    assertThat(back.resolved()).isEqualTo(plan.resolved());
  }

  @Test
  void aSweepThatIsInterruptedTwiceAndResumedEqualsAnUninterruptedOne() throws Exception {
    SweepPlan plan =
        plan(2, "problem.learningRate=linspace(0.05,0.2,25)", "problem.horizon=range(1,20)");
    assertThat(plan.points()).hasSize(1000);
    Path whole = scratch.resolve("whole");
    SweepReport uninterrupted = run(plan, whole, 1, false, Integer.MAX_VALUE);
    Path pieces = scratch.resolve("pieces");
    SweepReport first = run(plan, pieces, 2, false, 300);
    assertThat(first.count(Status.COMPLETED)).isBetween(300, 302);
    assertThat(first.count(Status.MISSING)).isEqualTo(1000 - first.count(Status.COMPLETED));
    Files.writeString(
        pieces.resolve("journal.jsonl"), "{\"key\": \"torn", StandardOpenOption.APPEND);
    run(plan, pieces, 3, false, 400);
    SweepReport last = run(plan, pieces, 2, false, Integer.MAX_VALUE);
    assertThat(last.count(Status.COMPLETED)).isEqualTo(1000);
    assertThat(uninterrupted.count(Status.COMPLETED)).isEqualTo(1000);
    assertThat(rows(pieces, "journal.jsonl")).hasSize(1000);
    assertThat(tables(pieces)).isEqualTo(tables(whole));
    assertThat(rows(pieces, "journal.jsonl"))
        .containsExactlyInAnyOrderElementsOf(rows(whole, "journal.jsonl"));
  }

  /** What a journal holds counts for this plan. */
  private static Earlier read(List<String> journal, SweepPlan plan) {
    Earlier earlier = new Earlier(plan);
    journal.forEach(earlier::read);
    return earlier;
  }

  /** The journal of a call that computes all. */
  private static List<String> journal(SweepPlan plan, Surroundings around) throws IOException {
    List<String> lines =
        Collections.synchronizedList(
            new ArrayList<>(read(List.of(), plan).undefined(plan.points())));
    new SweepRunner(new ExperimentRunner(), around)
        .run(
            plan.sweep(),
            plan.points(),
            new SweepOptions(2, 0, true),
            (point, experiment, outcome, result) -> lines.add(result.line()),
            () -> false);
    return lines;
  }

  @Test
  void pointsByOtherCodeKeepTheirSeedsAreNamedAndCountAgainWhenItIsBack() throws Exception {
    Sweep sweep = sweep(2, "problem.horizon=1,2,3");
    Surroundings older = coded("a".repeat(64));
    Surroundings newer = coded("b".repeat(64));
    SweepPlan before = SweepPlan.of(sweep, older, 2, () -> false);
    SweepPlan after = SweepPlan.of(sweep, newer, 2, () -> false);
    assertThat(keys(after)).isEqualTo(keys(before));

    List<String> lines = new ArrayList<>(journal(before, older));
    assertThat(lines).hasSize(7);
    assertThat(read(lines, before).results()).hasSize(6);
    assertThat(read(lines, before).remarks()).isEmpty();
    assertThat(read(lines, before).undefined(before.points())).isEmpty();

    Earlier changed = read(lines, after);
    assertThat(changed.results()).isEmpty();
    assertThat(changed.undefined(after.points())).hasSize(1);
    assertThat(changed.remarks())
        .singleElement()
        .asString()
        .startsWith(
            "6 points were computed by org.example.toy 1.0.0 (SHA-256 aaaaaaaaaaaa...), now 1.0.0"
                + " (SHA-256 bbbbbbbbbbbb...); computed anew");

    lines.addAll(journal(after, newer));
    assertThat(read(lines, after).results()).hasSize(6);
    assertThat(read(lines, after).remarks()).isEmpty();
    assertThat(read(lines, before).results()).hasSize(6);
    assertThat(read(lines, before).remarks()).isEmpty();
    assertThat(read(lines, after).damaged()).isZero();
  }

  @Test
  void pointsOfWhichTheJournalDoesNotSayTheCodeAreComputedAnew() throws Exception {
    Sweep sweep = sweep(1, "problem.horizon=1,2");
    List<String> lines = journal(SweepPlan.of(sweep, AROUND, 1, () -> false), AROUND);
    lines.removeIf(line -> line.contains("\"bundles\""));
    SweepPlan plan = SweepPlan.of(sweep, coded(""), 1, () -> false);
    assertThat(read(lines, plan).results()).isEmpty();
    assertThat(read(lines, plan).remarks())
        .singleElement()
        .asString()
        .startsWith("2 points were computed by code of which the journal says nothing");
    lines.add("{\"basis\": \"torn");
    assertThat(read(lines, plan).damaged()).isEqualTo(1);
  }

  @Test
  void aPointAloneHasTheNumbersThatItHasInAGrid() throws Exception {
    run(plan(1, "problem.horizon=1,2,3"), scratch.resolve("grid"), 2, false, 99);
    run(plan(1, "problem.horizon=2"), scratch.resolve("alone"), 2, false, 99);
    List<String> alone = rows(scratch.resolve("alone"), "journal.jsonl");
    assertThat(alone).hasSize(1);
    assertThat(rows(scratch.resolve("grid"), "journal.jsonl")).containsAll(alone);
  }

  @Test
  void aFailingPointStopsTheSweepAndIsKept() throws Exception {
    SweepPlan plan = plan(1, "analyzers[toy].value=range(1,50)", "analyzers[toy].failsFrom=3");
    SweepReport report = run(plan, scratch.resolve("s"), 1, false, 99);
    assertThat(report.count(Status.COMPLETED)).isEqualTo(2);
    assertThat(report.count(Status.FAILED)).isEqualTo(1);
    assertThat(report.count(Status.MISSING)).isEqualTo(47);
    assertThat(rows(scratch.resolve("s"), "points.csv")).hasSize(51);
    assertThat(rows(scratch.resolve("s"), "points.csv").get(3))
        .startsWith("2,0,3,3,failed,0,")
        .endsWith("toy: the value 3.0 is too much");
  }

  @Test
  void withKeepGoingTheOthersRunAndWhatTheFailedOneMeasuredStands() throws Exception {
    SweepPlan plan = plan(1, "analyzers[toy].value=range(1,9)", "analyzers[toy].failsFrom=5");
    SweepReport report = run(plan, scratch.resolve("s"), 2, true, 99);
    assertThat(report.count(Status.COMPLETED)).isEqualTo(4);
    assertThat(report.count(Status.FAILED)).isEqualTo(5);
    assertThat(rows(scratch.resolve("s"), "results.csv"))
        .contains("8,0,9,5,\"\",toy.value,NaN,NaN,loss,failed")
        .contains("0,0,1,5,\"\",toy.value,1.0,0.5,loss,completed")
        .anyMatch(row -> row.matches("8,0,9,5,sgd,moments.mean-x0,[-0-9].*,failed"));
  }

  @Test
  void invalidPointsAreNamedWithTheirPlace() throws Exception {
    SweepPlan plan = plan(1, "problem.horizon=1,-1");
    assertThat(plan.points().get(0).valid()).isTrue();
    assertThat(SweepPlan.told(plan.sweep(), plan.points().get(1)).get(0).toString())
        .startsWith("at problem.horizon=-1: problem.horizon: -1");
    SweepReport report = run(plan, scratch.resolve("s"), 1, true, 99);
    assertThat(report.count(Status.INVALID)).isEqualTo(1);
    assertThat(rows(scratch.resolve("s"), "points.csv").get(2))
        .startsWith("1,0,-1,invalid,0,")
        .contains("problem.horizon: -1");
  }

  @Test
  void walkersThatDivergeAreNoFailureAndAreCounted() throws Exception {
    SweepPlan plan = plan(2, "problem.learningRate=0.1,2.5", "problem.horizon=500");
    SweepReport report = run(plan, scratch.resolve("s"), 2, false, 99);
    assertThat(report.count(Status.COMPLETED)).isEqualTo(4);
    assertThat(report.countDiverged()).isEqualTo(2);
    assertThat(rows(scratch.resolve("s"), "points.csv").get(3))
        .startsWith("1,0,2.5,500,completed,8,");
  }

  @Test
  void eachMethodHasItsOwnDivergedWalkers() throws Exception {
    String both =
        EXPERIMENT.replace(
            "\"methods\": [",
            "\"methods\": [{\"id\": \"langevin\", \"type\": \"ensemble\", \"walkers\": 8,"
                + " \"integrator\": {\"type\": \"euler-maruyama\", \"step\": 0.1}},");
    Sweep read =
        SweepReader.read(
                JsonText.read(both).orThrow(),
                List.of("problem.learningRate=0.1,2.5", "problem.horizon=50,500"),
                OptionalInt.of(1))
            .orElseThrow();
    Sweep sweep =
        new Sweep(read.base(), read.axes(), read.replicas(), List.of("moments.variance-x0"));
    SweepPlan plan = SweepPlan.of(sweep, AROUND, 2, () -> false);
    SweepReport report = run(plan, scratch.resolve("s"), 2, false, 99);

    assertThat(report.countDiverged()).isEqualTo(1);
    Map<String, List<Figure.Mark>> marks = new HashMap<>();
    for (Figure figure : new SweepFigures(report).figures()) {
      marks.put(figure.name(), ((Figure.Cells) figure.layers().get(0)).marks());
    }
    assertThat(marks.get("moments-variance-x0-langevin")).containsOnly(Figure.Mark.NONE);
    assertThat(marks.get("moments-variance-x0-sgd")).last().isEqualTo(Figure.Mark.DIVERGED);
    assertThat(rows(scratch.resolve("s"), "summary.csv"))
        .filteredOn(row -> row.startsWith("3,2.5,500,langevin,moments."))
        .isNotEmpty()
        .allMatch(row -> row.endsWith(",0"));
  }

  @Test
  void replicasAreCombinedExactlyOnAToyAndInfinitiesAreShown() throws Exception {
    SweepPlan plan = plan(4, "analyzers[toy].value=3,-1");
    run(plan, scratch.resolve("s"), 2, false, 99);
    // four equal values with errors of 0.5: no scatter, own error 0.5 / sqrt(4)
    assertThat(rows(scratch.resolve("s"), "summary.csv"))
        .contains("0,3,\"\",toy.value,3.0,0.25,0.0,0.25,loss,4,0,0,0")
        .contains("1,-1,\"\",toy.value,NaN,NaN,NaN,NaN,loss,0,4,0,0");
    assertThat(rows(scratch.resolve("s"), "results.csv"))
        .contains("1,3,-1,\"\",toy.value,inf,0.5,loss,completed");
  }

  @Test
  void twoNumbersMakeAPhaseDiagramThatShowsWhatFailed() throws Exception {
    SweepPlan plan =
        toyPlan(1, "analyzers[toy].value=range(1,3)", "analyzers[toy].failsFrom=2.5,10,100");
    List<Figure> figures = new SweepFigures(run(plan, scratch.resolve("s"), 2, true, 99)).figures();
    Figure toy = figures.get(0);
    assertThat(toy.x().label()).isEqualTo("analyzers[toy].value");
    assertThat(toy.y().logarithmic()).isTrue();
    Figure.Cells cells = (Figure.Cells) toy.layers().get(0);
    assertThat(cells.x()).containsExactly(0.5, 1.5, 2.5, 3.5);
    assertThat(cells.values()).containsExactly(1, 1, 1, 2, 2, 2, Double.NaN, 3, 3);
    assertThat(cells.marks().get(6)).isEqualTo(Figure.Mark.FAILED);
    assertThat(cells.marks().stream().filter(m -> m == Figure.Mark.NONE)).hasSize(8);
  }

  @Test
  void oneNumberMakesACurveWithErrorBarsInRisingOrder() throws Exception {
    SweepPlan plan = toyPlan(4, "analyzers[toy].value=3,1,2");
    List<Figure> figures =
        new SweepFigures(run(plan, scratch.resolve("s"), 2, false, 99)).figures();
    Figure toy = figures.get(0);
    Figure.Points points = (Figure.Points) toy.layers().get(1);
    assertThat(points.x()).containsExactly(1, 2, 3);
    assertThat(points.y()).containsExactly(1, 2, 3);
    assertThat(points.error()).containsExactly(0.25, 0.25, 0.25);
    assertThat(toy.y().unit()).isEqualTo("loss");
  }

  @Test
  void whatIsNotDrawnIsSaid() throws Exception {
    SweepPlan plan = plan(1, "problem.batch=1,2", "seed=1,2,3", "problem.horizon=1,2,3");
    SweepFigures figures = new SweepFigures(run(plan, scratch.resolve("s"), 2, false, 99));
    assertThat(figures.figures()).hasSize(4);
    SweepPlan large = plan(1, "problem.batch=1,2,3", "seed=1,2,3", "problem.horizon=1,2,3");
    SweepFigures none = new SweepFigures(run(large, scratch.resolve("l"), 2, false, 99));
    assertThat(none.figures()).isEmpty();
    assertThat(none.remarks()).anyMatch(r -> r.contains("9 curves are too many to be read"));
  }
}
