package org.thalweg.itests.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.api.analysis.Result;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.engine.run.RunListener;
import org.thalweg.engine.run.RunOptions;
import org.thalweg.engine.run.RunOutcome;
import org.thalweg.itests.FlatPlugins;

/**
 * Exit from (-1, 1) about the bottom of a bowl under alpha-stable noise: for small scales eps the
 * mean time is alpha/(2 C eps^alpha), C = Gamma(1 + alpha) sin(pi alpha/2)/pi, since a single jump
 * does it (Imkeller, Pavlyukevich 2006, doi:10.1016/j.spa.2005.11.006; section 4 of the project's
 * notes).
 */
class LevyExitTest {
  private static final String EXPERIMENT =
      """
      {"thalweg": 1, "seed": "1",
       "problem": {"landscape": {"type": "quadratic",
                                 "curvatures": {"type": "list", "values": [1]}},
                   "noise": {"type": "alpha-stable"}, "learningRate": 0.02, "horizon": 1,
                   "start": {"type": "point", "at": 0}},
       "methods": [{"id": "langevin", "type": "ensemble",
                    "integrator": {"type": "euler-maruyama"}}],
       "analyzers": [{"type": "first-passage", "regions": [
           {"type": "box", "part": "outside", "from": -1, "to": 1, "name": "outside"}]}]}
      """;

  private static double predicted(double alpha, double scale) {
    double c = Gamma.gamma(1 + alpha) * Math.sin(Math.PI * alpha / 2) / Math.PI;
    return alpha / (2 * c * Math.pow(scale, alpha));
  }

  /** The mean time, restricted to eight of its predicted values, over the predicted one. */
  private static double[] ratio(double alpha, double scale, long walkers) {
    double expected = predicted(alpha, scale);
    Assembled experiment =
        ExperimentReader.read(
            EXPERIMENT,
            List.of(
                Map.entry("problem.noise.alpha", Double.toString(alpha)),
                Map.entry("problem.noise.scale", Double.toString(scale)),
                Map.entry("problem.horizon", Double.toString(8 * expected)),
                Map.entry("methods[0].walkers", Long.toString(walkers))),
            FlatPlugins.snapshot());
    RunOutcome outcome =
        new ExperimentRunner().run(experiment, new RunOptions(2, 0), new Silent(), () -> false);
    Result mean =
        outcome.analyzers().get(0).report().results().stream()
            .filter(r -> r.quantity().equals("restricted-mean-first-passage-time"))
            .findFirst()
            .orElseThrow();
    return new double[] {mean.value() / expected, mean.error() / expected};
  }

  @Test
  void theTimeComesNearTheFormulaAsTheNoiseGetsWeaker() {
    double[] strong = ratio(1.2, 0.2, 2048);
    double[] weak = ratio(1.2, 0.1, 2048);

    assertThat(strong[0]).isBetween(0.85, 0.97);
    // a standard error of 2 percent each
    assertThat(weak[0] - strong[0]).isGreaterThan(-3 * Math.hypot(weak[1], strong[1]));
    assertThat(weak[0]).isBetween(0.88, 1.0);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(doubles = {1.2, 1.5})
  void atTheWeakestNoiseItIsWithinFivePercent(double alpha) {
    double before = Double.NEGATIVE_INFINITY;
    for (double scale : new double[] {0.2, 0.1, 0.05}) {
      double[] ratio = ratio(alpha, scale, 8192);
      System.out.printf(
          "exit time at alpha %.1f, scale %.2f: %.4f +- %.4f of the formula%n",
          alpha, scale, ratio[0], ratio[1]);
      assertThat(ratio[0]).isGreaterThan(before - 3 * ratio[1]);
      before = ratio[0];
    }
    assertThat(before).isBetween(0.95, 1.05);
  }

  /** Follows nothing. */
  private static final class Silent implements RunListener {
    @Override
    public void began(String id) {}

    @Override
    public void advanced(String id, double fraction) {}

    @Override
    public void ended(String id, double seconds) {}
  }
}
