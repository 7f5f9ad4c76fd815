package org.thalweg.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.theory.Fixtures.Diffusive;
import org.thalweg.theory.Fixtures.Plain;

/** S4's stationary variances on a quadratic. */
class QuadraticVarianceTest {
  private static final QuadraticVariance PREDICTION = new QuadraticVariance();

  /** The covariance C = 1 at any learning rate. */
  private static Problem unit(double eta, double h) {
    Diffusive noise = new Diffusive(1, x -> new double[] {Fixtures.ETA / 2});
    Problem p = Fixtures.problem(Fixtures.quadratic(h), noise, Axis.UNBOUNDED);
    Setting s = new Setting(p.landscape(), Schedule.constant(eta), Schedule.constant(1));
    return new Problem(s, noise, p.start(), p.domain(), p.horizon(), p.divergence());
  }

  @ParameterizedTest
  @CsvSource({"0.9, 0.5, 2.8788", "0.5, 1.5, 3.0000", "0, 0.5, 0.33333"})
  void heavyBallMatchesLiuZiyinUeda(double mu, double eta, double expected) {
    Dynamics sgd = new Dynamics(Dynamics.Kind.DISCRETE_SGD, eta, mu);
    Estimate[] e = PREDICTION.evaluate(unit(eta, 1), sgd, Question.Of.steady(0));

    assertThat(e[0].value()).isCloseTo(expected, within(5e-5));
    assertThat(e[0].value())
        .isCloseTo(eta * (1 + mu) / ((1 - mu) * (2 * (1 + mu) - eta)), within(1e-9 * e[0].value()));
    assertThat(e[0].error()).isLessThan(1e-8);
  }

  @Test
  void beyondStabilityTheVarianceIsInfinite() {
    Dynamics sgd = new Dynamics(Dynamics.Kind.DISCRETE_SGD, 2.5, 0);

    assertThat(PREDICTION.evaluate(unit(2.5, 1), sgd, Question.Of.steady(0))[0].value())
        .isInfinite();
  }

  /** A turned quadratic with full covariance: the discrete Lyapunov equation by iteration. */
  @Test
  void turnedQuadraticSolvesTheLyapunovEquation() {
    double[][] h = {{2, 0.7}, {0.7, 1}};
    double[] d = {0.3, 0.1, 0.1, 0.2};
    Landscape turned =
        new Plain(
            2, x -> h[0][0] * x[0] * x[0] / 2 + h[0][1] * x[0] * x[1] + h[1][1] * x[1] * x[1] / 2);
    Problem p = Fixtures.problem(turned, new Diffusive(2, x -> d), Axis.UNBOUNDED, Axis.UNBOUNDED);
    double eta = Fixtures.ETA;
    double[][] s = new double[2][2];
    double[][] a = {{1 - eta * h[0][0], -eta * h[0][1]}, {-eta * h[1][0], 1 - eta * h[1][1]}};
    for (int k = 0; k < 4000; k++) {
      double[][] next = new double[2][2];
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          next[i][j] = 2 * eta * d[2 * i + j];
          for (int m = 0; m < 2; m++) {
            for (int n = 0; n < 2; n++) {
              next[i][j] += a[i][m] * s[m][n] * a[j][n];
            }
          }
        }
      }
      s = next;
    }
    Estimate[] sgd = PREDICTION.evaluate(p, Fixtures.sgd(0), Question.Of.steady(0, 1));
    Estimate[] euler = PREDICTION.evaluate(p, Fixtures.euler(eta), Question.Of.steady(0, 1));

    assertThat(sgd[0].value()).isCloseTo(s[0][0], within(1e-5));
    assertThat(sgd[1].value()).isCloseTo(s[1][1], within(1e-5));
    assertThat(Math.abs(euler[0].value() - s[0][0])).isLessThanOrEqualTo(euler[0].error() + 1e-9);
    Estimate[] density = PREDICTION.evaluate(p, Fixtures.DENSITY, Question.Of.steady(0, 1));
    assertThat(density[0].value()).isLessThan(sgd[0].value());
  }

  /** Momentum 0.9 raises the variance tenfold: 6 standard deviations become 1.9. */
  @Test
  void doesNotKnowItsErrorWhereMomentumWidensTheDensityToTheEdges() {
    Problem p =
        Fixtures.problem(Fixtures.quadratic(1), Fixtures.isotropic(1, 1), Fixtures.walls(-6, 6));

    assertThat(PREDICTION.objection(p)).isEmpty();
    assertThat(PREDICTION.evaluate(p, Fixtures.sgd(0), Question.Of.steady(0))[0].error())
        .isLessThan(1e-6);
    assertThat(PREDICTION.evaluate(p, Fixtures.sgd(0.9), Question.Of.steady(0))[0].error()).isNaN();
  }

  @Test
  void saysWhyItDoesNotHold() {
    Landscape quartic = new Plain(1, x -> x[0] * x[0] * x[0] * x[0]);
    Problem curved = Fixtures.problem(quartic, Fixtures.isotropic(1, 1), Axis.UNBOUNDED);
    Problem saddle =
        Fixtures.problem(
            Fixtures.quadratic(1, -1), Fixtures.isotropic(2, 1), Axis.UNBOUNDED, Axis.UNBOUNDED);
    Problem narrow =
        Fixtures.problem(Fixtures.quadratic(1), Fixtures.isotropic(1, 1), Fixtures.walls(-2, 2));

    // Both places at which the Hessian is read must lie inside a domain on one side of zero.
    Problem beside =
        Fixtures.problem(quartic, Fixtures.isotropic(1, 1e-6), Fixtures.walls(-2.5, 0));
    Problem leaking =
        Fixtures.problem(
            Fixtures.quadratic(1),
            Fixtures.isotropic(1, 1e-4),
            new Axis(-1, 1, Edge.ABSORBING, Edge.REFLECTING));

    assertThat(PREDICTION.objection(beside).orElse("")).contains("not quadratic");
    assertThat(PREDICTION.objection(leaking).orElse("")).contains("absorbs");
    assertThat(PREDICTION.objection(curved).orElse("")).contains("not quadratic");
    assertThat(PREDICTION.objection(saddle).orElse("")).contains("does not confine");
    assertThat(PREDICTION.objection(narrow).orElse("")).contains("standard deviations");
  }
}
