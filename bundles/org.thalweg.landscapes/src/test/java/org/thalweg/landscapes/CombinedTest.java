package org.thalweg.landscapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.problem.Floor;
import org.thalweg.api.problem.LabelledLandscape;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.SampledLandscape;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.ValleyShape;
import org.thalweg.testkit.FlatLandscape;
import org.thalweg.testkit.LandscapeContract;
import org.thalweg.testkit.TestDraws;

class CombinedTest {
  private static final Landscape VALLEY =
      ValleyTest.valley(new Profile.Bump(), new org.thalweg.landscapes.Floor.Linear(0.3));
  private static final Landscape BOWL =
      new Quadratic()
          .create(
              new Quadratic.Params(new Spectrum.Listed(new double[] {2, 3}), 0, new double[] {0.5}),
              null);
  private static final Landscape FIVE = new Rosenbrock().create(rosenbrock(5), null);
  private static final Landscape MANY = new Rosenbrock().create(rosenbrock(40), null);
  private static final Schedule GROWING = t -> 1 + t * t;

  private static Rosenbrock.Params rosenbrock(int dim) {
    return new Rosenbrock.Params(dim, 1, 3);
  }

  @Test
  void combinedLandscapesKeepTheContract() {
    LandscapeContract.of(sum(new double[0], VALLEY, BOWL)).verify();
    LandscapeContract.of(sum(new double[] {2, -0.5}, BOWL, VALLEY)).verify();
    LandscapeContract.of(sum(new double[] {1, 2}, VALLEY, VALLEY)).verify();
    LandscapeContract.of(sum(new double[] {1, 2, 3}, MANY, MANY, MANY)).verify();
    LandscapeContract.of(scaled(VALLEY, Schedule.constant(3))).verify();
    LandscapeContract.of(scaled(FIVE, GROWING)).verify();
    LandscapeContract.of(sum(new double[0], scaled(VALLEY, GROWING), BOWL)).verify();
    LandscapeContract.of(shifted(VALLEY, 0.7, 0)).verify();
    LandscapeContract.of(shifted(VALLEY, 0.7, -0.2)).verify();
    LandscapeContract.of(shifted(MANY, 0.3)).verify();
    LandscapeContract.of(rotated(VALLEY, new Rotation.Plane())).verify();
    LandscapeContract.of(rotated(FIVE, new Rotation.Plane(3, 1, -0.4))).verify();
    LandscapeContract.of(rotated(FIVE, mirror(5))).verify();
    LandscapeContract.of(rotated(MANY, mirror(40))).verify();
    LandscapeContract.of(rotated(shifted(scaled(VALLEY, GROWING), 1, 2), new Rotation.Plane()))
        .verify();
  }

  @Test
  void aSumAddsUpWithItsWeights() {
    double[] x = {0.3, -0.8};
    assertThat(sum(new double[] {2, 0.5}, VALLEY, BOWL).value(x))
        .isCloseTo(2 * VALLEY.value(x) + 0.5 * BOWL.value(x), within(1e-15));
    assertThat(sum(new double[0], VALLEY, BOWL).value(x))
        .isCloseTo(VALLEY.value(x) + BOWL.value(x), within(1e-15));
  }

  @Test
  void aSumOfValleysIsAValleyAndAnyOtherIsNot() {
    ValleyShape shape = sum(new double[] {1, 2}, VALLEY, VALLEY).valley().orElseThrow();
    ValleyShape one = VALLEY.valley().orElseThrow();
    assertThat(shape.curvature(0.4)).isCloseTo(3 * one.curvature(0.4), within(1e-15));
    assertThat(sum(new double[] {1, 2}, VALLEY, VALLEY).floor()).isPresent();
    assertThat(sum(new double[] {1, -2}, VALLEY, VALLEY).valley()).isEmpty();
    assertThat(sum(new double[0], VALLEY, BOWL).valley()).isEmpty();
    assertThat(sum(new double[0], VALLEY, BOWL).floor()).isEmpty();
  }

  @Test
  void dimensionsThatDifferAreRefusedWithBothNames() {
    Refusals.refused(
        "landscapes[1]",
        "the landscape '1' has dimension 5, but '0' at landscapes[0] has dimension 2",
        () -> sum(new double[0], VALLEY, FIVE));
    Refusals.refused("landscapes", "is empty", () -> sum(new double[0]));
    Refusals.refused(
        "weights", "has 1 number, but landscapes has 2", () -> sum(new double[] {1}, VALLEY, BOWL));
  }

