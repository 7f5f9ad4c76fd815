package org.thalweg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.thalweg.api.plugin.Kind;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.draft.Draft;
import org.thalweg.engine.draft.Drafter;
import org.thalweg.engine.draft.Wishes;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.engine.explain.Cost;
import org.thalweg.engine.explain.Explainer;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.engine.run.RunListener;
import org.thalweg.engine.run.RunOptions;
import org.thalweg.engine.run.RunOutcome;
import org.thalweg.launcher.Container;
import org.thalweg.launcher.Product;
import org.thalweg.params.Finding;
import org.thalweg.params.InvalidExperimentException;
import org.thalweg.params.JsonText;

/** Any landscape goes with any noise and any scheme: a draft that runs, or a reason why not. */
class DraftIT {
  private static final String FEW_WALKERS = "methods[0].walkers";

  private static Container container;
  private static Snapshot plugins;

  @BeforeAll
  static void boot() throws Exception {
    Product product = Distribution.product("thalweg");
    container = Distribution.boot(product, Distribution.exportsOf(product, "org.thalweg.api"));
    plugins = new Catalogue(container.context()).snapshot();
  }

  @AfterAll
  static void stop() throws Exception {
    container.close();
  }

  private static Wishes wishes(String landscape, String noise, String integrator) {
    return new Wishes(
        Optional.of(landscape),
        Optional.of(noise),
        Optional.empty(),
        List.of(integrator),
        List.of(),
        List.of());
  }

  /** Drafts, reads, runs and explains one combination, or says why it cannot be. */
  private static Optional<String> refusal(Drafter drafter, Wishes wishes) {
    Draft draft;
    try {
      draft = drafter.draft(wishes);
    } catch (InvalidExperimentException e) {
      assertThat(e.findings()).isNotEmpty().noneMatch(f -> f.message().isBlank());
      return Optional.of(String.join("; ", e.findings().stream().map(Finding::toString).toList()));
    }
    run(draft, List.of(Map.entry(FEW_WALKERS, "4")), 3);
    assertThat(Explainer.explain(read(draft), plugins, Cost.of(read(draft), 1, 0.02))).isNotEmpty();
    return Optional.empty();
  }

  private static Assembled read(Draft draft) {
    String text = JsonText.readWithComments(draft.text()).orThrow().toString();
    return ExperimentReader.read(text, List.of(), plugins);
  }

  /** Runs a draft for a few steps. */
  private static RunOutcome run(Draft draft, List<Map.Entry<String, String>> settings, int steps) {
    String text = JsonText.readWithComments(draft.text()).orThrow().toString();
    Assembled whole = ExperimentReader.read(text, List.of(), plugins);
    double horizon = steps * whole.problem().setting().learningRate().at(0);
    List<Map.Entry<String, String>> set = new ArrayList<>(settings);
    set.add(Map.entry("problem.horizon", Double.toString(horizon)));
    set.add(Map.entry("save.every", Double.toString(horizon)));
    Assembled experiment = ExperimentReader.read(text, set, plugins);
    RunOutcome outcome =
        new ExperimentRunner().run(experiment, new RunOptions(1, 0), Silence.HERE, () -> false);
    outcome.methods().forEach(m -> assertThat(m.failure()).as(m.info().id()).isEmpty());
    outcome.analyzers().forEach(a -> assertThat(a.failure()).as(a.id()).isEmpty());
    return outcome;
  }

  private enum Silence implements RunListener {
    HERE;

    @Override
    public void began(String id) {}

    @Override
    public void advanced(String id, double fraction) {}

    @Override
    public void ended(String id, double seconds) {}
  }

  @TestFactory
  Stream<DynamicTest> everyLandscapeHasADraftThatRuns() {
    Drafter drafter = new Drafter(plugins);
    return plugins.ids(Kind.LANDSCAPE).stream()
        .map(
            id ->
                DynamicTest.dynamicTest(
                    id,
                    () -> {
                      Draft draft =
                          drafter.draft(
                              new Wishes(
                                  Optional.of(id),
                                  Optional.empty(),
                                  Optional.empty(),
                                  List.of("sgd"),
                                  List.of(),
                                  List.of()));
                      run(draft, List.of(Map.entry(FEW_WALKERS, "4")), 3);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyNoiseWithEverySchemeRunsOnAValleyOrSaysWhyNot() {
    return combinations(List.of("valley"));
  }

  @TestFactory
  @Tag("slow")
  Stream<DynamicTest> everyCombinationRunsOrSaysWhyNot() {
    return combinations(plugins.ids(Kind.LANDSCAPE));
  }

  private static Stream<DynamicTest> combinations(Iterable<String> landscapes) {
    Drafter drafter = new Drafter(plugins);
    List<DynamicTest> tests = new ArrayList<>();
    for (String landscape : landscapes) {
      for (String noise : plugins.ids(Kind.NOISE)) {
        for (String integrator : plugins.ids(Kind.INTEGRATOR)) {
          tests.add(
              DynamicTest.dynamicTest(
                  landscape + ", " + noise + ", " + integrator,
                  () ->
                      refusal(drafter, wishes(landscape, noise, integrator))
                          .ifPresent(why -> assertThat(why).isNotBlank())));
        }
      }
    }
    return tests.stream();
  }

  @Test
  void manyNoisesGoWithAValleyAndPlainSgd() {
    Drafter drafter = new Drafter(plugins);
    assertThat(plugins.ids(Kind.NOISE))
        .filteredOn(noise -> refusal(drafter, wishes("valley", noise, "sgd")).isEmpty())
        .contains("anisotropic", "isotropic", "random-shift", "none");
  }

  @Test
  void whatDoesNotFitIsRefusedWithTheReason() {
    assertThat(refusal(new Drafter(plugins), wishes("valley", "minibatch", "sgd")))
        .hasValueSatisfying(why -> assertThat(why).contains("problem.noise", "no data set"));
  }

  @Test
  void withoutWishesThereAreThreeMethodsAndAVerdict() {
    Draft draft = new Drafter(plugins).draft(Wishes.NONE);
    assertThat(draft.text()).contains("// ", "\"sgd\"", "\"fokker-planck\"", "\"verdict\"");
    assertThat(draft.leftOut()).isEmpty();
    // over four times (3/pi)^2 kappa/Delta, the time in which walkers diffuse along the floor
    assertThat(draft.text()).contains("\"horizon\": 2000.0", "\"walkers\": 2048");
    assertThat(draft.text().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void whatUsuallyIsThereAndDoesNotFitIsLeftOutWithTheReason() {
    Draft draft =
        new Drafter(plugins)
            .draft(
                new Wishes(
                    Optional.of("mlp"),
                    Optional.of("minibatch"),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of()));
    assertThat(draft.leftOut())
        .anySatisfy(line -> assertThat(line).startsWith("fokker-planck: ").contains("dimensions"));
  }
}
