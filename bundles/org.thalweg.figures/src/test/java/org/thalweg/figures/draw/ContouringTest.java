package org.thalweg.figures.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContouringTest {
  private static final double[] X = Samples.range(-2, 2, 81);
  private static final double[] Y = Samples.range(-1.5, 1.5, 61);

  private interface Surface {
    double at(double x, double y);
  }

  private static double[] grid(Surface f) {
    double[] z = new double[X.length * Y.length];
    for (int i = 0; i < X.length; i++) {
      for (int j = 0; j < Y.length; j++) {
        z[i * Y.length + j] = f.at(X[i], Y[j]);
      }
    }
    return z;
  }

  private static boolean closed(Contouring.Polyline line) {
    int last = line.x().length - 1;
    return line.x()[0] == line.x()[last] && line.y()[0] == line.y()[last];
  }

  @Test
  void aBowlGivesOneClosedCircle() {
    List<Contouring.Polyline> lines = new Contouring(X, Y, grid((x, y) -> x * x + y * y)).lines(1);

    assertThat(lines).hasSize(1);
    Contouring.Polyline circle = lines.get(0);
    assertThat(closed(circle)).isTrue();
    // a linear interpolation of x^2 over a cell of h = 0.05 errs by at most h^2 / 8
    for (int k = 0; k < circle.x().length; k++) {
      assertThat(Math.hypot(circle.x()[k], circle.y()[k])).isCloseTo(1, within(0.05 * 0.05 / 8));
    }
    double turned = 0;
    for (int k = 1; k < circle.x().length; k++) {
      double cross = circle.x()[k - 1] * circle.y()[k] - circle.x()[k] * circle.y()[k - 1];
      turned += cross / 2;
    }
    assertThat(Math.abs(turned)).as("enclosed area").isCloseTo(Math.PI, within(0.01));
  }

  @Test
  void aPlaneGivesOneOpenLineFromFrameToFrame() {
    List<Contouring.Polyline> lines = new Contouring(X, Y, grid((x, y) -> x)).lines(0.512);

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).y()).hasSize(Y.length);
    assertThat(Arrays.stream(lines.get(0).x())).allMatch(x -> Math.abs(x - 0.512) < 1e-12);
  }

  @Test
  void aSaddleGivesTwoBranchesThatDoNotCross() {
    for (double level : new double[] {0.013, -0.013}) {
      assertThat(new Contouring(X, Y, grid((x, y) -> x * y)).lines(level)).hasSize(2);
    }
  }

  @Test
  void everyCellPatternIsCoveredOnceByNoise() {
    Random random = new Random(4);
    double[] z = grid((x, y) -> random.nextDouble());
    int ends = 0;
    for (Contouring.Polyline line : new Contouring(X, Y, z).lines(0.5)) {
      if (!closed(line)) {
        ends++;
        for (int k : new int[] {0, line.x().length - 1}) {
          boolean onFrame =
              Math.abs(line.x()[k]) == 2.0 || Math.abs(Math.abs(line.y()[k]) - 1.5) < 1e-12;
          assertThat(onFrame).as("open lines end on the frame").isTrue();
        }
      }
    }
    assertThat(ends).isPositive();
  }

  @Test
  void cellsWithoutANumberAreLeftOut() {
    double[] z = grid((x, y) -> x > 0 ? Double.NaN : x * x + y * y);
    List<Contouring.Polyline> lines = new Contouring(X, Y, z).lines(1);

    assertThat(lines).hasSize(1);
    assertThat(Arrays.stream(lines.get(0).x())).allMatch(x -> x <= 0);
  }

  @Test
  void aLevelOutsideTheValuesGivesNothing() {
    assertThat(new Contouring(X, Y, grid((x, y) -> 1)).lines(2)).isEmpty();
    assertThat(new Contouring(X, Y, grid((x, y) -> 1)).lines(1)).isEmpty();
  }
}
