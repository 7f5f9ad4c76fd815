package org.thalweg.bench.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.api.block.Draws;
import org.thalweg.api.method.Stepper;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.bench.Plugins;
import org.thalweg.bench.Workload;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.engine.run.RunListener;
import org.thalweg.engine.run.RunOptions;
import org.thalweg.engine.run.RunOutcome;

class InstrumentsTest {
  private static final int CHUNKS = 3;
  private static final int STEPS = 100;

  private final Instruments instruments = new Instruments();

  private static final class Silent implements RunListener {
    @Override
    public void began(String id) {}

    @Override
    public void advanced(String id, double fraction) {}

    @Override
    public void ended(String id, double seconds) {}
  }

  private static Assembled read(String name, Snapshot plugins, String... settings) {
    List<Map.Entry<String, String>> set = new ArrayList<>();
    set.add(Map.entry("methods[0].walkers", "1500"));
    set.add(Map.entry("methods[0].keepPositions", "true"));
    for (String s : settings) {
      set.add(Map.entry(s.substring(0, s.indexOf('=')), s.substring(s.indexOf('=') + 1)));
    }
    return ExperimentReader.read(Workload.find(name).orElseThrow().experiment(), set, plugins);
  }

  private static RunOutcome run(Assembled experiment) {
    RunOutcome outcome =
        new ExperimentRunner().run(experiment, new RunOptions(1, 0), new Silent(), () -> false);
    assertThat(outcome.status()).isEqualTo(RunOutcome.Status.COMPLETED);
    return outcome;
  }

  private static double[] positions(RunOutcome outcome) {
    return outcome.methods().get(0).arrays().get(0).values();
  }

  @ParameterizedTest
  @ValueSource(strings = {"W1", "W2", "W2-linearised", "Q-1000x4"})
  void instrumentsChangeNoBit(String name) {
    String[] settings = {
      "methods[0].walkers=70", "problem.horizon=" + (name.startsWith("Q") ? "3" : "2")
    };
    double[] plain = positions(run(read(name, Plugins.snapshot(), settings)));
    double[] timed = positions(run(read(name, instruments.on(Plugins.snapshot()), settings)));
    assertThat(timed).isEqualTo(plain);
    assertThat(instruments.parts().drawings()).isPositive();
    assertThat(instruments.parts().drifts()).isPositive();
  }

  @Test
  void everyCallIsCounted() {
    run(read("W1", instruments.on(Plugins.snapshot()), "problem.horizon=1"));
    Parts parts = instruments.parts();
    assertThat(parts.drawings()).isEqualTo(CHUNKS * STEPS);
    assertThat(parts.drifts()).isEqualTo(CHUNKS * STEPS);
    assertThat(parts.noises()).isZero(); // the step applies the constant diagonal by itself
    assertThat(parts.drawing()).isPositive();
    assertThat(parts.drift()).isPositive();
    instruments.reset();
    assertThat(instruments.parts()).isEqualTo(new Parts(0, 0, 0, 0, 0, 0));
  }

  @Test
  void whatASamplerCallsIsCountedAsWhatItIs() {
    run(read("W2", instruments.on(Plugins.snapshot()), "problem.horizon=5"));
    Parts parts = instruments.parts();
    assertThat(parts.noises()).isEqualTo(CHUNKS * STEPS);
    assertThat(parts.drawings()).isEqualTo(CHUNKS * STEPS);
    assertThat(parts.drifts()).isEqualTo(CHUNKS * STEPS);
  }

  @Test
  void aFactorIsTimedWhereItIsApplied() {
    run(
        read(
            "W2-linearised",
            instruments.on(Plugins.snapshot()),
            "problem.horizon=5",
            "methods[0].integrator={\"type\":\"euler-maruyama\",\"step\":0.05}"));
    Parts parts = instruments.parts();
    assertThat(parts.noises()).isEqualTo(CHUNKS * STEPS);
    assertThat(parts.drifts()).isEqualTo(2 * CHUNKS * STEPS); // gradients, and the factor's H s
  }

  /** A default method that is forgotten here would bypass the plugin's own. */
  @Test
  void everyMethodIsHandedOn() {
    Map<Class<?>, Class<?>> timed =
        Map.of(
            LandscapeEvaluator.class, TimedEvaluator.class,
            Stepper.class, TimedStepper.class,
            Draws.class, TimedDraws.class);
    timed.forEach(
        (plain, wrapper) ->
            assertThat(plain.getMethods())
                .allSatisfy(
                    m ->
                        assertThat(
                                wrapper
                                    .getMethod(m.getName(), m.getParameterTypes())
                                    .getDeclaringClass())
                            .isEqualTo(wrapper)));
  }

  @Test
  void capabilitiesStay() {
    Assembled timed = read("W1", instruments.on(Plugins.snapshot()));
    assertThat(timed.problem().noise())
        .isInstanceOf(DiffusiveNoise.class)
        .isInstanceOf(HasCovariance.class)
        .isEqualTo(timed.problem().noise());
    assertThat(timed.problem().landscape().valley()).isPresent();
  }
}
