package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Workload W3: the accuracy that the performance notes measured for the reference programs. */
class WorkloadTest {
  private static double[] onCommonCells(double[] mass, int n, int common) {
    double[] out = new double[common * common];
    int ratio = n / common;
    for (int k = 0; k < mass.length; k++) {
      out[k / n / ratio * common + k % n / ratio] += mass[k];
    }
    return out;
  }

  private static double[] solved(int cells, int steps) {
    Workload w = Workload.w3(cells);
    new SplitPropagator(w.discretisation).advance(w.start, 10.0 / steps, steps);
    assertThat(w.start.total()).isCloseTo(1, within(1e-12));
    assertThat(w.start.minimum()).isNotNegative();
    return onCommonCells(w.start.mass, cells, 128);
  }

  private static double error(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += Math.abs(a[k] - b[k]);
    }
    return sum;
  }

  @Test
  @Tag("slow")
  void errorsInSpaceAreThoseOfTheReferenceProgramsAndOfSecondOrder() {
    double[] reference = solved(1024, 400);
    double coarse = error(solved(256, 100), reference);
    double fine = error(solved(512, 200), reference);
    assertThat(coarse).isBetween(4e-4, 7e-4);
    assertThat(fine).isBetween(0.8e-4, 1.5e-4);
    // Against a reference that errs itself: (16 - 1) / (4 - 1) instead of 4.
    assertThat(coarse / fine).isBetween(4.5, 5.5);
  }
}
