package org.thalweg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.itests.Shell.Outcome;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;

/** Known numbers against what the distribution computes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs the shell script")
class ValidateNumericsIT {
  @TempDir Path scratch;

  @Test
  void theVarianceUnderMomentumHoldsAndIsTheSameInEveryRun() throws Exception {
    Shell shell = new Shell(scratch);
    String[] words = {"validate-numerics", "--case", "momentum-0.9", "--json", "--quiet"};
    Outcome first = shell.thalweg(words);
    assertThat(first.exitCode()).as(first.err()).isZero();
    JsonNode row = JsonText.read(first.out()).orThrow().elements().get(0);
    assertThat(row.get("outcome").orElseThrow().text()).isEqualTo("pass");
    assertThat(Double.parseDouble(row.get("measured").orElseThrow().text())).isBetween(2.85, 2.91);
    assertThat(shell.thalweg(words).out()).isEqualTo(first.out());
  }

  @Test
  void anUnknownCaseIsRefusedWithTheNamesOfAll() throws Exception {
    Outcome outcome = new Shell(scratch).thalweg("validate-numerics", "--case", "momentun");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("momentun").contains("solvable-valley-1", "momentum-0.5");
  }
}