  @Test
  void aScaledLandscapeFollowsItsFactorInTime() {
    double[] x = {0.3, -0.8};
    double[] g = new double[2];
    double[] plain = new double[2];
    Landscape annealed = scaled(VALLEY, GROWING);
    annealed.gradient(2, x, g);
    VALLEY.gradient(x, plain);
    assertThat(g).containsExactly(5 * plain[0], 5 * plain[1]);
    assertThat(annealed.dependsOnTime()).isTrue();
    assertThat(annealed.valley()).isEmpty();
    assertThat(annealed.floor()).isPresent();
    assertThat(scaled(VALLEY, Schedule.constant(2)).dependsOnTime()).isFalse();
    assertThat(scaled(VALLEY, Schedule.constant(2)).valley()).isPresent();
    for (double factor : new double[] {-1, 0, Double.NaN, Double.POSITIVE_INFINITY}) {
      Refusals.refused(
          "", factor + " at time 0 is out", () -> scaled(VALLEY, Schedule.constant(factor)));
    }
  }

  @Test
  void aShiftAlongTheFloorLeavesAValleyAndOneAcrossDoesNot() {
    Landscape along = shifted(VALLEY, 2, 0);
    ValleyShape shape = along.valley().orElseThrow();
    assertThat(shape.curvature(2.5)).isEqualTo(VALLEY.valley().orElseThrow().curvature(0.5));
    Landscape across = shifted(VALLEY, 2, 1);
    assertThat(across.valley()).isEmpty();
    assertThat(point(across, -1)).containsExactly(1, 1);
    Refusals.refused("by", "has 3 numbers", () -> shifted(VALLEY, 1, 2, 3));
  }

  @Test
  void aRotationTurnsTheFirstAxisTowardsTheSecond() {
    Landscape turned = rotated(VALLEY, new Rotation.Plane(0, 1, Math.PI / 6));
    double[] floor = point(turned, 2);
    assertThat(floor)
        .containsExactly(
            new double[] {2 * Math.cos(Math.PI / 6), 2 * Math.sin(Math.PI / 6)}, within(1e-15));
    assertThat(turned.value(floor)).isCloseTo(VALLEY.value(new double[] {2, 0}), within(1e-15));
    assertThat(turned.valley()).isEmpty();
  }

  @Test
  void theMatrixOfAPlaneRotationIsThatRotation() {
    double c = Math.cos(0.4);
    double s = Math.sin(0.4);
    double[] x = {0.3, -0.8};
    assertThat(rotated(VALLEY, new Rotation.Matrix(new double[] {c, -s, s, c})).value(x))
        .isCloseTo(rotated(VALLEY, new Rotation.Plane(0, 1, 0.4)).value(x), within(1e-14));
  }

  @Test
  void whatIsNoRotationIsRefused() {
    Refusals.refused(
        "rotation.rows",
        "is not orthogonal: the product of columns 0 and 1 is 1.0 instead of 0",
        () -> rotated(VALLEY, new Rotation.Matrix(new double[] {1, 1, 0, 1})));
    Refusals.refused(
        "rotation.rows",
        "has 1 number, but the landscape has 2 parameters; give 4",
        () -> rotated(VALLEY, new Rotation.Matrix(new double[] {1})));
    Refusals.refused(
        "rotation.second",
        "is 2, but the landscape has 2 parameters; use 0 to 1",
        () -> rotated(VALLEY, new Rotation.Plane(0, 2, 1)));
    Refusals.refused(
        "rotation.second",
        "the same axis as first",
        () -> rotated(VALLEY, new Rotation.Plane(1, 1, 1)));
  }

  @Test
  void minibatchesGoThroughSumsWithOneDataSetAndThroughFactors() {
    Landscape data = new OnePointPerSample(new double[] {0, 1, 5});
    Landscape decay = new DiagonalQuadratic(new double[] {2}, new double[1], 0);
    SampledLandscape sum = (SampledLandscape) sum(new double[] {1, 0.5}, data, decay);
    assertThat(batchGradient(sum, 2, 2)).isCloseTo((2 - 5) + 0.5 * 2 * 2, within(1e-15));
    SampledLandscape scaled = (SampledLandscape) scaled(sum, Schedule.constant(3));
    assertThat(scaled.samples()).isEqualTo(3);
    assertThat(batchGradient(scaled, 2, 2)).isCloseTo(3 * (-3 + 2), within(1e-15));
    LandscapeContract.of(scaled).verify();
    assertThat(sum(new double[0], data, data)).isNotInstanceOf(SampledLandscape.class);
    assertThat(shifted(data, 1)).isNotInstanceOf(SampledLandscape.class);
  }

