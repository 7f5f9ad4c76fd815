package org.thalweg.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.block.Block;
import org.thalweg.engine.experiment.Assembled.NamedAnalyzer;

/** What a step and an observation cost for one walker of a full chunk, on either path. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class StepCalls {
  private static final int FEW = 512;
  private static final int MANY = 1;

  StepCalls() {}

  /** A chunk in two dimensions. */
  @State(Scope.Thread)
  public static class Valley {
    @Param({"W1", "W2", "W2-linearised"})
    String workload;

    private Chunk chunk;

    /** Puts the walkers to the start. */
    @Setup(Level.Iteration)
    public void begin() {
      chunk = new Chunk(workload, FEW);
    }
  }

  /** A chunk of one walker in many dimensions. */
  @State(Scope.Thread)
  public static class Bowl {
    @Param({"Q-1000x1", "Q-100000x1"})
    String workload;

    private Chunk chunk;

    /** Puts the walkers to the start. */
    @Setup(Level.Iteration)
    public void begin() {
      chunk = new Chunk(workload, MANY);
    }
  }

  /** A chunk with analyzers. */
  @State(Scope.Thread)
  public static class Observed {
    private final Chunk chunk = new Chunk("W1-observed", FEW);
    private final WalkerChunk view = chunk.view();
  }

  /** A step in two dimensions, without edges. */
  @Benchmark
  @OperationsPerInvocation(FEW)
  public Block valley(Valley valley) {
    return valley.chunk.step();
  }

  /** A step in many dimensions. */
  @Benchmark
  @OperationsPerInvocation(MANY)
  public Block bowl(Bowl bowl) {
    return bowl.chunk.step();
  }

  /** One observation by all analyzers, with the observers made for it. */
  @Benchmark
  @OperationsPerInvocation(FEW)
  public List<Observer> observing(Observed observed) {
    List<Observer> observers = new ArrayList<>();
    for (NamedAnalyzer a : observed.chunk.experiment().analyzers()) {
      Observer observer =
          a.analyzer()
              .observer(
                  observed.chunk.experiment().problem(),
                  observed.chunk.experiment().methods().get(0).info())
              .orElseThrow();
      observer.observe(0, observed.view);
      observers.add(observer);
    }
    return observers;
  }
}
