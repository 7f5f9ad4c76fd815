package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.DataSet;
import org.thalweg.testkit.NoReferences;

/** Generated data sets against what is known of them in closed form. */
class GeneratedDataTest {
  private static final NoReferences NOTHING = new NoReferences();

  /** Phi(-1.5), for example from R's pnorm(-1.5). */
  private static final double PHI_OF_MINUS_1_5 = 0.06680720126885807;

  private static DataSet gaussian(
      long test, long inputs, long classes, double separation, double anisotropy, long seed) {
    return new GaussianClasses()
        .create(
            new GaussianClasses.Params(2, test, inputs, classes, separation, 1, anisotropy, seed),
            NOTHING);
  }

  private static DataSet taught(Teacher teacher, long samples, long outputs, double deviation) {
    return new TeacherStudent()
        .create(new TeacherStudent.Params(samples, 10, 6, outputs, teacher, deviation, 3), NOTHING);
  }

  /** Mean of a quantity over samples, and its standard error. */
  private static double mean(double[] values, int step, int from) {
    double sum = 0;
    for (int i = from; i < values.length; i += step) {
      sum += values[i];
    }
    return sum * step / values.length;
  }

  @Test
  void theSignOfTheFirstInputErrsAsOftenAsBayes() {
    int n = 40_000;
    DataSet.Part part = gaussian(n, 3, 2, 3, 100, 7).test().orElseThrow();
    int wrong = 0;
    for (int s = 0; s < n; s++) {
      wrong += (part.inputs()[3 * s] > 0) == (part.targets()[s] == 1) ? 0 : 1;
    }
    // binomial: four standard errors
    double error = Math.sqrt(PHI_OF_MINUS_1_5 * (1 - PHI_OF_MINUS_1_5) / n);
    assertThat((double) wrong / n).isCloseTo(PHI_OF_MINUS_1_5, within(4 * error));
  }

  @Test
  void variancesFallFromTheFirstInputToTheLastByTheAnisotropy() {
    int n = 40_000;
    DataSet.Part part = gaussian(n, 3, 2, 0, 100, 7).test().orElseThrow();
    double[] squares = part.inputs().clone();
    for (int i = 0; i < squares.length; i++) {
      squares[i] *= squares[i];
    }
    // a sample variance has a relative standard error sqrt(2/n)
    double tolerance = 4 * Math.sqrt(2.0 / n);
    assertThat(mean(squares, 3, 0)).isCloseTo(1, within(tolerance));
    assertThat(mean(squares, 3, 1)).isCloseTo(0.1, within(0.1 * tolerance));
    assertThat(mean(squares, 3, 2)).isCloseTo(0.01, within(0.01 * tolerance));
  }

  @Test
  void anyTwoMeansAreTheSeparationApart() {
    int n = 100_000;
    int classes = 5;
    int inputs = 6;
    DataSet.Part part = gaussian(n, inputs, classes, 2.5, 1, 1).test().orElseThrow();
    double[][] means = new double[classes][inputs];
    for (int s = 0; s < n; s++) {
      for (int k = 0; k < inputs; k++) {
        means[(int) part.targets()[s]][k] += part.inputs()[s * inputs + k] * classes / n;
      }
    }
    // each mean has a standard error sqrt(classes/n) = 0.007, a distance of two sqrt(2) times that
    for (int a = 0; a < classes; a++) {
      double norm = 0;
      for (int b = 0; b < a; b++) {
        double square = 0;
        for (int k = 0; k < inputs; k++) {
          square += Math.pow(means[a][k] - means[b][k], 2);
        }
        assertThat(Math.sqrt(square)).isCloseTo(2.5, within(0.04));
      }
      for (double m : means[a]) {
        norm += m * m;
      }
      // the corners of a regular simplex: R^2 = (1 - 1/classes)/2 for edges of length 1
      assertThat(Math.sqrt(norm)).isCloseTo(2.5 * Math.sqrt(0.4), within(0.04));
    }
  }

  @Test
  void classesComeInTurn() {
    assertThat(gaussian(5, 2, 3, 1, 1, 1).test().orElseThrow().targets())
        .containsExactly(0, 1, 2, 0, 1);
  }

  @Test
  void moonsWithoutScatterLieOnTheirHalfCircles() {
    DataSet data = new TwoMoons().create(new TwoMoons.Params(400, 0, 0, 5), NOTHING);
    assertThat(data.test()).isEmpty();
    for (int s = 0; s < 400; s++) {
      double x = data.training().inputs()[2 * s];
      double y = data.training().inputs()[2 * s + 1];
      if (data.training().targets()[s] == 0) {
        assertThat(Math.hypot(x, y)).isCloseTo(1, within(1e-14));
        assertThat(y).isPositive();
      } else {
        assertThat(Math.hypot(x - 1, y - 0.5)).isCloseTo(1, within(1e-14));
        assertThat(y).isLessThan(0.5);
      }
    }
  }

