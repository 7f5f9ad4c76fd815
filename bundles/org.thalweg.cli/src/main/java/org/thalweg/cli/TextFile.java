package org.thalweg.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes a text that a command makes, and says in words what stands in the way. */
final class TextFile {
  private TextFile() {}

  /**
   * Writes a file.
   *
   * @param replace whether a file that is there may go
   * @throws UserError if it cannot be written
   */
  static void write(Path file, String text, boolean replace) {
    OpenOption[] options =
        replace
            ? new OpenOption[0]
            : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
    try {
      Files.writeString(file, text, options);
    } catch (FileAlreadyExistsException e) {
      throw new UserError(ExitCode.USAGE, file + " is there already; --force replaces it");
    } catch (NoSuchFileException e) {
      throw new UserError(ExitCode.USAGE, "cannot write " + file + ": its folder does not exist");
    } catch (AccessDeniedException e) {
      throw new UserError(ExitCode.USAGE, "cannot write " + file + ": permission denied");
    } catch (IOException e) {
      throw new UserError(ExitCode.USAGE, "cannot write " + file + ": " + e.getMessage());
    }
  }
}
