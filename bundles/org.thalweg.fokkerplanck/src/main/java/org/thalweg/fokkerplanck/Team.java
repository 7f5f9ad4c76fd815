package org.thalweg.fokkerplanck;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A fixed number of threads that run one task together and meet between its parts, so that a sweep
 * over lines costs a meeting of microseconds and no allocation.
 *
 * <p>The caller is member 0. Waiting members spin, then yield, and between tasks go to sleep. Which
 * member does what must be decided by numbers of blocks only, so that results do not depend on the
 * number of members.
 */
final class Team implements AutoCloseable {
  /** One piece of work, run by all members at once. */
  interface Task {
    void run(int member);
  }

  /** The caller by itself. */
  static final Team ALONE = new Team(1);

  private static final int SPINS = 2_000;
  private static final int YIELDS = 1_000;

  private final int members;
  private final Thread[] helpers;
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicInteger finished = new AtomicInteger();
  private volatile int meeting;
  private volatile int round;
  private volatile boolean closed;
  private volatile Throwable failure;
  private Task task;

  Team(int members) {
    this.members = Math.max(1, members);
    helpers = new Thread[this.members - 1];
    for (int i = 0; i < helpers.length; i++) {
      int member = i + 1;
      helpers[i] = new Thread(() -> help(member), "density-" + member);
      helpers[i].setDaemon(true);
      helpers[i].start();
    }
  }

  /** As many members as asked for, but no more than there are blocks to share out. */
  static Team of(int threads, int blocks) {
    return new Team(Math.min(threads, blocks));
  }

  int members() {
    return members;
  }

  /**
   * The first of {@code count} blocks that belongs to a member; the next member's ends the range.
   */
  int first(int count, int member) {
    return (int) ((long) count * member / members);
  }

  /** Runs a task on all members and returns when all have ended. */
  void run(Task work) {
    if (members == 1) {
      work.run(0);
      return;
    }
    task = work;
    finished.set(0);
    round = round + 1;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
    attempt(0);
    for (int i = 0; finished.get() < members; i++) {
      pause(i);
    }
    Throwable cause = failure;
    if (cause != null) {
      failure = null;
      arrived.set(0);
      if (cause instanceof Error) {
        throw (Error) cause;
      }
      throw (RuntimeException) cause;
    }
  }

  /** Waits within a task until all members have come as far. */
  void meet() {
    if (members == 1) {
      return;
    }
    int now = meeting;
    if (arrived.incrementAndGet() == members) {
      arrived.set(0);
      meeting = now + 1;
      return;
    }
    for (int i = 0; meeting == now; i++) {
      if (failure != null) {
        throw new IllegalStateException("another thread of this run failed");
      }
      pause(i);
    }
  }

  private void attempt(int member) {
    try {
      task.run(member);
    } catch (RuntimeException | Error e) {
      synchronized (this) {
        if (failure == null) {
          failure = e;
        }
      }
    } finally {
      finished.incrementAndGet();
    }
  }

  private void help(int member) {
    int done = 0;
    while (!closed) {
      for (int i = 0; round == done && !closed; i++) {
        if (i < SPINS + YIELDS) {
          pause(i);
        } else {
          LockSupport.park(this);
        }
      }
      if (!closed) {
        done++;
        attempt(member);
      }
    }
  }

  private static void pause(int times) {
    if (times < SPINS) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
  }
}