  private static double batchGradient(SampledLandscape landscape, double x, int sample) {
    Block points = new Block(1, 1, Layout.BY_COORDINATE);
    Block out = new Block(1, 1, Layout.BY_COORDINATE);
    points.fill(x);
    landscape.evaluator(1).batchGradients(0, points, new int[][] {{sample}}, out);
    return out.get(0, 0);
  }

  @Test
  void labelsAreNotClaimed() {
    Landscape product = new Product().create(new Product.Params(1, 1), null);
    assertThat(sum(new double[0], product, BOWL)).isNotInstanceOf(LabelledLandscape.class);
    assertThat(scaled(product, Schedule.constant(2))).isNotInstanceOf(LabelledLandscape.class);
  }

  @Test
  void theFloorOfAValleyEndsWhereItIsARidge() {
    Floor floor = ValleyTest.valley(new Profile.Linear(1, 0.2), flat()).floor().orElseThrow();
    assertThat(floor.from()).isEqualTo(-5);
    assertThat(floor.to()).isInfinite();
    floor = ValleyTest.valley(new Profile.Linear(1, -0.5), flat()).floor().orElseThrow();
    assertThat(floor.to()).isEqualTo(2);
    assertThat(point(VALLEY, 1.5)).containsExactly(1.5, 0);
  }

  @Test
  void aSumOfBlocksDoesNotDependOnTheChunk() {
    Landscape sum = sum(new double[] {1, 2}, VALLEY, BOWL);
    Block x = new Block(2, 9, Layout.BY_COORDINATE);
    new TestDraws(1).normals(x);
    Block all = new Block(2, 9, Layout.BY_COORDINATE);
    sum.evaluator(9).gradients(0, x, all);
    Block one = new Block(2, 1, Layout.BY_COORDINATE);
    Block alone = new Block(2, 1, Layout.BY_COORDINATE);
    double[] p = new double[2];
    x.point(4, p);
    one.setPoint(0, p);
    sum.evaluator(1).gradients(0, one, alone);
    assertThat(alone.get(1, 0)).isEqualTo(all.get(1, 4));
  }

  @Test
  void aFlatLandscapeHasNoFloorToMove() {
    assertThat(shifted(new FlatLandscape(2), 1).floor()).isEmpty();
  }

  private static org.thalweg.landscapes.Floor flat() {
    return new org.thalweg.landscapes.Floor.Flat();
  }

  private static double[] point(Landscape landscape, double s) {
    double[] x = new double[landscape.dim()];
    landscape.floor().orElseThrow().point(s, x);
    return x;
  }

  /** The reflection 1 - 2 n n^T with n along the diagonal, a full orthogonal matrix. */
  private static Rotation mirror(int dim) {
    double[] rows = new double[dim * dim];
    for (int i = 0; i < dim; i++) {
      for (int j = 0; j < dim; j++) {
        rows[i * dim + j] = (i == j ? 1 : 0) - 2.0 / dim;
      }
    }
    return new Rotation.Matrix(rows);
  }

  private static Landscape sum(double[] weights, Landscape... parts) {
    Given given = new Given(null, parts);
    return new Sum().create(new Sum.Params(given.refs(), weights), given);
  }

  private static Landscape scaled(Landscape landscape, Schedule factor) {
    Given given = new Given(factor, landscape);
    return new Scaled().create(new Scaled.Params(given.refs().get(0), null), given);
  }

  private static Landscape shifted(Landscape landscape, double... by) {
    Given given = new Given(null, landscape);
    return new Shifted().create(new Shifted.Params(given.refs().get(0), by), given);
  }

  private static Landscape rotated(Landscape landscape, Rotation rotation) {
    Given given = new Given(null, landscape);
    return new Rotated().create(new Rotated.Params(given.refs().get(0), rotation), given);
  }
}
