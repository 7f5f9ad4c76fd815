package org.thalweg.analyzers.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.StubTheory;
import org.thalweg.analyzers.TestValley;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.marginal.Histogram;
import org.thalweg.analyzers.marginal.Masses;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.problem.Problem;

/** Distances, their errors and their null expectations. */
class DistanceTest {
  private static final Bins BINS = new Bins(-4, 4, 100);
  private static final Problem PROBLEM =
      Fixtures.problem(
          TestValley.gaussian(20, 0),
          new Fixtures.Anisotropic(1, 4),
          10,
          Fixtures.walls(-4, 4),
          Fixtures.walls(-2, 2));

  private static Masses normals(long seed, int n, double mean) {
    double[] x = Fixtures.normals(new SplittableRandom(seed), n, mean, 0.9);
    return Histogram.of(Fixtures.chunk(0, x, new double[n]), 0, BINS).masses(BINS);
  }

  @Test
  void equalDistributionsShowTheNullExpectation() {
    double[] ratios = new double[3];
    int replicas = 200;
    for (int r = 0; r < replicas; r++) {
      Distances d = new Distances(normals(2 * r, 4000, 0), normals(2 * r + 1, 6000, 0));
      ratios[0] += d.totalVariation().value() / d.totalVariation().underNull() / replicas;
      ratios[1] += d.kolmogorovSmirnov().value() / d.kolmogorovSmirnov().underNull() / replicas;
      ratios[2] += d.wasserstein().value() / d.wasserstein().underNull() / replicas;
    }

    assertThat(ratios[0]).isCloseTo(1, within(0.05));
    assertThat(ratios[1]).isCloseTo(1, within(0.06));
    assertThat(ratios[2]).isCloseTo(1, within(0.1));
  }

  @Test
  void aShiftIsItsWassersteinDistance() {
    int replicas = 200;
    double mean = 0;
    double squares = 0;
    for (int r = 0; r < replicas; r++) {
      Distances.Distance d =
          new Distances(normals(2 * r, 3000, 0), normals(2 * r + 1, 3000, 0.5)).wasserstein();
      double z = (d.value() - 0.5) / d.error();
      mean += z / replicas;
      squares += z * z / replicas;
    }

    assertThat(mean).isCloseTo(0, within(0.3));
    assertThat(squares).isCloseTo(1, within(0.3));
  }

  private static Analyzer analyzer(List<Prediction> predictions) {
    return new Distance()
        .create(
            new Distance.Params(List.of(), 0, 50, OptionalDouble.empty(), OptionalDouble.empty()),
            PROBLEM.setting(),
            Fixtures.assembly(predictions, null));
  }

  private static Observed density(
      Analyzer a, String id, double time, int cells, Fixtures.Density p) {
    MethodInfo method = Fixtures.density(id);
    Observer o = Fixtures.observer(a, PROBLEM, method);
    o.observe(
        time,
        Fixtures.density(
            new GridAxis(-4, 4, cells), new GridAxis(-2, 2, cells), p, (x, y) -> x * x, true));
    Observer copy = Fixtures.observer(a, PROBLEM, method);
    Fixtures.restore(copy, Fixtures.bytes(o));
    assertThat(Fixtures.bytes(copy)).isEqualTo(Fixtures.bytes(o));
    return Fixtures.observed(method, copy);
  }

  /**
   * (1/2) Int |P - Q| of two normals shifted by d: 2 Phi(d/2) - 1, and a shift hidden in a tilt.
   */
  @Test
  void jointDistanceOfADensityFromATheoryIsAccurate() {
    TestValley v = TestValley.gaussian(20, 0);
    double eps = 0.004;
    Fixtures.Density tilted =
        (x, y) ->
            Math.exp(4 * v.logFlatness(x) - v.logFlatness(x) - v.curvature(x) * y * y / 2)
                * (1 + eps * Math.signum(x));
    Analyzer a = analyzer(List.of(new StubTheory(Quantity.LOG_DENSITY, 0)));
    Table t =
        a.report(PROBLEM, List.of(density(a, "fp", Double.POSITIVE_INFINITY, 400, tilted)))
            .tables()
            .get(0);

    assertThat(Fixtures.words(t, "distance")).containsExactly("total-variation-joint");
    assertThat(Fixtures.numbers(t, "value")[0]).isCloseTo(eps / 2, within(0.03 * eps / 2));
  }

  @Test
  void densitiesAreComparedJointlyOnEqualGridsAndExplainedOtherwise() {
    Fixtures.Density p = (x, y) -> Math.exp(-x * x / 2 - 5 * y * y);
    Fixtures.Density q = (x, y) -> Math.exp(-(x - 0.4) * (x - 0.4) / 2 - 5 * y * y);
    Analyzer a = analyzer(List.of());
    Table t =
        a.report(
                PROBLEM,
                List.of(
                    density(a, "one", 1, 100, p),
                    density(a, "two", 1, 100, q),
                    density(a, "three", 1, 60, q),
                    density(a, "four", 2, 100, q)))
            .tables()
            .get(0);
    List<String> what = Fixtures.words(t, "distance");
    double[] value = Fixtures.numbers(t, "value");

    // 2 Phi(0.2) - 1 = 0.1585
    assertThat(what.subList(0, 4))
        .containsExactly(
            "total-variation", "kolmogorov-smirnov", "wasserstein-1", "total-variation-joint");
    assertThat(value[0]).isCloseTo(0.1585, within(2e-3));
    assertThat(value[1]).isCloseTo(0.1585, within(2e-3));
    assertThat(value[2]).isCloseTo(0.4, within(2e-3));
    assertThat(value[3]).isCloseTo(0.1585, within(2e-3));
    assertThat(Fixtures.words(t, "note"))
        .anyMatch(n -> n.contains("different grids"))
        .anyMatch(n -> n.contains("nowhere within half a step"));
  }

  @Test
  void walkersAreComparedAtTheLastCommonTime() {
    Analyzer a = analyzer(List.of());
    MethodInfo walkers = Fixtures.langevin("langevin", 0.1);
    Observer o = Fixtures.observer(a, PROBLEM, walkers);
    double[] x = Fixtures.normals(new SplittableRandom(3), 5000, 0, 1);
    o.observe(0.96, Fixtures.chunk(0, x, new double[x.length]));
    o.observe(2, Fixtures.chunk(0, x, new double[x.length]));
    Table t =
        a.report(
                PROBLEM,
                List.of(
                    Fixtures.observed(walkers, o),
                    density(a, "fp", 1, 100, (u, v) -> Math.exp(-u * u / 2 - v * v))))
            .tables()
            .get(0);

    assertThat(Fixtures.numbers(t, "time")[0]).isEqualTo(0.96);
    assertThat(Fixtures.numbers(t, "value")[0])
        .isLessThan(2 * Fixtures.numbers(t, "under_null")[0]);
  }

  @Test
  void namesTheMethodsThatAreNotThere() {
    Analyzer a =
        new Distance()
            .create(
                new Distance.Params(
                    List.of("sgd", "fb"), 0, 50, OptionalDouble.empty(), OptionalDouble.empty()),
                PROBLEM.setting(),
                Fixtures.assembly(List.of(), null));

    assertThat(a.objections(PROBLEM, List.of(Fixtures.langevin("sgd", 1), Fixtures.density("fp"))))
        .singleElement()
        .asString()
        .contains("no method 'fb'")
        .contains("sgd, fp");
    assertThat(a.observer(PROBLEM, Fixtures.density("fp"))).isEmpty();
  }
}
