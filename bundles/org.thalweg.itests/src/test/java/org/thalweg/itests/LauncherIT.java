package org.thalweg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.itests.Shell.Outcome;

/** The script, the launcher and the command, as a process of their own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs the shell script")
class LauncherIT {
  private static final int OK = 0;
  private static final int FAILED = 1;

  @TempDir Path scratch;
  private Path home;

  @BeforeEach
  void copyDistribution() throws IOException {
    home = scratch.resolve("a home with blanks");
    Distribution.copyTo(home);
  }

  @Test
  void saysItsVersionOnStdoutAndNothingOnStderr() throws Exception {
    Outcome outcome = thalweg(Map.of(), "--version");
    assertThat(outcome.out()).startsWith("thalweg ");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(OK);
  }

  @Test
  void runsThroughASymbolicLink() throws Exception {
    Path link = Files.createSymbolicLink(scratch.resolve("link"), Path.of(home + "/bin/thalweg"));
    assertThat(run(link, Map.of(), "--version").exitCode()).isEqualTo(OK);
  }

  @Test
  void runsWhereDigitsAreWrittenInAnotherScript() throws Exception {
    Map<String, String> cairo = Map.of("THALWEG_JAVA_OPTS", "-Duser.language=ar -Duser.country=EG");
    Outcome outcome = thalweg(cairo, "--version");
    assertThat(outcome.exitCode()).isEqualTo(OK);
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void passesTheCommandsExitCodeOn() throws Exception {
    assertThat(thalweg(Map.of(), "--no-such-option").exitCode()).isEqualTo(2);
  }

  @Test
  void leavesNoTemporaryFiles() throws Exception {
    Path temporary = Files.createDirectory(scratch.resolve("tmp"));
    thalweg(Map.of("THALWEG_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary), "--version");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void namesPluginsThatItLeavesOutAndGoesOn() throws Exception {
    BadPlugins.into(home.resolve("plugins"));
    Jars.bundle(home.resolve("plugins/z-good.jar"), Map.of("Bundle-SymbolicName", "good"));
    Outcome outcome = thalweg(Map.of(), "--version");
    assertThat(outcome.exitCode()).isEqualTo(OK);
    assertThat(outcome.out()).startsWith("thalweg ").contains("  good 0.0.0");
    assertThat(outcome.err()).hasLineCount(BadPlugins.REASONS.size());
    BadPlugins.REASONS.forEach(
        (jar, reason) ->
            assertThat(outcome.err().lines())
                .anyMatch(line -> line.contains("plugins/" + jar) && line.contains(reason)));
  }

  @Test
  void takesPluginsFromAnotherFolder() throws Exception {
    Path mine = Files.createDirectory(scratch.resolve("mine"));
    Jars.landscape(mine.resolve("steep.jar"), "steep");
    Map<String, String> environment = Map.of("THALWEG_PLUGINS", mine.toString());
    assertThat(thalweg(environment, "list").out()).contains("steep");
    assertThat(thalweg(Map.of(), "list").out()).doesNotContain("steep");
  }

  @Test
  void warnsOfAFolderForPluginsThatIsNotThere() throws Exception {
    Outcome outcome = thalweg(Map.of("THALWEG_PLUGINS", "mistyped"), "list");
    assertThat(outcome.exitCode()).isEqualTo(OK);
    assertThat(outcome.err())
        .hasLineCount(1)
        .startsWith("warning: THALWEG_PLUGINS is mistyped, which is not there");
  }

  @Test
  void saysOnRequestWhatAStartSpendsItsTimeOn() throws Exception {
    Outcome outcome = thalweg(Map.of(), "validate", "flat-valley", "--verbose");
    assertThat(outcome.exitCode()).isEqualTo(OK);
    assertThat(outcome.err())
        .containsPattern("[0-9.]+ s  java started")
        .containsPattern("[0-9.]+ s  features read: thalweg")
        .containsPattern("[0-9.]+ s  bundles started: [0-9]+");
    assertThat(thalweg(Map.of(), "validate", "flat-valley").err()).isEmpty();
  }

  @Test
  void namesTheBundleThatDoesNotStart() throws Exception {
    Jars.bundle(
        home.resolve("bundles/broken-1.0.jar"),
        Map.of("Bundle-SymbolicName", "broken", "Import-Package", "org.example.nowhere"));
    feature("broken", "org.example:broken:1.0");
    Outcome outcome =
        thalweg(Map.of("THALWEG_JAVA_OPTS", "-Dthalweg.features=thalweg,broken"), "--version");
    assertThat(outcome.exitCode()).isEqualTo(FAILED);
    assertThat(outcome.err()).hasLineCount(1).contains("broken", "org.example.nowhere");
  }

  @Test
  void namesTheBundleThatIsNotThere() throws Exception {
    feature("lost", "org.example:lost:1.0");
    Outcome outcome =
        thalweg(Map.of("THALWEG_JAVA_OPTS", "-Dthalweg.features=thalweg,lost"), "--version");
    assertThat(outcome.exitCode()).isEqualTo(FAILED);
    assertThat(outcome.err()).hasLineCount(1).contains("lost-1.0.jar");
  }

  @Test
  void showsAStackTraceOnRequestOnly() throws Exception {
    Map<String, String> noFeature = Map.of("THALWEG_JAVA_OPTS", "-Dthalweg.features=absent");
    assertThat(thalweg(noFeature, "--version").err()).hasLineCount(1).contains("absent.json");
    assertThat(thalweg(noFeature, "--version", "--debug").err()).contains("\tat ");
  }

  @Test
  void refusesAnOldJava() throws Exception {
    Path old = Files.createDirectories(scratch.resolve("jdk-11/bin")).getParent();
    Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");
    assertThat(Files.createFile(old.resolve("bin/java")).toFile().setExecutable(true)).isTrue();
    Outcome outcome = thalweg(Map.of("JAVA_HOME", old.toString()), "--version");
    assertThat(outcome.exitCode()).isEqualTo(FAILED);
    assertThat(outcome.err()).hasLineCount(1).contains("11.0.2", "17");
  }

  private void feature(String name, String bundle) throws IOException {
    Files.writeString(
        home.resolve("features/" + name + ".json"),
        """
        {"feature-resource-version": "1.0", "id": "org.example:%s-feature:1.0",
         "bundles": [{"id": "%s"}]}
        """
            .formatted(name, bundle));
  }

  private Outcome thalweg(Map<String, String> environment, String... args) throws Exception {
    return run(home.resolve("bin/thalweg"), environment, args);
  }

  private Outcome run(Path script, Map<String, String> environment, String... args)
      throws Exception {
    return new Shell(scratch).run(script, environment, args);
  }
}
