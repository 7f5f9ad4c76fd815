package org.thalweg.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C into a request to stop: the run ends soon, what is finished is written, and only
 * then does the process go.
 */
final class Interruption implements AutoCloseable {
  private static final long LONGEST_WAIT_SECONDS = 20;

  /** The command that has been interrupted ends the process itself, with its own exit code. */
  private static final long LAST_WORDS_MILLIS = 3000;

  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "thalweg-interruption");
  private volatile boolean requested;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  boolean requested() {
    return requested;
  }

  private void stop() {
    requested = true;
    try {
      if (!written.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("thalweg: stopped before everything was written");
      } else {
        Thread.sleep(LAST_WORDS_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells that everything has been written. */
  @Override
  public void close() {
    written.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is going already, and the hook has just been released.
    }
  }
}
