package org.thalweg.itests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.itests.Shell.Outcome;

/** {@code thalweg shell}: its commands, its ways in and out, and plugins that come and go. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs the shell script")
class ShellIT {
  @TempDir Path scratch;

  private Outcome shell(String commands) throws Exception {
    return new Shell(scratch).thalweg("shell", "-c", commands);
  }

  private Outcome piped(String lines) throws Exception {
    Files.writeString(scratch.resolve("lines"), lines);
    String script = Distribution.HOME.root().resolve("bin/thalweg").toString();
    return new Shell(scratch)
        .run(Path.of("/bin/sh"), Map.of(), "-c", "\"$0\" shell <lines", script);
  }

  @Test
  void itHasTheCommandsOfTheCommandLineAndOfGogo() throws Exception {
    Outcome outcome =
        shell("list --kind noise; lb -s | grep thalweg.engine; thalweg:validate momentum");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("random-shift", "org.thalweg.engine", "momentum: valid");
    assertThat(outcome.exitCode()).isZero();
    assertThat(shell("help").out())
        .contains("thalweg:run", "thalweg:bench", "thalweg:exit", "felix:lb")
        .doesNotContain("thalweg:shell");
    assertThat(shell("help validate").out()).startsWith("Usage: thalweg validate");
  }

  @Test
  void aCommandThatFailsEndsItsLineAndGivesItsExitCode() throws Exception {
    Outcome outcome = shell("validate no-such-file; list");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).hasLineCount(1).contains("no-such-file");
    assertThat(shell("no-such-command").err()).hasLineCount(1).contains("no-such-command");
    assertThat(shell("list (").err()).hasLineCount(1).contains("open");
  }

  @Test
  void linesThroughAPipeAreRunUntilTheyEndOrSayExit() throws Exception {
    Outcome outcome =
        piped(
            "validate no-such-file\n"
                + "echo {\n"
                + "  one }\n"
                + "validate flat-valley --set 'methods[sgd].walkers=9'\n");
    assertThat(outcome.out().lines()).last().isEqualTo("flat-valley: valid");
    assertThat(outcome.out()).doesNotContain("thalweg>");
    assertThat(outcome.err()).hasLineCount(1);
    assertThat(outcome.exitCode()).isZero();
    assertThat(piped("").exitCode()).isZero();
    assertThat(piped("validate no-such-file\nquit\n").exitCode()).isZero();
    Outcome left = piped("exit 7\nlist\n");
    assertThat(left.exitCode()).isEqualTo(7);
    assertThat(left.out()).isEmpty();
  }

  @Test
  void aRunInTheShellGivesTheSameResult() throws Exception {
    Path shelled = scratch.resolve("shelled");
    Path plain = scratch.resolve("plain");
    String run = "run momentum --quiet --out ";
    assertThat(shell(run + shelled).exitCode()).isZero();
    new Shell(scratch).thalweg((run + plain).split(" "));
    assertThat(shelled.resolve("result.json")).hasSameBinaryContentAs(plain.resolve("result.json"));
  }

  @Test
  @Timeout(value = 120, unit = SECONDS)
  void pluginsComeAndGoAndBadOnesAreNamedInOneLine() throws Exception {
    Path plugins = Files.createDirectory(scratch.resolve("plugins"));
    try (Conversation shell = new Conversation(scratch, plugins)) {
      shell.say("list --kind landscape");
      shell.awaitOut("double-well");

      Path hidden = Jars.landscape(plugins.resolve(".steep.jar"), "steep");
      Files.move(hidden, plugins.resolve("steep.jar"));
      shell.awaitErr("plugins/steep.jar brings the landscape 'steep'");
      shell.say("list --kind landscape");
      shell.awaitOut("  steep");

      BadPlugins.into(plugins);
      for (Map.Entry<String, String> bad : BadPlugins.REASONS.entrySet()) {
        shell.awaitErr("plugins/" + bad.getKey() + " is left out: ");
        assertThat(shell.err()).contains(bad.getValue());
      }

      hidden =
          Jars.bundle(
              plugins.resolve(".giver.jar"),
              Map.of("Bundle-SymbolicName", "giver", "Export-Package", "org.example.nowhere"));
      Files.move(hidden, plugins.resolve("giver.jar"));
      shell.awaitErr("plugins/d-lacking.jar is here");

      Files.delete(plugins.resolve("steep.jar"));
      shell.awaitErr("plugins/steep.jar has gone");
      shell.say("echo now; list --kind landscape; exit");
      assertThat(shell.exitCode()).isZero();
      assertThat(shell.out().substring(shell.out().indexOf("now"))).doesNotContain("steep");
      assertThat(shell.err().lines()).allMatch(line -> line.startsWith("thalweg: plugins/"));
    }
  }

  /** A shell that is talked to. */
  private static final class Conversation implements AutoCloseable {
    private final Path out;
    private final Path err;
    private final Process process;
    private final Writer in;

    Conversation(Path folder, Path plugins) throws IOException {
      out = folder.resolve("said");
      err = folder.resolve("complained");
      ProcessBuilder builder =
          new ProcessBuilder(Distribution.HOME.root().resolve("bin/thalweg").toString(), "shell");
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().put("THALWEG_PLUGINS", plugins.toString());
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      process = builder.start();
      in = process.outputWriter(StandardCharsets.UTF_8);
    }

    void say(String line) throws IOException {
      in.write(line + "\n");
      in.flush();
    }

    String out() throws IOException {
      return Files.readString(out);
    }

    String err() throws IOException {
      return Files.readString(err);
    }

    void awaitOut(String text) throws Exception {
      await(out, text);
    }

    void awaitErr(String text) throws Exception {
      await(err, text);
    }

    private void await(Path file, String text) throws Exception {
      while (!Files.readString(file).contains(text)) {
        assertThat(process.isAlive()).as("waiting for " + text).isTrue();
        Thread.sleep(50);
      }
    }

    int exitCode() throws InterruptedException {
      return process.waitFor();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
