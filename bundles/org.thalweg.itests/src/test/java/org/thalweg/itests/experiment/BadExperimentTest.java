package org.thalweg.itests.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.itests.FlatPlugins;
import org.thalweg.params.Finding;
import org.thalweg.params.InvalidExperimentException;

/** Bad experiments are refused before anything runs, each problem with its place and its remedy. */
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

  private static List<Finding> findings(String text, String... settings) {
    List<Map.Entry<String, String>> set =
        Stream.of(settings)
            .map(s -> Map.entry(s.substring(0, s.indexOf('=')), s.substring(s.indexOf('=') + 1)))
            .toList();
    InvalidExperimentException e =
        catchThrowableOfType(
            InvalidExperimentException.class,
            () -> ExperimentReader.read(text, set, FlatPlugins.snapshot()));
    return e == null ? List.of() : e.findings();
  }

  @Test
  void theGoodOneIsGood() {
    assertThat(findings(GOOD)).isEmpty();
  }

  /** A change to the good experiment, the path of the finding, and words of its message. */
  private record Case(String what, String setting, String path, String... words) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              "unknown key",
              "problem.lerningRate=0.1",
              "problem.lerningRate",
              "unknown",
              "learningRate"),
          new Case(
              "unknown plugin", "problem.landscape.type=vally", "problem.landscape.type", "valley"),
          new Case(
              "unknown alternative",
              "problem.landscape.profile={\"type\":\"bumb\"}",
              "problem.landscape.profile.type",
              "bump"),
          new Case(
              "unknown nested key",
              "problem.landscape.profile={\"type\":\"bump\",\"widht\":1}",
              "problem.landscape.profile.widht",
              "width"),
          new Case("wrong type", "problem.horizon=\"long\"", "problem.horizon", "long", "number"),
          new Case("negative", "problem.horizon=-1", "problem.horizon", "-1"),
          new Case("zero where above zero", "problem.learningRate=0", "problem.learningRate", "0"),
          new Case("too large for a double", "problem.horizon=1e400", "problem.horizon", "1e400"),
          new Case("null", "problem.noise=null", "problem.noise", "null"),
          new Case(
              "fraction for an integer", "methods[0].walkers=10.5", "methods[0].walkers", "10.5"),
          new Case("no walkers", "methods[0].walkers=0", "methods[0].walkers", "0"),
          new Case(
              "start of wrong dimension", "problem.start.at=[1,2,3]", "problem.start.at", "3", "2"),
          new Case("start outside", "problem.start.at=[5,0]", "problem.start", "outside"),
          new Case(
              "domain of wrong dimension",
              "problem.domain=[{\"from\":-1,\"to\":1,\"edge\":\"reflecting\"}]",
              "problem.domain",
              "1 axis",
              "2 parameters"),
          new Case(
              "ends in the wrong order",
              "problem.domain[0].to=-5",
              "problem.domain[0].to",
              "-5",
              "above"),
          new Case(
              "an edge without an end",
              "problem.domain=[{\"edge\":\"absorbing\"},{\"edge\":\"open\"}]",
              "problem.domain[0].from",
              "missing"),
          new Case(
              "one periodic end",
              "problem.domain[0].upper=periodic",
              "problem.domain[0].upper",
              "pairs"),
          new Case(
              "a ring that does not close",
              "problem.domain[0].edge=periodic&problem.domain[0].to=2",
              "problem.domain",
              "axis 0",
              "one period"),
          new Case(
              "unknown edge",
              "problem.domain[0].edge=reflective",
              "problem.domain[0].edge",
              "reflecting"),
          new Case("no methods", "methods=[]", "methods", "at least one"),
          new Case("an id that is no file name", "methods[0].id=a/b", "methods[0].id", "a/b"),
          new Case(
              "seed out of range", "seed=99999999999999999999", "seed", "99999999999999999999"),
          new Case("seed that is no number", "seed=one", "seed", "one"),
          new Case("newer format", "thalweg=2", "thalweg", "2", "1"),
          new Case("other numerics", "numerics=999", "numerics", "999"),
          new Case("too many saves", "save.every=1e-9", "save.every", "observations"),
          new Case(
              "sigma of wrong length",
              "problem.noise.sigma=[1,2,3]",
              "problem.noise.sigma",
              "3",
              "2"),
          new Case(
              "noise unfit for Langevin",
              "methods[0].integrator={\"type\":\"euler-maruyama\"}&problem.noise.shift=exact",
              "methods[0]",
              "E grad L(theta + s)",
              "linearised"),
          new Case(
              "divergence below zero",
              "problem.divergence.cutoff=-1",
              "problem.divergence.cutoff",
              "-1"),
          new Case(
              "unknown integrator",
              "methods[0].integrator.type=sdg",
              "methods[0].integrator.type",
              "sgd"),
          new Case(
              "momentum of one",
              "methods[0].integrator.momentum=1",
              "methods[0].integrator.momentum",
              "1"));

  @TestFactory
  Stream<DynamicTest> eachIsRefusedAtItsPlace() {
    return CASES.stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.what(),
                    () -> {
                      List<Finding> found = findings(GOOD, c.setting().split("&"));
                      assertThat(found).extracting(Finding::path).contains(c.path());
                      String message =
                          found.stream()
                              .filter(f -> f.path().equals(c.path()))
                              .findFirst()
                              .orElseThrow()
                              .message();
                      assertThat(message).contains(c.words()).doesNotContain("Exception");
                    }));
  }

  @Test
  void duplicateKeysAreRefused() {
    assertThat(findings(GOOD.replace("\"horizon\": 1,", "\"horizon\": 1, \"horizon\": 2,")))
        .extracting(Finding::path)
        .contains("problem.horizon");
  }

  @Test
  void twoMethodsOfOneNameAreRefused() {
    String twice =
        GOOD.replace(
            "\"methods\": [",
            "\"methods\": [{\"id\": \"sgd\", \"type\": \"ensemble\", \"integrator\":"
                + " {\"type\": \"sgd\"}},");
    assertThat(findings(twice)).extracting(Finding::path).containsExactly("methods[1].id");
  }

  @Test
  void everythingIsFoundAtOnce() {
    assertThat(findings(GOOD, "problem.horizon=-1", "seed=x", "methods[0].walkers=0"))
        .extracting(Finding::path)
        .contains("problem.horizon", "methods[0].walkers");
  }

  @Test
  void whatIsNoJsonIsRefusedWithItsLine() {
    assertThat(findings("{\"thalweg\": 1,\n oops}")).hasSize(1);
    assertThat(findings("{\"thalweg\": 1,\n oops}").get(0).toString()).contains("line 2");
    assertThat(findings("")).hasSize(1);
    assertThat(findings("[]")).isNotEmpty();
    assertThat(findings("NaN")).isNotEmpty();
  }
}
