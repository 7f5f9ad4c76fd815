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
    double[] start = new Random(1).doubles(grid.cells()).toArray();
    for (DirectionalRates direction : d.directions()) {
      List<DirectionalRates> one = new ArrayList<>(List.of(direction));
      Discretisation alone = Discretisation.of(GeneratorBuilder.sum(grid, one), one, 0);
      GridState split = new GridState(start.clone());
      GridState whole = new GridState(start.clone());
      new SplitPropagator(alone).advance(split, 0.01, 3);
      new SparsePropagator(alone).advance(whole, 0.01, 3);
      assertThat(split.distance(whole)).isLessThan(1e-11);
    }
  }
}
