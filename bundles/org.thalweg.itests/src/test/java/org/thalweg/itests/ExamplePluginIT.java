package org.thalweg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.itests.Shell.Outcome;

/** The example plugin, as its author meets it: outside this build, against the distribution. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs the shell script")
class ExamplePluginIT {
  /** Nothing is downloaded: what this build has stands in for the usual repository. */
  private static final String SETTINGS =
      """
      <settings>
        <mirrors>
          <mirror>
            <id>this-build</id>
            <mirrorOf>central</mirrorOf>
            <url>%s</url>
          </mirror>
        </mirrors>
      </settings>
      """;

  @TempDir Path scratch;

  @Test
  void itIsBuiltAgainstTheDistributionAndRunsInIt() throws Exception {
    Path home = scratch.resolve("home");
    Distribution.copyTo(home);
    Path example = home.resolve("examples/plugin");
    assertThat(example.resolve("mvnw").toFile().setExecutable(true)).isTrue();
    Path settings =
        Files.writeString(
            scratch.resolve("settings.xml"),
            SETTINGS.formatted(Path.of(System.getProperty("maven.repository")).toUri()));
    Outcome built =
        new Shell(example)
            .run(
                example.resolve("mvnw"),
                Map.of(),
                "-B",
                "--no-transfer-progress",
                "-s",
                settings.toString(),
                "-Dmaven.repo.local=" + scratch.resolve("repository"),
                "package");
    assertThat(built.exitCode()).as(built.out()).isZero();
    assertThat(built.out()).contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0");
    // the interface is the distribution's own, not what somebody has installed
    assertThat(scratch.resolve("repository/org/thalweg/org.thalweg.api")).exists();

    Path jar = home.resolve("plugins/washboard.jar");
    Files.copy(example.resolve("target/org.example.washboard-1.0.0.jar"), jar);
    Path thalweg = home.resolve("bin/thalweg");
    Shell shell = new Shell(scratch);
    assertThat(shell.run(thalweg, Map.of(), "list").out()).contains("washboard");
    assertThat(shell.run(thalweg, Map.of(), "describe", "washboard").out())
        .contains("tilt x", "org.example.washboard 1.0.0");
    Outcome run =
        shell.run(
            thalweg,
            Map.of(),
            "run",
            example.resolve("washboard.json").toString(),
            "--quiet",
            "--out",
            "run");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(scratch.resolve("run/provenance.json")).content().contains("org.example.washboard");

    Files.delete(jar);
    assertThat(shell.run(thalweg, Map.of(), "list").out()).doesNotContain("washboard");
  }
}
