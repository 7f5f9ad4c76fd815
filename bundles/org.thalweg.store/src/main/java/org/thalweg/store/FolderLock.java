package org.thalweg.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second process from writing a folder; the operating system drops it when its process
 * dies, so that a killed sweep is no obstacle.
 */
final class FolderLock implements Closeable {
  static final String NAME = ".lock";

  private final Path file;
  private final FileChannel channel;
  private final boolean supported;

  private FolderLock(Path file, FileChannel channel, boolean supported) {
    this.file = file;
    this.channel = channel;
    this.supported = supported;
  }

  /**
   * Locks a folder.
   *
   * @throws BusyFolderException if another has it
   */
  static FolderLock of(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    boolean left = Files.exists(file);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked;
    boolean supported = true;
    try {
      locked = HeldLock.take(channel);
    } catch (IOException e) {
      // some network file systems have no locks: then a lock's file that is there counts as held
      supported = false;
      locked = !left;
    }
    if (!locked) {
      channel.close();
      throw new BusyFolderException(
          "another sweep is writing "
              + folder
              + HeldLock.holder(file)
              + (supported ? "; wait for it" : "; if none is, remove " + file));
    }
    return new FolderLock(file, channel, supported);
  }

  @Override
  public void close() throws IOException {
    channel.truncate(0); // nobody holds it any more
    channel.close();
    if (!supported) {
      // where locks work the file stays: removing it would let two processes hold two files
      Files.deleteIfExists(file);
    }
  }
}
