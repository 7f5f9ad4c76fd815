package org.thalweg.engine.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.block.MemoryBlock;
import org.thalweg.api.block.WalkerState;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.Stepper;
import org.thalweg.api.problem.Problem;
import org.thalweg.engine.random.RandomStream;

/**
 * One chunk of walkers on its way from the start to the horizon; it can stop after any step, be
 * saved, be restored elsewhere and go on to the same bits.
 */
final class ChunkRun {
  private final Problem problem;
  private final Integrator integrator;
  private final List<Double> saveTimes;
  private final WalkerState state;
  private final Exits exits;
  private final WalkerChunk view;
  private final RandomStream stream;
  private final ChunkDraws draws;
  private final Stepper stepper;
  private final Boundary boundary;
  private final Observer observer;
  private final Optional<PathObserver> paths;
  private final Clock clock = new Clock();
  private int saved;
  private double observedAt = Double.NaN;

  /**
   * A chunk that has not begun.
   *
   * @param problem the problem
   * @param integrator the scheme
   * @param saveTimes when to observe, rising
   * @param walkers the number of walkers in the chunk
   * @param first the number of its first walker
   * @param stream its random stream
   * @param observer its own observer, empty
   * @param paths its own path observer, empty, if there is one
   */
  ChunkRun(
      Problem problem,
      Integrator integrator,
      List<Double> saveTimes,
      int walkers,
      long first,
      RandomStream stream,
      Observer observer,
      Optional<PathObserver> paths) {
    this.problem = problem;
    this.integrator = integrator;
    this.saveTimes = saveTimes;
    this.stream = stream;
    this.draws = new ChunkDraws(stream);
    this.observer = observer;
    this.paths = paths;
    int dim = problem.dim();
    Layout layout = Layout.of(dim);
    this.state =
        new WalkerState(
            new Block(dim, walkers, layout),
            blocks(integrator.memory(dim), walkers, layout),
            blocks(problem.noise().memory(), walkers, layout));
    this.exits = new Exits(walkers, dim);
    this.view = new WalkerChunk(state.position(), exits.status(), first);
    this.stepper = integrator.stepper(problem.setting(), problem.noise(), walkers);
    this.boundary = new Boundary(problem, integrator);
  }

  private static List<Block> blocks(List<MemoryBlock> declared, int walkers, Layout layout) {
    List<Block> blocks = new ArrayList<>();
    for (MemoryBlock m : declared) {
      blocks.add(new Block(m.rows(), walkers, layout));
    }
    return List.copyOf(blocks);
  }

  /** Draws the starting points; called once, before the first step, unless restored. */
  void begin() {
    problem.start().sample(view.first(), draws, state.position());
    exits.park(state.position());
    problem.noise().begin(state.noiseMemory(), draws);
    stepper.begin(state, draws);
    boundary.apply(0, state, exits);
    paths.ifPresent(p -> p.step(0, 0, view));
  }

  /** Whether the horizon is reached, to within half a step. */
  boolean finished() {
    return saved == saveTimes.size();
  }

  /**
   * Makes steps.
   *
   * @param steps the largest number of steps to make
   */
  void advance(long steps) {
    for (long s = 0; s < steps && !finished(); s++) {
      double t = clock.time();
      double h = integrator.step(problem.setting(), t);
      while (saved < saveTimes.size() && saveTimes.get(saved) - t <= h / 2) {
        if (observedAt != t) { // two save times may fall on one step
          observer.observe(t, view);
          observedAt = t;
        }
        saved++;
      }
      if (finished()) {
        return;
      }
      stepper.step(clock.steps(), t, h, state, draws);
      clock.advance(h);
      boundary.apply(clock.time(), state, exits);
      if (paths.isPresent()) {
        paths.get().step(clock.steps(), clock.time(), view);
      }
    }
  }

  double time() {
    return clock.time();
  }

  long steps() {
    return clock.steps();
  }

  WalkerChunk view() {
    return view;
  }

  Exits exits() {
    return exits;
  }

  Observer observer() {
    return observer;
  }

  Optional<PathObserver> paths() {
    return paths;
  }

  /** Writes everything that the chunk needs to go on elsewhere. */
  void save(DataOutput out) throws IOException {
    clock.save(out);
    out.writeInt(saved);
    out.writeDouble(observedAt);
    write(state.position(), out);
    for (Block b : state.memory()) {
      write(b, out);
    }
    for (Block b : state.noiseMemory()) {
      write(b, out);
    }
    exits.save(out);
    stream.save(out);
    observer.save(out);
    if (paths.isPresent()) {
      paths.get().save(out);
    }
  }

  /** Takes back what {@link #save} wrote, into a chunk that has not begun. */
  void restore(DataInput in) throws IOException {
    clock.restore(in);
    saved = in.readInt();
    observedAt = in.readDouble();
    read(state.position(), in);
    for (Block b : state.memory()) {
      read(b, in);
    }
    for (Block b : state.noiseMemory()) {
      read(b, in);
    }
    exits.restore(in);
    stream.restore(in);
    observer.restore(in);
    if (paths.isPresent()) {
      paths.get().restore(in);
    }
  }

  private static void write(Block block, DataOutput out) throws IOException {
    for (int l = 0; l < block.lines(); l++) {
      for (double v : block.line(l)) {
        out.writeDouble(v);
      }
    }
  }

  private static void read(Block block, DataInput in) throws IOException {
    for (int l = 0; l < block.lines(); l++) {
      double[] line = block.line(l);
      for (int j = 0; j < line.length; j++) {
        line[j] = in.readDouble();
      }
    }
  }
}
