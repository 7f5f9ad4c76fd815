package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.api.problem.Edge;

/**
 * The default scheme: second order, conservative, nine points, for any diffusion matrix.
 *
 * <p>Scheme: exponential fitting along the axes ({@link FaceRates}), and D_xy as jumps along the
 * diagonal (1, sign D_xy) at rate c = |D_xy|/(hx hy) both ways, taken back from the axes' rates: 2
 * D_xy f_xy = c (second difference along the diagonal) - c (second differences along x and y). D is
 * taken at the departure cell, as the Ito form demands.
 *
 * <p>Properties: mass is conserved to rounding. All rates are non-negative, and so are then all
 * densities, wherever D_xx >= |D_xy| hx/hy and D_yy >= |D_xy| hy/hx in every cell; a singular
 * matrix fulfils this for one ratio hy/hx only. Elsewhere some rates are negative, which {@link
 * Discretisation} counts. Mirrored at reflecting edges along the normal, as walkers are: a diagonal
 * jump out of the domain slides along the edge. An absorbing edge is half a width away from its
 * cell's centre.
 *
 * <p>An evolution may take another diagonal, (1, q) or (p, 1), if that makes all rates non-negative
 * ({@link Diagonal}): of second order as well, and split into lines.
 *
 * <p>References: directional splitting of the mixed derivative as in Samarskii, Matus, Mazhukin,
 * Mozolevski 2002, Comput. Math. Appl. 44, 501.
 */
final class NinePointScheme {
  private final Grid grid;
  private final Coefficients c;
  private final FaceRates face = new FaceRates();
  private final DirectionalRates x;
  private final DirectionalRates y;
  private final DirectionalRates rising;
  private final DirectionalRates falling;
  private final double perX;
  private final double perY;
  private final double perXy;
  private final Diagonal diagonal;

  private NinePointScheme(Coefficients c, Diagonal diagonal) {
    this.c = c;
    this.diagonal = diagonal;
    grid = c.grid;
    int n = grid.cells();
    x = new DirectionalRates(1, 0, n);
    y = new DirectionalRates(0, 1, n);
    rising = new DirectionalRates(diagonal.p(), diagonal.q(), n);
    falling = new DirectionalRates(diagonal.p(), -diagonal.q(), n);
    perX = 1 / (grid.hx() * grid.hx());
    perY = 1 / (grid.hy() * grid.hy());
    perXy = 1 / (diagonal.p() * diagonal.q() * grid.hx() * grid.hy());
  }

  static Discretisation discretise(Coefficients coefficients) {
    return new NinePointScheme(coefficients, Diagonal.OF_CELL).assemble();
  }

  /**
   * With the diagonal that lets the generator split into non-negative lines, where there is one.
   */
  static Discretisation splitting(Coefficients coefficients) {
    Diagonal chosen = Diagonal.choose(coefficients);
    Discretisation made = new NinePointScheme(coefficients, chosen).assemble();
    return made.positive() || chosen.equals(Diagonal.OF_CELL) ? made : discretise(coefficients);
  }

  private Discretisation assemble() {
    CellAxis alongX = grid.axis(0);
    for (int iy = 0; iy < grid.ny; iy++) {
      int last = alongX.periodic() ? grid.nx : grid.nx - 1;
      for (int ix = 0; ix < last; ix++) {
        axisFace(x, 0, grid.cell(ix, iy), grid.cell((ix + 1) % grid.nx, iy), c.xx, perX);
      }
      absorb(x, 0, grid.cell(0, iy), grid.cell(grid.nx - 1, iy), c.xx, perX);
    }
    if (grid.dim() == 2) {
      CellAxis alongY = grid.axis(1);
      for (int ix = 0; ix < grid.nx; ix++) {
        int last = alongY.periodic() ? grid.ny : grid.ny - 1;
        for (int iy = 0; iy < last; iy++) {
          axisFace(y, 1, grid.cell(ix, iy), grid.cell(ix, (iy + 1) % grid.ny), c.yy, perY);
        }
        absorb(y, 1, grid.cell(ix, 0), grid.cell(ix, grid.ny - 1), c.yy, perY);
      }
    }
    if (c.crossed) {
      for (int k = 0; k < grid.cells(); k++) {
        if (c.xy[k] != 0) {
          diagonal(k);
        }
      }
    }
    List<DirectionalRates> directions = new ArrayList<>();
    for (DirectionalRates d : List.of(x, y, rising, falling)) {
      if (!d.empty()) {
        directions.add(d);
      }
    }
    boolean spiral = c.crossed && grid.axis(0).periodic() && grid.axis(1).periodic();
    return Discretisation.sum(grid, directions, !spiral);
  }

