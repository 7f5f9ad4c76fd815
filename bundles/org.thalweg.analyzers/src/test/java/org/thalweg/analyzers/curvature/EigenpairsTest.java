package org.thalweg.analyzers.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.api.analysis.Estimate;

/** Eigenvalues and traces of symmetric operators. */
class EigenpairsTest {
  /** Eigenvalues i^2 in the directions of a reflection of the axes, H = I - 2 w w^T. */
  private record Reflected(double[] eigenvalues, double[] w) implements SymmetricOperator {
    static Reflected of(int n) {
      double[] values = new double[n];
      double[] w = new double[n];
      for (int i = 0; i < n; i++) {
        values[i] = (i + 1.0) * (i + 1.0);
        w[i] = 1 / Math.sqrt(n);
      }
      return new Reflected(values, w);
    }

    @Override
    public int dim() {
      return w.length;
    }

    private double[] reflected(double[] v) {
      double along = 2 * Eigenpairs.dot(v, w);
      double[] out = v.clone();
      for (int i = 0; i < v.length; i++) {
        out[i] -= along * w[i];
      }
      return out;
    }

    @Override
    public void apply(double[] v, double[] out) {
      double[] turned = reflected(v);
      for (int i = 0; i < turned.length; i++) {
        turned[i] *= eigenvalues[i];
      }
      System.arraycopy(reflected(turned), 0, out, 0, out.length);
    }
  }

  @Test
  void fewDimensionsAreDecomposedWhole() {
    Eigenpairs pairs = Eigenpairs.of(Reflected.of(20));

    assertThat(pairs.size()).isEqualTo(20);
    for (int i = 0; i < 20; i++) {
      assertThat(pairs.values()[i]).isCloseTo((20 - i) * (20.0 - i), within(1e-10));
    }
  }

  @Test
  void lanczosFindsTheOuterEigenvaluesOfManyDimensionsWithinItsBounds() {
    // a few outliers above a crowd near zero, as the Hessians of networks have
    double[] values = new double[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = 100 * Math.pow(i + 1, -1.5);
    }
    Eigenpairs pairs = Eigenpairs.of(new Reflected(values, Reflected.of(1000).w()));

    assertThat(pairs.size()).isLessThan(1000);
    for (int i = 0; i < 10; i++) {
      assertThat(pairs.bounds()[i]).isLessThan(1e-3 * values[i]);
      assertThat(pairs.values()[i]).isCloseTo(values[i], within(pairs.bounds()[i] + 1e-9));
    }
  }

  @Test
  void vectorsBelongToTheirValues() {
    for (int n : new int[] {7, 300}) {
      Reflected operator = Reflected.of(n);
      Eigenpairs pairs = Eigenpairs.of(operator);
      double[] product = new double[n];
      operator.apply(pairs.vectors()[0], product);
      for (int i = 0; i < n; i++) {
        assertThat(product[i])
            .isCloseTo(
                pairs.values()[0] * pairs.vectors()[0][i],
                within(pairs.bounds()[0] + 1e-9 * pairs.values()[0]));
      }
    }
  }

  @Test
  void anInvariantSpaceEndsTheSearch() {
    SymmetricOperator identity =
        new SymmetricOperator() {
          @Override
          public int dim() {
            return 500;
          }

          @Override
          public void apply(double[] v, double[] out) {
            System.arraycopy(v, 0, out, 0, v.length);
          }
        };

    Eigenpairs pairs = Eigenpairs.of(identity);

    assertThat(pairs.values()).hasSize(1);
    assertThat(pairs.values()[0]).isCloseTo(1, within(1e-12));
  }

  @Test
  void whatIsNotFiniteIsSaidAsSuch() {
    assertThat(Eigenpairs.dense(new double[][] {{Double.NaN, 0}, {0, 1}}).values())
        .containsOnly(Double.NaN);
  }

  @Test
  void theTraceIsExactOrWithinItsError() {
    Reflected small = Reflected.of(10);
    Reflected large = Reflected.of(1000);
    Estimate exact = HessianTrace.of(small, Eigenpairs.of(small));
    Estimate estimated = HessianTrace.of(large, Eigenpairs.of(large));
    double truth = 1000 * 1001 * 2001 / 6.0;

    assertThat(exact.value()).isCloseTo(385, within(1e-9));
    assertThat(exact.error()).isZero();
    assertThat(estimated.error()).isPositive();
    assertThat((estimated.value() - truth) / estimated.error()).isBetween(-4.0, 4.0);
  }
}
