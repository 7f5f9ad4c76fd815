package org.thalweg.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.api.problem.Landscape;

/**
 * What every landscape must do, checked at random points.
 *
 * <p>Each check throws an {@link AssertionError} that says where and by how much; {@link #verify()}
 * runs them all.
 *
 * <pre>{@code
 * LandscapeContract.of(landscape).within(2).verify();
 * }</pre>
 */
public final class LandscapeContract {
  private static final int POINTS = 8;
  private static final double STEP = 1e-3;

  private final Landscape landscape;
  private final double radius;
  private final double tolerance;

  private LandscapeContract(Landscape landscape, double radius, double tolerance) {
    this.landscape = landscape;
    this.radius = radius;
    this.tolerance = tolerance;
  }

  /**
   * The contract of a landscape, checked for coordinates between -1 and 1.
   *
   * @param landscape the landscape
   * @return the contract
   */
  public static LandscapeContract of(Landscape landscape) {
    return new LandscapeContract(landscape, 1, 1e-6);
  }

  /**
   * The same contract in another region.
   *
   * @param newRadius the largest magnitude of a coordinate
   * @return a new contract
   */
  public LandscapeContract within(double newRadius) {
    return new LandscapeContract(landscape, newRadius, tolerance);
  }

  /**
   * The same contract with another tolerance for derivatives, relative to their size; a landscape
   * that leaves its Hessian to differences of differences needs about 1e-3.
   *
   * @param newTolerance the relative tolerance; 1e-6 unless told
   * @return a new contract
   */
  public LandscapeContract tolerating(double newTolerance) {
    return new LandscapeContract(landscape, radius, newTolerance);
  }

  /** Runs all checks. */
  public void verify() {
    valuesAreFiniteAndRepeatable();
    gradientMatchesDifferences();
    hessianVectorMatchesDifferences();
    hessianIsSymmetric();
    pointsAreRestored();
    if (!landscape.dependsOnTime()) {
      timeChangesNothing();
    }
    new LandscapeBlockContract(landscape, radius).verify();
    landscape.valley().ifPresent(shape -> new ValleyContract(landscape, shape).verify(points()));
  }

  /** Checks that losses are finite and that the same point gives the same bits. */
  public void valuesAreFiniteAndRepeatable() {
    Check.that(landscape.dim() >= 1, "dim is %d, should be at least 1", landscape.dim());
    for (double[] x : points()) {
      double value = landscape.value(x);
      Check.that(Double.isFinite(value), "loss at %s is %s", text(x), value);
      Check.same(landscape.value(x), value, "loss at %s, asked again", text(x));
      Check.same(gradient(x), gradient(x), "gradient at " + text(x) + ", asked again");
    }
  }

  /** Checks gradients against differences of losses along random directions. */
  public void gradientMatchesDifferences() {
    for (double[] x : points()) {
      double[] g = gradient(x);
      for (double[] d : directions()) {
        double numeric = derivative(s -> landscape.value(along(x, d, s)));
        double allowed =
            tolerance * (Check.size(g) + Math.abs(landscape.value(x)) + Double.MIN_NORMAL);
        Check.close(dot(g, d), numeric, allowed, "gradient at %s along %s", text(x), text(d));
      }
    }
  }

  /** Checks Hessian-vector products against differences of gradients. */
  public void hessianVectorMatchesDifferences() {
    for (double[] x : points()) {
      for (double[] v : directions()) {
        double[] product = hessianVector(x, v);
        double allowed = tolerance * (Check.size(product) + Check.size(gradient(x)));
        double[] numeric = derivatives(s -> gradient(along(x, v, s)));
        for (int i = 0; i < x.length; i++) {
          Check.close(
              product[i],
              numeric[i],
              allowed + Double.MIN_NORMAL,
              "component %d of H v at %s, v = %s",
              i,
              text(x),
              text(v));
        }
      }
    }
  }

