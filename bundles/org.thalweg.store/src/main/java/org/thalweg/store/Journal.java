package org.thalweg.store;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A file to which lines are only ever added, and from which everything that was on the disk comes
 * back after a crash.
 *
 * <p>Lines are brought to the disk in groups, {@value #GROUP} at a time or after {@value #DELAY}
 * milliseconds, whichever comes first, by a thread of its own; a crash costs what was added since.
 * A last line that a crash cut short is taken away when the journal is opened again. Thread-safe.
 */
public final class Journal implements Closeable {
  private static final int GROUP = 64;
  private static final int DELAY = 200;

  private final Path file;
  private final FileChannel channel;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition added = lock.newCondition();
  private final Thread committer;
  private ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private int lines;
  private boolean closed;
  private IOException failure;

  private Journal(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
    committer = new Thread(this::commit, "thalweg-journal");
    committer.setDaemon(true);
    committer.start();
  }

  /**
   * Opens a journal, or begins one.
   *
   * @param file the file
   * @param earlier receives every whole line that is there, in the order in which they were added
   * @return the journal, to be closed
   * @throws IOException if the file cannot be read or written
   */
  public static Journal open(Path file, Consumer<String> earlier) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      channel.truncate(whole(channel));
      channel.position(0);
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        earlier.accept(line);
      }
      channel.position(channel.size());
      return new Journal(file, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The length up to the end of the last whole line. */
  private static long whole(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(8192);
    long end = channel.size();
    while (end > 0) {
      long from = Math.max(0, end - buffer.capacity());
      buffer.clear().limit((int) (end - from));
      while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
        // until the piece is read
      }
      for (int i = buffer.position() - 1; i >= 0; i--) {
        if (buffer.get(i) == '\n') {
          return from + i + 1;
        }
      }
      end = from;
    }
    return 0;
  }

  /**
   * Adds a line; it is on the disk a moment later.
   *
   * @param line a text without line breaks
   * @throws IOException if an earlier line could not be written
   */
  public void append(String line) throws IOException {
    if (line.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a line of a journal cannot hold a line break");
    }
    lock.lock();
    try {
      check();
      waiting.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
      lines++;
      if (lines == 1 || lines == GROUP) {
        added.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  private void check() throws IOException {
    if (failure != null) {
      throw Faults.explain("cannot write the journal " + file, failure);
    }
    if (closed) {
      throw new IOException("the journal " + file + " has been closed");
    }
  }

  private void commit() {
    while (true) {
      byte[] group;
      lock.lock();
      try {
        while (lines == 0 && !closed) {
          added.awaitUninterruptibly();
        }
        long left = TimeUnit.MILLISECONDS.toNanos(DELAY);
        while (lines < GROUP && !closed && left > 0) {
          left = added.awaitNanos(left);
        }
        if (lines == 0) {
          return;
        }
        group = waiting.toByteArray();
        waiting = new ByteArrayOutputStream();
        lines = 0;
      } catch (InterruptedException e) {
        continue; // nobody has a reason to interrupt it; close ends it
      } finally {
        lock.unlock();
      }
      if (!write(group)) {
        return;
      }
    }
  }

  private boolean write(byte[] group) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(group);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
      return true;
    } catch (IOException e) {
      lock.lock();
      try {
        failure = e;
      } finally {
        lock.unlock();
      }
      return false;
    }
  }

  /** Brings everything to the disk. */
  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      closed = true;
      added.signal();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    while (committer.isAlive()) {
      try {
        committer.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    channel.close();
    if (failure != null) {
      throw Faults.explain("cannot write the journal " + file, failure);
    }
  }
}
