package org.thalweg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.itests.Shell.Outcome;

/** Sweeps from the command line: killed, interrupted, resumed, busy, invalid. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs the shell script and sends signals")
class SweepIT {
  private static final String EXPERIMENT =
      """
      {"thalweg": 1,
       "problem": {"landscape": {"type": "quadratic",
                                 "curvatures": {"type": "list", "values": [1]}},
                   "noise": {"type": "isotropic", "temperature": 0.01},
                   "learningRate": 0.1, "horizon": 160, "start": {"type": "point", "at": [1]}},
       "methods": [{"id": "sgd", "type": "ensemble", "walkers": 512, "integrator": {"type": "sgd"}}],
       "analyzers": [{"type": "moments"}],
       "sweep": {"over": [{"problem.learningRate": "logspace(0.01, 0.5, 25)"},
                          {"problem.noise.temperature": "linspace(0.1, 2, 20)"}],
                 "replicas": 2},
       "seed": "1"}
      """;

  private static final int POINTS = 1000;

  @TempDir Path scratch;

  private String file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(scratch.resolve("grid.json"), EXPERIMENT).toString();
  }

  private Outcome thalweg(String... args) throws Exception {
    return new Shell(scratch).thalweg(args);
  }

  /** Starts a sweep and waits until it has finished some more points. */
  private Process start(Path folder, int more, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Distribution.HOME.root().resolve("bin/thalweg").toString());
    command.addAll(List.of("run", file, "--quiet", "--out", folder.toString()));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.redirectErrorStream(true).redirectOutput(scratch.resolve("killed.txt").toFile());
    long before = lines(folder);
    Process process = builder.start();
    while (lines(folder) < before + more) {
      assertThat(process.isAlive())
          .as("ended too early: " + scratch.resolve("killed.txt"))
          .isTrue();
      Thread.sleep(5);
    }
    return process;
  }

  private static long lines(Path folder) throws IOException {
    Path journal = folder.resolve("journal.jsonl");
    if (!Files.exists(journal)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(journal)) {
      return lines.count();
    }
  }

  /** Every file but those that may differ, the journal's lines in order. */
  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString();
        if (name.equals("journal.jsonl")) {
          contents.put(
              name, String.join("\n", Files.readAllLines(path).stream().sorted().toList()));
        } else if (!List.of("provenance.json", "run.log").contains(name)) {
          contents.put(name, new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return contents;
  }

  @Test
  void aSweepThatIsKilledAndInterruptedEqualsAnUninterruptedOne() throws Exception {
    Path whole = scratch.resolve("whole");
    assertThat(thalweg("run", file, "--out", whole.toString(), "--threads", "2").exitCode())
        .isZero();
    Map<String, String> expected = contents(whole);
    assertThat(expected)
        .containsKeys("experiment.json", "points.csv", "results.csv", "summary.csv", "result.json")
        .containsKey("figures/moments-mean-x0-sgd.png");

    Path pieces = scratch.resolve("pieces");
    Process killed = start(pieces, 64);
    killed.destroyForcibly();
    killed.waitFor();
    assertThat(pieces.resolve("result.json")).doesNotExist();
    assertThat(lines(pieces)).isBetween(64L, POINTS - 1L);

    Process interrupted = start(pieces, 64, "--threads", "1");
    assertThat(
            new ProcessBuilder("kill", "-INT", Long.toString(interrupted.pid())).start().waitFor())
        .isZero();
    assertThat(interrupted.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(interrupted.exitValue()).isEqualTo(130);
    assertThat(pieces.resolve("result.json")).content().contains("\"status\": \"cancelled\"");
    assertThat(pieces.resolve("points.csv"))
        .content()
        .contains(",missing,")
        .contains(",completed,");

    Outcome last = thalweg("run", file, "--out", pieces.toString());
    assertThat(last.exitCode()).isZero();
    assertThat(last.err()).containsPattern("1000 of 1000 points done, 0 failed, [1-9]\\d+ reused");
    Map<String, String> found = contents(pieces);
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, bytes) -> assertThat(found.get(name).equals(bytes)).as(name).isTrue());
  }

  @Test
  void pointsThatAnotherVersionOfAPluginComputedAreNamedAndComputedAnew() throws Exception {
    Path plugins = Files.createDirectory(scratch.resolve("plugins"));
    Path jar = plugins.resolve("steep.jar");
    String[] run = {
      "run",
      plain(),
      "--out",
      "s",
      "--quiet",
      "--sweep",
      "problem.batch=1,4",
      "--set",
      "problem.landscape.type=steep"
    };
    Jars.landscape(jar, "steep", "org.thalweg.landscapes.Quadratic", "1.0.0");
    assertThat(with(plugins, run).exitCode()).isZero();
    String before = Files.readString(scratch.resolve("s/points.csv"));
    assertThat(lines(scratch.resolve("s"))).isEqualTo(3);
    assertThat(with(plugins, run).err()).isEmpty();
    assertThat(lines(scratch.resolve("s"))).isEqualTo(3);

    Path first = Files.move(jar, scratch.resolve("first.jar"));
    Jars.landscape(jar, "steep", "org.thalweg.landscapes.Quadratic", "1.1.0");
    Outcome changed = with(plugins, run);
    assertThat(changed.exitCode()).as(changed.err()).isZero();
    assertThat(changed.err())
        .hasLineCount(1)
        .startsWith("warning: 2 points were computed by bundle-of-steep 1.0.0 (SHA-256 ")
        .contains("now 1.1.0 (SHA-256 ", "computed anew with the same seeds");
    assertThat(scratch.resolve("s/run.log")).content().contains("bundle-of-steep 1.0.0");
    assertThat(scratch.resolve("s/result.json")).content().doesNotContain("bundle-of-steep");
    assertThat(lines(scratch.resolve("s"))).isEqualTo(6);
    assertThat(scratch.resolve("s/points.csv")).hasContent(before);

    Files.move(first, jar, StandardCopyOption.REPLACE_EXISTING);
    assertThat(with(plugins, run).err()).isEmpty();
    assertThat(lines(scratch.resolve("s"))).as("nothing was computed").isEqualTo(6);
  }

  private Outcome with(Path plugins, String... args) throws Exception {
    return new Shell(scratch)
        .run(
            Distribution.HOME.root().resolve("bin/thalweg"),
            Map.of("THALWEG_PLUGINS", plugins.toString()),
            args);
  }

  @Test
  void pointsThatReadAnotherContentOfAFileAreNotMixed() throws Exception {
    Path table = Files.writeString(scratch.resolve("m.csv"), "x,class\n1,0\n3,1\n-2,0\n4,1\n");
    String file =
        Files.writeString(
                scratch.resolve("learn.json"),
                """
                {"thalweg": 1,
                 "problem": {"landscape": {"type": "perceptron", "data": {"type": "file",
                               "source": {"type": "table", "path": "m.csv"}}},
                             "noise": {"type": "minibatch"}, "learningRate": 0.1, "horizon": 1,
                             "start": {"type": "point", "at": [0]}},
                 "methods": [{"type": "ensemble", "walkers": 8, "integrator": {"type": "sgd"}}],
                 "analyzers": [{"type": "moments"}],
                 "sweep": {"over": [{"problem.learningRate": [0.1, 0.2]}]}}
                """)
            .toString();
    String[] run = {"run", file, "--out", "s", "--quiet"};
    assertThat(thalweg(run).exitCode()).isZero();
    Map<String, String> first = contents(scratch.resolve("s"));
    assertThat(first.get("result.json")).contains("\"path\": \"m.csv\"");
    assertThat(thalweg(run).err()).isEmpty();

    String old = Files.readString(table);
    Files.writeString(table, old + "5,1\n");
    Outcome changed = thalweg(run);
    assertThat(changed.err())
        .hasLineCount(1)
        .containsPattern(
            "^warning: m.csv has changed \\(SHA-256 was [0-9a-f]{64}, is [0-9a-f]{64}\\)")
        .contains("computed anew", "another --out");
    Map<String, String> second = contents(scratch.resolve("s"));
    assertThat(second.get("points.csv").lines().filter(first.get("points.csv")::contains))
        .as("every point is another one, below the same header")
        .hasSize(1);
    Outcome again = thalweg("run", "s/experiment.json", "--out", "t", "--quiet");
    assertThat(again.err()).isEmpty();

    Files.writeString(table, old);
    Outcome repeated = thalweg("run", "s/experiment.json", "--out", "t", "--quiet");
    assertThat(repeated.err()).contains("m.csv has changed", "since the run in", "earlier points");
    assertThat(thalweg(run).err()).isEmpty();
    assertThat(contents(scratch.resolve("s")).get("points.csv")).isEqualTo(first.get("points.csv"));
  }

  @Test
  void aSecondProcessOnTheSameFolderIsRefused() throws Exception {
    Path folder = scratch.resolve("busy");
    Process first = start(folder, 1, "--set", "methods[sgd].walkers=8192");
    try {
      Outcome second = thalweg("run", file, "--out", folder.toString());
      assertThat(second.err()).contains("another sweep is writing").hasLineCount(1);
      assertThat(second.exitCode()).isEqualTo(5);
      Outcome run = thalweg("run", "momentum", "--out", folder.toString());
      assertThat(run.err())
          .hasLineCount(1)
          .contains("a sweep is writing the folder", "(process " + java(first) + " on ");
      assertThat(run.exitCode()).isEqualTo(5);
    } finally {
      first.destroyForcibly().waitFor();
    }
  }

  @Test
  void aSecondRunIntoTheSameFolderIsRefusedAndWhatAKilledOneLeftIsNamed() throws Exception {
    Path folder = scratch.resolve("out/busy");
    String script = Distribution.HOME.root().resolve("bin/thalweg").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            script,
            "run",
            "momentum",
            "--quiet",
            "--out",
            folder.toString(),
            "--set",
            "problem.horizon=1e7");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process first = builder.redirectErrorStream(true).start();
    Path part = scratch.resolve("out/.busy.part/.lock");
    try {
      while (!Files.exists(part)) {
        assertThat(first.isAlive()).isTrue();
        Thread.sleep(20);
      }
      Outcome second = thalweg("run", "momentum", "--out", folder.toString());
      assertThat(second.err())
          .contains("another run is writing", "(process " + java(first) + " on ")
          .hasLineCount(1);
      assertThat(second.exitCode()).isEqualTo(5);
      Outcome sweep = thalweg("run", file, "--out", folder.toString());
      assertThat(sweep.err()).contains("a run is writing the folder").hasLineCount(1);
      assertThat(sweep.exitCode()).isEqualTo(5);
    } finally {
      first.destroyForcibly().waitFor();
    }
    Files.setLastModifiedTime(part, FileTime.fromMillis(0));
    Outcome beside = thalweg("run", "momentum", "--quiet", "--out", folder + "2");
    assertThat(beside.exitCode()).isZero();
    assertThat(beside.err()).hasLineCount(1).contains("warning: killed runs left", ".busy.part");
    assertThat(part).exists();
  }

  @Test
  void numbersAreTheSameForAnyThreadsAndSweptFromTheCommandLine() throws Exception {
    String[] axes = {"--sweep", "problem.batch=1,4,16", "--sweep", "problem.learningRate=0.1"};
    Path one = scratch.resolve("one");
    Path three = scratch.resolve("three");
    for (Path folder : List.of(one, three)) {
      List<String> args = new ArrayList<>(List.of("run", plain(), "--out", folder.toString()));
      args.addAll(List.of(axes));
      args.addAll(List.of("--threads", folder == one ? "1" : "7"));
      assertThat(thalweg(args.toArray(String[]::new)).exitCode()).isZero();
    }
    assertThat(contents(three)).isEqualTo(contents(one));
    assertThat(lines(one)).as("three points and what they rest on").isEqualTo(4);
  }

  /** The script becomes Java. */
  private static long java(Process script) {
    return script.pid();
  }

  /** The experiment without its sweep. */
  private String plain() throws IOException {
    int from = EXPERIMENT.indexOf("\"sweep\"");
    String text =
        EXPERIMENT.substring(0, from) + EXPERIMENT.substring(EXPERIMENT.indexOf("\"seed\""));
    return Files.writeString(scratch.resolve("plain.json"), text).toString();
  }

  @Test
  void theWholeGridIsCheckedBeforeAnythingRuns() throws Exception {
    String[] axis = {"--sweep", "problem.horizon=10,-1"};
    Outcome refused = thalweg("run", plain(), "--out", "bad", axis[0], axis[1]);
    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused.err()).contains("at problem.horizon=-1: problem.horizon: -1");
    assertThat(scratch.resolve("bad")).doesNotExist();
    Outcome validated = thalweg("validate", plain(), axis[0], axis[1]);
    assertThat(validated.exitCode()).isEqualTo(4);
    assertThat(validated.err()).contains("at problem.horizon=-1");
    Outcome kept = thalweg("run", plain(), "--out", "bad", "--keep-going", axis[0], axis[1]);
    assertThat(kept.exitCode()).isEqualTo(3);
    assertThat(scratch.resolve("bad/points.csv")).content().contains(",completed,", ",invalid,");
  }

  @Test
  void validateCountsThePoints() throws Exception {
    assertThat(thalweg("validate", file).out())
        .isEqualTo("grid: valid, 500 points, 2 replicas of each\n");
    assertThat(thalweg("validate", file, "--sweep", "seed=range(1,100)").out())
        .isEqualTo(
            "grid: valid, 10000 of 50000 points checked, evenly chosen, 2 replicas of each\n");
    Outcome empty = thalweg("validate", plain(), "--sweep", "problem.batch=[]");
    assertThat(empty.exitCode()).isEqualTo(4);
    assertThat(empty.err()).contains("a sweep of no points");
  }

  @Test
  void aPointsOwnFolderIsKeptOnRequestAndRunsAgainToTheSameNumbers() throws Exception {
    String sweep = "problem.batch=1,4";
    Outcome first = thalweg("run", plain(), "--out", "s", "--sweep", sweep);
    assertThat(first.exitCode()).isZero();
    assertThat(scratch.resolve("s/points")).doesNotExist();
    Outcome second = thalweg("run", plain(), "--out", "s", "--sweep", sweep, "--keep-points");
    assertThat(second.err()).contains("2 of 2 points done, 0 failed, 0 reused");
    List<Path> points;
    try (Stream<Path> listed = Files.list(scratch.resolve("s/points"))) {
      points = listed.toList();
    }
    assertThat(points).hasSize(2);
    String own = points.get(0).resolve("experiment.json").toString();
    assertThat(thalweg("run", own, "--out", "again").exitCode()).isZero();
    assertThat(scratch.resolve("again/tables/moments-sgd.csv"))
        .hasSameBinaryContentAs(points.get(0).resolve("tables/moments-sgd.csv"));
  }

  @Test
  void pandasReadsTheTables() throws Exception {
    assumeTrue(new ProcessBuilder("python3", "-c", "import pandas").start().waitFor() == 0);
    thalweg("run", plain(), "--out", "s", "--sweep", "problem.batch=1,4", "--replicas", "3");
    String script =
        """
        import pandas
        p = pandas.read_csv('s/points.csv')
        assert p['point_seed'].dtype == 'int64' and p['problem.batch'].dtype == 'int64'
        r = pandas.read_csv('s/results.csv')
        assert r['value'].dtype == 'float64' and r['error'].dtype == 'float64'
        s = pandas.read_csv('s/summary.csv')
        m = r[r.quantity == 'moments.mean-x0'].groupby('problem.batch').value.mean()
        t = s[s.quantity == 'moments.mean-x0'].set_index('problem.batch')['mean']
        assert (abs(m - t) < 1e-15).all()
        """;
    ProcessBuilder python = new ProcessBuilder("python3", "-c", script);
    python.directory(scratch.toFile()).inheritIO();
    assertThat(python.start().waitFor()).isZero();
  }
}
