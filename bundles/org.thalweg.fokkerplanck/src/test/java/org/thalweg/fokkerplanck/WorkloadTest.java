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

  /** The error against 1024 x 1024 cells and the steps that the performance notes ask for. */
  @Test
  @Tag("slow")
  void fiftyAndAHundredStepsReachTheErrorsOfTheReferencePrograms() {
    double[] reference = averaged(1024, 1000);
    assertThat(error(averaged(256, 50), reference)).isLessThan(5e-4);
    assertThat(error(averaged(512, 100), reference)).isLessThan(1e-4);
  }

  private static double[] averaged(int cells, int steps) {
    Workload w = Workload.w3(cells);
    GridState state = Workload.averages(w.grid);
    try (Team team = new Team(2)) {
      new SplitPropagator(w.discretisation, team).advance(state, 10.0 / steps, steps);
    }
    assertThat(state.total()).isCloseTo(1, within(1e-12));
    assertThat(state.minimum()).isNotNegative();
    return onCommonCells(state.mass, cells, 128);
  }

  @Test
  void aTurningMatrixTakesNoMoreStepsThanADiagonalOne() {
    Workload turned = Workload.turned(128, 0.25);
    assertThat(turned.discretisation.directions()).hasSize(4);
    double[] errors = new double[2];
    for (int i = 0; i < 2; i++) {
      Workload w = i == 0 ? Workload.w3(128) : turned;
      GridState exact = w.start.copy();
      new SplitPropagator(w.discretisation).advance(exact, 10.0 / 800, 800);
      new SplitPropagator(w.discretisation).advance(w.start, 10.0 / 50, 50);
      assertThat(w.start.total()).isCloseTo(1, within(1e-12));
      assertThat(w.start.minimum()).isNotNegative();
      errors[i] = w.start.distance(exact);
    }
    assertThat(errors[0]).isLessThan(3e-4);
    assertThat(errors[1]).isLessThan(3 * errors[0]);
  }

  @Test
  void aTurningMatrixIsOfSecondOrderInSpaceAndTime() {
    double[][] p = new double[3][];
    for (int i = 0; i < 3; i++) {
      Workload w = Workload.turned(64 << i, 0.25);
      GridState state = Workload.averages(w.grid);
      int steps = 100 << i;
      new SplitPropagator(w.discretisation).advance(state, 10.0 / steps, steps);
      p[i] = onCommonCells(state.mass, 64 << i, 64);
    }
    assertThat(error(p[0], p[1]) / error(p[1], p[2])).isBetween(3.3, 4.8);
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
