package org.thalweg.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;

/** Checks the block form of a landscape against its scalar form, which is the one people read. */
final class LandscapeBlockContract {
  /** Relative difference that rounding in another order may make. */
  private static final double ROUNDING = 1e-11;

  private static final double TIME = 0.25;

  private final Landscape landscape;
  private final double radius;

  LandscapeBlockContract(Landscape landscape, double radius) {
    this.landscape = landscape;
    this.radius = radius;
  }

  void verify() {
    for (Layout layout : Layout.values()) {
      for (int walkers : new int[] {1, 2, 7, 64, 131}) {
        blocksMatchPoints(layout, walkers);
      }
    }
    nothingIsAllocated();
    evaluatorsAreIndependent();
  }

  private void blocksMatchPoints(Layout layout, int walkers) {
    Results r = evaluate(landscape.evaluator(walkers), layout, walkers);
    int dim = landscape.dim();
    double[] x = new double[dim];
    double[] v = new double[dim];
    double[] expected = new double[dim];
    double[] actual = new double[dim];
    for (int w = 0; w < walkers; w++) {
      String where = "walker " + w + " of " + walkers + ", " + layout;
      r.x.point(w, x);
      r.v.point(w, v);
      double value = landscape.value(TIME, x);
      Check.close(r.values[w], value, ROUNDING * Math.abs(value), "loss of %s", where);
      landscape.gradient(TIME, x, expected);
      r.gradients.point(w, actual);
      compare(actual, expected, "gradient of " + where);
      landscape.hessianVector(TIME, x, v, expected);
      r.products.point(w, actual);
      compare(actual, expected, "H v of " + where);
    }
  }

  private static void compare(double[] actual, double[] expected, String what) {
    double allowed = ROUNDING * Check.size(expected);
    for (int i = 0; i < expected.length; i++) {
      Check.close(actual[i], expected[i], allowed, "%s, component %d", what, i);
    }
  }

  private void nothingIsAllocated() {
    int walkers = 64;
    Layout layout = Layout.of(landscape.dim());
    LandscapeEvaluator evaluator = landscape.evaluator(walkers);
    if (evaluator.getClass().getName().endsWith("PointwiseEvaluator")) {
      return; // Default derivatives by differences may allocate; they are not for hot loops.
    }
    Results r = new Results(landscape.dim(), walkers, layout, radius);
    Allocation.none(
        "gradients of " + evaluator.getClass().getSimpleName(),
        () -> evaluator.gradients(TIME, r.x, r.gradients));
  }

  /** Several threads, each with an evaluator of its own, must see what one thread sees. */
  private void evaluatorsAreIndependent() {
    int walkers = 33;
    Layout layout = Layout.of(landscape.dim());
    Results expected = evaluate(landscape.evaluator(walkers), layout, walkers);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Results>> tasks = new ArrayList<>();
      for (int k = 0; k < 32; k++) {
        tasks.add(() -> evaluate(landscape.evaluator(walkers), layout, walkers));
      }
      for (Future<Results> f : pool.invokeAll(tasks)) {
        Results r = f.get();
        Check.same(r.values, expected.values, "losses seen by one of four threads");
        for (int l = 0; l < r.x.lines(); l++) {
          Check.same(r.gradients.line(l), expected.gradients.line(l), "gradients, four threads");
          Check.same(r.products.line(l), expected.products.line(l), "H v, four threads");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } catch (ExecutionException e) {
      throw new AssertionError("an evaluator failed in a thread of its own", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private Results evaluate(LandscapeEvaluator evaluator, Layout layout, int walkers) {
    Results r = new Results(landscape.dim(), walkers, layout, radius);
    Results before = new Results(landscape.dim(), walkers, layout, radius);
    evaluator.values(TIME, r.x, r.values);
    evaluator.gradients(TIME, r.x, r.gradients);
    evaluator.hessianVectors(TIME, r.x, r.v, r.products);
    Results sum = new Results(landscape.dim(), walkers, layout, radius);
    evaluator.linearisedGradients(TIME, sum.x, sum.v, sum.gradients, sum.products);
    for (int l = 0; l < r.x.lines(); l++) {
      for (int k = 0; k < r.x.line(l).length; k++) {
        Check.same(
            sum.gradients.line(l)[k],
            r.gradients.line(l)[k] + r.products.line(l)[k],
            "linearised gradient, number %d of line %d",
            k,
            l);
      }
      Check.same(r.x.line(l), before.x.line(l), "the points after a block's evaluation");
      Check.same(r.v.line(l), before.v.line(l), "the vectors after a block's evaluation");
    }
    return r;
  }

  /** The inputs, the same for every layout, and room for the outputs. */
  private static final class Results {
    private final Block x;
    private final Block v;
    private final double[] values;
    private final Block gradients;
    private final Block products;

    Results(int dim, int walkers, Layout layout, double radius) {
      this.x = new Block(dim, walkers, layout);
      this.v = new Block(dim, walkers, layout);
      this.values = new double[walkers];
      this.gradients = new Block(dim, walkers, layout);
      this.products = new Block(dim, walkers, layout);
      TestDraws draws = new TestDraws(walkers);
      draws.uniforms(x);
      draws.normals(v);
      for (int l = 0; l < x.lines(); l++) {
        double[] line = x.line(l);
        for (int j = 0; j < line.length; j++) {
          line[j] = radius * (2 * line[j] - 1);
        }
      }
    }
  }
}
