package org.thalweg.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Problem;
import org.thalweg.theory.Fixtures.Plain;
import org.thalweg.theory.Fixtures.Valley;

/** Gibbs' density and its marginal. */
class GibbsTest {
  private static final Landscape WELLS =
      new Plain(1, x -> (x[0] * x[0] - 1) * (x[0] * x[0] - 1) / 4);

  @Test
  void isTheLossOverTheTemperature() {
    Problem p = Fixtures.problem(WELLS, Fixtures.isotropic(1, 0.2), Axis.UNBOUNDED);
    Estimate[] e = new Gibbs().evaluate(p, Fixtures.DENSITY, new Question.At(p.dim(), 0, 1));

    assertThat(new Gibbs().objection(p)).isEmpty();
    assertThat(e[1].value() - e[0].value()).isCloseTo(0.25 / 0.2, within(1e-12));
    assertThat(e[0].error()).isZero();
    Estimate[] m = new GibbsMarginal().evaluate(p, Fixtures.DENSITY, new Question.Along(0, 1));
    assertThat(m[1].value() - m[0].value()).isCloseTo(0.25 / 0.2, within(1e-12));
  }

  /** On a valley at equal temperatures p = F exp(-L0/T) exactly. */
  @Test
  void marginalOfAValleyIsItsFlatness() {
    Valley v = Valley.gaussian(30, 0.4);
    for (Axis across : new Axis[] {Axis.UNBOUNDED, Fixtures.walls(-2, 2)}) {
      Problem p = Fixtures.problem(v, Fixtures.isotropic(2, 0.5), Fixtures.walls(-2, 2), across);
      Estimate[] e = new GibbsMarginal().evaluate(p, Fixtures.DENSITY, new Question.Along(0, 1.2));

      assertThat(new GibbsMarginal().objection(p)).isEmpty();
      assertThat(e[1].value() - e[0].value()).isCloseTo(-0.72 - 0.4 * 0.72 / 0.5, within(1e-9));
    }
  }

  /** The stationary variance of Euler steps on a quadratic is T / (k (1 - h k / 2)). */
  @Test
  void effectOfStepsIsThatOfTheExactRecursion() {
    double k = 2;
    double h = 0.01;
    Problem p = Fixtures.problem(Fixtures.quadratic(k), Fixtures.isotropic(1, 0.3), Axis.UNBOUNDED);
    double x = 0.7;
    Estimate[] e = new Gibbs().evaluate(p, Fixtures.euler(h), new Question.At(p.dim(), 0, x));
    double exact = h * k * k * x * x / (4 * 0.3);

    assertThat(e[1].error()).isCloseTo(exact, within(1e-6));
    assertThat(e[0].error()).isZero();
  }

  /** A tilted loss drives a current around a ring, which has another steady state than Gibbs'. */
  @Test
  void isRefusedOnARingThatTheLossDoesNotClose() {
    Landscape tilted = new Plain(1, x -> 0.3 * x[0] + Math.cos(x[0]));
    Landscape closed = new Plain(1, x -> Math.cos(x[0]));
    Axis ring = Fixtures.ring(-Math.PI, Math.PI);

    assertThat(
            new Gibbs()
                .objection(Fixtures.problem(tilted, Fixtures.isotropic(1, 0.2), ring))
                .orElse(""))
        .contains("not periodic");
    assertThat(new Gibbs().objection(Fixtures.problem(closed, Fixtures.isotropic(1, 0.2), ring)))
        .isEmpty();
  }

  @Test
  void saysWhyItDoesNotHold() {
    Problem anisotropic =
        Fixtures.problem(
            Fixtures.quadratic(1, 2), Fixtures.anisotropic(0.3, 2), Axis.UNBOUNDED, Axis.UNBOUNDED);
    Problem large =
        Fixtures.problem(Fixtures.quadratic(1, 2, 3), Fixtures.isotropic(3, 1), Fixtures.open(3));

    assertThat(new Gibbs().objection(anisotropic).orElse("")).contains("constant temperature");
    assertThat(new Gibbs().objection(large).orElse("")).contains("3 dimensions");
    assertThat(new GibbsMarginal().objection(anisotropic)).isPresent();
  }
}