  /** Both rates across the face between cells k and j. */
  private void axisFace(DirectionalRates d, int a, int k, int j, double[] diffusion, double per) {
    double rise = c.rise(k, j, a);
    face.fit(diffusion[k], diffusion[j], rise);
    double up = face.up * per;
    double down = face.down * per;
    int squared = a == 0 ? diagonal.p() * diagonal.p() : diagonal.q() * diagonal.q();
    double crossK = Math.abs(c.xy[k]) * perXy * squared;
    double crossJ = Math.abs(c.xy[j]) * perXy * squared;
    if (crossK != 0 || crossJ != 0) {
      up -= crossK;
      down -= crossJ;
      double restK = diffusion[k] - crossK / per;
      double restJ = diffusion[j] - crossJ / per;
      if (Math.min(up, down) < 0 && restK >= 0 && restJ >= 0) {
        face.fit(restK, restJ, rise);
        up = face.up * per;
        down = face.down * per;
      }
    }
    d.forward[k] += up;
    d.backward[j] += down;
  }

  /**
   * Loss through the edges of one line; what the mixed term takes from it and gives to it cancels.
   */
  private void absorb(
      DirectionalRates d, int a, int first, int last, double[] diffusion, double per) {
    if (grid.axis(a).lower() == Edge.ABSORBING) {
      d.kill(false, first, edgeRate(diffusion[first], c.riseToEdge(first, a, false), per));
    }
    if (grid.axis(a).upper() == Edge.ABSORBING) {
      d.kill(true, last, edgeRate(diffusion[last], c.riseToEdge(last, a, true), per));
    }
  }

  private double edgeRate(double diffusion, double rise, double per) {
    face.fit(diffusion, diffusion, rise);
    return 2 * face.up * per;
  }

  private void diagonal(int k) {
    int ix = k / grid.ny;
    int iy = k % grid.ny;
    int sign = c.xy[k] > 0 ? 1 : -1;
    double rate = Math.abs(c.xy[k]) * perXy;
    DirectionalRates d = sign > 0 ? rising : falling;
    int p = diagonal.p();
    int q = sign * diagonal.q();
    diagonalJump(d, k, ix, iy, p, q, rate);
    diagonalJump(d, k, ix, iy, -p, -q, rate);
  }

  private void diagonalJump(
      DirectionalRates d, int k, int ix, int iy, int stepX, int stepY, double rate) {
    int landX = grid.axis(0).land(ix + stepX);
    int landY = grid.axis(1).land(iy + stepY);
    if (landX < 0 || landY < 0) {
      return;
    }
    boolean mirroredX = leaves(0, ix + stepX);
    boolean mirroredY = leaves(1, iy + stepY);
    if (mirroredX || mirroredY) {
      slide(x, 0, k, ix, mirroredX ? landX - ix : stepX, rate);
      slide(y, 1, k, iy, mirroredY ? landY - iy : stepY, rate);
    } else {
      (stepX > 0 ? d.forward : d.backward)[k] += rate;
    }
  }

  private boolean leaves(int a, int to) {
    CellAxis axis = grid.axis(a);
    return !axis.periodic() && (to < 0 || to >= axis.cells());
  }

  /** Unit jumps of the mean and the mean square of one jump by m cells. */
  private void slide(DirectionalRates d, int a, int k, int from, int m, double rate) {
    int length = Math.abs(m);
    double with = rate * (length * (length + 1) / 2);
    double against = leaves(a, from - Integer.signum(m)) ? 0 : rate * (length * (length - 1) / 2);
    d.forward[k] += m > 0 ? with : against;
    d.backward[k] += m > 0 ? against : with;
  }
}
