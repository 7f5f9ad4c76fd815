package org.thalweg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.itests.Shell.Outcome;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;

/** Measurements of the distribution from the command line. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs the shell script")
class BenchIT {
  @TempDir Path scratch;

  private Outcome bench(String... args) throws Exception {
    String[] all = new String[args.length + 1];
    all[0] = "bench";
    System.arraycopy(args, 0, all, 1, args.length);
    return new Shell(scratch).thalweg(all);
  }

  private static String text(JsonNode json, String path) {
    return json.find(path).orElseThrow().text();
  }

  @Test
  void measurementsAreOneDocument() throws Exception {
    Outcome outcome =
        bench(
            "W1",
            "W1-observed",
            "--set",
            "methods[0].walkers=1000",
            "--set",
            "problem.horizon=1",
            "--repeat",
            "2",
            "--warm-up",
            "0",
            "--json",
            "--quiet");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.err()).isEmpty();
    JsonNode json = JsonText.read(outcome.out()).orThrow();
    assertThat(text(json, "machine.processor")).isNotBlank();
    assertThat(text(json, "threads")).isEqualTo("1");
    assertThat(json.find("workloads").orElseThrow().elements()).hasSize(2);
    assertThat(text(json, "workloads[0].name")).isEqualTo("W1");
    assertThat(text(json, "workloads[0].path")).matches("plain|vector.*");
    assertThat(text(json, "workloads[0].methods[0].work")).isEqualTo("100000.0");
    assertThat(json.find("workloads[0].methods[0].seconds.all").orElseThrow().elements())
        .hasSize(2);
    assertThat(Double.parseDouble(text(json, "workloads[0].methods[0].shares.drawing")))
        .isPositive();
    assertThat(json.find("workloads[1].methods[0].shares.observing").orElseThrow().type())
        .isEqualTo(JsonNode.Type.NUMBER);
    assertThat(text(json, "workloads[0].experiment.methods[0].walkers")).isEqualTo("1000");
    assertThat(scratch.resolve("runs")).doesNotExist();
  }

  @Test
  void anExperimentOfOnesOwnIsMeasuredMethodByMethod() throws Exception {
    Path file =
        Files.writeString(
            scratch.resolve("mine.json"),
            """
            {"thalweg": 1,
             "problem": {"landscape": {"type": "double-well"},
                         "noise": {"type": "isotropic", "temperature": 0.3},
                         "learningRate": 0.01, "horizon": 1,
                         "start": {"type": "gaussian", "mean": [0], "deviation": [0.3]},
                         "domain": [{"from": -3, "to": 3, "edge": "reflecting"}]},
             "methods": [{"id": "sgd", "type": "ensemble", "walkers": 600,
                          "integrator": {"type": "sgd"}},
                         {"id": "density", "type": "fokker-planck", "cells": [64]}],
             "analyzers": [{"type": "moments"}, {"type": "trajectories"}]}
            """);
    Outcome outcome = bench(file.toString(), "--repeat", "2", "--warm-up", "0", "--threads", "2");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("mine", "warming up", "timing", "finding shares");
    assertThat(outcome.out())
        .contains("path: ", "threads: 2", "workload", "draw", "sgd", "density", "per walker-step")
        .doesNotContain("warming up");
    assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void workloadsAreListed() throws Exception {
    Outcome outcome = bench("--list");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("W1-observed", "W2-linearised", "W3-512", "Q-100000x64");
    assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void whatIsThereIsNamedWhenAWorkloadIsNot() throws Exception {
    Outcome outcome = bench("W2-linearized");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains("W2-linearized", "did you mean W2-linearised?", "Q-1000x1", "flat-valley");
  }

  @ParameterizedTest(name = "{0} {1} exits {2} and names {3}")
  @CsvSource({
    "--threads, 0, 2, --threads 0",
    "--repeat, -1, 2, --repeat -1",
    "--warm-up, NaN, 2, --warm-up",
    "--repeats, 3, 2, --repeat",
    "--set, methods[0].walker=3, 4, methods[0].walker",
  })
  void badOptionsAreRefusedBeforeAnythingRuns(String option, String value, int code, String named)
      throws Exception {
    Outcome outcome = bench("W1", option, value);
    assertThat(outcome.exitCode()).isEqualTo(code);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains(named)
        .doesNotContain("\tat ")
        .doesNotContain("Exception")
        .doesNotContain("warming up");
  }
}
