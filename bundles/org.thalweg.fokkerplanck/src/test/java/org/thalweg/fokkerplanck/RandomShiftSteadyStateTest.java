package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The linearised random shift near a flattest point lambda = l0 + k x^2/2 in continuous time:
 * variance along the floor 1.5 T^2 k l0 (1 - 3 T k + O((T k)^2)), from a matrix of rank one on the
 * floor (project notes, S2). Without the off-diagonal part the variance would be several times
 * larger.
 */
class RandomShiftSteadyStateTest {
  @ParameterizedTest
  @CsvSource({"0.02, 0.003", "0.05, 0.015"})
  void varianceAlongTheFloorIsThatOfTheTheory(double t, double tolerance) {
    double theory = 1.5 * t * t * (1 - 3 * t);
    double[] variance = new double[2];
    for (int i = 0; i < 2; i++) {
      Grid grid = Grids.box(8 * Math.sqrt(1.5) * t, 64 << i, 6 * Math.sqrt(t), 64 << i);
      Discretisation d =
          Grids.nine(
              grid,
              x -> 0.5 * (1 + 0.5 * x[0] * x[0]) * x[1] * x[1],
              (x, out) -> {
                double hxx = 0.5 * x[1] * x[1];
                double hxy = x[0] * x[1];
                double hyy = 1 + 0.5 * x[0] * x[0];
                out[0] = t * (hxx * hxx + hxy * hxy);
                out[1] = t * (hxx * hxy + hxy * hyy);
                out[2] = out[1];
                out[3] = t * (hxy * hxy + hyy * hyy);
              });
      double[] p = SteadyState.of(d.generator());
      variance[i] = Grids.moments(grid, p)[3];
      assertThat(new GridState(p).negativeMass()).isLessThan(1e-6);
      assertThat(SteadyState.residual(d.generator(), p)).isLessThan(1e-13);
    }
    assertThat((4 * variance[1] - variance[0]) / 3 / theory).isCloseTo(1, within(tolerance));
  }
}
