package org.thalweg.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The framework's private folder for one process: two processes may share none, and nothing in it
 * is worth keeping.
 */
final class Storage implements AutoCloseable {
  private final Path folder;
  private final Thread atExit = new Thread(this::delete, "thalweg-storage");

  Storage() throws IOException {
    folder = Files.createTempDirectory("thalweg-");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  Path folder() {
    return folder;
  }

  /** Deletes the folder; on Ctrl-C the shutdown hook does. */
  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is already ending and the hook runs by itself.
      return;
    }
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // Somebody else was quicker, or the operating system will clean its folder for such files.
      return;
    }
  }
}
