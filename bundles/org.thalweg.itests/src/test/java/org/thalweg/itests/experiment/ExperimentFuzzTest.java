package org.thalweg.itests.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.itests.FlatPlugins;
import org.thalweg.params.Finding;
import org.thalweg.params.InvalidExperimentException;

/**
 * Whatever stands in an experiment's file, it is read or refused with findings, by the reader, the
 * binder and the real plugins together.
 *
 * <p>In a normal run only the examples are read. With {@code JAZZER_FUZZ=1} in the environment the
 * files are mutated, guided by coverage, for as long as {@code maxDuration} says.
 */
class ExperimentFuzzTest {
  private static final Path EXAMPLES =
      Path.of("..", "..", "runtime", "distribution", "src", "examples");

  static Stream<String> examples() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.jsonc?")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts.stream();
  }

  @MethodSource("examples")
  @DictionaryFile(resourcePath = "experiment.dict")
  @FuzzTest(maxDuration = "10m")
  void isReadOrRefusedWithFindings(String text) {
    if (text == null) {
      return;
    }
    try {
      assertThat(ExperimentReader.read(text, List.of(), FlatPlugins.snapshot())).isNotNull();
    } catch (InvalidExperimentException e) {
      assertThat(e.findings()).isNotEmpty();
      for (Finding finding : e.findings()) {
        assertThat(finding.message())
            .isNotBlank()
            .doesNotContain("\n")
            .doesNotContain("fails, tell");
        assertThat(finding.path()).doesNotContain("\n");
      }
    }
  }
}
