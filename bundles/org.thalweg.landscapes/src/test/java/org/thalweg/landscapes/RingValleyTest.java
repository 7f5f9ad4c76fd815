package org.thalweg.landscapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.api.problem.Floor;
import org.thalweg.api.problem.Landscape;
import org.thalweg.testkit.LandscapeContract;

class RingValleyTest {
  @Test
  void keepsTheContractOfLandscapes() {
    // Away from the core's edge, where the third derivative jumps and differences are less exact.
    LandscapeContract.of(ring(2, 0.5, 4.5, 0, 0)).within(3).verify();
    LandscapeContract.of(ring(0.25, 0.2, 1.8, 0.3, 1)).within(3).verify();
    LandscapeContract.of(ring(20, 1, 6, 2, -2)).within(4).verify();
    LandscapeContract.of(ring(1, 3, 3, 0.5, 0)).within(2).verify();
  }

  @Test
  void fromHalfTheRadiusOutwardsItIsTheFormulaInPolarCoordinates() {
    double radius = 2;
    Landscape ring = ring(radius, 0.5, 4.5, 0.7, 0.4);
    for (double phi = -3; phi <= 3; phi += 0.5) {
      for (double r = 1; r < 4; r += 0.3) {
        double lambda = 0.5 + 4 * (1 - Math.cos(phi)) / 2;
        double floor = 0.7 * (1 - Math.cos(phi - 0.4)) / 2;
        double expected = floor + lambda * (r - radius) * (r - radius) / 2;
        assertThat(ring.value(new double[] {r * Math.cos(phi), r * Math.sin(phi)}))
            .isCloseTo(expected, within(1e-13));
      }
    }
  }

  @Test
  void theFloorIsTheCircleWithTheGivenCurvatureAcross() {
    Landscape ring = ring(2, 0.5, 4.5, 0, 0);
    Floor floor = ring.floor().orElseThrow();
    assertThat(floor.from()).isEqualTo(-Math.PI);
    assertThat(floor.to()).isEqualTo(Math.PI);
    double[] x = new double[2];
    double[] g = new double[2];
    double[] h = new double[2];
    for (double s = -3; s <= 3; s += 0.25) {
      floor.point(s, x);
      ring.gradient(x, g);
      assertThat(Math.hypot(g[0], g[1])).isLessThan(1e-14);
      double[] outwards = {x[0] / 2, x[1] / 2};
      ring.hessianVector(x, outwards, h);
      assertThat(h[0] * outwards[0] + h[1] * outwards[1])
          .isCloseTo(0.5 + 2 * (1 - Math.cos(s)), within(1e-13));
      double[] along = {-outwards[1], outwards[0]};
      ring.hessianVector(x, along, h);
      assertThat(Math.hypot(h[0], h[1])).isLessThan(1e-13);
    }
  }

  @Test
  void twoDerivativesAreContinuousAcrossTheCoresEdge() {
    Landscape ring = ring(2, 0.5, 4.5, 0.7, 0.4);
    double[] inside = {0.6 * (1 - 1e-9), 0.8 * (1 - 1e-9)};
    double[] outside = {0.6 * (1 + 1e-9), 0.8 * (1 + 1e-9)};
    assertThat(ring.value(inside)).isCloseTo(ring.value(outside), within(1e-7));
    double[] a = new double[2];
    double[] b = new double[2];
    ring.gradient(inside, a);
    ring.gradient(outside, b);
    assertThat(a).containsExactly(b, within(1e-7));
    for (double[] v : new double[][] {{1, 0}, {0, 1}}) {
      ring.hessianVector(inside, v, a);
      ring.hessianVector(outside, v, b);
      assertThat(a).containsExactly(b, within(1e-6));
    }
  }

  @Test
  void theOriginIsAnOrdinaryPoint() {
    Landscape ring = ring(2, 0.5, 4.5, 0, 0);
    double[] g = new double[2];
    double[] origin = {0, 0};
    // 13/16 of the radius lie between the continued r and the floor.
    assertThat(ring.value(origin)).isCloseTo(2.5 * 0.5 * Math.pow(2 * 13 / 16.0, 2), within(1e-14));
    ring.gradient(origin, g);
    assertThat(g[0]).isFinite();
    assertThat(g[1]).isEqualTo(0);
  }

  @Test
  void aSharpPlaceThatIsFlatterIsRefused() {
    Refusals.refused("sharp", "is 1.0, below flat, which is 2.0", () -> ring(1, 2, 1, 0, 0));
  }

  private static Landscape ring(
      double radius, double flat, double sharp, double height, double lowest) {
    return new RingValley()
        .create(new RingValley.Params(radius, flat, sharp, height, lowest), null);
  }
}
