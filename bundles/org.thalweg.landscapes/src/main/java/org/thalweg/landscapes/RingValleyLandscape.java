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
 * edge, which keeps two derivatives continuous. A prime is a derivative with respect to p: grad r =
 * 2 r' (x, y), and grad(l h) = l's coefficients h + 2 l h' (x, y) for a linear l(x, y).
 */
final class RingValleyLandscape implements DirectLandscape {
  private final double radius;
  private final double core;
  private final double middle;
  private final double half;
  private final double offset;
  private final double floorX;
  private final double floorY;

  RingValleyLandscape(RingValley.Params parameters) {
    this.radius = parameters.radius();
    this.core = 0.5 * radius;
    this.middle = 0.5 * (parameters.flat() + parameters.sharp());
    this.half = 0.5 * (parameters.sharp() - parameters.flat());
    this.offset = 0.5 * parameters.height();
    this.floorX = offset * BlockMath.cos(parameters.lowest());
    this.floorY = offset * BlockMath.sin(parameters.lowest());
  }

  /** r, or its continuation. */
  private double distance(double p) {
    double q = p / (core * core);
    return q >= 1 ? Math.sqrt(p) : core * (0.375 + q * (0.75 - 0.125 * q));
  }

  private double distanceSlope(double p) {
    double q = p / (core * core);
    return q >= 1 ? 0.5 / Math.sqrt(p) : (0.75 - 0.25 * q) / core;
  }

  private double distanceBend(double p) {
    double q = p / (core * core);
    return q >= 1 ? -0.25 / (p * Math.sqrt(p)) : -0.25 / (core * core * core);
  }

  /** 1/r, or its continuation, which is not one over the continuation of r. */
  private double inverse(double p) {
    double q = p / (core * core);
    return q >= 1 ? 1 / Math.sqrt(p) : (1.875 + q * (0.375 * q - 1.25)) / core;
  }

  private double inverseSlope(double p) {
    double q = p / (core * core);
    return q >= 1 ? -0.5 / (p * Math.sqrt(p)) : (0.75 * q - 1.25) / (core * core * core);
  }

  private double inverseBend(double p) {
    double q = p / (core * core);
    double c2 = core * core;
    return q >= 1 ? 0.75 / (p * p * Math.sqrt(p)) : 0.75 / (c2 * c2 * core);
  }

  private double value(double x, double y) {
    double p = x * x + y * y;
    double h = inverse(p);
    double n = distance(p) - radius;
    return offset - (floorX * x + floorY * y) * h + 0.5 * (middle - half * (x * h)) * (n * n);
  }

  /** Writes the two components to places of the caller, a point or two rows. */
  private void gradient(double x, double y, double[] outX, int i, double[] outY, int j) {
    double p = x * x + y * y;
    double h = inverse(p);
    double n = distance(p) - radius;
    double linearX = -floorX - 0.5 * half * (n * n);
    double radial =
        2 * (linearX * x - floorY * y) * inverseSlope(p)
            + 2 * (middle - half * (x * h)) * n * distanceSlope(p);
    outX[i] = linearX * h + radial * x;
    outY[j] = -floorY * h + radial * y;
  }

  private void product(
      double x, double y, double a, double b, double[] outX, int i, double[] outY, int j) {
    double p = x * x + y * y;
    double h = inverse(p);
    double h1 = inverseSlope(p);
    double r1 = distanceSlope(p);
    double n = distance(p) - radius;
    double lambda = middle - half * (x * h);
    double linearX = -floorX - 0.5 * half * (n * n);
    double linear = linearX * x - floorY * y;
    double along = x * a + y * b;
    // The Hessian of (linear) h, the linear part held.
    double common = 2 * h1 * (linearX * a - floorY * b) + 4 * linear * inverseBend(p) * along;
    double plain = 2 * linear * h1;
    double towardsX = 2 * h1 * along * linearX;
    double towardsY = -2 * h1 * along * floorY;
    // The mixed part: grad(-half x h) and n grad r.
    double change = 2 * r1 * along;
    double slope = -half * (h * a + 2 * x * h1 * along);
    towardsX -= half * n * change * h;
    common += n * (2 * r1 * slope - 2 * half * x * h1 * change);
    // The Hessian of n^2/2.
    common += lambda * (2 * r1 * change + 4 * n * distanceBend(p) * along);
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
    for (int j = 0; j < p.length; j++) {
      gradient(p[j], q[j], out.line(0), j, out.line(1), j);
    }
  }

  @Override
  public void hessianVectorsByRow(Block x, Block v, Block out) {
    double[] p = x.line(0);
    double[] q = x.line(1);
    double[] a = v.line(0);
    double[] b = v.line(1);
    for (int j = 0; j < p.length; j++) {
      product(p[j], q[j], a[j], b[j], out.line(0), j, out.line(1), j);
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
