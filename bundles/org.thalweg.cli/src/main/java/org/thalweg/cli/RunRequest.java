package org.thalweg.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How the user wants an experiment or a sweep to be run; nothing here changes a result.
 *
 * @param file the experiment's file
 * @param out the folder to be written, if the user names it
 * @param threads the number of threads
 * @param shuffle the seed of the order of work
 * @param json whether stdout gets the result as JSON
 * @param colour whether words on stdout have colours
 * @param quiet whether stderr gets no progress
 * @param command the command line
 * @param start when it began
 * @param log what is noted of it
 */
record RunRequest(
    ExperimentFile file,
    Optional<Path> out,
    int threads,
    long shuffle,
    boolean json,
    boolean colour,
    boolean quiet,
    List<String> command,
    Instant start,
    RunLog log) {
  /** Where results go that the user has given no place. */
  static final Path RUNS = Path.of("runs");

  LocalDateTime localStart() {
    return LocalDateTime.ofInstant(start, ZoneId.systemDefault());
  }

  PrintStream progress() {
    return quiet ? new PrintStream(OutputStream.nullOutputStream()) : System.err;
  }
}
