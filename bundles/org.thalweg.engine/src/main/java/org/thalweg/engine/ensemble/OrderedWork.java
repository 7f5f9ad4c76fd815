package org.thalweg.engine.ensemble;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Works on numbered pieces with several threads and hands the results on in the order of their
 * numbers, holding back only what has overtaken.
 *
 * @param <R> the result of a piece
 */
final class OrderedWork<R> {
  /** Work on one piece. */
  @FunctionalInterface
  interface Piece<R> {
    R work(int index) throws InterruptedException;
  }

  /** The outcome of one piece, with its number. */
  private record Done<R>(int index, R result) {}

  private final int pieces;
  private final int threads;
  private final long shuffle;

  /**
   * A plan of work.
   *
   * @param pieces the number of pieces
   * @param threads the number of threads
   * @param shuffle the seed of the order of work; zero for the natural order
   */
  OrderedWork(int pieces, int threads, long shuffle) {
    this.pieces = pieces;
    this.threads = threads;
    this.shuffle = shuffle;
  }

  /**
   * Does all the work.
   *
   * @param piece the work
   * @param inOrder receives every result, by the calling thread, in order
   * @throws InterruptedException if the work is cancelled
   */
  void run(Piece<R> piece, Consumer<R> inOrder) throws InterruptedException {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < pieces; i++) {
      order.add(i);
    }
    if (shuffle != 0) {
      Collections.shuffle(order, new Random(shuffle));
    }
    if (threads == 1 && shuffle == 0) {
      for (int index : order) { // many small runs side by side must not each start a thread
        inOrder.accept(piece.work(index));
      }
      return;
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "thalweg-walkers");
              thread.setDaemon(true);
              return thread;
            });
    try {
      CompletionService<Done<R>> completion = new ExecutorCompletionService<>(pool);
      int submitted = 0;
      // A few pieces ahead keep the threads busy without piling up results.
      while (submitted < Math.min(pieces, 2 * threads)) {
        submit(completion, piece, order.get(submitted++));
      }
      Map<Integer, R> waiting = new HashMap<>();
      int next = 0;
      for (int finished = 0; finished < pieces; finished++) {
        Done<R> done = take(completion);
        waiting.put(done.index(), done.result());
        if (submitted < pieces) {
          submit(completion, piece, order.get(submitted++));
        }
        while (waiting.containsKey(next)) {
          inOrder.accept(waiting.remove(next++));
        }
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static <R> void submit(CompletionService<Done<R>> completion, Piece<R> piece, int index) {
    completion.submit(() -> new Done<>(index, piece.work(index)));
  }

  private static <R> Done<R> take(CompletionService<Done<R>> completion)
      throws InterruptedException {
    Future<Done<R>> future = completion.take();
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
