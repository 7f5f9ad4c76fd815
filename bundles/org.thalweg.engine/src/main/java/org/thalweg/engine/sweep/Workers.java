package org.thalweg.engine.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that take numbered pieces of work one by one. */
final class Workers {
  private Workers() {}

  /** Work on one piece. */
  interface Piece {
    /** Does it; false leaves all pieces undone that nobody has begun. */
    boolean work(int index) throws Exception;
  }

  /** Does all pieces; the first exception leaves undone what nobody has begun, and is thrown. */
  static void run(int pieces, int threads, Piece piece) {
    AtomicInteger next = new AtomicInteger();
    AtomicBoolean stopped = new AtomicBoolean();
    int count = Math.max(1, Math.min(threads, pieces));
    ExecutorService pool =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = new Thread(task, "thalweg-points");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (int t = 0; t < count; t++) {
        futures.add(
            pool.submit(
                () -> {
                  try {
                    for (int i = next.getAndIncrement();
                        i < pieces && !stopped.get();
                        i = next.getAndIncrement()) {
                      if (!piece.work(i)) {
                        stopped.set(true);
                      }
                    }
                  } catch (Exception | Error e) {
                    stopped.set(true);
                    throw e;
                  }
                  return null;
                }));
      }
      for (Future<?> future : futures) {
        future.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      stopped.set(true);
      Thread.currentThread().interrupt();
    } finally {
      pool.shutdown();
    }
  }
}
