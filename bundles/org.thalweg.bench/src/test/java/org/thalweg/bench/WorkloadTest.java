package org.thalweg.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.ExperimentReader;

class WorkloadTest {
  @TestFactory
  Stream<DynamicTest> everyWorkloadIsAGoodExperiment() {
    return Workload.all().stream()
        .map(
            w ->
                DynamicTest.dynamicTest(
                    w.name(),
                    () -> {
                      Assembled read =
                          ExperimentReader.read(w.experiment(), List.of(), Plugins.snapshot());
                      assertThat(read.methods()).hasSize(1);
                      assertThat(w.title()).isNotBlank().hasSizeLessThan(70);
                    }));
  }

  @Test
  void namesAreUniqueAndFoundInAnyCase() {
    assertThat(Workload.all()).extracting(Workload::name).doesNotHaveDuplicates();
    assertThat(Workload.find("w2-Linearised")).map(Workload::name).hasValue("W2-linearised");
    assertThat(Workload.find("W")).isEmpty();
  }

  @Test
  void theUsualOnesAreOfEveryKind() {
    assertThat(Workload.all().stream().filter(Workload::usual).map(Workload::name))
        .containsExactly("W1", "W2", "W3", "W4");
  }
}
