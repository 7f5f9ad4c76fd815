package org.thalweg.params;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Landscape;

/** Every way to spoil an experiment that we thought of, with the very lines that the user sees. */
class BadExperimentTest {
  record Case(String path, String json, List<String> findings) {
    @Override
    public String toString() {
      return path + " = " + json;
    }
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = BadExperimentTest.class.getResourceAsStream("bad-experiments.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        if (line.startsWith("    ")) {
          cases.get(cases.size() - 1).findings().add(line.strip());
        } else if (!line.isBlank() && !line.startsWith("#")) {
          int bar = line.indexOf(" | ");
          cases.add(new Case(line.substring(0, bar), line.substring(bar + 3), new ArrayList<>()));
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedWithTheseWords(Case c) {
    JsonNode value = JsonText.read(c.json()).orThrow();
    JsonNode spoiled = JsonText.read(Sample.TEXT).orThrow().set(c.path(), value);

    // Through the text, as a user would have written it.
    Checked<Sample.Experiment> read = Sample.read(JsonText.write(spoiled));

    assertThat(read.value()).isEmpty();
    assertThat(read.findings()).extracting(Finding::toString).isEqualTo(c.findings());
  }

  @Test
  void thereAreManyOfThem() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(85);
  }

  @Test
  void allProblemsOfAFileAreToldAtOnceInItsOrder() {
    String text =
        """
        { "thalweg": 1, "sed": "1",
          "problem": { "landscape": {"type": "double-wel"}, "learningRate": 1e400, "batch": 1.5,
                       "batch": 2, "start": {"type": "point"}, "domain": [{"from": 1, "to": 0}] },
          "methods": [ {"id": "a", "type": "ensemble", "walkers": 0, "integrator": {"type": "sgd", "momentun": 0}},
                       {"type": "fokker-planck", "cells": [2]} ],
          "save": {"every": null} }
        """;
    assertThat(Sample.read(text).findings())
        .extracting(Finding::path)
        .containsExactly(
            "problem.batch", // a duplicate, found while the text is read
            "sed",
            "problem.landscape.type",
            "problem.learningRate",
            "problem.batch",
            "problem.start.at",
            "problem.domain[0]",
            "methods[0].walkers",
            "methods[0].integrator.momentun",
            "methods[1].id", // the record's own keys come before those of its reference
            "methods[1].cells[0]",
            "save.every");
  }

  @Test
  void veryManyProblemsAreCountedInsteadOfTold() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 1000; i++) {
      text.append("\"k").append(i).append("\": 1, ");
    }
    List<Finding> findings = Sample.read(text + "\"seed\": \"1\"}").findings();
    assertThat(findings).hasSize(101);
    assertThat(findings.get(100)).hasToString("and 902 more problems");
  }

  @Test
  void anExceptionOfARecordsConstructorIsNamedWithItsPlace() {
    record Odd(int n) {
      Odd {
        if (n == 1) {
          throw new IllegalStateException("one\n  is odd");
        }
        if (n == 2) {
          throw new IllegalArgumentException();
        }
      }
    }
    Binder binder = new Binder(PluginLookup.NONE);
    assertThat(binder.read("{\"n\": 1}", new Odd(0)).findings())
        .singleElement()
        .asString()
        .endsWith("fail: java.lang.IllegalStateException: one is odd");
    assertThat(binder.read("{\"n\": 2}", new Odd(0)).findings())
        .containsExactly(new Finding("", "IllegalArgumentException"));
  }

  @Test
  void nothingIsKnownWhereNoPluginIsInstalled() {
    Checked<Sample.Experiment> read =
        new Binder(PluginLookup.NONE).read(Sample.TEXT, Sample.experiment());
    assertThat(read.findings())
        .extracting(Finding::toString)
        .contains("problem.landscape.type: unknown landscape \"valley\"; known types: none");
    assertThat(new Binder(PluginLookup.NONE).read("{}", Sample.experiment()).findings())
        .extracting(Finding::toString)
        .contains("problem.start: the default start 'origin' is not installed; known: none");
  }

  static Stream<String> rootsThatAreNoObjects() {
    return Stream.of("[]", "3", "\"text\"", "null", "true");
  }

  @ParameterizedTest
  @MethodSource("rootsThatAreNoObjects")
  void anExperimentIsAnObject(String text) {
    assertThat(Sample.read(text).findings())
        .singleElement()
        .asString()
        .startsWith("expected an object, found ");
  }

  @Test
  void integersBeyondExactnessAreRefusedForDoubles() {
    record Real(double x) {}
    Binder binder = new Binder(PluginLookup.NONE);
    assertThat(binder.read("{\"x\": 9007199254740993}", new Real(0)).findings())
        .containsExactly(
            new Finding(
                "x",
                "9007199254740993 is an integer beyond exactness, it would become"
                    + " 9007199254740992 (for example 0.0)"));
    assertThat(binder.read("{\"x\": 9007199254740994}", new Real(0)).valid()).isTrue();
    assertThat(binder.read("{\"x\": 1e300}", new Real(0)).valid()).isTrue();
  }

  @Test
  void aTreeBuiltDeeperThanAFileMayBeIsRefusedToo() {
    record Chain(Optional<Chain> next) {}
    JsonNode node = JsonNode.object();
    for (int i = 0; i < 200; i++) {
      node = JsonNode.object().with("next", node);
    }
    assertThat(new Binder(PluginLookup.NONE).bind(node, new Chain(Optional.empty())).findings())
        .singleElement()
        .asString()
        .endsWith("next: nested deeper than 64 levels");
  }

  @Test
  void aDefaultThatRefersToItselfEndsInAFinding() {
    record Loop(Ref<Landscape> inner) {}
    Sample.Lookup plugins = new Sample.Lookup();
    plugins.add(Kind.LANDSCAPE, "loop", () -> new Loop(new Ref<>("loop", null)));
    assertThat(new Binder(plugins).read("{}", new Loop(new Ref<>("loop", null))).findings())
        .singleElement()
        .asString()
        .endsWith("inner.inner: nested deeper than 64 levels");
  }
}
