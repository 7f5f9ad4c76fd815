package org.thalweg.api.analysis;

import org.thalweg.api.problem.Problem;

/** What is asked of a prediction beside its quantity: where, when, from where to where. */
public sealed interface Question {
  /**
   * The number of values that answer it.
   *
   * @return the length of the answer
   */
  int size();

  /** One number for the whole problem. */
  record Whole() implements Question {
    @Override
    public int size() {
      return 1;
    }
  }

  /**
   * A curve along axis 0.
   *
   * @param places where
   */
  record Along(double... places) implements Question {
    @Override
    public int size() {
      return places.length;
    }
  }

  /**
   * Values at points.
   *
   * @param dim the number of coordinates of a point
   * @param coordinates the points, one after the other
   */
  record At(int dim, double... coordinates) implements Question {
    @Override
    public int size() {
      return coordinates.length / dim;
    }
  }

  /**
   * One value for each of some coordinates, in a steady state or at a time.
   *
   * @param axes the coordinates
   * @param time the time; infinity for the steady state
   */
  record Of(int[] axes, double time) implements Question {
    /**
     * In the steady state.
     *
     * @param axes the coordinates
     * @return the question
     */
    public static Of steady(int... axes) {
      return new Of(axes, Double.POSITIVE_INFINITY);
    }

    /**
     * All coordinates in the steady state.
     *
     * @param problem the problem
     * @return the question
     */
    public static Of all(Problem problem) {
      return steady(java.util.stream.IntStream.range(0, problem.dim()).toArray());
    }

    @Override
    public int size() {
      return axes.length;
    }
  }

  /**
   * A passage from a point into a region, or into an absorbing edge before.
   *
   * @param from where paths begin
   * @param region where they end
   */
  record Passage(double[] from, Region region) implements Question {
    @Override
    public int size() {
      return 1;
    }
  }
}
