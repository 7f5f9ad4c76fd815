package org.thalweg.testkit;

import java.util.function.DoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.block.WalkerState;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.Stepper;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;

/**
 * Measures an integrator's strong and weak order on shared Brownian paths, to be compared with the
 * order that it declares.
 *
 * <p>Steps are T/2^k. The order is the slope of a least-squares line through log(error) against
 * log(step).
 *
 * @param scheme makes the integrator for a step
 * @param setting the setting
 * @param noise the noise
 * @param start where all walkers start
 * @param horizon T (time)
 * @param walkers the number of paths
 * @param seed the seed of the paths
 */
public record Convergence(
    DoubleFunction<Integrator> scheme,
    Setting setting,
    NoiseModel noise,
    double[] start,
    double horizon,
    int walkers,
    long seed) {
  /**
   * The strong order against an exact solution: the slope of E|X_h(T) - X(T)|, first coordinate.
   *
   * @param exact the solution's first coordinate at T for a path and a walker
   * @param coarsest k of the largest step
   * @param finest k of the smallest step
   * @return the measured order
   */
  public double strong(ToDoubleBiFunction<BrownianPath, Integer> exact, int coarsest, int finest) {
    BrownianPath path = path(finest);
    double[] solution = new double[walkers];
    for (int w = 0; w < walkers; w++) {
      solution[w] = exact.applyAsDouble(path, w);
    }
    double[] errors = new double[finest - coarsest + 1];
    for (int k = coarsest; k <= finest; k++) {
      Block end = run(path, k);
      Sample error = new Sample();
      for (int w = 0; w < walkers; w++) {
        error.add(Math.abs(end.get(0, w) - solution[w]));
      }
      errors[k - coarsest] = error.mean();
    }
    return slope(errors);
  }

  /**
   * The strong order against the same scheme on a finer grid of the same paths.
   *
   * @param coarsest k of the largest step
   * @param finest k of the smallest step that is measured
   * @param reference k of the reference, at least four more
   * @return the measured order
   */
  public double strongAgainstItself(int coarsest, int finest, int reference) {
    BrownianPath path = path(reference);
    Block best = run(path, reference);
    double[] errors = new double[finest - coarsest + 1];
    for (int k = coarsest; k <= finest; k++) {
      Block end = run(path, k);
      Sample error = new Sample();
      for (int w = 0; w < walkers; w++) {
        error.add(Math.abs(end.get(0, w) - best.get(0, w)));
      }
      errors[k - coarsest] = error.mean();
    }
    return slope(errors);
  }

  /**
   * The weak order: the slope of |E[f(X_h) - f(X_{h/2})]|, whose sampling error is small because
   * both see the same path.
   *
   * @param f a function of a point
   * @param coarsest k of the largest step
   * @param finest k of the smallest step
   * @return the measured order
   * @throws AssertionError if a difference is not five times its standard error, so that the order
   *     cannot be told
   */
  public double weak(ToDoubleFunction<double[]> f, int coarsest, int finest) {
    BrownianPath path = path(finest + 1);
    double[] errors = new double[finest - coarsest + 1];
    double[] point = new double[start.length];
    Block fine = run(path, coarsest);
    for (int k = coarsest; k <= finest; k++) {
      Block coarse = fine;
      fine = run(path, k + 1);
      Sample difference = new Sample();
      for (int w = 0; w < walkers; w++) {
        coarse.point(w, point);
        double value = f.applyAsDouble(point);
        fine.point(w, point);
        difference.add(value - f.applyAsDouble(point));
      }
      errors[k - coarsest] = Math.abs(difference.mean());
      Check.that(
          errors[k - coarsest] > 5 * difference.error(),
          "the weak error %.3g at step T/2^%d is within %.3g, too noisy: more walkers",
          errors[k - coarsest],
          k,
          5 * difference.error());
    }
    return slope(errors);
  }

  private BrownianPath path(int finest) {
    int steps = 1 << finest;
    Layout layout = Layout.of(start.length);
    return new BrownianPath(noise.channels(), walkers, layout, horizon / steps, steps, seed);
  }

  private Block run(BrownianPath path, int k) {
    int steps = 1 << k;
    double h = horizon / steps;
    Integrator integrator = scheme.apply(h);
    WalkerState state = States.create(setting, integrator, noise, walkers);
    for (int w = 0; w < walkers; w++) {
      state.position().setPoint(w, start);
    }
    var draws = path.draws();
    Stepper stepper = integrator.stepper(setting, noise, walkers);
    stepper.begin(state, draws);
    for (int s = 0; s < steps; s++) {
      stepper.step(s, s * h, h, state, draws);
    }
    return state.position();
  }

  /** The slope of ln(error) against ln(step); errors belong to steps that halve. */
  private static double slope(double[] errors) {
    int n = errors.length;
    double middle = 0.5 * (n - 1);
    double products = 0;
    double squares = 0;
    for (int k = 0; k < n; k++) {
      products += (k - middle) * Math.log(errors[k]);
      squares += (k - middle) * (k - middle);
    }
    return -products / squares / Math.log(2);
  }
}
