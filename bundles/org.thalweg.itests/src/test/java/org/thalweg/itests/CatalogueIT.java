package org.thalweg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.catalogue.PluginEntry;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.describe.Describer;
import org.thalweg.engine.describe.Description;
import org.thalweg.itests.Shell.Outcome;
import org.thalweg.launcher.Container;
import org.thalweg.launcher.Product;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;

/** What is installed is listed and described, for people and for programs. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs the shell script")
class CatalogueIT {
  @TempDir static Path scratch;

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

  private static Outcome thalweg(String... args) throws Exception {
    return new Shell(scratch).thalweg(args);
  }

  @TestFactory
  Stream<DynamicTest> theExampleOfEveryPluginBindsWithoutFindings() {
    Describer describer = new Describer(plugins);
    return plugins.entries().stream()
        .map(
            (PluginEntry e) ->
                DynamicTest.dynamicTest(
                    e.kind().label() + " " + e.id(),
                    () ->
                        assertThat(describer.bound(e.kind(), e.id()).orElseThrow().findings())
                            .as("give @Plugin an example where the defaults do not do")
                            .isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everyDescriptionCanBeReadBack() {
    return new Describer(plugins)
        .all().stream()
            .map(
                (Description d) ->
                    DynamicTest.dynamicTest(
                        d.kind() + " " + d.id(),
                        () -> {
                          String text = JsonText.write(d.json());
                          assertThat(JsonText.read(text).orThrow()).isEqualTo(d.json());
                          assertThat(d.doc()).isNotBlank();
                        }));
  }

  @Test
  void theListFitsATerminalAndNamesPredictionsToo() throws Exception {
    Outcome outcome = thalweg("list");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("valley", "fokker-planck", "prediction", "paper-eq-7");
    assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void theListIsOneDocumentForPrograms() throws Exception {
    Outcome outcome = thalweg("list", "--kind", "prediction", "--json");
    List<JsonNode> all = JsonText.read(outcome.out()).orThrow().elements();
    assertThat(all).hasSize(plugins.predictions().size());
    assertThat(all).allMatch(d -> d.get("kind").orElseThrow().text().equals("prediction"));
  }

  @Test
  void aDescriptionHasParametersExampleAndWhatFits() throws Exception {
    Outcome outcome =
        new Shell(scratch)
            .run(
                Distribution.HOME.root().resolve("bin/thalweg"),
                Map.of("COLUMNS", "120"),
                "describe",
                "random-shift");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("source", "org.thalweg.noise", "sigma", "default", "example")
        .contains("fits landscapes", "fits integrators");
    assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 120);
    assertThat(outcome.out().lines()).anyMatch(line -> line.length() > 80);
  }

  @Test
  void theNearestNameIsOfferedForOneThatIsNot() throws Exception {
    Outcome outcome = thalweg("describe", "vally");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("vally", "did you mean valley?", "double-well");
  }

  @Test
  void aNameOfAnotherKindIsPointedOut() throws Exception {
    Outcome outcome = thalweg("describe", "valley", "--kind", "noise");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("there is no noise valley", "landscape");
    assertThat(thalweg("list", "--kind", "nose").err()).contains("did you mean noise?", "kinds: ");
  }

  @Test
  void anExperimentIsExplainedWithoutBeingRun() throws Exception {
    Outcome outcome = thalweg("explain", "flat-valley");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("walkers 8192, steps 100000", "unknowns", "time about", "memory", "disk")
        .contains("table moments-last", "exponent kappa of the marginal: sgd against density")
        .contains("paper-eq-7: holds", "gibbs: no, ")
        .doesNotContain("part not absorbed");
    assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(scratch.resolve("runs")).doesNotExist();
  }

  @Test
  void predictionsAreEvaluatedWithoutRunning() throws Exception {
    Outcome outcome = thalweg("predict", "flat-valley", "--at", "1,2");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    // Delta (1 - kappa) ln F at the flat place: -0.05 * 3 * ln(10^-0.5 0.2^-0.5) = -0.15 (-0.458)
    assertThat(outcome.out())
        .containsPattern("paper-eq-7 +L_SGD \\[loss] +x0 = 1 +density, steady +0\\.0687")
        .containsPattern("valley-variance +variance \\[theta\\^2] +x0, steady")
        .contains("do not hold here", "paper-eq-11: the floor is flat, where paper-eq-7 says")
        .doesNotContain("x0 = 0.2");
    assertThat(scratch.resolve("runs")).doesNotExist();

    assertThat(thalweg("predict", "double-well", "--json").out())
        .containsPattern(
            "\"prediction\": \"gibbs\"(?s:[^}]*)\"answers\": (?s:.*)\"where\": \"\\(0\\)\"");
    assertThat(thalweg("predict", "levy-exit").err()).contains("a sweep of 3 points");
    Outcome wrong = thalweg("predict", "flat-valley", "--at", "Infinity");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("--at Infinity: give finite numbers");
  }

  @Test
  void aSweepIsExplainedWithWhatIsThereOfIt() throws Exception {
    String[] sweep = {
      "momentum", "--set", "methods[heavy-ball].walkers=10", "--set", "problem.horizon=1"
    };
    String[] first = {"--sweep", "problem.noise.temperature=0.1,0.2", "--out", "sweep"};
    String[] more = {"--sweep", "problem.noise.temperature=0.1,0.2,0.3", "--out", "sweep"};
    Outcome run = thalweg(words("run", sweep, first));
    assertThat(run.exitCode()).as(run.err()).isZero();
    Outcome outcome = thalweg(words("explain", sweep, more));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("3 points: problem.noise.temperature 3 values", "2 of them are in sweep, 1 left")
        .contains("for 1 point, 1 at a time");
    assertThat(thalweg(words("explain", sweep, first)).out()).contains("nothing is left");
    assertThat(thalweg("explain", "momentum", "--out", "sweep").err()).contains("is for sweeps");
  }

  private static String[] words(String command, String[]... parts) {
    return Stream.concat(Stream.of(command), Stream.of(parts).flatMap(Stream::of))
        .toArray(String[]::new);
  }

  @Test
  void stepsThatAreTooLongAreWarnedOf() throws Exception {
    Outcome outcome =
        thalweg("explain", "double-well", "--set", "methods[langevin].integrator.step=1", "--json");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(JsonText.read(outcome.out()).orThrow().get("stability").orElseThrow().elements())
        .anyMatch(line -> line.text().startsWith("warning: langevin"));
  }

  @Test
  void bashTakesTheCompletionAndItKnowsNames() throws Exception {
    Outcome script = thalweg("completion", "bash");
    assertThat(script.exitCode()).isZero();
    assertThat(script.out()).contains("double-well", "flat-valley", "landscape");
    Path file = Files.writeString(scratch.resolve("completion.sh"), script.out());
    Outcome sourced =
        new Shell(scratch)
            .run(
                Path.of("/bin/bash"), Map.of(), "-c", "source " + file + " && complete -p thalweg");
    assertThat(sourced.exitCode()).as(sourced.err()).isZero();
    assertThat(sourced.err()).isEmpty();
  }

  @Test
  void bashCompletesExamplesFilesAndPlugins() throws Exception {
    Path file =
        Files.writeString(scratch.resolve("completion.sh"), thalweg("completion", "bash").out());
    Files.writeString(scratch.resolve("dunes.json"), "{}");
    Files.writeString(scratch.resolve("dunes.txt"), "");
    for (String command : new String[] {"run", "explain", "predict", "validate", "bench"}) {
      assertThat(completed(file, command, "d"))
          .as(command)
          .contains("double-well", "dunes.json")
          .doesNotContain("dunes.txt");
    }
    assertThat(completed(file, "init", "--landscape", "doub")).contains("double-well");
    assertThat(completed(file, "describe", "doub")).contains("double-well");
  }

  private List<String> completed(Path script, String... words) throws Exception {
    String line = "thalweg " + String.join(" ", words);
    Outcome outcome =
        new Shell(scratch)
            .run(
                Path.of("/bin/bash"),
                Map.of(),
                "-c",
                "source "
                    + script
                    + "; COMP_LINE='"
                    + line
                    + "'; COMP_WORDS=("
                    + line
                    + "); COMP_CWORD="
                    + words.length
                    + "; compopt() { :; }; _complete_thalweg; printf '%s\\n' \"${COMPREPLY[@]}\"");
    return outcome.out().lines().toList();
  }
}
