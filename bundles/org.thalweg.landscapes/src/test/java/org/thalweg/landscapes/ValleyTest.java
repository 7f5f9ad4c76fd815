package org.thalweg.landscapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.ValleyShape;
import org.thalweg.testkit.LandscapeContract;
import org.thalweg.testkit.TestDraws;

class ValleyTest {
  static final List<Profile> PROFILES =
      List.of(
          new Profile.Bump(),
          new Profile.Bump(-0.4, 0.2, 0.7, 3),
          new Profile.Linear(),
          new Profile.Exponential(2, -1.5),
          new Profile.SquaredExponential(12.5, 1.1),
          new Profile.Quartic(2, 1.5, 0.8),
          new Profile.Cosine(),
          new Profile.Cosine(3, 1, 2.5));
  static final List<Floor> FLOORS =
      List.of(new Floor.Flat(), new Floor.Linear(-0.3), new Floor.Quadratic(0.7, 0.4));

  static Landscape valley(Profile profile, Floor floor) {
    return new Valley().create(new Valley.Params(profile, floor), null);
  }

  static Stream<Landscape> all() {
    return PROFILES.stream().flatMap(p -> FLOORS.stream().map(f -> valley(p, f)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void keepsTheContractOfLandscapes(Landscape valley) {
    LandscapeContract.of(valley).within(2).verify();
  }

  @ParameterizedTest
  @MethodSource("all")
  void blocksGiveTheBitsOfPoints(Landscape valley) {
    int n = 257;
    Block x = new Block(2, n, Layout.BY_COORDINATE);
    Block v = new Block(2, n, Layout.BY_COORDINATE);
    Block out = new Block(2, n, Layout.BY_COORDINATE);
    double[] losses = new double[n];
    new TestDraws(4).normals(x);
    new TestDraws(5).normals(v);
    LandscapeEvaluator evaluator = valley.evaluator(n);
    double[] p = new double[2];
    double[] q = new double[2];
    double[] expected = new double[2];
    evaluator.values(0, x, losses);
    evaluator.gradients(0, x, out);
    for (int w = 0; w < n; w++) {
      x.point(w, p);
      valley.gradient(p, expected);
      assertThat(losses[w]).isEqualTo(valley.value(p));
      assertThat(new double[] {out.get(0, w), out.get(1, w)}).containsExactly(expected);
    }
    evaluator.hessianVectors(0, x, v, out);
    for (int w = 0; w < n; w++) {
      x.point(w, p);
      v.point(w, q);
      valley.hessianVector(p, q, expected);
      assertThat(new double[] {out.get(0, w), out.get(1, w)}).containsExactly(expected);
    }
  }

  @Test
  void profilesAreTheFormulasOfTheNotes() {
    double x = 0.6;
    assertThat(curvature(new Profile.Bump(1, 1, 1, 1), x))
        .isCloseTo(Math.pow(1 + Math.exp(-(x - 1) * (x - 1)), -2), within(1e-15));
    assertThat(curvature(new Profile.Bump(0.5, 2, 3, 4), x))
        .isCloseTo(4 / Math.pow(1 + 0.5 * Math.exp(-Math.pow((x - 2) / 3, 2)), 2), within(1e-14));
    assertThat(curvature(new Profile.Linear(1, 0.2), x)).isCloseTo(1.12, within(1e-15));
    assertThat(curvature(new Profile.Exponential(2, 0.5), x))
        .isCloseTo(2 * Math.exp(-2 * x / 0.5), within(1e-15));
    assertThat(curvature(new Profile.SquaredExponential(50, 2), x))
        .isCloseTo(50 * Math.exp(x * x / 4), within(1e-12));
    double lnF = 1.5 * x * x / 2 - 0.8 * Math.pow(x, 4) / 4;
    assertThat(curvature(new Profile.Quartic(2, 1.5, 0.8), x))
        .isCloseTo(2 * Math.exp(-2 * lnF), within(1e-14));
    assertThat(curvature(new Profile.Cosine(), x))
        .isCloseTo(0.2 + 1.6 * (1 - Math.cos(x)) / 2, within(1e-15));
    assertThat(curvature(new Profile.Cosine(0.2, 1.8, 3), 1.5)).isCloseTo(1.8, within(1e-15));
  }

  @Test
  void theReferenceCurvatureIsTheProfilesOwnParameter() {
    assertThat(shape(new Profile.Bump(1, 1, 1, 7)).referenceCurvature()).isEqualTo(7);
    assertThat(shape(new Profile.SquaredExponential(12.5, 1)).referenceCurvature()).isEqualTo(12.5);
    assertThat(shape(new Profile.Cosine(0.3, 2, 1)).referenceCurvature()).isEqualTo(0.3);
  }

  @Test
  void farAwayTheSlopesVanishAndNothingOverflows() {
    Landscape valley = valley(new Profile.Bump(), new Floor.Flat());
    double[] g = new double[2];
    valley.gradient(new double[] {1e3, 2}, g);
    assertThat(g).containsExactly(0, 2);
  }

  @Test
  void aLinearProfileIsARidgeWhereItIsNegative() {
    ValleyShape shape = shape(new Profile.Linear(1, 0.2));
    assertThat(shape.curvature(-6)).isCloseTo(-0.2, within(1e-15));
    assertThat(shape.logFlatness(-6)).isNaN();
  }

  @Test
  void anExponentialProfileNeedsALength() {
    assertThatThrownBy(() -> new Profile.Exponential(1, 0))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessage("is 0, but must be positive (F grows with x) or negative (F falls)");
  }

  @Test
  void theDefaultIsTheReferenceWorkload() {
    Valley.Params defaults = new Valley().defaults();
    assertThat(defaults.profile()).isEqualTo(new Profile.Bump(1, 1, 1, 1));
    assertThat(defaults.floor()).isEqualTo(new Floor.Flat());
  }

  private static double curvature(Profile profile, double x) {
    return shape(profile).curvature(x);
  }

  private static ValleyShape shape(Profile profile) {
    return valley(profile, new Floor.Flat()).valley().orElseThrow();
  }
}
