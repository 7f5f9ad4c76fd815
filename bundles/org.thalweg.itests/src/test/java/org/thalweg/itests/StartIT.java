package org.thalweg.itests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.itests.Shell.Outcome;

/** What the script does around a start: the archive of classes, the vector module, and stderr. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs the shell script")
class StartIT {
  private static final String EXPERIMENT =
      """
      {"thalweg": 1,
       "problem": {"landscape": {"type": "double-well", "barrier": 1, "width": 1},
                   "noise": {"type": "isotropic", "temperature": 0.35},
                   "learningRate": 0.005, "horizon": 0.05, "start": {"type": "point", "at": -1}},
       "methods": [{"id": "langevin", "type": "ensemble", "walkers": 64,
                    "integrator": {"type": "euler-maruyama", "step": 0.005}}],
       "analyzers": [{"type": "moments"}],
       "seed": "1"}
      """;

  /** For runs after which nobody is to work on in the background. */
  private static final Map<String, String> NO_ARCHIVE = Map.of("THALWEG_ARCHIVE", "off");

  @TempDir Path scratch;
  private Path caches;

  @BeforeEach
  void writeExperiment() throws IOException {
    Files.writeString(scratch.resolve("trivial.json"), EXPERIMENT);
    caches = scratch.resolve("caches with blanks");
  }

  @Test
  void anArchiveIsMadeOnRequestAndChangesNothing() throws Exception {
    assertThat(script(Map.of("THALWEG_ARCHIVE", "off"), "run trivial.json --out plain").exitCode())
        .isZero();
    Outcome made = script(Map.of("THALWEG_ARCHIVE", "make"), "");
    assertThat(made).isEqualTo(new Outcome(0, "", ""));
    assertThat(archives()).hasSize(1);
    assertThat(caches.resolve("thalweg")).isDirectoryNotContaining("glob:**.new");
    Outcome outcome = script(Map.of(), "run trivial.json --quiet --out archived");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
    for (String file : List.of("result.json", "tables/moments-langevin.csv")) {
      assertThat(scratch.resolve("archived").resolve(file))
          .hasSameBinaryContentAs(scratch.resolve("plain").resolve(file));
    }
  }

  @Test
  void aDamagedArchiveBreaksNothing() throws Exception {
    script(Map.of("THALWEG_ARCHIVE", "make"), "");
    Path archive = archives().get(0);
    assertThat(archive.toFile().setWritable(true)).isTrue();
    try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
      file.seek(file.length() / 2);
      file.write(new byte[1 << 16]);
    }
    assertSilent("its middle is lost");
    try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
      file.setLength(file.length() / 2);
    }
    assertSilent("its end is lost");
    Files.writeString(archive, "no archive");
    assertSilent("it is a text");
    Files.writeString(archive, "");
    assertSilent("it could not be made");
    Files.delete(archive);
    Files.createDirectory(archive);
    assertSilent("it is a folder");
  }

  @Test
  @Timeout(value = 120, unit = SECONDS)
  void aRunHasTheMissingArchiveMadeAndOthersDoNot() throws Exception {
    script(Map.of(), "validate trivial.json");
    assertThat(caches).doesNotExist();
    assertThat(script(Map.of(), "run trivial.json --quiet").err()).isEmpty();
    while (archives().isEmpty() || making()) {
      Thread.sleep(100);
    }
  }

  @Test
  void aCacheThatCannotBeWrittenIsDoneWithout() throws Exception {
    Files.writeString(caches, "a file, no folder");
    assertSilent("nowhere to put an archive");
  }

  @Test
  void nobodySeesTheVectorModule() throws Exception {
    Outcome outcome = script(NO_ARCHIVE, "run trivial.json --out run");
    assertThat(outcome.err()).containsPattern("langevin +done in").hasLineCount(1);
    Outcome off =
        script(
            Map.of("THALWEG_VECTOR", "off", "THALWEG_ARCHIVE", "off"),
            "run trivial.json --out off");
    assertThat(off.err()).containsPattern("langevin +done in").hasLineCount(1);
    assertThat(scratch.resolve("off/result.json"))
        .hasSameBinaryContentAs(scratch.resolve("run/result.json"));
  }

  @Test
  void aFileThatTakesEverythingKeepsItsOrder() throws Exception {
    sh("{ echo first; \"$0\" run trivial.json --out run; echo last >&2; } >all 2>&1", NO_ARCHIVE);
    List<String> lines = Files.readAllLines(scratch.resolve("all"));
    assertThat(lines).startsWith("first").endsWith("last");
    assertThat(lines.get(1)).contains("done in");
    assertThat(lines.get(2)).startsWith("trivial: completed");
  }

  @Test
  void stderrMayBeAPipeOrClosed() throws Exception {
    sh("\"$0\" run trivial.json --out piped 2>&1 >out | cat >err", NO_ARCHIVE);
    assertThat(scratch.resolve("err")).content().contains("done in").hasLineCount(1);
    Outcome closed = sh("\"$0\" run trivial.json --out closed 2>&-", NO_ARCHIVE);
    assertThat(closed.exitCode()).isZero();
    assertThat(closed.out()).contains("trivial: completed");
  }

  @Test
  @Timeout(value = 60, unit = SECONDS)
  void whatJavaSaysBeforeItStartsIsNotLost() throws Exception {
    for (String variable : List.of("THALWEG_JAVA_OPTS", "JDK_JAVA_OPTIONS")) {
      Path err = scratch.resolve("err-" + variable);
      Map<String, String> bad = Map.of(variable, "-XX:+NoSuchOption", "ERR", err.toString());
      assertThat(sh("exec \"$0\" run trivial.json 2>\"$ERR\"", bad).exitCode()).isEqualTo(1);
      while (!Files.readString(err).contains("NoSuchOption")) {
        Thread.sleep(20); // it comes through a process of its own
      }
    }
  }

  @Test
  void anInterruptedRunKeepsWhatItHas() throws Exception {
    Files.writeString(
        scratch.resolve("long.json"), EXPERIMENT.replace("\"horizon\": 0.05", "\"horizon\": 1e6"));
    Outcome outcome =
        sh(
            "(until grep -q langevin err; do sleep 1; done; kill -TERM $$) & "
                + "exec \"$0\" run long.json --out run 2>err",
            NO_ARCHIVE);
    assertThat(outcome.exitCode()).isEqualTo(130);
    assertThat(scratch.resolve("err")).content().doesNotContain("incubator");
    assertThat(scratch.resolve("run/result.json")).exists();
  }

  private void assertSilent(String reason) throws Exception {
    Outcome outcome = script(Map.of(), "validate trivial.json");
    assertThat(outcome.exitCode()).as(reason).isZero();
    assertThat(outcome.err()).as(reason).isEmpty();
    assertThat(outcome.out()).as(reason).contains("valid");
  }

  private boolean making() throws IOException {
    try (Stream<Path> files = Files.list(caches.resolve("thalweg"))) {
      return files.anyMatch(file -> file.toString().endsWith(".new"));
    }
  }

  private List<Path> archives() throws IOException {
    Path folder = caches.resolve("thalweg");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsa")).toList();
    }
  }

  private Outcome script(Map<String, String> environment, String args) throws Exception {
    return sh("exec \"$0\" " + args, environment);
  }

  private Outcome sh(String line, Map<String, String> environment) throws Exception {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("THALWEG_ARCHIVE", "");
    all.put("XDG_CACHE_HOME", caches.toString());
    String script = Distribution.HOME.root().resolve("bin/thalweg").toString();
    return new Shell(scratch).run(Path.of("/bin/sh"), all, "-c", line, script);
  }
}
