package org.thalweg.itests.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.itests.FlatPlugins;
import org.thalweg.params.Finding;
import org.thalweg.params.InvalidExperimentException;

/** Bad experiments are refused before anything runs, with the very lines that the user sees. */
class BadExperimentTest {
  private static final String GOOD =
      """
      {"thalweg": 1,
       "problem": {"landscape": {"type": "valley"},
                   "noise": {"type": "random-shift", "sigma": [0.1]},
                   "learningRate": 0.1, "horizon": 1,
                   "start": {"type": "point", "at": [0, 0]},
                   "domain": [{"from": -3, "to": 3, "edge": "reflecting"},
                              {"from": -1, "to": 1, "edge": "reflecting"}]},
       "methods": [{"id": "sgd", "type": "ensemble", "walkers": 10,
                    "integrator": {"type": "sgd"}}],
       "seed": "7"}
      """;

  private static List<String> findings(String text, List<Map.Entry<String, String>> settings) {
    InvalidExperimentException e =
        catchThrowableOfType(
            InvalidExperimentException.class,
            () -> ExperimentReader.read(text, settings, FlatPlugins.snapshot()));
    return e == null ? List.of() : e.findings().stream().map(Finding::toString).toList();
  }

  private static List<String> findings(String text) {
    return findings(text, List.of());
  }

  /**
   * Settings that spoil the good experiment, and all that is said about it.
   *
   * @param settings one or several, PATH=JSON
   * @param findings the lines
   */
  record Case(List<Map.Entry<String, String>> settings, List<String> findings) {
    @Override
    public String toString() {
      return settings.toString();
    }
  }

  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = BadExperimentTest.class.getResourceAsStream("bad-experiments.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      boolean fresh = true;
      for (String line : text.lines().toList()) {
        if (line.startsWith("    ")) {
          cases.get(cases.size() - 1).findings().add(line.strip());
        } else if (line.isBlank()) {
          fresh = true;
        } else if (!line.startsWith("#")) {
          if (fresh) {
            cases.add(new Case(new ArrayList<>(), new ArrayList<>()));
            fresh = false;
          }
          int equals = line.indexOf('=');
          cases
              .get(cases.size() - 1)
              .settings()
              .add(Map.entry(line.substring(0, equals), line.substring(equals + 1)));
        }
      }
    }
    return cases.stream();
  }

  @Test
  void theGoodOneIsGood() {
    assertThat(findings(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedWithTheseWords(Case c) {
    List<String> found = findings(GOOD, c.settings());
    assertThat(found).hasSameSizeAs(c.findings());
    for (int i = 0; i < found.size(); i++) {
      String expected = c.findings().get(i);
      if (expected.endsWith("...")) { // the list of what is installed goes on
        assertThat(found.get(i)).startsWith(expected.substring(0, expected.length() - 3));
      } else {
        assertThat(found.get(i)).isEqualTo(expected);
      }
    }
  }

  @Test
  void thereAreManyOfThem() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(60).allMatch(c -> !c.findings().isEmpty());
  }

  @Test
  void duplicateKeysAreRefused() {
    assertThat(findings(GOOD.replace("\"horizon\": 1,", "\"horizon\": 1, \"horizon\": 2,")))
        .containsExactly("problem.horizon: the key is given twice, as 1 and as 2; remove one");
  }

  @Test
  void twoMethodsOfOneNameAreRefused() {
    String twice =
        GOOD.replace(
            "\"methods\": [",
            "\"methods\": [{\"id\": \"sgd\", \"type\": \"ensemble\", \"integrator\":"
                + " {\"type\": \"sgd\"}},");
    assertThat(findings(twice))
        .containsExactly("methods[1].id: 'sgd' is taken by methods[0]; give another id");
  }

  @Test
  void theSchemasKeyIsForEditors() {
    assertThat(findings(GOOD.replace("\"thalweg\": 1", "\"$schema\": \"s.json\", \"thalweg\": 1")))
        .isEmpty();
  }

  @Test
  void whatIsNoJsonIsRefusedWithItsLine() {
    assertThat(findings("{\"thalweg\": 1,\n oops}")).singleElement().asString().contains("line 2");
    assertThat(findings("")).hasSize(1);
    assertThat(findings("[]")).isNotEmpty();
    assertThat(findings("NaN")).isNotEmpty();
  }
}
