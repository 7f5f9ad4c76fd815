package org.thalweg.landscapes;

import java.util.Optional;
import org.thalweg.api.block.Block;
import org.thalweg.api.math.BlockMath;
import org.thalweg.api.problem.Floor;

/**
 * The ring valley in Cartesian coordinates, without angles: cos phi = x h and sin phi = y h, where
 * r and h = 1/r are functions of p = x^2 + y^2.
 *
 * <p>With n = r - radius, m = middle - half x h and f = height/2: L = f - f (c x + s y) h + m
 * n^2/2. Inside the core r and h are the Taylor polynomials of second order in p about the core's
 * edge, which keeps two derivatives continuous; with k = 1/r at max(p, edge) and d = min(p - edge,
 * 0) both cases are one formula without branches. A prime is a derivative with respect to p: grad r
 * = 2 r' (x, y), and grad(l h) = l's coefficients h + 2 l h' (x, y) for a linear l(x, y).
 */
final class RingValleyLandscape implements DirectLandscape {
  private final double radius;
  private final double edge;
  private final double inverse1;
  private final double inverse2;
  private final double distance1;
  private final double distance2;
  private final double middle;
  private final double half;
  private final double offset;
  private final double floorX;
  private final double floorY;

  RingValleyLandscape(RingValley.Params parameters) {
    this.radius = parameters.radius();
    double core = 0.5 * radius;
    double perCore = 1 / core;
    this.edge = core * core;
    this.distance1 = 0.5 * perCore;
    this.distance2 = 0.125 * perCore * perCore * perCore;
    this.inverse1 = 0.5 * perCore * perCore * perCore;
    this.inverse2 = 0.375 * perCore * perCore * perCore * perCore * perCore;
    this.middle = 0.5 * (parameters.flat() + parameters.sharp());
    this.half = 0.5 * (parameters.sharp() - parameters.flat());
    this.offset = 0.5 * parameters.height();
    this.floorX = offset * BlockMath.cos(parameters.lowest());
    this.floorY = offset * BlockMath.sin(parameters.lowest());
  }

  /** 1/r, and inside the core that of its edge. */
  private double perRadius(double p) {
    return 1 / Math.sqrt(Math.max(p, edge));
  }

  /** How far p is inside the core, negative; zero outside. */
  private double inside(double p) {
    return Math.min(p - edge, 0);
  }

  /** h = 1/r, which inside the core is not one over the continuation of r. */
  private double inverse(double k, double d) {
    return k + d * (inverse2 * d - inverse1);
  }

  private double inverseSlope(double k, double d) {
    return 2 * inverse2 * d - 0.5 * (k * k * k);
  }

  private static double inverseBend(double k) {
    double squared = k * k;
    return 0.75 * (squared * squared * k);
  }

  /** r, or its continuation. */
  private double distance(double p, double k, double d) {
    return Math.max(p, edge) * k + d * (distance1 - distance2 * d);
  }

  private double distanceSlope(double k, double d) {
    return 0.5 * k - 2 * distance2 * d;
  }

  private static double distanceBend(double k) {
    return -0.25 * (k * k * k);
  }

  private double value(double x, double y) {
    double p = x * x + y * y;
    double k = perRadius(p);
    double d = inside(p);
    double h = inverse(k, d);
    double n = distance(p, k, d) - radius;
    return offset - (floorX * x + floorY * y) * h + 0.5 * (middle - half * (x * h)) * (n * n);
  }

  /** Writes the two components to places of the caller, a point or two rows. */
  private void gradient(double x, double y, double[] outX, int i, double[] outY, int j) {
    double p = x * x + y * y;
    double k = perRadius(p);
    double d = inside(p);
    double h = inverse(k, d);
    double n = distance(p, k, d) - radius;
    double linearX = -floorX - 0.5 * half * (n * n);
    double radial =
        2 * (linearX * x - floorY * y) * inverseSlope(k, d)
            + 2 * (middle - half * (x * h)) * n * distanceSlope(k, d);
    outX[i] = linearX * h + radial * x;
    outY[j] = -floorY * h + radial * y;
  }

  private void product(
      double x, double y, double a, double b, double[] outX, int i, double[] outY, int j) {
    double p = x * x + y * y;
    double k = perRadius(p);
    double d = inside(p);
    double h = inverse(k, d);
    double h1 = inverseSlope(k, d);
    double r1 = distanceSlope(k, d);
    double n = distance(p, k, d) - radius;
    double lambda = middle - half * (x * h);
    double linearX = -floorX - 0.5 * half * (n * n);
    double linear = linearX * x - floorY * y;
    double along = x * a + y * b;
    // The Hessian of (linear) h, the linear part held.
    double common = 2 * h1 * (linearX * a - floorY * b) + 4 * linear * inverseBend(k) * along;
    double plain = 2 * linear * h1;
    double towardsX = 2 * h1 * along * linearX;
    double towardsY = -2 * h1 * along * floorY;
    // The mixed part: grad(-half x h) and n grad r.
    double change = 2 * r1 * along;
    double slope = -half * (h * a + 2 * x * h1 * along);
    towardsX -= half * n * change * h;
    common += n * (2 * r1 * slope - 2 * half * x * h1 * change);
    // The Hessian of n^2/2.
    common += lambda * (2 * r1 * change + 4 * n * distanceBend(k) * along);
    plain += 2 * lambda * n * r1;
    outX[i] = common * x + plain * a + towardsX;
    outY[j] = common * y + plain * b + towardsY;
  }

  @Override
  public int dim() {
    return 2;
  }

  @Override
  public double value(double[] x) {
    return value(x[0], x[1]);
  }

  @Override
  public void gradient(double[] x, double[] out) {
    gradient(x[0], x[1], out, 0, out, 1);
  }

  @Override
  public void hessianVector(double[] x, double[] v, double[] out) {
    product(x[0], x[1], v[0], v[1], out, 0, out, 1);
  }

  @Override
  public void valuesByRow(Block x, double[] out) {
    double[] p = x.line(0);
    double[] q = x.line(1);
    for (int j = 0; j < p.length; j++) {
      out[j] = value(p[j], q[j]);
    }
  }

  @Override
  public void gradientsByRow(Block x, Block out) {
    double[] p = x.line(0);
    double[] q = x.line(1);
    double[] outX = out.line(0);
    double[] outY = out.line(1);
    for (int j = 0; j < p.length; j++) {
      gradient(p[j], q[j], outX, j, outY, j);
    }
  }

  @Override
  public void hessianVectorsByRow(Block x, Block v, Block out) {
    double[] p = x.line(0);
    double[] q = x.line(1);
    double[] a = v.line(0);
    double[] b = v.line(1);
    double[] outX = out.line(0);
    double[] outY = out.line(1);
    for (int j = 0; j < p.length; j++) {
      product(p[j], q[j], a[j], b[j], outX, j, outY, j);
    }
  }

  @Override
  public Optional<Floor> floor() {
    return Optional.of(
        new Line(
            -Math.PI,
            Math.PI,
            (s, x) -> {
              x[0] = radius * BlockMath.cos(s);
              x[1] = radius * BlockMath.sin(s);
            }));
  }
}
