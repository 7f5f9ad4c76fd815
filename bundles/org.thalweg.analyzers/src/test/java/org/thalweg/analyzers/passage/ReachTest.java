package org.thalweg.analyzers.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.TestValley;
import org.thalweg.analyzers.Walks;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Region;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Problem;

/** Bounds moved towards walkers are passed at the times of continuous paths. */
class ReachTest {
  private static final double DRIFT = 1;
  private static final double DIFFUSION = 0.3;
  private static final MethodInfo LANGEVIN = Fixtures.langevin("langevin", 0.01);

  private static Problem problem() {
    return Fixtures.problem(
        TestValley.bump(),
        new Fixtures.Anisotropic(DIFFUSION, 1),
        10,
        Axis.UNBOUNDED,
        Axis.UNBOUNDED);
  }

  private static Estimate mean(Region region, boolean continuous, double h, int walkers) {
    Problem problem = problem();
    PassageRecorder r =
        new PassageRecorder(Targets.of("regions", List.of(region), 2), problem, continuous);
    double root = Math.sqrt(2 * DIFFUSION * h);
    new Walks(11)
        .walk(
            r,
            walkers,
            new double[] {0, 0},
            Math.round(14 / h),
            h,
            (x, t, draws) -> {
              x[0] += DRIFT * h + root * draws.normal();
              x[1] += root * draws.normal();
            });
    Survival s = new Passages(LANGEVIN, new PassageLooks(r, Optional.empty())).byTime();
    assertThat(s.complete()).isTrue();
    return s.restrictedMean();
  }

  /** Under drift v a level a is reached after a / v on the mean (Wald). */
  @Test
  void theErrorOfTimesIsOfTheFirstOrderInTheStepWhereItWasOfTheRoot() {
    Region plane = new Region.HalfSpace("", 0, Region.Side.ABOVE, 1);
    double[] steps = {0.16, 0.04, 0.01};
    double[] seen = new double[3];
    for (int i = 0; i < 3; i++) {
      Estimate late = mean(plane, false, steps[i], 20_000);
      Estimate moved = mean(plane, true, steps[i], 20_000);
      seen[i] = late.value() - 1;
      assertThat(moved.value()).isCloseTo(1, within(3 * moved.error() + 0.25 * steps[i]));
    }
    // a quarter of the step halves what is seen late
    assertThat(seen[0] / seen[1]).isBetween(1.6, 2.4);
    assertThat(seen[1] / seen[2]).isBetween(1.6, 2.4);
  }

  /** Everything but the region's shape is the same: a plane, boxes, a large ball. */
  @Test
  void boundsOfEveryShapeAreMoved() {
    double h = 0.04;
    double reach = 0.5826 * Math.sqrt(2 * DIFFUSION * h);
    Region[] shapes = {
      new Region.HalfSpace("", 0, Region.Side.ABOVE, 1),
      new Region.Box("", new double[] {1}, new double[] {9}, Region.Part.INSIDE, List.of()),
      new Region.Box("", new double[] {-9}, new double[] {1}, Region.Part.OUTSIDE, List.of()),
      new Region.Ball("", new double[] {0, 0}, 1, Region.Part.OUTSIDE, List.of()),
      new Region.Ball("", new double[] {2, 0}, 1, Region.Part.INSIDE, List.of()),
      new Region.Level("", Region.Side.ABOVE, problem().landscape().value(new double[] {0, 1}))
    };
    for (int i = 0; i < shapes.length; i++) {
      double[] direction = i == 5 ? new double[] {0, 1} : new double[] {1, 0};
      boolean curved = i == 5;
      assertThat(passed(shapes[i], direction, h, 1 - 1.05 * reach * (curved ? 1.3 : 1)))
          .as("%s", shapes[i])
          .isFalse();
      assertThat(passed(shapes[i], direction, h, 1 - 0.95 * reach * (curved ? 0.7 : 1)))
          .as("%s", shapes[i])
          .isTrue();
      assertThat(passed(shapes[i], direction, 0, 1 - 1e-9)).as("%s", shapes[i]).isFalse();
    }
  }

  private static boolean passed(Region region, double[] direction, double span, double at) {
    Membership test =
        Memberships.of(region, problem(), 1, Optional.of(Reach.of(problem()).orElseThrow()));
    var chunk =
        Fixtures.chunk(0, new double[] {at * direction[0]}, new double[] {at * direction[1]});
    test.prepare(1, span, chunk.position());
    return test.contains(chunk.position(), 0);
  }

  @Test
  void onlyPathsOfTheOverdampedEquationAreContinuousAndOfKnownNoise() {
    MethodInfo sgd =
        new MethodInfo("sgd", "ensemble", new Dynamics(Dynamics.Kind.DISCRETE_SGD, 0.2, 0));
    Problem unknown =
        Fixtures.problem(TestValley.bump(), new Fixtures.Unknown(), 1, Axis.UNBOUNDED);

    assertThat(Reach.matters(problem(), LANGEVIN)).isTrue();
    assertThat(Reach.matters(problem(), sgd)).isFalse();
    assertThat(Reach.matters(unknown, LANGEVIN)).isFalse();
  }
}
