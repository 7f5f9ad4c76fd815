package org.thalweg.fokkerplanck;

/**
 * The jump (p, q) along which the mixed derivative is discretised, in cells, p = 1 or q = 1: one
 * for all cells, so that its lines are lines of the grid and its rates as smooth as D_xy.
 *
 * <p>Jumps by (p, q) and back at rate |D_xy|/(p q hx hy) leave D_xx - |D_xy| r and D_yy - |D_xy|/r
 * for the axes, r = p hx/(q hy). So where r lies between all |D_xy|/D_yy and all D_xx/|D_xy|, every
 * direction is a non-negative diffusion; a matrix that is positive definite and does not turn much
 * always leaves room for some r. The condition is that of Selling's decomposition (see {@link
 * SellingScheme}) with the same vectors in all cells.
 */
record Diagonal(int p, int q) {
  /** From corner to corner of a cell. */
  static final Diagonal OF_CELL = new Diagonal(1, 1);

  private static final int LONGEST = 8;

  /** Left for the axes' own diffusion, since drift needs some to be fitted with. */
  private static final double ROOM = 1.05;

  /** The shortest with room on both sides; that of the cell if it suffices, or if none does. */
  static Diagonal choose(Coefficients c) {
    Grid grid = c.grid;
    double least = 0;
    double most = Double.POSITIVE_INFINITY;
    for (int k = 0; k < grid.cells(); k++) {
      double mixed = Math.abs(c.xy[k]);
      if (mixed > 0) {
        least = Math.max(least, mixed / c.yy[k]);
        most = Math.min(most, c.xx[k] / mixed);
      }
    }
    double cell = grid.hx() / grid.hy();
    boolean given = !c.crossed || (cell >= least && cell <= most);
    if (given || least > most || grid.absorbing()) {
      return OF_CELL;
    }
    for (double room : new double[] {ROOM, 1}) {
      for (int n = 2; n <= LONGEST; n++) {
        for (Diagonal d : new Diagonal[] {new Diagonal(n, 1), new Diagonal(1, n)}) {
          double r = cell * d.p / d.q;
          if (r >= room * least && room * r <= most && d.fits(grid)) {
            return d;
          }
        }
      }
    }
    return OF_CELL;
  }

  /** True if its lines end at edges or close after one turn, and do not jump over the grid. */
  private boolean fits(Grid grid) {
    int along = p > 1 ? 1 : 0;
    return !grid.axis(along).periodic() && 2 * p < grid.nx && 2 * q < grid.ny;
  }
}
