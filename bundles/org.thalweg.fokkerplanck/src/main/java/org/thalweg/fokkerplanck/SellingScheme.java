package org.thalweg.fokkerplanck;

/**
 * The positive scheme: first order, and non-negative for every diffusion matrix, however tilted or
 * singular.
 *
 * <p>Scheme: in cell units every positive definite 2 x 2 matrix is a sum of at most three terms w e
 * e^T with w >= 0 and integer vectors e (Selling 1874: an obtuse superbase), which are jumps by +e
 * and -e at rate w. The drift is fitted or upwind along the axes ({@link FaceRates}, with what the
 * decomposition leaves there). Vectors are kept within a reach; a matrix too close to singular for
 * it is first made rounder by the least multiple of its trace that suffices, which {@link
 * Discretisation#addedDiffusion} reports. The scheme converges as the reach grows and reach times
 * width shrinks.
 *
 * <p>References: Bonnans, Zidani 2003, doi:10.1137/S0036142901387336; Fehrenbach, Mirebeau 2014, J.
 * Math. Imaging Vision 49, 123.
 */
final class SellingScheme {
  /** Largest jump in cells along an axis unless a run asks for another. */
  static final int DEFAULT_REACH = 4;

  private final Grid grid;
  private final Coefficients c;
  private final int reach;
  private final double[] axisX;
  private final double[] axisY;
  private final double[] weight = new double[3];
  private final int[] ex = new int[3];
  private final int[] ey = new int[3];
  private final FaceRates face = new FaceRates();
  private double added;

  private SellingScheme(Coefficients c, int reach) {
    this.c = c;
    this.reach = reach;
    grid = c.grid;
    axisX = new double[grid.cells()];
    axisY = new double[grid.cells()];
  }

  /** Discretises with jumps of at most {@code reach} cells along an axis. */
  static Discretisation discretise(Coefficients coefficients, int reach) {
    return new SellingScheme(coefficients, reach).assemble();
  }

  private Discretisation assemble() {
    for (int k = 0; k < grid.cells(); k++) {
      decompose(k);
      for (int t = 0; t < 3; t++) {
        if (ey[t] == 0) {
          axisX[k] += weight[t];
        } else if (ex[t] == 0) {
          axisY[k] += weight[t];
        }
      }
    }
    GeneratorBuilder builder = new GeneratorBuilder(grid, 10);
    for (int k = 0; k < grid.cells(); k++) {
      int ix = k / grid.ny;
      int iy = k % grid.ny;
      alongAxis(builder, k, 0, ix, axisX);
      if (grid.dim() == 2) {
        alongAxis(builder, k, 1, iy, axisY);
        decompose(k);
        for (int t = 0; t < 3; t++) {
          if (ex[t] != 0 && ey[t] != 0) {
            tilted(builder, ix + ex[t], iy + ey[t], ix, iy, weight[t]);
            tilted(builder, ix - ex[t], iy - ey[t], ix, iy, weight[t]);
          }
        }
      }
      builder.nextCell();
    }
    return Discretisation.of(builder.build(), java.util.List.of(), added);
  }

  /** Both fitted jumps of cell k along axis a, from index i. */
  private void alongAxis(GeneratorBuilder builder, int k, int a, int i, double[] diffusion) {
    CellAxis axis = grid.axis(a);
    double h = axis.width();
    int stride = a == 0 ? grid.ny : 1;
    for (int s = -1; s <= 1; s += 2) {
      int landed = axis.land(i + s);
      if (landed < 0) {
        face.fit(diffusion[k] * h * h, diffusion[k] * h * h, c.riseToEdge(k, a, landed == -2));
        builder.kill(2 * a - 1 - landed, 2 * face.up / (h * h));
      } else if (landed != i) {
        int other = k + (landed - i) * stride;
        double rise = s > 0 ? c.rise(k, other, a) : -c.rise(other, k, a);
        face.fit(diffusion[k] * h * h, diffusion[other] * h * h, rise);
        builder.jump(other, face.up / (h * h));
      }
    }
  }

  private void tilted(GeneratorBuilder builder, int tx, int ty, int ix, int iy, double rate) {
    int landX = grid.axis(0).land(tx);
    int landY = grid.axis(1).land(ty);
    if (landX >= 0 && landY >= 0) {
      builder.jump(grid.cell(landX, landY), rate);
      return;
    }
    double shareX = landX < 0 ? fractionToEdge(ix, tx, grid.nx) : 2;
    double shareY = landY < 0 ? fractionToEdge(iy, ty, grid.ny) : 2;
    int side = shareX <= shareY ? -1 - landX : 1 - landY;
    builder.kill(side, rate / Math.min(shareX, shareY));
  }

  /** How much of a jump lies inside the domain. */
  private static double fractionToEdge(int from, int to, int cells) {
    double edge = to < 0 ? from + 0.5 : cells - from - 0.5;
    return edge / Math.abs(to - from);
  }

  private void decompose(int k) {
    double hx = grid.hx();
    double hy = grid.hy();
    double a = c.xx[k] / (hx * hx);
    double b = c.xy[k] / (hx * hy);
    double d = c.yy[k] / (hy * hy);
    if (selling(a, b, d)) {
      return;
    }
    double trace = a + d;
    double no = 0;
    double yes = 1;
    for (int i = 0; i < 40; i++) {
      double middle = 0.5 * (no + yes);
      if (selling(a + middle * trace, b, d + middle * trace)) {
        yes = middle;
      } else {
        no = middle;
      }
    }
    selling(a + yes * trace, b, d + yes * trace);
    added = Math.max(added, yes);
  }

  /** Selling's algorithm; false if a vector exceeds the reach. */
  private boolean selling(double a, double b, double d) {
    int[] vx = {1, 0, -1};
    int[] vy = {0, 1, -1};
    for (int round = 0; round < 200; round++) {
      int worst = -1;
      double most = 0;
      for (int t = 0; t < 3; t++) {
        int i = (t + 1) % 3;
        int j = (t + 2) % 3;
        double product =
            a * vx[i] * vx[j] + b * ((double) vx[i] * vy[j] + vy[i] * vx[j]) + d * vy[i] * vy[j];
        weight[t] = Math.max(0, -product);
        ex[t] = -vy[t];
        ey[t] = vx[t];
        if (product > most) {
          most = product;
          worst = t;
        }
      }
      if (most <= 1e-14 * (a + d)) {
        return withinReach();
      }
      int i = (worst + 1) % 3;
      int j = (worst + 2) % 3;
      vx[worst] = vx[i] - vx[j];
      vy[worst] = vy[i] - vy[j];
      vx[i] = -vx[i];
      vy[i] = -vy[i];
      if (Math.max(Math.abs(vx[worst]), Math.abs(vy[worst])) > 1 << 12) {
        return false;
      }
    }
    return false;
  }

  private boolean withinReach() {
    for (int t = 0; t < 3; t++) {
      if (weight[t] > 0 && (Math.abs(ex[t]) > reach || Math.abs(ey[t]) > reach)) {
        return false;
      }
    }
    return true;
  }
}
