package org.thalweg.engine.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Start;

class EnsembleTest {
  private static final long WALKERS = 1300;

  private final Problem problem =
      Drift.problem(
          Drift.at(0.5, 0),
          2,
          50,
          new Axis(-1, 1, Edge.REFLECTING, Edge.ABSORBING),
          Axis.UNBOUNDED);

  private Ensemble ensemble(double step, List<Double> times) {
    return new Ensemble(
        problem, new Drift(step, 0.05), WALKERS, 3, "walk", times, Sums::new, Optional::empty);
  }

  private static byte[] bytes(Ensemble e) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    e.save(new DataOutputStream(out));
    return out.toByteArray();
  }

  @Test
  void savedAfterAnyStepAndRestoredItGoesOnToTheSameBits() throws IOException {
    List<Double> times = List.of(0.0, 0.5, 2.0);
    Ensemble whole = ensemble(0.01, times);
    whole.begin();
    whole.advance(1000);
    assertThat(whole.finished()).isTrue();

    Ensemble first = ensemble(0.01, times);
    first.begin();
    first.advance(77);
    Ensemble second = ensemble(0.01, times);
    second.restore(new DataInputStream(new ByteArrayInputStream(bytes(first))));
    second.advance(1000);

    assertThat(bytes(second)).isEqualTo(bytes(whole));
    assertThat(whole.views().get(0).walkers()).isEqualTo(512);
  }

  @Test
  void timesAreThoseOfTheNearestStep() {
    Ensemble e = ensemble(0.3, List.of(0.0, 0.5, 1.0, 2.0));
    e.begin();
    e.advance(1000);
    Sums seen = (Sums) e.observers().get(0);
    assertThat(seen.times).hasSize(4);
    double[] expected = {0, 0.6, 0.9, 2.1};
    for (int i = 0; i < expected.length; i++) {
      assertThat(seen.times.get(i)).isCloseTo(expected[i], within(1e-12));
    }
    assertThat(e.steps()).isEqualTo(7);
  }

  @Test
  void saveTimesThatFallOnOneStepAreObservedOnce() {
    Ensemble e = ensemble(0.5, List.of(0.0, 0.1, 0.2, 0.9, 1.0, 2.0));
    e.begin();
    e.advance(1000);
    assertThat(((Sums) e.observers().get(0)).times).containsExactly(0.0, 1.0, 2.0);
  }

  @Test
  void chunksAndMethodsHaveStreamsOfTheirOwn() {
    Ensemble e = ensemble(0.01, List.of(0.0, 2.0));
    Ensemble other =
        new Ensemble(
            problem,
            new Drift(0.01, 0.05),
            WALKERS,
            3,
            "other",
            List.of(0.0, 2.0),
            Sums::new,
            Optional::empty);
    e.begin();
    e.advance(5);
    other.begin();
    other.advance(5);
    WalkerChunk a = e.views().get(0);
    WalkerChunk b = e.views().get(1);
    assertThat(a.position().line(1)).isNotEqualTo(b.position().line(1));
    assertThat(a.position().line(1)).isNotEqualTo(other.views().get(0).position().line(1));
  }

  @Test
  void aStartLearnsTheNumbersOfItsWalkers() {
    Start numbered =
        new Start() {
          @Override
          public void sample(Draws draws, Block x) {
            throw new AssertionError("the engine asks with the number of the first walker");
          }

          @Override
          public void sample(long first, Draws draws, Block x) {
            for (int w = 0; w < x.walkers(); w++) {
              x.set(0, w, first + w);
            }
          }
        };
    Problem counted = Drift.problem(numbered, 2, 1e9, Axis.UNBOUNDED);
    Ensemble e =
        new Ensemble(
            counted,
            new Drift(0.01, 0),
            WALKERS,
            3,
            "walk",
            List.of(0.0, 2.0),
            Sums::new,
            Optional::empty);
    e.begin();
    long next = 0;
    for (WalkerChunk chunk : e.views()) {
      for (int w = 0; w < chunk.walkers(); w++) {
        assertThat(chunk.position().get(0, w)).isEqualTo(next++);
      }
    }
    assertThat(next).isEqualTo(WALKERS);
  }

  /** Sums the second coordinate, to have something that saving could lose. */
  private static final class Sums implements Observer {
    private final List<Double> times = new ArrayList<>();
    private double sum;

    @Override
    public void observe(double time, Distribution distribution) {
      times.add(time);
      WalkerChunk chunk = (WalkerChunk) distribution;
      for (double y : chunk.position().line(1)) {
        sum += y;
      }
    }

    @Override
    public void merge(Observer next) {
      sum += ((Sums) next).sum;
    }

    @Override
    public void save(DataOutput out) throws IOException {
      out.writeInt(times.size());
      for (double t : times) {
        out.writeDouble(t);
      }
      out.writeDouble(sum);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      int n = in.readInt();
      for (int i = 0; i < n; i++) {
        times.add(in.readDouble());
      }
      sum = in.readDouble();
    }
  }
}
