package org.thalweg.engine.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.problem.Problem;
import org.thalweg.engine.random.RandomStream;

/**
 * All walkers of an ensemble held side by side, so that they can be stepped together, looked at,
 * saved after any step and restored.
 *
 * <p>The method {@code ensemble} takes each chunk from start to end instead, which needs the memory
 * of a few chunks only; both give the same bits.
 */
public final class Ensemble {
  private final List<ChunkRun> chunks = new ArrayList<>();

  /**
   * An ensemble that has not begun.
   *
   * @param problem the problem
   * @param integrator the scheme
   * @param walkers the number of walkers
   * @param seed the experiment's seed
   * @param id the method's id, which names the random streams
   * @param saveTimes when to observe, rising
   * @param observers makes an observer for each chunk
   * @param pathObservers makes a path observer for each chunk, or gives empty
   */
  public Ensemble(
      Problem problem,
      Integrator integrator,
      long walkers,
      long seed,
      String id,
      List<Double> saveTimes,
      Supplier<Observer> observers,
      Supplier<Optional<PathObserver>> pathObservers) {
    Chunks plan = new Chunks(problem.dim(), walkers);
    long key = StreamKey.of(id);
    for (int c = 0; c < plan.count(); c++) {
      chunks.add(
          new ChunkRun(
              problem,
              integrator,
              saveTimes,
              plan.walkersIn(c),
              plan.first(c),
              new RandomStream(seed, key, c),
              observers.get(),
              pathObservers.get()));
    }
  }

  /** Draws the starting points; called once, unless the ensemble is restored. */
  public void begin() {
    for (ChunkRun c : chunks) {
      c.begin();
    }
  }

  /**
   * Makes steps, all chunks in turn.
   *
   * @param steps the largest number of steps to make
   */
  public void advance(long steps) {
    for (ChunkRun c : chunks) {
      c.advance(steps);
    }
  }

  /**
   * Whether the last save time has been reached.
   *
   * @return true at the horizon
   */
  public boolean finished() {
    return chunks.stream().allMatch(ChunkRun::finished);
  }

  /**
   * The time reached.
   *
   * @return learning rate times steps
   */
  public double time() {
    return chunks.get(0).time();
  }

  /**
   * The steps made.
   *
   * @return the number of steps of every walker
   */
  public long steps() {
    return chunks.get(0).steps();
  }

  /**
   * The walkers as they are now.
   *
   * @return one live view per chunk
   */
  public List<WalkerChunk> views() {
    return chunks.stream().map(ChunkRun::view).toList();
  }

  /**
   * The observers of the chunks, in their order, not merged.
   *
   * @return one observer per chunk
   */
  public List<Observer> observers() {
    return chunks.stream().map(ChunkRun::observer).toList();
  }

  /**
   * Writes everything that is needed to go on elsewhere.
   *
   * @param out where to
   * @throws IOException if writing fails
   */
  public void save(DataOutput out) throws IOException {
    out.writeInt(chunks.size());
    for (ChunkRun c : chunks) {
      c.save(out);
    }
  }

  /**
   * Takes back what {@link #save} wrote, into an ensemble of the same problem that has not begun.
   *
   * @param in where from
   * @throws IOException if reading fails or the number of chunks differs
   */
  public void restore(DataInput in) throws IOException {
    int count = in.readInt();
    if (count != chunks.size()) {
      throw new IOException(
          "saved with " + count + " chunks, but this ensemble has " + chunks.size());
    }
    for (ChunkRun c : chunks) {
      c.restore(in);
    }
  }
}
