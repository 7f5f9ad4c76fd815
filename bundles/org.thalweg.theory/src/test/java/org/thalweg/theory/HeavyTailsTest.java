package org.thalweg.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.analysis.Region;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.Divergence;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;
import org.thalweg.theory.Fixtures.Plain;

/** Exits under alpha-stable noise (S4), and noise proportional to the loss (S3). */
class HeavyTailsTest {
  private static final Question EXIT =
      exit(new Region.Box("", new double[] {-1}, new double[] {1}, Region.Part.OUTSIDE, List.of()));

  private static Question exit(Region region) {
    return new Question.Passage(new double[] {0}, region);
  }

  /** Symmetric stable noise of one scale. */
  record Stable(double alpha, double scale) implements DiffusiveNoise {
    @Override
    public Traits traits() {
      return new Traits(true, Traits.Form.SCALAR, true, OptionalDouble.of(alpha));
    }

    @Override
    public int channels() {
      return 1;
    }

    @Override
    public NoiseFactor factor(int walkers) {
      return (t, x, dz, out) -> out.set(0, 0, scale * dz.get(0, 0));
    }
  }

  /** C = (2/B) L H of a diagonal bowl. */
  record LossNoise(double batch, Landscape bowl, double... curvatures) implements HasCovariance {
    @Override
    public Traits traits() {
      return new Traits(false, Traits.Form.FULL, false);
    }

    @Override
    public int channels() {
      return curvatures.length;
    }

    @Override
    public void covariance(double t, double[] x, double[] out) {
      java.util.Arrays.fill(out, 0);
      for (int i = 0; i < x.length; i++) {
        out[i * (x.length + 1)] = 2 / batch * bowl.value(x) * curvatures[i];
      }
    }
  }

  private static Problem problem(double eta, double batch, Landscape bowl, NoiseModel noise) {
    Setting s = new Setting(bowl, Schedule.constant(eta), Schedule.constant(batch));
    List<Axis> open = List.of(Fixtures.open(bowl.dim()));
    return new Problem(s, noise, (draws, x) -> {}, open, 100, new Divergence(1e3));
  }

  private static Problem lossy(double eta, double batch, double least, double... h) {
    Landscape bowl =
        new Plain(
            h.length,
            x -> {
              double sum = least;
              for (int i = 0; i < h.length; i++) {
                sum += h[i] * x[i] * x[i] / 2;
              }
              return sum;
            });
    return problem(eta, batch, bowl, new LossNoise(batch, bowl, h));
  }

  /** The ratios are those of simulated means to the formula, steps 0.02 (section S4's setting). */
  @ParameterizedTest
  @CsvSource({
    "1.2, 0.2, 0.903",
    "1.2, 0.1, 0.957",
    "1.2, 0.05, 0.969",
    "1.5, 0.2, 0.863",
    "1.5, 0.1, 0.940",
    "1.5, 0.05, 0.980"
  })
  void exitTimesAreAsymptoticWithinTheirOwnError(double alpha, double scale, double ratio) {
    Problem p = problem(0.02, 1, Fixtures.quadratic(1), new Stable(alpha, scale));
    Estimate e = new StableExit().evaluate(p, Fixtures.euler(0.02), EXIT)[0];
    double c = alpha == 1.2 ? 0.3335 : 0.2992;

    assertThat(new StableExit().objection(p)).isEmpty();
    assertThat(new StableExit().objection(p, EXIT)).isEmpty();
    assertThat(e.value())
        .isCloseTo(alpha / (2 * c * Math.pow(scale, alpha)), within(3e-4 * e.value()));
    assertThat(e.error() / e.value()).isBetween(1 - ratio, 5 * (1 - ratio));
  }

  @Test
  void exitTimesObjectToOtherRegionsWellsAndNoises() {
    StableExit exit = new StableExit();
    Problem p = problem(0.02, 1, Fixtures.quadratic(1), new Stable(1.5, 0.1));
    Landscape wells = new Plain(1, x -> (x[0] * x[0] - 0.25) * (x[0] * x[0] - 0.25));
    Problem two = problem(0.02, 1, wells, new Stable(1.5, 0.1));
    Problem normal = problem(0.02, 1, Fixtures.quadratic(1), Fixtures.isotropic(1, 1));

    assertThat(exit.objection(normal).orElse("")).contains("alpha-stable");
    assertThat(exit.objection(two, EXIT).orElse("")).contains("one minimum");
    assertThat(exit.objection(p, exit(new Region.HalfSpace())).orElse("")).contains("interval");
  }

  @Test
  void varianceUnderLossProportionalNoiseIsThatOfTheRecursion() {
    Problem one = lossy(0.5, 1, 0.01, 1);
    LossVariance prediction = new LossVariance();
    Estimate e = prediction.evaluate(one, Shifts.sgd(0.5), Question.Of.steady(0))[0];

    assertThat(prediction.objection(one)).isEmpty();
    assertThat(e.value()).isCloseTo(0.01, within(1e-6));
    assertThat(e.error()).isLessThan(1e-9);
    Problem many = lossy(0.3, 2, 0.1, 1, 2.5);
    Estimate[] v = prediction.evaluate(many, Shifts.sgd(0.3), Question.Of.steady(0, 1));
    double[] s = {0, 0};
    for (int k = 0; k < 3000; k++) {
      double loss = 0.1 + s[0] / 2 + 2.5 * s[1] / 2;
      s[0] = 0.7 * 0.7 * s[0] + 0.09 * loss;
      s[1] = 0.25 * 0.25 * s[1] + 0.09 * loss * 2.5;
    }
    assertThat(v[0].value()).isCloseTo(s[0], within(1e-5 * s[0]));
    assertThat(v[1].value()).isCloseTo(s[1], within(1e-5 * s[1]));
    assertThat(
            prediction.evaluate(lossy(1.5, 1, 0.1, 1), Shifts.sgd(1.5), Question.Of.steady(0))[0]
                .value())
        .isInfinite();
  }

  /** Far out P ~ |y|^-(alpha+1), E|1 - a + a z/sqrt(B)|^alpha = 1, so that 2 phi = alpha + 1. */
  @ParameterizedTest
  @CsvSource({"0.01, 1", "0.1, 1", "0.1, 4", "0.5, 1"})
  void exponentOfTheLossCoversThatOfTheRecursion(double eta, double batch) {
    Problem p = lossy(eta, batch, 0.01, 1);
    Estimate e = new LossExponent().evaluate(p, Shifts.sgd(eta), new Question.Whole())[0];
    double tail = (NormalPower.index(1 - eta, eta / Math.sqrt(batch)) + 1) / 2;

    assertThat(new LossExponent().objection(p)).isEmpty();
    assertThat(e.value()).isCloseTo(1 + batch / eta, within(1e-4 * batch / eta));
    assertThat(e.error()).isBetween(Math.abs(tail - e.value()), 1.01 * batch);
    assertThat(new LossExponent().objection(lossy(0.1, 1, 0.1, 1, 2)).orElse(""))
        .contains("equally steep");
    assertThat(new LossExponent().objection(lossy(0.1, 1, 0, 1)).orElse("")).isNotEmpty();
  }
}
