package org.thalweg.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.analysis.Region;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Problem;

/** S2's closed forms at fixed places, and its three bounds on the noise. */
class RandomShiftTest {
  private static Estimate at(Prediction p, Problem problem, Dynamics dynamics, double x) {
    assertThat(p.objection(problem)).isEmpty();
    return p.evaluate(problem, dynamics, new Question.Along(x))[0];
  }

  private static Estimate whole(Prediction p, Problem problem, double eta) {
    assertThat(p.objection(problem)).isEmpty();
    return p.evaluate(problem, Shifts.sgd(eta), new Question.Whole())[0];
  }

  @ParameterizedTest
  @CsvSource({
    "0.05, 0.3, false, -2.308e-4, 5.73e-8",
    "0.5, 0.1, false, -3.334e-4, 2.04e-7",
    "0.05, 0.1, true, -1.0256e-3, 5.327e-8",
    "1, 0.03, true, -1.800e-4, 4.86e-8"
  })
  void driftAndDiffusionAreThoseOfTheTable(
      double eta, double sigma, boolean exact, double drift, double diffusion) {
    Problem p = Shifts.linear(eta, sigma, exact);
    Estimate v = at(new ShiftDrift(), p, Shifts.sgd(eta), 0);
    Estimate d = at(new ShiftDiffusion(), p, Shifts.sgd(eta), 0);

    assertThat(v.value()).isCloseTo(drift, within(1e-3 * Math.abs(drift)));
    assertThat(d.value()).isCloseTo(diffusion, within(2e-3 * diffusion));
    assertThat(v.error()).isBetween(1e-5 * Math.abs(drift), 0.02 * Math.abs(drift));
    assertThat(d.error()).isBetween(1e-5 * diffusion, 0.03 * diffusion);
  }

  /** m = eta lambda sigma^2 / (2 - eta (lambda + sigma^2 lambda'^2 / lambda)). */
  @Test
  void varianceAcrossIsThatOfTheRecursion() {
    double eta = 0.5;
    double sigma = 0.4;
    double s2 = sigma * sigma * 0.04;
    Estimate plain = at(new ShiftVariance(), Shifts.linear(eta, sigma, false), Shifts.sgd(eta), 0);
    Estimate exact = at(new ShiftVariance(), Shifts.linear(eta, sigma, true), Shifts.sgd(eta), 0);

    assertThat(plain.value()).isCloseTo(eta * 0.16 / (2 - eta * (1 + s2)), within(1e-12));
    assertThat(exact.value()).isCloseTo(eta * (1 + s2) * 0.16 / (2 - eta * (1 + s2)), within(1e-9));
    assertThat(plain.error()).isPositive();
    assertThat(exact.error()).isGreaterThan(plain.error());
  }

  /**
   * A million walkers of SGD, begun at stationary y, waited for 3 / (eta lambda) steps and watched
   * for 1 / (eta lambda): their mean y^2, velocity and diffusion of phi over the formulas at their
   * mean x; standard errors 0.0015. On the ring at x, or on the linear profile.
   */
  @ParameterizedTest
  @CsvSource({
    "0.2, 0.2, false, 0.99466, 0.9972, 0.9976, 1.0040",
    "0.2, 0.5, false, 0.96692, 0.9804, 0.9907, 1.0338",
    "0.05, 1, false, 0.96986, 0.9753, 0.9914, 1.0306",
    "0.8, 0.3, false, 0.93000, 0.9958, 1.0034, 1.0883",
    "0.2, 0.3, false, 0.29606, 0.9956, 1.0080, 1.0212",
    "0.2, 0.3, false, 1.98444, 0.9968, 0.9947, 1.0296",
    "0.2, 0.2, true, 0.91026, 1.0351, 0.9807, 0.9988",
    "0.2, 0.5, true, 0.56866, 1.2271, 0.8799, 1.5571",
    "0.8, 0.1, true, 0.96566, 1.0139, 0.9960, 1.0138",
    "0.8, 0.3, true, 0.72570, 1.1673, 0.9614, 1.2672",
    "0.2, 0.3, true, 0.17536, 1.2114, 0.9573, 4.4599",
    "0.2, 0.3, true, 1.88566, 0.9988, 0.9563, 0.9490"
  })
  void ownErrorCoversWhatTheMotionAlongTheFloorChanges(
      double eta,
      double sigma,
      boolean exact,
      double x,
      double variance,
      double drift,
      double diffusion) {
    Problem p = Shifts.ring(eta, sigma, exact);
    double[] found = {variance, drift, diffusion};
    Prediction[] all = {new ShiftVariance(), new ShiftDrift(), new ShiftDiffusion()};
    for (int i = 0; i < 3; i++) {
      Estimate e = at(all[i], p, Shifts.sgd(eta), x);
      double leading =
          leading(i, eta, sigma, exact, x) / e.value(); // 1, but for the smoothing of lambda
      double off = Math.abs(found[i] * leading - 1);
      double relative = e.error() / Math.abs(e.value());

      assertThat(relative).as(all[i].id()).isGreaterThan(off - 0.003);
      assertThat(relative).as(all[i].id()).isLessThan(exact ? 2 + 4 * off : 0.15 + 6 * off);
    }
  }

