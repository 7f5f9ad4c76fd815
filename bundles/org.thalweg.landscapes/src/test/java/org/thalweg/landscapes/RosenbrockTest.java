package org.thalweg.landscapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.api.problem.Floor;
import org.thalweg.api.problem.Landscape;
import org.thalweg.testkit.LandscapeContract;

class RosenbrockTest {
  @Test
  void keepsTheContractOfLandscapes() {
    LandscapeContract.of(rosenbrock(2, 1, 100)).within(2).verify();
    LandscapeContract.of(rosenbrock(3, -0.5, 2)).within(2).verify();
    LandscapeContract.of(rosenbrock(7, 1, 10)).verify();
    LandscapeContract.of(rosenbrock(60, 1, 100)).verify();
  }

  @Test
  void theMinimumOfTwoDimensionsIsAtAAndItsSquare() {
    Landscape valley = rosenbrock(2, 1.5, 20);
    double[] minimum = {1.5, 2.25};
    double[] g = new double[2];
    valley.gradient(minimum, g);
    assertThat(valley.value(minimum)).isEqualTo(0);
    assertThat(g).containsExactly(0, 0);
  }

  @Test
  void rosenbrocksOwnStartHasItsKnownLoss() {
    assertThat(rosenbrock(2, 1, 100).value(new double[] {-1.2, 1})).isCloseTo(24.2, within(1e-12));
  }

  @Test
  void allOnesAreTheMinimumInAnyDimension() {
    double[] ones = {1, 1, 1, 1, 1};
    double[] g = new double[5];
    rosenbrock(5, 1, 100).gradient(ones, g);
    assertThat(rosenbrock(5, 1, 100).value(ones)).isEqualTo(0);
    assertThat(g).containsOnly(0);
  }

  @Test
  void theFloorIsTheParabolaOnWhichTheValleyIsLowestAcross() {
    Landscape valley = rosenbrock(2, 1, 50);
    Floor floor = valley.floor().orElseThrow();
    double[] x = new double[2];
    double[] g = new double[2];
    floor.point(-0.7, x);
    assertThat(x).containsExactly(-0.7, 0.7 * 0.7);
    valley.gradient(x, g);
    assertThat(g[1]).isEqualTo(0);
    assertThat(valley.value(x)).isCloseTo(1.7 * 1.7, within(1e-15));
    assertThat(rosenbrock(3, 1, 50).floor()).isEmpty();
  }

  private static Landscape rosenbrock(int dim, double a, double b) {
    return new Rosenbrock().create(new Rosenbrock.Params(dim, a, b), null);
  }
}
