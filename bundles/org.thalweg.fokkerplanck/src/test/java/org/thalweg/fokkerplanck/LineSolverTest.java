package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.problem.Edge;

class LineSolverTest {
  /** One direction alone, split and unsplit, must be the same step. */
  @ParameterizedTest
  @CsvSource({
    "REFLECTING, REFLECTING, 70, 50, 0.3",
    "REFLECTING, REFLECTING, 9, 130, -0.3",
    "PERIODIC, REFLECTING, 12, 67, 0.3",
    "PERIODIC, ABSORBING, 65, 9, -0.3",
    "ABSORBING, PERIODIC, 17, 33, 0.3",
    "PERIODIC, PERIODIC, 8, 80, 0"
  })
  void everyFamilyOfLinesTakesTheStepOfItsOwnGenerator(
      Edge edgeX, Edge edgeY, int nx, int ny, double tilt) {
    double sx = 0.1 * nx;
    double sy = 0.1 * ny;
    Grid grid = new Grid(Grids.axis(0, sx, nx, edgeX), Grids.axis(0, sy, ny, edgeY));
    Potential waves =
        x -> Math.sin(2 * Math.PI * x[0] / sx) + Math.cos(2 * Math.PI * x[1] / sy + 1);
    Discretisation d =
        Grids.nine(
            grid,
            waves,
            (x, out) -> {
              double t = tilt * Math.cos(2 * Math.PI * x[0] / sx);
              out[0] = 0.6;
              out[1] = t;
              out[2] = t;
              out[3] = 0.5;
            });
    assertThat(d.directions()).hasSize(tilt == 0 ? 2 : 4);
    double[] rough = new Random(1).doubles(grid.cells(), 1, 1.2).toArray();
    for (DirectionalRates direction : d.directions()) {
      List<DirectionalRates> one = new ArrayList<>(List.of(direction));
      Discretisation alone = Discretisation.of(GeneratorBuilder.sum(grid, one), one, 0);
      for (double jumps : new double[] {1.5, 2, 4.5}) {
        double h = jumps / direction.fastest();
        // Lines are blended one by one, a grid as a whole: only where neither is, both agree.
        GridState whole = new GridState(rough.clone());
        new SparsePropagator(alone).advance(whole, h, 8);
        GridState split = whole.copy();
        SplitPropagator propagator = new SplitPropagator(alone);
        propagator.advance(split, h, 3);
        if (LineStep.of(direction.fastest(), h) == LineStep.TR_BDF2) {
          new SparsePropagator(alone).advance(whole, h, 3);
        } else {
          trapezoidal(alone.generator(), whole, h, 3);
        }
        assertThat(propagator.blended()).isZero();
        assertThat(split.distance(whole))
            .as("%d, %d: %s jumps", direction.dx, direction.dy, jumps)
            .isLessThan(1e-11);
      }
    }
  }

  /** The trapezoidal rule on the whole grid. */
  private static void trapezoidal(Generator g, GridState state, double h, int count) {
    Transposed incoming = new Transposed(g);
    Dissection order = new Dissection(g, incoming);
    MultifrontalFactors factors = MultifrontalFactors.implicit(g, incoming, order, h / 2);
    for (int i = 0; i < count; i++) {
      double[] w = state.mass.clone();
      factors.solve(w);
      for (int k = 0; k < w.length; k++) {
        for (int side = 0; side < 4; side++) {
          state.absorbed[side] += g.killing[side] == null ? 0 : h * g.killing[side][k] * w[k];
        }
        state.mass[k] = 2 * w[k] - state.mass[k];
      }
    }
  }
}
