package org.thalweg.landscapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.problem.Floor;
import org.thalweg.api.problem.LabelledLandscape;
import org.thalweg.api.problem.Landscape;
import org.thalweg.testkit.LandscapeContract;
import org.thalweg.testkit.TestDraws;

class ProductTest {
  @Test
  void keepsTheContractOfLandscapes() {
    LandscapeContract.of(product(1, 1)).within(2).verify();
    LandscapeContract.of(product(1, 0)).within(2).verify();
    LandscapeContract.of(product(3, -0.7)).within(2).verify();
    LandscapeContract.of(product(40, 2)).verify();
  }

  @Test
  void rescalingTheFactorsChangesNothing() {
    Landscape product = product(2, 0.3);
    double[] x = {0.5, 1.5, 2, -0.25};
    assertThat(product.value(new double[] {1, 0.375, 1, -1})).isEqualTo(product.value(x));
  }

  @Test
  void theTraceOfTheHessianAtAMinimumIsTheSquaredNorm() {
    Landscape product = product(1, 2);
    double[] x = {4, 0.5};
    double[] first = new double[2];
    double[] second = new double[2];
    product.hessianVector(x, new double[] {1, 0}, first);
    product.hessianVector(x, new double[] {0, 1}, second);
    assertThat(first[0] + second[1]).isEqualTo(16.25);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, -0.7, 25})
  void theFloorIsTheHyperbolaOfMinima(double target) {
    Landscape product = product(1, target);
    Floor floor = product.floor().orElseThrow();
    double[] x = new double[2];
    for (double s = -2; s <= 2; s += 0.25) {
      floor.point(s, x);
      assertThat(product.value(x)).isLessThan(1e-28 * target * target);
      assertThat(x[0] * x[0] - x[1] * x[1])
          .isCloseTo(2 * Math.abs(target) * Math.sinh(2 * s), within(1e-13 * x[0] * x[0] + 1e-12));
    }
  }

  @Test
  void crossingLinesAndSurfacesAreNoFloor() {
    assertThat(product(1, 0).floor()).isEmpty();
    assertThat(product(2, 1).floor()).isEmpty();
  }

  /** The gradient with label target + e differs from that with target by -J^T e. */
  @ParameterizedTest
  @EnumSource(Layout.class)
  void aChangeOfTheLabelIsAChangeOfTheTarget(Layout layout) {
    int k = 3;
    double e = 0.375;
    LabelledLandscape labelled = (LabelledLandscape) product(k, 1);
    Landscape changed = product(k, 1 + e);
    assertThat(labelled.labels()).isEqualTo(1);
    Block x = new Block(2 * k, 5, layout);
    Block labels = new Block(1, 5, layout);
    Block effect = new Block(2 * k, 5, layout);
    new TestDraws(3).normals(x);
    labels.fill(e);
    labelled.jacobian(5).transposed(0, x, labels, effect);
    double[] p = new double[2 * k];
    double[] before = new double[2 * k];
    double[] after = new double[2 * k];
    for (int w = 0; w < 5; w++) {
      x.point(w, p);
      labelled.gradient(p, before);
      changed.gradient(p, after);
      for (int i = 0; i < 2 * k; i++) {
        assertThat(effect.get(i, w)).isCloseTo(before[i] - after[i], within(1e-14));
      }
    }
  }

  private static Landscape product(int factors, double target) {
    return new Product().create(new Product.Params(factors, target), null);
  }
}
