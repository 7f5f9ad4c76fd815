package org.thalweg.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * A lock on a file that says who holds it; the operating system drops it when its process dies.
 *
 * <p>Locked is one byte far behind the text, so that the text can be read where locks are binding.
 */
final class HeldLock {
  private static final long PLACE = Long.MAX_VALUE - 1;
  private static final int LONGEST_TEXT = 512;
  private static final long MOMENT_MILLIS = 50;
  private static final Pattern TEXT = Pattern.compile("process \\d+ on \\S+ since \\S+");

  private HeldLock() {}

  /**
   * Takes the lock and signs the file.
   *
   * @param channel the file, open for writing
   * @return false if another has it
   * @throws IOException if the file system has no locks
   */
  static boolean take(FileChannel channel) throws IOException {
    // somebody may only be looking whether it is held
    if (!lock(channel) && !(pause() && lock(channel))) {
      return false;
    }
    sign(channel);
    return true;
  }

  /** A full disk keeps nobody from holding a lock. */
  private static void sign(FileChannel channel) {
    String text =
        "process "
            + ProcessHandle.current().pid()
            + " on "
            + HostName.here()
            + " since "
            + Instant.now().truncatedTo(ChronoUnit.SECONDS)
            + "\n";
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException e) {
      // then it does not say who holds it
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(PLACE, 1, false) != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(MOMENT_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Whether somebody holds the lock.
   *
   * @param file the file
   * @param unknown the answer where the file system has no locks
   */
  static boolean isHeld(Path file, boolean unknown) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock(PLACE, 1, false)) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      return unknown;
    }
  }

  /** Who holds the lock, in brackets after a blank; empty if the file does not say. */
  static String holder(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer text = ByteBuffer.allocate(LONGEST_TEXT);
      channel.read(text, 0);
      String said = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
      return TEXT.matcher(said).matches() ? " (" + said + ")" : "";
    } catch (IOException e) {
      return "";
    }
  }
}
