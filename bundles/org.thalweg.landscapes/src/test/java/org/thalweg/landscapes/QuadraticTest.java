package org.thalweg.landscapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.Landscape;
import org.thalweg.testkit.LandscapeContract;

class QuadraticTest {
  @Test
  void keepsTheContractOfLandscapes() {
    LandscapeContract.of(quadratic(list(1, 10), 0, 0)).verify();
    LandscapeContract.of(quadratic(list(1, -2, 0), 0, 0.5, 1, 2)).verify();
    LandscapeContract.of(quadratic(list(3, 0.5), 0.7, 0.2, -0.1)).verify();
    LandscapeContract.of(quadratic(new Spectrum.LogSpaced(1000, 0.01, 1), 0, 0)).verify();
  }

  @Test
  void theGradientIsCurvatureTimesDistance() {
    double[] g = new double[2];
    quadratic(list(2, 6), 0, 1, -1).gradient(new double[] {1.5, 0}, g);
    assertThat(g).containsExactly(1, 6);
  }

  @Test
  void theAngleTurnsTheFirstAxis() {
    double angle = Math.PI / 6;
    Landscape turned = quadratic(list(2, 6), angle, 0);
    double[] g = new double[2];
    turned.gradient(new double[] {Math.cos(angle), Math.sin(angle)}, g);
    assertThat(g[0]).isCloseTo(2 * Math.cos(angle), within(1e-15));
    assertThat(g[1]).isCloseTo(2 * Math.sin(angle), within(1e-15));
  }

  @Test
  void logSpacedCurvaturesRunFromEndToEnd() {
    double[] h = new Spectrum.LogSpaced(3, 0.01, 1).curvatures();
    assertThat(h[0]).isEqualTo(0.01);
    assertThat(h[1]).isCloseTo(0.1, within(1e-16));
    assertThat(h[2]).isEqualTo(1);
    assertThat(new Spectrum.LogSpaced(1, 2, 2).curvatures()).containsExactly(2);
  }

  @Test
  void whatDoesNotGoTogetherIsRefusedByName() {
    refused("angle", "there are 3 curvatures", () -> quadratic(list(1, 2, 3), 0.1, 0));
    refused("centre", "has 2 numbers, but there are 3", () -> quadratic(list(1, 2, 3), 0, 0, 0));
    refused("values", "is empty", () -> quadratic(list(), 0, 0));
    refused("largest", "dim is 1", () -> new Spectrum.LogSpaced(1, 1, 2));
  }

  private static void refused(String parameter, String message, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            InvalidParameterException.class, e -> assertThat(e.parameter()).isEqualTo(parameter))
        .hasMessageContaining(message);
  }

  private static Spectrum list(double... values) {
    return new Spectrum.Listed(values);
  }

  private static Landscape quadratic(Spectrum spectrum, double angle, double... centre) {
    return new Quadratic().create(new Quadratic.Params(spectrum, angle, centre), null);
  }
}
