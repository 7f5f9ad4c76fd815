package org.thalweg.engine.sweep;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How the places of a swept axis lie: their order, their scale, the cells around them. */
final class Spacing {
  /** Values that span more than this show on a logarithmic scale. */
  private static final double WIDE = 50;

  /** Over a logarithmic axis a power law is straight, so less will do. */
  private static final double WIDE_OVER_LOGARITHMIC = 5;

  private Spacing() {}

  /** The indices of values in rising order. */
  static Integer[] order(double[] values) {
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    return order;
  }

  /** Whether positive values, rising, are spaced more evenly in their logarithm. */
  static boolean logarithmic(double[] rising) {
    if (rising.length < 3 || !(rising[0] > 0)) {
      return rising.length == 2 && rising[0] > 0 && rising[1] / rising[0] > 20;
    }
    double[] logarithms = Arrays.stream(rising).map(StrictMath::log).toArray();
    return unevenness(logarithms) < unevenness(rising);
  }

  /** The relative spread of the gaps. */
  private static double unevenness(double[] rising) {
    int n = rising.length - 1;
    double mean = (rising[n] - rising[0]) / n;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double off = (rising[i + 1] - rising[i]) / mean - 1;
      squares += off * off;
    }
    return squares / n;
  }

  /** Edges halfway between neighbouring places; the outer cells reach as far out as in. */
  static double[] edges(double[] places, boolean logarithmic) {
    int n = places.length;
    double[] at =
        logarithmic ? Arrays.stream(places).map(StrictMath::log10).toArray() : places.clone();
    double[] edges = new double[n + 1];
    for (int i = 1; i < n; i++) {
      edges[i] = (at[i - 1] + at[i]) / 2;
    }
    edges[0] = at[0] - (edges[1] - at[0]);
    edges[n] = at[n - 1] + (at[n - 1] - edges[n - 1]);
    return logarithmic ? Arrays.stream(edges).map(e -> StrictMath.pow(10, e)).toArray() : edges;
  }

  /**
   * Whether values span decades: none is negative, and at most every third is zero, such as a rate
   * where nothing has happened.
   *
   * @param over whether they stand over a logarithmic axis
   */
  static boolean wide(Stream<double[]> values, boolean over) {
    double[] finite =
        values.flatMapToDouble(Arrays::stream).filter(Double::isFinite).sorted().toArray();
    double[] positive = Arrays.stream(finite).filter(v -> v > 0).toArray();
    int zeros = finite.length - positive.length;
    return positive.length > 1
        && finite[0] >= 0
        && 3 * zeros <= finite.length
        && positive[positive.length - 1] > (over ? WIDE_OVER_LOGARITHMIC : WIDE) * positive[0];
  }
}
