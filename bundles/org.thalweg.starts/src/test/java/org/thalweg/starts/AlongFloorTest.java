package org.thalweg.starts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.Floor;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.ProductStart;
import org.thalweg.api.problem.Start;
import org.thalweg.api.problem.ValleyShape;
import org.thalweg.testkit.FlatLandscape;
import org.thalweg.testkit.Sample;
import org.thalweg.testkit.StartContract;
import org.thalweg.testkit.TestDraws;

class AlongFloorTest {
  @Test
  void startsKeepTheirContract() {
    StartContract.of(start(new Straight(0), -2, 3, 0.2), 2).verify();
    StartContract.of(start(new Straight(0), 1, 1, 0), 2).verify();
    StartContract.of(start(new Straight(1.5), -2, 3, 0.2), 2).verify();
    StartContract.of(start(new Straight(1.5), 1, 1, 0), 2).verify();
    StartContract.of(start(new Circle(3), -1, 2, 0.1), 3).verify();
  }

  @Test
  void aValleyGivesAProductSoThatDensitiesCanBeginThere() {
    ProductStart start = (ProductStart) start(new Straight(0), -2, 3, 0.5);
    assertThat(start.cumulative(0, 0.5)).isEqualTo(0.5);
    assertThat(start.cumulative(1, 0)).isCloseTo(0.5, within(1e-15));
    assertThat(start.partialMean(0, 10)).isEqualTo(0.5);
    assertThat(start(new Circle(2), 0, 1, 0)).isNotInstanceOf(ProductStart.class);
  }

  @Test
  void withoutSpreadEveryWalkerIsOnTheFloor() {
    Block x = sample(new Circle(2), -1, 1, 0);
    for (int w = 0; w < x.walkers(); w++) {
      assertThat(Math.hypot(x.get(0, w), x.get(1, w))).isCloseTo(2, within(1e-14));
      assertThat(Math.atan2(x.get(1, w), x.get(0, w))).isBetween(-1.0, 1.0);
    }
  }

  @Test
  void theSpreadIsAcrossAndNotAlong() {
    Block x = sample(new Circle(3), -3, 3, 0.1);
    Sample radius = new Sample();
    Sample height = new Sample();
    for (int w = 0; w < x.walkers(); w++) {
      // The circle has radius 2; the second perpendicular axis is the third coordinate.
      radius.add(Math.hypot(x.get(0, w), x.get(1, w)) - 2);
      height.add(x.get(2, w));
      assertThat(Math.abs(x.get(2, w))).isLessThan(0.6);
    }
    // Four standard errors; an isotropic kick would move the mean radius out by 0.0025.
    assertThat(radius.mean()).isCloseTo(0, within(4 * radius.error()));
    assertThat(radius.error()).isLessThan(0.0006);
    assertThat(radius.variance()).isCloseTo(0.01, within(4 * radius.varianceError()));
    assertThat(height.variance()).isCloseTo(0.01, within(4 * height.varianceError()));
  }

  @Test
  void aLandscapeWithoutAFloorIsRefusedWithARemedy() {
    refused(
        new FlatLandscape(2), 0, 1, "type", "gives no line of minima in closed form; use point");
    refused(new Circle(2), -4, 1, "from", "is -4.0, but the landscape's floor goes from -3.14");
    refused(new Circle(2), 2, 1, "to", "is 1.0, below from, which is 2.0");
  }

  private static void refused(
      Landscape landscape, double from, double to, String parameter, String message) {
    assertThatThrownBy(() -> start(landscape, from, to, 0))
        .isInstanceOfSatisfying(
            InvalidParameterException.class, e -> assertThat(e.parameter()).isEqualTo(parameter))
        .hasMessageContaining(message);
  }

  private static Start start(Landscape landscape, double from, double to, double spread) {
    return new AlongFloor().create(new AlongFloor.Params(from, to, spread), landscape, null);
  }

  private static Block sample(Landscape landscape, double from, double to, double spread) {
    Block x = new Block(landscape.dim(), 40_000, Layout.BY_COORDINATE);
    start(landscape, from, to, spread).sample(new TestDraws(2), x);
    return x;
  }

  /** A circle of radius 2 in the plane of the first two coordinates. */
  private record Circle(int dim) implements Landscape, Floor {
    @Override
    public double value(double[] x) {
      return 0;
    }

    @Override
    public Optional<Floor> floor() {
      return Optional.of(this);
    }

    @Override
    public double from() {
      return -Math.PI;
    }

    @Override
    public double to() {
      return Math.PI;
    }

    @Override
    public void point(double s, double[] x) {
      Arrays.fill(x, 0);
      x[0] = 2 * Math.cos(s);
      x[1] = 2 * Math.sin(s);
    }
  }

  /** A valley of curvature 1, whose floor begins its parameter elsewhere than x. */
  private record Straight(double shift) implements Landscape, Floor, ValleyShape {
    @Override
    public int dim() {
      return 2;
    }

    @Override
    public double value(double[] x) {
      return 0.5 * x[1] * x[1];
    }

    @Override
    public Optional<Floor> floor() {
      return Optional.of(this);
    }

    @Override
    public Optional<ValleyShape> valley() {
      return Optional.of(this);
    }

    @Override
    public double from() {
      return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double to() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public void point(double s, double[] x) {
      x[0] = s + shift;
      x[1] = 0;
    }

    @Override
    public double floor(double x) {
      return 0;
    }

    @Override
    public double floorSlope(double x) {
      return 0;
    }

    @Override
    public double curvature(double x) {
      return 1;
    }

    @Override
    public double curvatureSlope(double x) {
      return 0;
    }

    @Override
    public double curvatureBend(double x) {
      return 0;
    }

    @Override
    public double referenceCurvature() {
      return 1;
    }
  }
}
