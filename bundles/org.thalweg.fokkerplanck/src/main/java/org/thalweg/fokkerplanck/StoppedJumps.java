package org.thalweg.fokkerplanck;

import org.thalweg.api.problem.Edge;

/** The jumps of one cell after the other, as regions that end paths cut them short. */
final class StoppedJumps {
  private static final int MOST = 64;

  private final Generator generator;
  private final Grid grid;
  private final RegionBounds bounds;
  private final CutJumps pair = new CutJumps();
  private final int[] dx = new int[MOST];
  private final int[] dy = new int[MOST];
  private final int[] entry = new int[MOST];
  private final double[] whole = new double[MOST];
  private final double[] part = new double[MOST];
  private final byte[] met = new byte[MOST];
  private final boolean[] done = new boolean[MOST];
  private int size;

  /** The rate at which the cell's paths end in the target; set by {@link #of}. */
  double intoTarget;

  /** The rate at which the cell's paths end in the other region; set by {@link #of}. */
  double intoOther;

  StoppedJumps(Generator generator, RegionBounds bounds) {
    this.generator = generator;
    this.grid = generator.grid;
    this.bounds = bounds;
  }

  /**
   * Finds the rates of a cell.
   *
   * @param k a cell whose centre is outside the regions
   * @param rate rates of all jumps; those of the cell are changed
   */
  void of(int k, double[] rate) {
    intoTarget = 0;
    intoOther = 0;
    size = 0;
    boolean cut = false;
    for (int e = generator.start[k]; e < generator.start[k + 1]; e++) {
      int to = generator.target[e];
      add(k, e, offset(0, k / grid.ny, to / grid.ny), offset(1, k % grid.ny, to % grid.ny), 1);
      cut |= part[size - 1] < 1;
    }
    for (int a = 0; a < grid.dim(); a++) {
      cut |= edge(k, a, -1) | edge(k, a, 1);
    }
    if (!cut) {
      return;
    }
    for (int i = 0; i < size; i++) {
      if (!done[i]) {
        int j = opposite(dx[i], dy[i]);
        if (j >= 0 && (part[i] < 1 || part[j] < 1)) {
          pair.cut(whole[i], whole[j], part[i], part[j]);
          settle(i, pair.up, rate);
          settle(j, pair.down, rate);
        } else if (part[i] < 1) {
          settle(i, CutJumps.beforeMirror(whole[i], part[i]), rate);
        }
      }
    }
  }

  private void settle(int i, double now, double[] rate) {
    done[i] = true;
    if (part[i] == 1) {
      rate[entry[i]] = now;
      return;
    }
    if (entry[i] >= 0) {
      rate[entry[i]] = 0;
    }
    if (met[i] == RegionBounds.TARGET) {
      intoTarget += now;
    } else {
      intoOther += now;
    }
  }

  private void add(int k, int e, int x, int y, double length) {
    dx[size] = x;
    dy[size] = y;
    entry[size] = e;
    whole[size] = e < 0 ? 0 : generator.rate[e];
    part[size] = length * bounds.part(k, length * x, length * y);
    met[size] = bounds.met;
    done[size++] = false;
  }

  /** A region may begin between the last centre and a reflecting edge, where no jump goes. */
  private boolean edge(int k, int a, int side) {
    CellAxis axis = grid.axis(a);
    int at = a == 0 ? k / grid.ny : k % grid.ny;
    boolean last = at == (side < 0 ? 0 : axis.cells() - 1);
    if (!last || (side < 0 ? axis.lower() : axis.upper()) != Edge.REFLECTING) {
      return false;
    }
    int x = a == 0 ? side : 0;
    int y = a == 0 ? 0 : side;
    int back = opposite(x, y);
    add(k, -1, x, y, 0.5);
    if (met[size - 1] == RegionBounds.FREE || back < 0) {
      size--;
      return false;
    }
    int before = generator.target[entry[back]];
    double up = rate(before, k);
    double down = rate(before, before + before - k);
    whole[size - 1] = up > 0 && down > 0 ? whole[back] * (up / down) : whole[back];
    return true;
  }

  private double rate(int from, int to) {
    for (int e = generator.start[from]; e < generator.start[from + 1]; e++) {
      if (generator.target[e] == to) {
        return generator.rate[e];
      }
    }
    return 0;
  }

  private int opposite(int x, int y) {
    for (int i = 0; i < size; i++) {
      if (!done[i] && dx[i] == -x && dy[i] == -y) {
        return i;
      }
    }
    return -1;
  }

  /** The jump from one index to another along an axis, around a periodic one the short way. */
  private int offset(int a, int from, int to) {
    if (a >= grid.dim()) {
      return 0;
    }
    CellAxis axis = grid.axis(a);
    int d = to - from;
    if (axis.periodic() && 2 * Math.abs(d) > axis.cells()) {
      d -= Integer.signum(d) * axis.cells();
    }
    return d;
  }
}
