package org.thalweg.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs a script as a process of its own, in a folder.
 *
 * @param folder the working directory, where output is caught too
 */
record Shell(Path folder) {
  private static final long LONGEST_SECONDS = 180;

  /** What a process left. */
  record Outcome(int exitCode, String out, String err) {}

  Outcome run(Path script, Map<String, String> environment, String... args) throws Exception {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(script.toString());
    builder.command().addAll(List.of(args));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("THALWEG_JAVA_OPTS");
    builder.environment().putAll(environment);
    builder.directory(folder.toFile());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    if (!process.waitFor(LONGEST_SECONDS, SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still running after three minutes: " + builder.command());
    }
    Outcome outcome =
        new Outcome(
            process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    Files.delete(out);
    Files.delete(err);
    return outcome;
  }

  /** Runs the distribution under test. */
  Outcome thalweg(String... args) throws Exception {
    return run(Distribution.HOME.root().resolve("bin/thalweg"), Map.of(), args);
  }
}
