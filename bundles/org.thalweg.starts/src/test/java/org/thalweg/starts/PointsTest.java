package org.thalweg.starts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.Start;
import org.thalweg.testkit.FlatLandscape;
import org.thalweg.testkit.NoReferences;
import org.thalweg.testkit.StartContract;
import org.thalweg.testkit.TestDraws;

class PointsTest {
  private static final double[] THREE = {1, 10, 2, 20, 3, 30};

  @Test
  void startsKeepTheirContract() {
    StartContract.of(file(Order.IN_TURN, 2, rows(2, THREE)), 2).verify();
    StartContract.of(file(Order.RANDOM, 2, rows(2, THREE)), 2).verify();
  }

  @Test
  void walkerTakesItsRowInWhateverChunkItIs() {
    Start start = file(Order.IN_TURN, 2, rows(2, THREE));
    Block x = new Block(2, 4, Layout.BY_COORDINATE);
    start.sample(0, new TestDraws(1), x);
    assertThat(x.line(0)).containsExactly(1, 2, 3, 1);
    assertThat(x.line(1)).containsExactly(10, 20, 30, 10);
    start.sample(3_000_000_001L, new TestDraws(1), x);
    assertThat(x.line(0)).containsExactly(2, 3, 1, 2);
  }

  @Test
  void randomWalkersTakeEveryRowEquallyOften() {
    int n = 30_000;
    Block x = new Block(2, n, Layout.BY_COORDINATE);
    file(Order.RANDOM, 2, rows(2, THREE)).sample(0, new TestDraws(1), x);
    int[] counts = new int[4];
    for (int w = 0; w < n; w++) {
      assertThat(x.get(1, w)).isEqualTo(10 * x.get(0, w));
      counts[(int) x.get(0, w)]++;
    }
    // Four standard errors of a count with probability 1/3.
    double allowed = 4 * Math.sqrt(n * 2 / 9.0);
    for (int row = 1; row <= 3; row++) {
      assertThat((double) counts[row]).isCloseTo(n / 3.0, within(allowed));
    }
  }

  @Test
  void aListOfNumbersIsEnoughInOneDimension() {
    Block x = new Block(1, 2, Layout.BY_COORDINATE);
    NamedArray list = new NamedArray("points", new int[] {2}, new double[] {4, 5}, "");
    file(Order.IN_TURN, 1, list).sample(0, new TestDraws(1), x);
    assertThat(x.line(0)).containsExactly(4, 5);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    refused(
        "path",
        "has the shape [3, 2], but starting points are rows of 3 numbers",
        () -> file(Order.IN_TURN, 3, rows(2, THREE)));
    refused(
        "path",
        "row 1, from 0, is [NaN, 2.0], where no walker can start",
        () -> file(Order.IN_TURN, 2, rows(2, 1, 2, Double.NaN, 2)));
    refused(
        "path",
        "points.csv is not there",
        () ->
            new PointsFile()
                .create(
                    new PointsFile.Params("points.csv", Order.IN_TURN),
                    new FlatLandscape(2),
                    missing()));
  }

  @Test
  void theEndOfARunLeavesOutWalkersThatHadLeft() {
    Start start = runEnd("runs/a/arrays/sgd-positions.npy", rows(2, 1, 2, Double.NaN, 0, 5, 6));
    Block x = new Block(2, 3, Layout.BY_WALKER);
    start.sample(0, new TestDraws(1), x);
    assertThat(x.line(0)).containsExactly(1, 2);
    assertThat(x.line(1)).containsExactly(5, 6);
    assertThat(x.line(2)).containsExactly(1, 2);
    refused(
        "run",
        "runs/a/arrays/sgd-positions.npy has no position to start from: all 2 walkers had left",
        () ->
            runEnd(
                "runs/a/arrays/sgd-positions.npy",
                rows(2, Double.NaN, Double.NaN, Double.NaN, Double.NaN)));
    refused(
        "run",
        "is not there (an ensemble keeps its final positions if \"keepPositions\" is true",
        () ->
            new RunEnd()
                .create(
                    new RunEnd.Params("runs/a", "sgd", Order.IN_TURN),
                    new FlatLandscape(2),
                    missing()));
  }

  private static void refused(String parameter, String message, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            InvalidParameterException.class, e -> assertThat(e.parameter()).isEqualTo(parameter))
        .hasMessageContaining(message);
  }

  private static NamedArray rows(int columns, double... values) {
    return new NamedArray("points", new int[] {values.length / columns, columns}, values, "");
  }

  private static Start file(Order order, int dim, NamedArray array) {
    return new PointsFile()
        .create(
            new PointsFile.Params("points.csv", order),
            new FlatLandscape(dim),
            holding("points.csv", array));
  }

  private static Start runEnd(String path, NamedArray array) {
    return new RunEnd()
        .create(
            new RunEnd.Params("runs/a", "sgd", Order.IN_TURN),
            new FlatLandscape(2),
            holding(path, array));
  }

  private static Assembly holding(String path, NamedArray array) {
    return new NoReferences() {
      @Override
      public NamedArray array(String asked) {
        assertThat(asked).isEqualTo(path);
        return array;
      }
    };
  }

  private static Assembly missing() {
    return new NoReferences() {
      @Override
      public NamedArray array(String path) {
        throw new InvalidParameterException("", path + " is not there");
      }
    };
  }
}
