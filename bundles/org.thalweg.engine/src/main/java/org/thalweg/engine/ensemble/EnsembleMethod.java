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
import org.thalweg.api.method.Forecast;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.Method;
import org.thalweg.api.method.MethodResult;
import org.thalweg.api.method.MethodRun;
import org.thalweg.api.problem.Problem;
import org.thalweg.engine.random.RandomStream;

/** Solves a problem by an ensemble of independent walkers under an integrator. */
final class EnsembleMethod implements Method {
  private static final int STEPS_BETWEEN_CHECKS = 64;

  /** A chunk's progress is counted in integers, which add up exactly. */
  private static final long PROGRESS_UNITS = 1_000_000;

  /** The most numbers that one array of positions holds. */
  private static final long LARGEST_ARRAY = 1 << 28;

  /** The most steps: beyond, a step is lost in the rounding of the time. */
  private static final double MOST_STEPS = 1e15;

  private static final long MOST_COUNTED = 1_000_000;
  private static final long REHEARSING = 512;

  /** Blocks that a chunk of walkers has at a time, about: positions, forces, noise, scratch. */
  private static final int BLOCKS = 8;

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
    if (keepPositions && walkers > LARGEST_ARRAY / problem.dim()) {
      return Optional.of(
          "the positions of "
              + walkers
              + " walkers in "
              + problem.dim()
              + " dimensions are too many to keep; set keepPositions to false");
    }
    Optional<String> objection = integrator.objection(problem.setting(), problem.noise());
    return objection.isPresent() ? objection : stepObjection(problem);
  }

  private Optional<String> stepObjection(Problem problem) {
    double step = integrator.step(problem.setting(), 0);
    double horizon = problem.horizon();
    if (horizon <= step / 2) {
      return Optional.of(
          "the horizon "
              + horizon
              + " ends before the first step of "
              + step
              + "; lengthen the horizon or shorten the step");
    }
    if (horizon / step > MOST_STEPS) {
      return Optional.of(
          "the horizon "
              + horizon
              + " is more than "
              + MOST_STEPS
              + " steps of "
              + step
              + "; shorten the horizon or lengthen the step");
    }
    return Optional.empty();
  }

  @Override
  public Optional<Forecast> forecast(MethodRun run, double seconds) throws InterruptedException {
    Problem problem = run.problem();
    Chunks chunks = new Chunks(problem.dim(), walkers);
    Trial trial = Trial.of(run, chunks.count(), index -> chunk(run, chunks, index), seconds);
    double steps = steps(problem);
    double rounds = Math.ceil((double) chunks.count() / run.threads());
    double numbers = (double) walkers * problem.dim();
    double kept = keepPositions ? Double.BYTES * numbers : 0;
    double walking = Math.min(numbers, (double) run.threads() * chunks.size() * problem.dim());
    return Optional.of(
        new Forecast(
            List.of(
                new MethodResult.Fact("walkers", walkers, "", "walkers at the start"),
                new MethodResult.Fact("steps", steps, "", "steps that each walker makes"),
                new MethodResult.Fact("chunks", chunks.count(), "", "units of parallel work")),
            trial.seconds(walkers * steps, chunks.count() / rounds),
            trial.complete() ? 1.5 : 2.5,
            kept + BLOCKS * Double.BYTES * walking,
            kept));
  }

  /** Counted step by step where steps may change, by division where they are very many. */
  private double steps(Problem problem) {
    double first = integrator.step(problem.setting(), 0);
    double about = problem.horizon() / first;
    if (about > MOST_COUNTED || problem.setting().learningRate().isConstant()) {
      return Math.rint(about);
    }
    double time = 0;
    long steps = 0;
    while (steps < MOST_COUNTED) {
      double step = integrator.step(problem.setting(), time);
      if (time + step / 2 > problem.horizon()) {
        break;
      }
      time += step;
      steps++;
    }
    return steps;
  }

  @Override
  public Optional<Method> rehearsal(Problem problem) {
    return Optional.of(new EnsembleMethod(integrator, Math.min(walkers, REHEARSING), false));
  }

  @Override
  public MethodResult solve(MethodRun run) throws InterruptedException {
    Problem problem = run.problem();
    Chunks chunks = new Chunks(problem.dim(), walkers);
    Census census = new Census(walkers);
    double[] positions =
        keepPositions ? new double[Math.toIntExact(walkers * problem.dim())] : null;
    AtomicLong done = new AtomicLong();
    OrderedWork<ChunkRun> work = new OrderedWork<>(chunks.count(), run.threads(), run.shuffle());
    Merged merged = new Merged();
    work.run(
        index -> walk(run, chunks, index, done),
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

  private ChunkRun chunk(MethodRun run, Chunks chunks, int index) {
    return new ChunkRun(
        run.problem(),
        integrator,
        run.saveTimes(),
        chunks.walkersIn(index),
        chunks.first(index),
        new RandomStream(run.seed(), StreamKey.of(run.id()), index),
        run.newObserver(),
        run.newPathObserver());
  }

  /** Takes one chunk from the start to the horizon. */
  private ChunkRun walk(MethodRun run, Chunks chunks, int index, AtomicLong done)
      throws InterruptedException {
    Problem problem = run.problem();
    ChunkRun chunk = chunk(run, chunks, index);
    chunk.begin();
    double all = PROGRESS_UNITS * (double) chunks.count();
    long units = 0;
    while (!chunk.finished()) {
      run.checkCancelled();
      chunk.advance(STEPS_BETWEEN_CHECKS);
      double part = chunk.finished() ? 1 : Math.min(1, chunk.time() / problem.horizon());
      long reached = Math.round(part * PROGRESS_UNITS);
      run.progress(done.addAndGet(reached - units) / all);
      units = reached;
    }
    return chunk;
  }

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
