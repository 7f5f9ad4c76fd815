package org.thalweg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.itests.Shell.Outcome;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;

/**
 * The example {@code flat-valley} at its own size: the verdict accepts the right theory and rejects
 * a kappa planted 10 % too high or too low.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs the shell script")
class FlatValleyIT {
  private static final Set<String> METHODS = Set.of("sgd", "langevin", "density", "steady");
  private static final String PLANTED = " (assumed noise)";

  @TempDir Path scratch;

  /** One line of the verdict. */
  private record Line(String quantity, String method, String against, String outcome) {}

  private static String text(JsonNode object, String key) {
    return object.get(key).orElseThrow().text();
  }

  private static List<Line> verdict(String result) {
    List<Line> lines = new ArrayList<>();
    JsonNode root = JsonText.read(result).orThrow();
    for (JsonNode j : root.get("judgements").orElseThrow().elements()) {
      lines.add(
          new Line(text(j, "quantity"), text(j, "left"), text(j, "right"), text(j, "outcome")));
    }
    return lines;
  }

  private static String verdict(double kappa) {
    return "{\"id\": \"kappa-"
        + kappa
        + "\", \"type\": \"verdict\", \"assume\": {\"type\": \"anisotropic\", \"delta\": 0.05,"
        + " \"kappa\": "
        + kappa
        + "}}";
  }

  @Test
  void theVerdictAcceptsTheTheoryAndRejectsAPlantedKappa() throws Exception {
    Outcome outcome =
        new Shell(scratch)
            .thalweg(
                "run",
                "flat-valley",
                "--json",
                "--quiet",
                "--set",
                "analyzers[6]=" + verdict(4.4),
                "--set",
                "analyzers[7]=" + verdict(3.6));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    List<Line> lines = verdict(outcome.out());

    List<Line> right = lines.stream().filter(l -> !l.against().contains(PLANTED)).toList();
    assertThat(right)
        .hasSizeGreaterThan(60)
        .allSatisfy(l -> assertThat(l.outcome()).isEqualTo("agree"));
    assertThat(right).extracting(Line::against).contains("paper-eq-7", "floor-marginal", "density");

    for (String method : METHODS) {
      for (String prediction : List.of("paper-eq-7", "floor-marginal-corrected")) {
        List<String> outcomes =
            lines.stream()
                .filter(l -> l.method().equals(method))
                .filter(l -> l.against().equals(prediction + PLANTED))
                .filter(l -> !l.quantity().startsWith("marginal"))
                .map(Line::outcome)
                .toList();
        assertThat(outcomes)
            .as(method + " against " + prediction + " of both planted kappas")
            .containsExactly("differ", "differ");
      }
    }
  }
}
