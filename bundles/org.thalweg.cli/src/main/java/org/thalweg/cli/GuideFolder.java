package org.thalweg.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Takes the guide's pages, and replaces nothing that it was not told to. */
final class GuideFolder {
  private final Path folder;

  private GuideFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * A folder, made with its parents where it is missing.
   *
   * @param force whether it may hold something
   * @throws UserError if it holds something or cannot be made
   */
  static GuideFolder at(Path folder, boolean force) {
    make(folder);
    if (!force && !isEmpty(folder)) {
      throw new UserError(
          ExitCode.USAGE, folder + " is not empty; --force writes into it, or name another --out");
    }
    return new GuideFolder(folder);
  }

  void write(String path, String text) {
    Path file = folder.resolve(path);
    make(file.getParent());
    TextFile.write(file, text, true);
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    } catch (IOException e) {
      throw new UserError(ExitCode.USAGE, "cannot read " + folder + ": " + e.getMessage());
    }
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new UserError(ExitCode.USAGE, e.getMessage() + " is a file; a folder is needed there");
    } catch (AccessDeniedException e) {
      throw new UserError(ExitCode.USAGE, "cannot make " + folder + ": permission denied");
    } catch (IOException e) {
      throw new UserError(ExitCode.USAGE, "cannot make " + folder + ": " + e.getMessage());
    }
  }
}
