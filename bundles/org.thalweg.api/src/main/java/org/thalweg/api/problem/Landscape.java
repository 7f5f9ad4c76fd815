package org.thalweg.api.problem;

import java.util.List;
import java.util.Optional;

/**
 * A loss landscape L(theta).
 *
 * <p>A newcomer writes {@link #dim()} and {@link #value(double[])}; everything else has a working
 * default. A landscape is immutable and used by several threads at once: it keeps no scratch. Fast
 * landscapes override {@link #evaluator(int)}, whose evaluators own scratch and serve one chunk.
 */
public interface Landscape {
  /**
   * The number of parameters.
   *
   * @return the length of every point
   */
  int dim();

  /**
   * The loss at a point.
   *
   * @param x the point, of length {@link #dim()}; not changed
   * @return L(x)
   */
  double value(double[] x);

  /**
   * The gradient at a point; by default central differences of the value, with a relative error of
   * about 1e-10.
   *
   * @param x the point; an implementation may change it on the way if it restores it exactly
   * @param out set to grad L(x), of length {@link #dim()}
   */
  default void gradient(double[] x, double[] out) {
    Differences.gradient(this, x, out);
  }

  /**
   * The product of the Hessian with a vector; by default central differences of the gradient.
   *
   * @param x the point
   * @param v the vector
   * @param out set to H(x) v; neither x nor v
   */
  default void hessianVector(double[] x, double[] v, double[] out) {
    Differences.hessianVector(this, x, v, out);
  }

  /**
   * Whether the landscape changes with time, so that the methods with a time must be overridden.
   *
   * @return false by default
   */
  default boolean dependsOnTime() {
    return false;
  }

  /**
   * The loss at a time.
   *
   * @param t the time
   * @param x the point
   * @return L(t, x)
   */
  default double value(double t, double[] x) {
    return value(x);
  }

  /**
   * The gradient at a time.
   *
   * @param t the time
   * @param x the point
   * @param out set to grad L(t, x)
   */
  default void gradient(double t, double[] x, double[] out) {
    gradient(x, out);
  }

  /**
   * The product of the Hessian with a vector at a time.
   *
   * @param t the time
   * @param x the point
   * @param v the vector
   * @param out set to H(t, x) v; neither x nor v
   */
  default void hessianVector(double t, double[] x, double[] v, double[] out) {
    hessianVector(x, v, out);
  }

  /**
   * Makes an evaluator for blocks of walkers; by default it loops over the scalar form.
   *
   * @param walkers the number of walkers of the blocks
   * @return a new evaluator, for one thread at a time
   */
  default LandscapeEvaluator evaluator(int walkers) {
    return new PointwiseEvaluator(this);
  }

  /**
   * The landscape as a valley L0(x) + lambda(x) y^2 / 2, where it is one.
   *
   * @return the valley's shape, or empty
   */
  default Optional<ValleyShape> valley() {
    return Optional.empty();
  }

  /**
   * The line of minima, where the landscape has one in closed form.
   *
   * @return the floor, or empty
   */
  default Optional<Floor> floor() {
    return Optional.empty();
  }

  /**
   * What beside the loss tells how good a point is, such as the accuracy on samples that were held
   * out.
   *
   * @return the scores, empty by default
   */
  default List<Score> scores() {
    return List.of();
  }
}
