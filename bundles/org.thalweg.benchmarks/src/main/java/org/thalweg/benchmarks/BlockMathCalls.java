package org.thalweg.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.thalweg.api.math.BlockMath;
import org.thalweg.api.math.BlockRandom;

/** What block mathematics costs for one element of a chunk's row, on either path. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(BlockMathCalls.SIZE)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class BlockMathCalls {
  static final int SIZE = 512;

  private final double[] x = new double[SIZE];
  private final double[] out = new double[SIZE];
  private final double[] more = new double[SIZE];
  private final long[] words = new long[SIZE];
  private final long[] state = new long[BlockRandom.STATE];

  BlockMathCalls() {
    SplittableRandom random = new SplittableRandom(1);
    Arrays.setAll(x, i -> random.nextDouble(0.1, 3));
    Arrays.setAll(state, i -> random.nextLong());
  }

  /** e to the x. */
  @Benchmark
  public double[] exp() {
    BlockMath.exp(x, out, SIZE);
    return out;
  }

  /** The natural logarithm. */
  @Benchmark
  public double[] log() {
    BlockMath.log(x, out, SIZE);
    return out;
  }

  /** Sine and cosine together. */
  @Benchmark
  public double[] sinCos() {
    BlockMath.sinCos(x, out, more, SIZE);
    return more;
  }

  /** The hyperbolic tangent. */
  @Benchmark
  public double[] tanh() {
    BlockMath.tanh(x, out, SIZE);
    return out;
  }

  /** The look for walkers that have left. */
  @Benchmark
  public int firstOutside() {
    return BlockMath.firstOutside(x, -3, 3, 0, SIZE);
  }

  /** Random words. */
  @Benchmark
  public long[] words() {
    BlockRandom.words(state, words, SIZE / BlockRandom.ROUND);
    return words;
  }

  /** Normal numbers. */
  @Benchmark
  public double[] normals() {
    BlockRandom.normals(state, 1, out, SIZE / BlockRandom.ROUND);
    return out;
  }
}
