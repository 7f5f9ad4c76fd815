package org.thalweg.analyzers.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Problem;

/** What walkers miss at an absorbing edge, and how well a part that is left is known. */
class CrossingTest {
  private record Plane(double slope) implements Landscape {
    @Override
    public int dim() {
      return 1;
    }

    @Override
    public double value(double[] x) {
      return slope * x[0];
    }
  }

  private static Problem problem(double slope) {
    return Fixtures.problem(
        new Plane(slope),
        new Fixtures.Anisotropic(0.5, 1),
        10,
        new Axis(0, 10, Edge.ABSORBING, Edge.REFLECTING));
  }

  /** Walkers with and without small steps, from x = 1, until t = 1. */
  @Test
  void boundHoldsWhatStepsMiss() {
    for (double slope : new double[] {0, 0.8, -0.8}) {
      double h = 0.02;
      double coarse = part(slope, h);
      double fine = part(slope, h / 64);
      double relative =
          new Crossing(problem(slope))
              .relative(new Dynamics(Dynamics.Kind.LANGEVIN, h, 0), new double[] {1.5}, 1);
      double error = Math.abs(Math.log(coarse) / Math.log(fine) - 1);

      assertThat(relative).isGreaterThan(error).isLessThan(8 * error);
    }
  }

  private static double part(double slope, double h) {
    SplittableRandom random = new SplittableRandom(3);
    int left = 0;
    int n = 20_000;
    int steps = (int) Math.round(1 / h);
    for (int w = 0; w < n; w++) {
      double x = 1;
      for (int k = 0; k < steps && x > 0; k++) {
        x += -slope * h + Math.sqrt(h) * gauss(random);
      }
      left += x > 0 ? 1 : 0;
    }
    return left / (double) n;
  }

  private static double gauss(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  @Test
  void noneAndAllHaveErrorsToo() {
    List<Double> errors = new ArrayList<>();
    for (int absorbed : new int[] {0, 500, 1000}) {
      Verdict factory = new Verdict();
      Observer o =
          Fixtures.observer(
              factory.create(
                  factory.defaults(),
                  problem(0).setting(),
                  Fixtures.assembly(List.of(), problem(0).noise())),
              problem(0),
              Fixtures.langevin("w", 0.01));
      byte[] status = new byte[1000];
      for (int i = 0; i < absorbed; i++) {
        status[i] = WalkerChunk.ABSORBED;
      }
      double[] x = new double[1000];
      java.util.Arrays.fill(x, 1);
      o.observe(1, new WalkerChunk(Fixtures.chunk(0, x).position(), status, 0));
      Witness w = Witness.of(problem(0), Fixtures.observed(Fixtures.langevin("w", 0.01), o));
      errors.add(w.remaining(0).sampling());
    }
    assertThat(errors.get(0)).isBetween(0.002, 0.004); // four of them: ten walkers
    assertThat(errors.get(1)).isBetween(0.0157, 0.0159);
    assertThat(errors.get(2)).isCloseTo(errors.get(0), within(1e-9));
  }
}