  /** Checks that u H v = v H u. */
  public void hessianIsSymmetric() {
    List<double[]> d = directions();
    for (double[] x : points()) {
      for (int i = 1; i < d.size(); i++) {
        double[] u = d.get(i - 1);
        double[] v = d.get(i);
        double[] hu = hessianVector(x, u);
        double[] hv = hessianVector(x, v);
        Check.close(
            dot(u, hv),
            dot(v, hu),
            tolerance * (Check.size(hu) + Check.size(hv)) * Math.sqrt(x.length),
            "v H u against u H v at %s",
            text(x));
      }
    }
  }

  /** Checks that a point and a vector that are lent come back as they were. */
  public void pointsAreRestored() {
    for (double[] x : points()) {
      double[] copy = x.clone();
      double[] v = directions().get(0);
      double[] vCopy = v.clone();
      double[] out = new double[x.length];
      landscape.value(x);
      landscape.gradient(x, out);
      landscape.hessianVector(x, v, out);
      Check.same(x, copy, "the point after value, gradient and hessianVector");
      Check.same(v, vCopy, "the vector after hessianVector");
    }
  }

  private void timeChangesNothing() {
    for (double[] x : points()) {
      Check.same(landscape.value(3.5, x), landscape.value(x), "loss at %s, t = 3.5", text(x));
      double[] out = new double[x.length];
      landscape.gradient(3.5, x, out);
      Check.same(out, gradient(x), "gradient at " + text(x) + ", t = 3.5");
    }
  }

  private List<double[]> points() {
    SplittableRandom random = new SplittableRandom(20230606);
    List<double[]> points = new ArrayList<>();
    for (int k = 0; k < POINTS; k++) {
      points.add(random.doubles(landscape.dim(), -radius, radius).toArray());
    }
    return points;
  }

  /** Unit vectors: the coordinate axes of small landscapes, then random ones. */
  private List<double[]> directions() {
    int dim = landscape.dim();
    SplittableRandom random = new SplittableRandom(19550101);
    List<double[]> directions = new ArrayList<>();
    for (int i = 0; i < dim && dim <= 8; i++) {
      double[] axis = new double[dim];
      axis[i] = 1;
      directions.add(axis);
    }
    for (int k = 0; k < 4; k++) {
      double[] d = random.doubles(dim, -1, 1).toArray();
      double norm = Math.sqrt(dot(d, d));
      for (int i = 0; i < dim; i++) {
        d[i] /= norm;
      }
      directions.add(d);
    }
    return directions;
  }

  private double[] gradient(double[] x) {
    double[] out = new double[x.length];
    landscape.gradient(x, out);
    return out;
  }

  private double[] hessianVector(double[] x, double[] v) {
    double[] out = new double[x.length];
    landscape.hessianVector(x, v, out);
    return out;
  }

  /** The derivative at 0, by differences of fourth order in a step of 1e-3. */
  private static double derivative(DoubleUnaryOperator f) {
    return derivatives(s -> new double[] {f.applyAsDouble(s)})[0];
  }

  private static double[] derivatives(DoubleFunction<double[]> f) {
    double[] up = f.apply(STEP);
    double[] down = f.apply(-STEP);
    double[] twiceUp = f.apply(2 * STEP);
    double[] twiceDown = f.apply(-2 * STEP);
    double[] out = new double[up.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (8 * (up[i] - down[i]) - (twiceUp[i] - twiceDown[i])) / (12 * STEP);
    }
    return out;
  }

  private static double[] along(double[] x, double[] d, double s) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = x[i] + s * d[i];
    }
    return y;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static String text(double[] x) {
    StringBuilder out = new StringBuilder("(");
    for (int i = 0; i < Math.min(x.length, 4); i++) {
      out.append(i == 0 ? "" : ", ").append(String.format(Locale.ROOT, "%.6g", x[i]));
    }
    return out.append(x.length > 4 ? ", ...)" : ")").toString();
  }
}
