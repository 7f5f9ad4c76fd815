package org.thalweg.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what a loop allocates, since steps must allocate nothing. */
final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /**
   * Fails if a repeated action allocates.
   *
   * <p>A few bytes in all are allowed for what the virtual machine does once; the first measurement
   * without more ends it, and what allocates is measured again until all is compiled.
   */
  static void none(String what, Runnable action) {
    int times = 100;
    long thread = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 8 && least >= 4 * times; round++) {
      long before = THREADS.getThreadAllocatedBytes(thread);
      for (int i = 0; i < times; i++) {
        action.run();
      }
      long bytes = THREADS.getThreadAllocatedBytes(thread) - before;
      least = Math.min(least, bytes);
    }
    Check.that(
        least < 4 * times,
        "%s allocates about %d bytes each time; make scratch once, outside",
        what,
        least / times);
  }
}
