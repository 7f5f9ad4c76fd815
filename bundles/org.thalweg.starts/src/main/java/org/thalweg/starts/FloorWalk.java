package org.thalweg.starts;

import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.problem.Floor;
import org.thalweg.api.problem.Start;

/**
 * Walkers begin along a floor, s uniform, with a normal spread across it: what of an isotropic
 * normal displacement is perpendicular to the floor.
 */
class FloorWalk implements Start {
  /** The step in s of the difference that gives the floor's direction. */
  private static final double STEP = 1e-6;

  private final Floor floor;
  private final double from;
  private final double to;
  private final double spread;

  FloorWalk(Floor floor, double from, double to, double spread) {
    this.floor = floor;
    this.from = from;
    this.to = to;
    this.spread = spread;
  }

  @Override
  public void sample(Draws draws, Block x) {
    Block places = Block.like(1, x);
    draws.uniforms(places);
    Block across = Block.like(x.rows(), x);
    if (spread > 0) {
      draws.normals(across);
    }
    double[] point = new double[x.rows()];
    double[] direction = new double[x.rows()];
    double[] kick = new double[x.rows()];
    for (int w = 0; w < x.walkers(); w++) {
      double s = from + (to - from) * places.get(0, w);
      floor.point(s, point);
      if (spread > 0) {
        direction(s, direction, kick);
        across.point(w, kick);
        double along = dot(kick, direction);
        for (int i = 0; i < point.length; i++) {
          point[i] += spread * (kick[i] - along * direction[i]);
        }
      }
      x.setPoint(w, point);
    }
  }

  /** The unit vector along the floor, by a difference that stays on it. */
  private void direction(double s, double[] out, double[] scratch) {
    double step = STEP * Math.max(1, Math.abs(s));
    floor.point(Math.max(floor.from(), s - step), scratch);
    floor.point(Math.min(floor.to(), s + step), out);
    for (int i = 0; i < out.length; i++) {
      out[i] -= scratch[i];
    }
    double length = Math.sqrt(dot(out, out));
    for (int i = 0; i < out.length; i++) {
      out[i] /= length;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