  /** The formulas with lambda at x itself, which the simulation was divided by. */
  private static double leading(int i, double eta, double sigma, boolean exact, double x) {
    double lambda = Shifts.RING.curvature(x);
    double slope = Shifts.RING.curvatureSlope(x);
    double square = sigma * sigma;
    double s2 = square * slope * slope / lambda / lambda;
    double a = eta * lambda;
    double m = a * square / (2 - a - a * s2);
    double bracket = exact ? 2 + a / (2 - a) : a / (2 - a) + a * a / 2;
    return switch (i) {
      case 0 -> exact ? m * (1 + s2) : m;
      case 1 -> exact ? -square * slope / (2 - a * (1 + s2)) : -slope * m / 2;
      default -> eta * slope * slope * square * square / 2 * bracket / ((2 - a) * (2 - a));
    };
  }

  @Test
  void continuousTimeIsTheLimitOfShortSteps() {
    double eta = 0.1;
    Problem p = Shifts.linear(eta, 0.5, false);
    Dynamics euler = new Dynamics(Dynamics.Kind.LANGEVIN, 1e-4, 0);
    for (Prediction one :
        new Prediction[] {
          new ShiftVariance(), new ShiftDrift(), new ShiftDiffusion(), new ShiftTailIndex()
        }) {
      Estimate density = at(one, p, Fixtures.DENSITY, 0.3);
      Estimate langevin = at(one, p, euler, 0.3);
      double size = Math.abs(density.value());

      assertThat(langevin.value()).isEqualTo(density.value());
      assertThat(langevin.error() - density.error()).isBetween(1e-9 * size, 1e-3 * size);
      assertThat(at(one, p, Shifts.sgd(eta), 0.3).value())
          .isCloseTo(density.value(), within(0.3 * size));
    }
    double lambda = 1.06;
    double t = eta * 0.25 / 2;
    assertThat(at(new ShiftDiffusion(), p, Fixtures.DENSITY, 0.3).value())
        .isCloseTo(t * t * lambda * 0.04 / 4, within(1e-12));
  }

  @Test
  void tailIndexIsTwoOnTheSecondMomentBound() {
    double eta = 0.5;
    // eta (lambda + sigma^2 lambda'^2 / lambda) = 2 at lambda = 1, lambda' = 0.2
    double bound = Math.sqrt((2 / eta - 1) / 0.04);
    double below =
        at(new ShiftTailIndex(), Shifts.linear(eta, 0.8 * bound, false), Shifts.sgd(eta), 0)
            .value();
    double on =
        at(new ShiftTailIndex(), Shifts.linear(eta, bound, false), Shifts.sgd(eta), 0).value();

    assertThat(on).isCloseTo(2, within(1e-6));
    assertThat(below).isBetween(2.5, 5.0);
    assertThat(
            at(new ShiftTailIndex(), Shifts.linear(eta, 0.01, false), Shifts.sgd(eta), 0).value())
        .isGreaterThan(1e4);
    assertThat(at(new ShiftTailIndex(), Shifts.ring(eta, 1, false), Shifts.sgd(eta), 0).value())
        .isInfinite();
    assertThat(
            at(new ShiftVariance(), Shifts.linear(eta, 1.01 * bound, false), Shifts.sgd(eta), 0)
                .value())
        .isInfinite();
  }

  @ParameterizedTest
  @CsvSource({"0.2, 3.425, 5.208, 16.036", "0.5, 2.049, 2.894, 7.776", "0.9, 1.374, 1.679, 3.922"})
  void theThreeBoundsOfTheRingAreThoseOfTheTable(
      double eta, double worst, double mean, double gamma) {
    assertThat(whole(new ShiftLoad(), Shifts.ring(eta, worst, false), eta).value())
        .isCloseTo(1, within(5e-4));
    assertThat(whole(new ShiftRingLoad(), Shifts.ring(eta, mean, false), eta).value())
        .isCloseTo(1, within(5e-4));
    double below = whole(new ShiftLyapunov(), Shifts.ring(eta, gamma - 1e-3, false), eta).value();
    double above = whole(new ShiftLyapunov(), Shifts.ring(eta, gamma + 1e-3, false), eta).value();

    assertThat(below).isNegative();
    assertThat(above).isPositive();
    assertThat(whole(new ShiftLyapunov(), Shifts.ring(eta, gamma, false), eta).error())
        .isLessThan(1e-4);
  }

