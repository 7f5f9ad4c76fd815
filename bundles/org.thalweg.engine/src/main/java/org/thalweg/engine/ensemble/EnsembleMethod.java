package org.thalweg.engine.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.Method;
import org.thalweg.api.method.MethodResult;
import org.thalweg.api.method.MethodRun;
import org.thalweg.api.problem.Problem;
import org.thalweg.engine.random.RandomStream;

/** Solves a problem by an ensemble of independent walkers under an integrator. */
final class EnsembleMethod implements Method {
  private static final int STEPS_BETWEEN_CHECKS = 64;

  private final Integrator integrator;
  private final long walkers;
  private final boolean keepPositions;

  EnsembleMethod(Integrator integrator, long walkers, boolean keepPositions) {
    this.integrator = integrator;
    this.walkers = walkers;
    this.keepPositions = keepPositions;
  }

  @Override
  public Dynamics dynamics(Problem problem) {
    return integrator.dynamics(problem.setting());
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return integrator.objection(problem.setting(), problem.noise());
  }

  @Override
  public MethodResult solve(MethodRun run) throws InterruptedException {
    Problem problem = run.problem();
    Chunks chunks = new Chunks(problem.dim(), walkers);
    Census census = new Census(walkers);
    double[] positions =
        keepPositions ? new double[Math.toIntExact(walkers * problem.dim())] : null;
    long key = StreamKey.of(run.id());
    double horizon = Math.max(problem.horizon(), Double.MIN_NORMAL);
    AtomicLong done = new AtomicLong();
    OrderedWork<ChunkRun> work = new OrderedWork<>(chunks.count(), run.threads(), run.shuffle());
    Merged merged = new Merged();
    work.run(
        index -> {
          ChunkRun chunk =
              new ChunkRun(
                  problem,
                  integrator,
                  run.saveTimes(),
                  chunks.walkersIn(index),
                  chunks.first(index),
                  new RandomStream(run.seed(), key, index),
                  run.newObserver(),
                  run.newPathObserver());
          chunk.begin();
          long units = 0;
          while (!chunk.finished()) {
            run.checkCancelled();
            chunk.advance(STEPS_BETWEEN_CHECKS);
            long reached = Math.round(Math.min(1, chunk.time() / horizon) * PROGRESS_UNITS);
            run.progress(
                done.addAndGet(reached - units) / (PROGRESS_UNITS * (double) chunks.count()));
            units = reached;
          }
          if (units < PROGRESS_UNITS) {
            run.progress(
                done.addAndGet(PROGRESS_UNITS - units)
                    / (PROGRESS_UNITS * (double) chunks.count()));
          }
          return chunk;
        },
        chunk -> {
          census.count(chunk);
          merged.add(chunk);
          if (positions != null) {
            keep(chunk, positions);
          }
        });
    List<NamedArray> arrays = new ArrayList<>();
    if (positions != null) {
      arrays.add(
          new NamedArray(
              "positions",
              new int[] {Math.toIntExact(walkers), problem.dim()},
              positions,
              "final positions, one row per walker; NaN for walkers that have left"));
    }
    return new MethodResult(merged.observer, merged.paths, census.facts(), arrays);
  }

  private static final long PROGRESS_UNITS = 1_000_000;

  private static void keep(ChunkRun chunk, double[] positions) {
    WalkerChunk view = chunk.view();
    int dim = view.dim();
    for (int w = 0; w < view.walkers(); w++) {
      int at = Math.toIntExact((view.first() + w) * dim);
      for (int i = 0; i < dim; i++) {
        positions[at + i] = view.walking(w) ? view.position().get(i, w) : Double.NaN;
      }
    }
  }

  /** The observers of all chunks so far, merged in the chunks' order. */
  private static final class Merged {
    private Observer observer;
    private Optional<PathObserver> paths = Optional.empty();

    void add(ChunkRun chunk) {
      if (observer == null) {
        observer = chunk.observer();
        paths = chunk.paths();
      } else {
        observer.merge(chunk.observer());
        paths.ifPresent(p -> p.merge(chunk.paths().orElseThrow()));
      }
    }
  }
}
