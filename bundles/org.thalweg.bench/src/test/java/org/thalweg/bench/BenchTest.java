package org.thalweg.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.params.InvalidExperimentException;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;

class BenchTest {
  private static final BenchOptions OPTIONS = new BenchOptions(1, 3, 0, true);

  private final Silence listener = new Silence();

  private static Subject subject(String name, String... settings) {
    List<Map.Entry<String, String>> set = new ArrayList<>();
    for (String s : settings) {
      set.add(Map.entry(s.substring(0, s.indexOf('=')), s.substring(s.indexOf('=') + 1)));
    }
    return Subject.of(Workload.find(name).orElseThrow(), set);
  }

  private List<Measurement> measure(BenchOptions options, Subject... subjects) throws Exception {
    return new Bench(new ExperimentRunner(), Stubborn.snapshot(), options, listener, () -> false)
        .measure(List.of(subjects));
  }

  @Test
  void anEnsembleIsMeasuredPerWalkerStep() throws Exception {
    Measurement w1 =
        measure(OPTIONS, subject("W1", "methods[0].walkers=1000", "problem.horizon=1")).get(0);
    assertThat(w1.name()).isEqualTo("W1");
    assertThat(w1.warmUpRuns()).isGreaterThanOrEqualTo(3);
    assertThat(w1.experiment()).contains("\"walkers\": 1000");
    MethodTimes times = w1.methods().get(0);
    assertThat(times.id()).isEqualTo("langevin");
    assertThat(times.work()).isEqualTo(new Work(Work.Unit.WALKER_STEP, 1000 * 100));
    assertThat(times.seconds()).hasSize(3).allMatch(s -> s > 0);
    assertThat(times.minimum()).isLessThanOrEqualTo(times.median());
    assertThat(times.rate()).isEqualTo(1e5 / times.median());
    assertThat(times.first()).isPositive();
    assertThat(listener.heard).containsExactly("W1 WARM_UP", "W1 TIMED", "W1 SHARES");
    assertThat(listener.warnings).isEmpty();
  }

  @Test
  void sharesAddUpToTheWhole() throws Exception {
    String[] small = {"methods[0].walkers=2048", "problem.horizon=2"};
    List<Measurement> measured =
        measure(OPTIONS, subject("W1", small), subject("W1-observed", small), subject("W2", small));
    for (Measurement m : measured) {
      Shares s = m.methods().get(0).shares().orElseThrow();
      assertThat(s.drawing() + s.drift() + s.noise() + s.observing().orElse(0) + s.rest())
          .isEqualTo(1, within(1e-12));
      assertThat(s.drawing()).isPositive();
      assertThat(s.drift()).isPositive();
      assertThat(s.observing().isPresent()).isEqualTo(m.name().equals("W1-observed"));
    }
    assertThat(measured.get(0).methods().get(0).shares().orElseThrow().noise()).isZero();
    assertThat(measured.get(2).methods().get(0).shares().orElseThrow().noise()).isNotNegative();
    // Everything is timed before the first instrument is on.
    assertThat(listener.heard.subList(0, 6)).noneMatch(h -> h.endsWith("SHARES"));
  }

  @Test
  void aDensityIsMeasuredPerCellStepAndHasNoShares() throws Exception {
    Measurement w3 = measure(OPTIONS, subject("W3", "methods[0].cells=[32, 16]")).get(0);
    MethodTimes times = w3.methods().get(0);
    assertThat(times.work().unit()).isEqualTo(Work.Unit.CELL_STEP);
    assertThat(times.work().count()).isGreaterThanOrEqualTo(50 * 32 * 16);
    assertThat(times.shares()).isEmpty();
  }

  @Test
  void theDocumentHoldsEverything() throws Exception {
    List<Measurement> measured =
        measure(OPTIONS, subject("W1-observed", "methods[0].walkers=100", "problem.horizon=1"));
    JsonNode json = JsonText.read(BenchJson.of(Machine.here(), OPTIONS, measured)).orThrow();
    assertThat(json.find("machine.processor").orElseThrow().text()).isNotBlank();
    assertThat(json.find("machine.jvm").orElseThrow().text()).isNotBlank();
    assertThat(json.find("workloads[0].path").orElseThrow().text()).isNotBlank();
    assertThat(json.find("workloads[0].methods[0].seconds.all").orElseThrow().elements())
        .hasSize(3);
    assertThat(json.find("workloads[0].methods[0].unit").orElseThrow().text())
        .isEqualTo("walker-step");
    assertThat(json.find("workloads[0].methods[0].shares").orElseThrow().keys())
        .containsExactly("drawing", "drift", "noise", "observing", "rest");
    assertThat(json.find("workloads[0].experiment.problem.horizon").orElseThrow().text())
        .isEqualTo("1.0");
  }

  @Test
  void nothingRunsIfOneExperimentIsBad() {
    assertThatThrownBy(() -> measure(OPTIONS, subject("W1"), subject("W2", "problem.noise.sigm=1")))
        .isInstanceOf(InvalidExperimentException.class)
        .hasMessageContaining("W2: problem.noise.sigm");
    assertThat(listener.heard).isEmpty();
  }

  @Test
  void itCanBeCancelled() {
    Bench bench =
        new Bench(new ExperimentRunner(), Plugins.snapshot(), OPTIONS, listener, () -> true);
    assertThatThrownBy(() -> bench.measure(List.of(subject("W1"))))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void aMethodThatFailsIsNamed() {
    assertThatThrownBy(() -> measure(OPTIONS, subject("W3", "methods[0]={\"type\": \"broken\"}")))
        .isInstanceOf(BenchException.class)
        .hasMessage("the method broken failed: out of luck");
  }

  @Test
  void aPluginThatBearsNoInstrumentsIsTimedAllTheSame() throws Exception {
    Measurement measured =
        measure(
                OPTIONS,
                subject(
                    "W1",
                    "methods[0].walkers=100",
                    "problem.horizon=1",
                    "problem.noise={\"type\": \"choosy\"}"))
            .get(0);
    assertThat(measured.methods().get(0).seconds()).hasSize(3);
    assertThat(measured.methods().get(0).shares()).isEmpty();
    assertThat(listener.warnings).singleElement().asString().contains("W1", "not my landscape");
  }
}
