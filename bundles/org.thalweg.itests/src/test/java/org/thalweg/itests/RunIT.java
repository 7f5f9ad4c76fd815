package org.thalweg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.itests.Shell.Outcome;

/** Runs of the distribution from the command line: what they leave, and what they refuse. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs the shell script")
class RunIT {
  private static final String EXPERIMENT =
      """
      {"thalweg": 1,
       "problem": {"landscape": {"type": "valley", "profile": {"type": "bump", "curvature": 10}},
                   "noise": {"type": "anisotropic", "delta": 0.2, "kappa": 3},
                   "learningRate": 0.01, "horizon": 1,
                   "start": {"type": "gaussian", "mean": [1, 0], "deviation": [0.3, 0.2]},
                   "domain": [{"from": -1, "to": 3, "edge": "reflecting"},
                              {"from": -1.2, "to": 1.2, "edge": "reflecting"}]},
       "methods": [{"id": "sgd", "type": "ensemble", "walkers": 3000, "keepPositions": true,
                    "integrator": {"type": "sgd", "momentum": 0.2}},
                   {"id": "langevin", "type": "ensemble", "walkers": 2000,
                    "integrator": {"type": "euler-maruyama"}},
                   {"id": "density", "type": "fokker-planck", "cells": [64, 64]}],
       "analyzers": [{"type": "moments"}, {"id": "floor", "type": "marginal"}, {"type": "trajectories"},
                     {"type": "effective-loss"},
                     {"id": "gap", "type": "distance", "of": ["sgd", "langevin", "density"]},
                     {"type": "verdict"}],
       "seed": "12345"}
      """;

  @TempDir Path scratch;

  private Outcome thalweg(String... args) throws Exception {
    return new Shell(scratch).thalweg(args);
  }

  private Path experiment() throws IOException {
    return Files.writeString(scratch.resolve("small.json"), EXPERIMENT);
  }

  /** Every file of a run folder but those that may differ between equal runs. */
  private static Map<String, byte[]> contents(Path folder) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!List.of("provenance.json", "run.log").contains(name)) {
          contents.put(name, Files.readAllBytes(file));
        }
      }
    }
    return contents;
  }

  @Test
  void aRunIsTheSameToTheBitForAnyThreadsAndAnyOrderOfChunks() throws Exception {
    String file = experiment().toString();
    Path first = scratch.resolve("first");
    assertThat(thalweg("run", file, "--out", first.toString(), "--threads", "1").exitCode())
        .isZero();
    Map<String, byte[]> expected = contents(first);
    assertThat(expected)
        .containsKeys("experiment.json", "result.json", "arrays/sgd-positions.npy")
        .hasSizeGreaterThan(15);
    String[][] others = {
      {"--threads", "2"}, {"--threads", "2", "--shuffle-chunks", "5"}, {"--threads", "3"}
    };
    for (String[] options : others) {
      Path next = scratch.resolve("again" + String.join("", options));
      String[] args =
          Stream.concat(Stream.of("run", file, "--out", next.toString()), Stream.of(options))
              .toArray(String[]::new);
      assertThat(thalweg(args).exitCode()).isZero();
      Map<String, byte[]> found = contents(next);
      assertThat(found.keySet()).isEqualTo(expected.keySet());
      expected.forEach(
          (name, bytes) ->
              assertThat(Arrays.equals(bytes, found.get(name)))
                  .as(name + " with " + String.join(" ", options))
                  .isTrue());
    }
  }

  @Test
  void theResolvedExperimentGivesTheSameResults() throws Exception {
    Path first = scratch.resolve("first");
    Path second = scratch.resolve("second");
    assertThat(thalweg("run", experiment().toString(), "--out", first.toString()).exitCode())
        .isZero();
    Path resolved = first.resolve("experiment.json");
    Path renamed =
        Files.copy(resolved, Files.createDirectory(scratch.resolve("x")).resolve("small.json"));
    assertThat(thalweg("run", renamed.toString(), "--out", second.toString()).exitCode()).isZero();
    Map<String, byte[]> expected = contents(first);
    Map<String, byte[]> found = contents(second);
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, bytes) -> assertThat(found.get(name)).as(name).isEqualTo(bytes));
  }

  /** Paths begin at the experiment's folder, for the copy in the run folder too. */
  @Test
  void filesThatAnExperimentReadsAreRecordedAndFoundAgain() throws Exception {
    Path home = Files.createDirectories(scratch.resolve("study/data")).getParent();
    Path table = Files.writeString(home.resolve("data/m.csv"), "x,class\n1,0\n3,1\n-2,0\n4,1\n");
    Path file =
        Files.writeString(
            home.resolve("experiment.json"),
            """
            {"thalweg": 1,
             "problem": {"landscape": {"type": "perceptron", "data": {"type": "file",
                           "source": {"type": "table", "path": "data/m.csv"}}},
                         "noise": {"type": "minibatch"}, "learningRate": 0.1, "horizon": 1,
                         "start": {"type": "point", "at": [0]}},
             "methods": [{"type": "ensemble", "walkers": 8, "integrator": {"type": "sgd"}}],
             "analyzers": [{"type": "moments"}]}
            """);
    Path first = scratch.resolve("first");
    Path second = scratch.resolve("second");
    Outcome outcome = thalweg("run", file.toString(), "--out", first.toString());
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    String resolved = first.resolve("experiment.json").toString();
    assertThat(thalweg("run", resolved, "--out", second.toString()).exitCode()).isZero();
    Map<String, byte[]> found = contents(second);
    contents(first).forEach((name, bytes) -> assertThat(found.get(name)).as(name).isEqualTo(bytes));
    String result = Files.readString(first.resolve("result.json"));
    assertThat(result).contains("\"path\": \"data/m.csv\"").doesNotContain(scratch.toString());

    Files.writeString(table, "5,1\n", StandardOpenOption.APPEND);
    Path third = scratch.resolve("third");
    Outcome changed = thalweg("run", resolved, "--out", third.toString(), "--quiet");
    assertThat(changed.exitCode()).isZero();
    assertThat(changed.err())
        .hasLineCount(1)
        .containsPattern("data/m.csv has changed \\(SHA-256 was [0-9a-f]{64}, is [0-9a-f]{64}\\)")
        .contains("since the run in " + first, "put the old file back");
    assertThat(third.resolve("run.log")).content().contains("warning  data/m.csv has changed");
    assertThat(Files.readString(third.resolve("result.json")).lines().filter(sha()))
        .hasSize(1)
        .doesNotContainAnyElementsOf(result.lines().filter(sha()).toList());

    Files.writeString(table, "6\n", StandardOpenOption.APPEND);
    Outcome ragged = thalweg("validate", file.toString());
    assertThat(ragged.exitCode()).isEqualTo(4);
    assertThat(ragged.err())
        .hasLineCount(1)
        .contains("problem.landscape.data.source.path", "line 7 has 1 cell");
  }

  private static Predicate<String> sha() {
    return line -> line.contains("\"sha256\"");
  }

  @Test
  void anotherSeedGivesOtherWalkersAndTheSameDensity() throws Exception {
    Path first = scratch.resolve("first");
    Path second = scratch.resolve("second");
    String file = experiment().toString();
    thalweg("run", file, "--out", first.toString());
    thalweg("run", file, "--out", second.toString(), "--seed", "-5");
    Map<String, byte[]> a = contents(first);
    Map<String, byte[]> b = contents(second);
    assertThat(a.get("arrays/sgd-positions.npy")).isNotEqualTo(b.get("arrays/sgd-positions.npy"));
    assertThat(a.get("arrays/density-density.npy")).isEqualTo(b.get("arrays/density-density.npy"));
  }

  @Test
  void dataGoToStdoutAndProgressToStderr() throws Exception {
    Outcome outcome = thalweg("run", experiment().toString());
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("Verdict", "small: completed");
    assertThat(outcome.err()).contains("sgd", "density", "done").doesNotContain("Verdict");
    try (Stream<Path> runs = Files.list(scratch.resolve("runs"))) {
      assertThat(runs)
          .hasSize(1)
          .allSatisfy(r -> assertThat(r.getFileName().toString()).startsWith("small-"));
    }
    Outcome json = thalweg("run", experiment().toString(), "--json", "--quiet");
    assertThat(json.out()).startsWith("{").contains("\"judgements\"");
    assertThat(json.err()).isEmpty();
  }

  @Test
  void numpyOpensArraysAndTables() throws Exception {
    assumeTrue(new ProcessBuilder("python3", "-c", "import numpy").start().waitFor() == 0);
    Path folder = scratch.resolve("run");
    thalweg("run", experiment().toString(), "--out", folder.toString());
    String script =
        """
        import numpy
        a = numpy.load('arrays/sgd-positions.npy')
        assert a.shape == (3000, 2) and numpy.isfinite(a).all()
        p = numpy.load('arrays/density-density.npy')
        assert (p >= 0).all()
        for f in ['tables/moments-' + m + '.csv' for m in ('sgd', 'langevin', 'density')]:
            t = numpy.genfromtxt(f, delimiter=',', names=True)
            assert len(t) == 21, f
            assert abs(t['time'][-1] - 1) < 1e-9
        """;
    ProcessBuilder python = new ProcessBuilder("python3", "-c", script);
    python.directory(folder.toFile()).inheritIO();
    assertThat(python.start().waitFor()).isZero();
  }

  @ParameterizedTest(name = "--set {0} exits {1} and names {2}")
  @CsvSource({
    "problem.noise.kapa=2, 4, problem.noise.kapa",
    "problem.horizon=-1, 4, problem.horizon",
    "methods[density].cells=[1], 4, methods[2]",
    "problem.start.mean=[9.0, 4, problem.start",
  })
  void badExperimentsAreRefusedBeforeAnythingRuns(String setting, int code, String path)
      throws Exception {
    Outcome outcome = thalweg("run", experiment().toString(), "--set", setting);
    assertThat(outcome.exitCode()).isEqualTo(code);
    assertThat(outcome.err()).contains(path).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(outcome.out()).isEmpty();
    assertThat(scratch.resolve("runs")).doesNotExist();
  }

  @Test
  void theLogSaysWhatTimeWentToAndVerboseShowsIt() throws Exception {
    Outcome quiet = thalweg("run", experiment().toString(), "--out", "quiet", "--quiet");
    assertThat(quiet.err()).isEmpty();
    assertThat(scratch.resolve("quiet/run.log"))
        .content()
        .contains("command  run ", "threads  ", "java ", ", completed")
        .containsPattern("\\d s  read and checked")
        .containsPattern("\\d s  method langevin")
        .containsPattern("\\d s  analyzer gap")
        .containsPattern("\\d s  figures drawn")
        .containsPattern("\\d s  files written");
    assertThat(scratch.resolve("quiet/result.json")).content().doesNotContain("run.log");
    Outcome verbose =
        thalweg("run", experiment().toString(), "--out", "loud", "--quiet", "--verbose");
    assertThat(verbose.err())
        .containsSubsequence("bundles started", "method sgd", "analyzer gap", "files written");
    assertThat(contents(scratch.resolve("loud")).get("result.json"))
        .isEqualTo(contents(scratch.resolve("quiet")).get("result.json"));
  }

  /** Options of Java stand after what the script says of its terminal, so they win. */
  @Test
  void outcomesHaveColoursOnATerminalOnlyAndWhereTheyAreWanted() throws Exception {
    String terminal = "-Dthalweg.terminal.out=true";
    assertThat(coloured(terminal, "", "1")).contains("\u001b[32magree\u001b[0m");
    assertThat(coloured("", "", "2")).contains("agree").doesNotContain("\u001b");
    assertThat(coloured(terminal, "1", "3")).contains("agree").doesNotContain("\u001b");
    assertThat(coloured(terminal, "", "4", "--no-color")).doesNotContain("\u001b");
    assertThat(coloured(terminal, "", "5", "--json"))
        .contains("judgements")
        .doesNotContain("\u001b");
  }

  private String coloured(String java, String unwanted, String... options) throws Exception {
    String[] args = {"run", "momentum", "--quiet", "--set", "methods[0].walkers=2000", "--out"};
    return new Shell(scratch)
        .run(
            Distribution.HOME.root().resolve("bin/thalweg"),
            Map.of("THALWEG_JAVA_OPTS", java, "NO_COLOR", unwanted, "THALWEG_ARCHIVE", "off"),
            Stream.concat(Stream.of(args), Stream.of(options)).toArray(String[]::new))
        .out();
  }

  @Test
  void settingsAreShownWithWhereTheyComeFrom() throws Exception {
    Outcome outcome =
        new Shell(scratch)
            .run(
                Distribution.HOME.root().resolve("bin/thalweg"),
                Map.of("THALWEG_VECTOR", "off", "THALWEG_PLUGINS", "mine", "NO_COLOR", ""),
                "config");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .containsPattern("vector +off +environment +THALWEG_VECTOR=off")
        .containsPattern("plugins folder +\\S*/mine +environment")
        .containsPattern("threads +\\d+ +default +--threads N")
        .contains("load.py", "examples", "cache folder");
    assertThat(thalweg("config", "--json").out()).startsWith("[").contains("\"from\": \"default\"");
  }

  @Test
  void whatFailsLeavesItsStackTraceInTheLog() throws Exception {
    Outcome outcome =
        new Shell(scratch)
            .run(
                Distribution.HOME.root().resolve("bin/thalweg"),
                Map.of("THALWEG_JAVA_OPTS", "-Xmx96m"),
                "run",
                experiment().toString(),
                "--set",
                "methods[sgd].walkers=20000000",
                "--out",
                "failed");
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(3);
    assertThat(outcome.err()).doesNotContain("\tat ");
    assertThat(scratch.resolve("failed/run.log"))
        .content()
        .contains("failed   sgd: ", "OutOfMemoryError", "\tat org.thalweg.", ", failed");
  }

  @Test
  void aFolderThatHoldsSomethingIsNotOverwritten() throws Exception {
    Path folder = Files.createDirectory(scratch.resolve("taken"));
    Files.writeString(folder.resolve("precious.txt"), "keep");
    Outcome outcome = thalweg("run", experiment().toString(), "--out", folder.toString());
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).hasLineCount(1).contains("taken", "not empty");
    assertThat(folder.resolve("precious.txt")).hasContent("keep");
  }

  @Test
  void anExperimentMayComeThroughAPipe() throws Exception {
    experiment();
    String script = Distribution.HOME.root().resolve("bin/thalweg").toString();
    Outcome outcome =
        new Shell(scratch)
            .run(
                Path.of("/bin/sh"),
                Map.of(),
                "-c",
                "cat small.json | \"$0\" validate /dev/stdin",
                script);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("valid");
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void whatIsThereIsNamedWhenAnExperimentIsNot() throws Exception {
    Outcome outcome = thalweg("run", "flat-vally");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("flat-vally", "flat-valley");
  }

  @Test
  void pluginsAreListed() throws Exception {
    Outcome outcome = thalweg("list", "--kind", "noise");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("random-shift", "anisotropic").doesNotContain("double-well");
  }

  @Test
  void aLearningRateThatFallsDrivesWalkersAndIsRefusedWhereItCannot() throws Exception {
    String scheduled =
        EXPERIMENT
            .replace(
                "\"learningRate\": 0.01",
                "\"learningRate\": {\"type\": \"exponential\", \"from\": 0.02, \"decay\": 0.5}")
            .replaceAll(",\\s*\\{\"id\": \"density\"[^}]*}", "")
            .replaceAll(
                "(?s)\"analyzers\": .*verdict\"}]", "\"analyzers\": [{\"type\": \"moments\"}]");
    String file = Files.writeString(scratch.resolve("falling.json"), scheduled).toString();
    assertThat(thalweg("run", file, "--out", scratch.resolve("falling").toString()).exitCode())
        .isZero();
    Outcome density =
        thalweg("validate", file, "--set", "methods[langevin]={\"type\": \"fokker-planck\"}");
    assertThat(density.exitCode()).isEqualTo(4);
    assertThat(density.err()).contains("methods[1]").contains("must be constant");
    Outcome vanished = thalweg("validate", file, "--set", "problem.learningRate.decay=0.001");
    assertThat(vanished.exitCode()).isEqualTo(4);
    assertThat(vanished.err())
        .contains("problem.learningRate")
        .contains("must stay positive and finite");
  }
}