  @Test
  void aLinearTeacherIsRecoveredByLeastSquares() {
    // As many samples as inputs and no noise: the weights solve a linear system exactly, and then
    // explain samples that were held out.
    DataSet data = taught(new Teacher.Linear(OptionalLong.of(4)), 6, 1, 0);
    double[] w = solved(data.training().inputs(), data.training().targets(), 6);
    assertThat(w[4]).isCloseTo(0, within(1e-9));
    assertThat(w[5]).isCloseTo(0, within(1e-9));
    assertThat(Math.abs(w[0]) + Math.abs(w[3])).isGreaterThan(1e-3);
    DataSet.Part test = data.test().orElseThrow();
    for (int s = 0; s < test.samples(); s++) {
      double y = 0;
      for (int k = 0; k < 6; k++) {
        y += w[k] * test.inputs()[6 * s + k];
      }
      assertThat(y).isCloseTo(test.targets()[s], within(1e-9));
    }
  }

  /** Gauss's elimination with pivots. */
  private static double[] solved(double[] matrix, double[] right, int n) {
    double[] a = matrix.clone();
    double[] b = right.clone();
    for (int i = 0; i < n; i++) {
      int pivot = i;
      for (int r = i + 1; r < n; r++) {
        pivot = Math.abs(a[r * n + i]) > Math.abs(a[pivot * n + i]) ? r : pivot;
      }
      for (int k = 0; k < n; k++) {
        double swap = a[i * n + k];
        a[i * n + k] = a[pivot * n + k];
        a[pivot * n + k] = swap;
      }
      double swap = b[i];
      b[i] = b[pivot];
      b[pivot] = swap;
      for (int r = 0; r < n; r++) {
        if (r != i) {
          double f = a[r * n + i] / a[i * n + i];
          for (int k = i; k < n; k++) {
            a[r * n + k] -= f * a[i * n + k];
          }
          b[r] -= f * b[i];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      b[i] /= a[i * n + i];
    }
    return b;
  }

  @Test
  void noiseOnTargetsHasTheGivenVarianceAndLeavesInputsAndTeacherAlone() {
    int n = 20_000;
    for (Teacher teacher : new Teacher[] {new Teacher.Linear(), new Teacher.Hidden()}) {
      DataSet clean = taught(teacher, n, 2, 0);
      DataSet noisy = taught(teacher, n, 2, 0.5);
      assertThat(noisy.training().inputs()).isEqualTo(clean.training().inputs());
      double square = 0;
      for (int i = 0; i < 2 * n; i++) {
        double e = noisy.training().targets()[i] - clean.training().targets()[i];
        square += e * e / (2 * n);
      }
      assertThat(square).isCloseTo(0.25, within(0.25 * 4 * Math.sqrt(2.0 / (2 * n))));
    }
  }

  @Test
  void inputsOfATeacherAreNormal() {
    double[] x = taught(new Teacher.Linear(), 20_000, 1, 0).training().inputs();
    double[] squares = x.clone();
    double[] fourth = x.clone();
    for (int i = 0; i < x.length; i++) {
      squares[i] *= squares[i];
      fourth[i] = squares[i] * squares[i];
    }
    // standard errors of the mean, the variance (2) and the fourth moment (96), four of each
    double root = Math.sqrt(x.length);
    assertThat(mean(x, 1, 0)).isCloseTo(0, within(4 / root));
    assertThat(mean(squares, 1, 0)).isCloseTo(1, within(4 * Math.sqrt(2) / root));
    assertThat(mean(fourth, 1, 0)).isCloseTo(3, within(4 * Math.sqrt(96) / root));
  }

  @Test
  void aSeedMakesTheDataAndAnotherMakesOthers() {
    assertThat(gaussian(3, 2, 2, 1, 1, 4).training().inputs())
        .isEqualTo(gaussian(9, 2, 2, 1, 1, 4).training().inputs())
        .isNotEqualTo(gaussian(3, 2, 2, 1, 1, 5).training().inputs());
  }

  @Test
  void testSamplesAreOtherSamples() {
    DataSet data = gaussian(2, 2, 2, 0, 1, 4);
    assertThat(data.test().orElseThrow().inputs()).isNotEqualTo(data.training().inputs());
  }

  @Test
  void whatCannotBeMadeIsRefused() {
    assertThatThrownBy(() -> gaussian(0, 2, 4, 1, 1, 1))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("at most 3 means");
    assertThatThrownBy(() -> new TwoMoons.Params(100_000_000, 100_000_000, 0, 1))
        .hasMessageContaining("generate fewer");
    assertThatThrownBy(() -> taught(new Teacher.Linear(OptionalLong.of(7)), 3, 1, 0))
        .isInstanceOfSatisfying(
            InvalidParameterException.class,
            e -> assertThat(e.parameter()).isEqualTo("teacher.relevant"));
  }
}
