package org.thalweg.fokkerplanck;

import java.util.Arrays;
import java.util.List;

/**
 * Collects jumps cell by cell into a {@link Generator}: repeated targets are added up and jumps of
 * a cell to itself dropped, so that schemes need not look out for mirrored or wrapped targets.
 */
final class GeneratorBuilder {
  private final Grid grid;
  private final int[] start;
  private int[] target;
  private double[] rate;
  private final double[][] killing = new double[4][];
  private int cell;
  private int size;

  GeneratorBuilder(Grid grid, int jumpsPerCell) {
    this.grid = grid;
    start = new int[grid.cells() + 1];
    target = new int[grid.cells() * jumpsPerCell];
    rate = new double[target.length];
  }

  /** Ends the current cell; jumps are always those of the current one. */
  void nextCell() {
    start[++cell] = size;
  }

  void jump(int to, double value) {
    if (to == cell || value == 0) {
      return;
    }
    for (int e = start[cell]; e < size; e++) {
      if (target[e] == to) {
        rate[e] += value;
        return;
      }
    }
    if (size == target.length) {
      target = Arrays.copyOf(target, 2 * size);
      rate = Arrays.copyOf(rate, 2 * size);
    }
    target[size] = to;
    rate[size++] = value;
  }

  /** Loss through one side: 0 and 1 the lower and upper end of x, 2 and 3 those of y. */
  void kill(int side, double value) {
    if (value != 0) {
      if (killing[side] == null) {
        killing[side] = new double[grid.cells()];
      }
      killing[side][cell] += value;
    }
  }

  Generator build() {
    int reachX = 0;
    int reachY = 0;
    for (int k = 0; k < grid.cells(); k++) {
      for (int e = start[k]; e < start[k + 1]; e++) {
        int dx = Math.abs(target[e] / grid.ny - k / grid.ny);
        int dy = Math.abs(target[e] % grid.ny - k % grid.ny);
        if (grid.axis(0).periodic()) {
          dx = Math.min(dx, grid.nx - dx);
        }
        if (grid.dim() == 2 && grid.axis(1).periodic()) {
          dy = Math.min(dy, grid.ny - dy);
        }
        reachX = Math.max(reachX, dx);
        reachY = Math.max(reachY, dy);
      }
    }
    return new Generator(
        grid,
        start,
        Arrays.copyOf(target, size),
        Arrays.copyOf(rate, size),
        killing,
        reachX,
        reachY);
  }

  /** The sum of directions as one generator. */
  static Generator sum(Grid grid, List<DirectionalRates> directions) {
    GeneratorBuilder builder = new GeneratorBuilder(grid, 2 * directions.size());
    for (int k = 0; k < grid.cells(); k++) {
      int ix = k / grid.ny;
      int iy = k % grid.ny;
      for (DirectionalRates d : directions) {
        if (d.forward[k] != 0) {
          builder.jump(wrapped(grid, ix + d.dx, iy + d.dy), d.forward[k]);
        }
        if (d.backward[k] != 0) {
          builder.jump(wrapped(grid, ix - d.dx, iy - d.dy), d.backward[k]);
        }
        if (d.leaks) {
          builder.kill(d.side, d.killingLow[k]);
          builder.kill(d.side + 1, d.killingHigh[k]);
        }
      }
      builder.nextCell();
    }
    return builder.build();
  }

  private static int wrapped(Grid grid, int ix, int iy) {
    return grid.cell(Math.floorMod(ix, grid.nx), Math.floorMod(iy, grid.ny));
  }
}
