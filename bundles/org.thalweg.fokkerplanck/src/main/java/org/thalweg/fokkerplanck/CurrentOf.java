package org.thalweg.fokkerplanck;

import org.thalweg.api.analysis.ProbabilityCurrent;

/**
 * The probability current of a density on cells, from a generator's net flows, with its entropy
 * production.
 *
 * <p>J at a cell's centre is the mean of its two faces, and J . D^-1 . J / P is summed over
 * centres: all of second order in the width. Schnakenberg's sum over the generator's own jumps is
 * not used: the parts f_e of J along directions e, of rates w_e with the sum D, have sum f_e^2 /
 * w_e >= J . D^-1 . J, with equality only if one force drives them all, but the drift rides on the
 * axes' jumps alone. At a reflecting edge against which D is tilted, reflection along the normal
 * drives a current along the edge, in the outermost cells only; it is part of J.
 */
final class CurrentOf {
  /** One minus the squared correlation below which a matrix has a direction without noise. */
  private static final double SINGULAR = 1e-12;

  /** Part of all flow that may run where there is no noise or no probability without effect. */
  private static final double NEGLIGIBLE = 1e-6;

  private static final double ROUNDING = 1e-12;

  private final Grid grid;
  private final double[] density;
  private final FaceFlows flows;
  private final double[][] components;
  private final double[] d;

  /** Flow through cells, 1/time: all, and that which meets no noise or no probability. */
  private double through;

  private double unhindered;
  private double production;

  /**
   * Works out everything.
   *
   * @param generator the jumps, which fix the grid
   * @param diffusion D
   * @param density P in every cell
   */
  CurrentOf(Generator generator, Diffusion diffusion, double[] density) {
    this.density = density;
    grid = generator.grid;
    flows = new FaceFlows(generator, density);
    components = new double[grid.dim()][grid.cells()];
    d = new double[grid.dim() * grid.dim()];
    double[] centre = new double[grid.dim()];
    for (int k = 0; k < grid.cells(); k++) {
      grid.centre(k, centre);
      diffusion.at(centre, d);
      cell(k);
    }
  }

  ProbabilityCurrent value() {
    double imbalance = 0;
    for (int k = 0; k < grid.cells(); k++) {
      imbalance += Math.abs(flows.change(k));
    }
    double[] stream = StreamFunction.of(grid, flows, imbalance);
    return new ProbabilityCurrent(components, stream, imbalance, entropyProduction());
  }

  /** P vanishes at an absorbing edge, J does not: the integral diverges there. */
  private double entropyProduction() {
    boolean free = unhindered > Math.max(ROUNDING * flows.traffic(), NEGLIGIBLE * through);
    double integral = production * grid.cellVolume();
    boolean lost = flows.absorbed() > ROUNDING * integral;
    return free || lost ? Double.POSITIVE_INFINITY : integral;
  }

  private void cell(int k) {
    double jx = (flows.x[k] + flows.x[k + grid.ny]) / (2 * grid.hy());
    double jy = 0;
    components[0][k] = jx;
    if (grid.dim() == 2) {
      int below = k / grid.ny * (grid.ny + 1) + k % grid.ny;
      jy = (flows.y[below] + flows.y[below + 1]) / (2 * grid.hx());
      components[1][k] = jy;
    }
    double flow = Math.abs(jx) * grid.hy() + Math.abs(jy) * grid.hx();
    through += flow;
    if (flow == 0) {
      return;
    }
    if (density[k] > 0) {
      production += grid.dim() == 1 ? line(jx, k) : plane(jx, jy, k);
    } else {
      unhindered += flow;
    }
  }

  private double line(double j, int k) {
    if (d[0] > 0) {
      return j / d[0] * (j / density[k]);
    }
    unhindered += Math.abs(j) * grid.hy();
    return 0;
  }

  /** In units in which both axes have unit noise, where D is the matrix of correlations. */
  private double plane(double jx, double jy, int k) {
    double p = density[k];
    double sx = Math.sqrt(d[0]);
    double sy = Math.sqrt(d[3]);
    if (sx == 0 || sy == 0) {
      unhindered += sx == 0 ? Math.abs(jx) * grid.hy() : 0;
      unhindered += sy == 0 ? Math.abs(jy) * grid.hx() : 0;
      double along = (sx == 0 ? 0 : jx / sx) + (sy == 0 ? 0 : jy / sy);
      return sx == 0 && sy == 0 ? 0 : along * (along / p);
    }
    double r = (d[1] + d[2]) / 2 / sx / sy;
    double a = jx / sx;
    double b = jy / sy;
    double rest = (1 - r) * (1 + r);
    if (rest > SINGULAR) {
      return (a * (a / p) - 2 * r * a * (b / p) + b * (b / p)) / rest;
    }
    double sign = Math.signum(r);
    double across = Math.abs(a - sign * b) / (Math.abs(a) + Math.abs(b));
    unhindered += across * (Math.abs(jx) * grid.hy() + Math.abs(jy) * grid.hx());
    double along = (a + sign * b) / 2;
    return along * (along / p);
  }
}
