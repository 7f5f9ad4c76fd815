package org.thalweg.starts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.ProductStart;
import org.thalweg.testkit.FlatLandscape;
import org.thalweg.testkit.StartContract;
import org.thalweg.testkit.TestDraws;

class StartsTest {
  @Test
  void startsKeepTheirContract() {
    StartContract.of(point(2, 2, 0), 2).verify();
    StartContract.of(gaussian(2, a(-0.5, 0.3), a(0.2, 0.1)), 2).verify();
    StartContract.of(gaussian(2, a(1, 2), a(0, 3)), 2).verify();
    StartContract.of(uniform(2, a(-3, 0), a(3, 0)), 2).verify();
    StartContract.of(gaussian(100, a(0), a(0.5)), 100).verify();
  }

  @Test
  void xUniformAndYZeroCanBeSaid() {
    Block x = new Block(2, 1000, Layout.BY_COORDINATE);
    uniform(2, a(-3, 0), a(3, 0)).sample(new TestDraws(1), x);
    assertThat(DoubleStream.of(x.line(0))).allMatch(v -> v > -3 && v < 3);
    assertThat(x.line(1)).containsOnly(0);
  }

  @Test
  void aPointIsAStepClosedOnTheRight() {
    ProductStart start = point(1, 2);
    assertThat(start.cumulative(0, Math.nextDown(2.0))).isEqualTo(0);
    assertThat(start.cumulative(0, 2)).isEqualTo(1);
    assertThat(start.partialMean(0, Math.nextDown(2.0))).isEqualTo(0);
    assertThat(start.partialMean(0, 2)).isEqualTo(2);
  }

  @Test
  void aGaussianHasItsTabulatedValues() {
    ProductStart start = gaussian(1, a(1), a(2));
    // Abramowitz and Stegun, table 26.1: P(1.5) = 0.933192798731142, Z(1.5) = 0.129517595665892.
    assertThat(start.cumulative(0, 4)).isCloseTo(0.933192798731142, within(1e-15));
    assertThat(start.partialMean(0, 4))
        .isCloseTo(0.933192798731142 - 2 * 0.129517595665892, within(1e-15));
    // Far tails keep their relative accuracy: P(-10) = 7.619853024160526e-24.
    assertThat(start.cumulative(0, -19) / 7.619853024160526e-24).isCloseTo(1, within(1e-12));
  }

  @Test
  void aUniformHasItsMean() {
    ProductStart start = uniform(1, a(-1), a(3));
    assertThat(start.cumulative(0, 0)).isEqualTo(0.25);
    assertThat(start.partialMean(0, 0)).isEqualTo(-0.125);
    assertThat(start.partialMean(0, Double.POSITIVE_INFINITY)).isEqualTo(1);
  }

  @Test
  void oneNumberStandsForAllCoordinates() {
    ProductStart start = gaussian(3, a(1), a(0, 1, 2));
    assertThat(start.cumulative(2, 1)).isCloseTo(0.5, within(1e-15));
    assertThat(start.cumulative(0, 0.999)).isEqualTo(0);
  }

  @Test
  void otherLengthsAreRefusedByName() {
    refused(
        "at",
        "has 2 numbers, but the landscape has 3 parameters; give 3 numbers, or one for all",
        () -> point(3, 1, 2));
    refused(
        "deviation",
        "has 2 numbers, but the landscape has 1 parameter; give 1 number",
        () -> gaussian(1, a(0), a(1, 1)));
    refused("from", "has 3 numbers", () -> uniform(2, a(0, 0, 0), a(1)));
    refused(
        "to",
        "is -1.0 for parameter 1, below its from, 0.0; exchange them or make them equal",
        () -> uniform(2, a(0, 0), a(1, -1)));
  }

  private static void refused(String parameter, String message, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            InvalidParameterException.class, e -> assertThat(e.parameter()).isEqualTo(parameter))
        .hasMessageContaining(message);
  }

  private static double[] a(double... numbers) {
    return numbers;
  }

  private static ProductStart point(int dim, double... at) {
    return (ProductStart) new Point().create(new Point.Params(at), new FlatLandscape(dim), null);
  }

  private static ProductStart gaussian(int dim, double[] mean, double[] deviation) {
    return (ProductStart)
        new Gaussian().create(new Gaussian.Params(mean, deviation), new FlatLandscape(dim), null);
  }

  private static ProductStart uniform(int dim, double[] from, double[] to) {
    return (ProductStart)
        new Uniform().create(new Uniform.Params(from, to), new FlatLandscape(dim), null);
  }
}