  /** Where lambda(x + s) is uniform, noise cannot make it grow: the mean of ln|1 - eta lambda|. */
  @Test
  void exactShiftsGrowByTheMeanLogarithm() {
    double eta = 0.9;
    Estimate weak = whole(new ShiftLyapunov(), Shifts.ring(eta, 1, true), eta);
    Estimate strong = whole(new ShiftLyapunov(), Shifts.ring(eta, 30, true), eta);
    // the mean of ln|a + b cos x| is ln(|b|/2) for |a| < |b|
    assertThat(weak.value()).isCloseTo(Math.log(0.72 / 2), within(2e-3));
    assertThat(strong.value()).isEqualTo(weak.value());
  }

  /** From x = 2, y = 0 to the first x < 0.5; simulated means lie 0.2 to 0.6 % lower (S2). */
  @ParameterizedTest
  @CsvSource({"0.2, 0.2, 9145", "0.2, 0.3, 4050", "0.8, 0.1, 1863"})
  void convergenceTakesTheStepsOfTheTable(double eta, double sigma, double steps) {
    Problem p = Shifts.ring(eta, sigma, false);
    Question question =
        new Question.Passage(
            new double[] {2, 0}, new Region.HalfSpace("", 0, Region.Side.BELOW, 0.5));
    ShiftPassage passage = new ShiftPassage();
    Estimate e = passage.evaluate(p, Shifts.sgd(eta), question)[0];

    assertThat(passage.objection(p)).isEmpty();
    assertThat(passage.objection(p, question)).isEmpty();
    assertThat(e.value() / eta).isCloseTo(steps, within(1.0));
    assertThat(e.error() / e.value()).isBetween(0.006, 0.06);
  }

  @Test
  void passagesAgainstTheDriftAreRefused() {
    Problem p = Shifts.ring(0.2, 0.2, false);
    Region sharper = new Region.HalfSpace("", 0, Region.Side.ABOVE, 2.5);
    Region flatter = new Region.HalfSpace("", 0, Region.Side.BELOW, 0.5);
    ShiftPassage passage = new ShiftPassage();

    assertThat(passage.objection(p, new Question.Passage(new double[] {2, 0}, sharper)).orElse(""))
        .contains("does not lead");
    assertThat(passage.objection(p, new Question.Passage(new double[] {2, 1}, flatter)).orElse(""))
        .contains("far from the floor");
    assertThat(
            passage
                .objection(p, new Question.Passage(new double[] {2, 0}, new Region.Level()))
                .orElse(""))
        .contains("level of axis 0");
  }

  @Test
  void momentumIsAnotherRecursionWhoseErrorIsNotKnown() {
    Dynamics heavy = new Dynamics(Dynamics.Kind.DISCRETE_SGD, 0.5, 0.9);
    Problem p = Shifts.ring(0.5, 0.3, false);

    assertThat(at(new ShiftVariance(), p, heavy, 1).error()).isNaN();
    assertThat(new ShiftLoad().evaluate(p, heavy, new Question.Whole())[0].error()).isNaN();
    assertThat(new ShiftLyapunov().evaluate(p, heavy, new Question.Whole())[0].value()).isNaN();
  }

  @Test
  void saysWhyItDoesNotHold() {
    Problem still =
        Fixtures.problem(Shifts.RING, Fixtures.isotropic(2, 1), Axis.UNBOUNDED, Axis.UNBOUNDED);
    Problem torn = Shifts.problem(Shifts.RING, 0.1, 0.1, false, (d, x) -> {}, Fixtures.ring(-1, 2));
    Problem sloping =
        Shifts.problem(
            Fixtures.Valley.gaussian(1, 0.3), 0.1, 0.1, false, (d, x) -> {}, Axis.UNBOUNDED);

    assertThat(new ShiftVariance().objection(still).orElse("")).contains("no random shift");
    assertThat(new ShiftVariance().objection(torn).orElse("")).contains("not periodic");
    assertThat(new ShiftVariance().objection(sloping)).isEmpty();
    assertThat(new ShiftDrift().objection(sloping).orElse("")).contains("floor slopes");
    assertThat(new ShiftDiffusion().objection(sloping).orElse("")).contains("floor slopes");
    assertThat(new ShiftLoad().objection(sloping).orElse("")).contains("no ends");
    assertThat(new ShiftLyapunov().objection(sloping).orElse("")).contains("no ring");
    assertThat(new ShiftRingLoad().objection(sloping).orElse("")).contains("no ring");
  }
}
