package org.thalweg.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.params.Finding;
import org.thalweg.params.InvalidExperimentException;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;

/** What users write for a sweep, in a file and on the command line, and what they get. */
class SweepReaderTest {
  private static final String BASE =
      """
      {"problem": {"noise": {"type": "isotropic"}, "batch": 1},
       "methods": [{"id": "sgd", "walkers": 10}], "seed": "1"%s}
      """;

  private static Optional<Sweep> read(String sweep, String... typed) {
    String text = BASE.formatted(sweep.isEmpty() ? "" : ", \"sweep\": " + sweep);
    return SweepReader.read(JsonText.read(text).orThrow(), List.of(typed), OptionalInt.empty());
  }

  private static List<Double> values(String written) {
    return read("", "problem.batch=" + written)
        .orElseThrow()
        .axes()
        .get(0)
        .tracks()
        .get(0)
        .values()
        .stream()
        .map(v -> Double.parseDouble(v.text()))
        .toList();
  }

  private static Finding finding(String sweep, String... typed) {
    InvalidExperimentException e =
        catchThrowableOfType(InvalidExperimentException.class, () -> read(sweep, typed));
    assertThat(e).as("accepted").isNotNull();
    assertThat(e.findings()).hasSize(1);
    return e.findings().get(0);
  }

  @Test
  void anExperimentWithoutASweepHasNone() {
    assertThat(read("")).isEmpty();
  }

  @Test
  void linspaceIncludesBothEndsAndRoundsToTheNearestDecimal() {
    assertThat(values("linspace(0, 1, 11)"))
        .containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0);
    assertThat(values("linspace(3,-1,3)")).containsExactly(3.0, 1.0, -1.0);
  }

  @Test
  void logspaceTakesValuesAsEndsAndMeetsPowersOfTen() {
    assertThat(values("logspace(1e-3,1e-1,5)")).contains(0.001, 0.01, 0.1).hasSize(5).isSorted();
    assertThat(values("logspace(1,100,3)")).containsExactly(1.0, 10.0, 100.0);
    assertThat(values("logspace(1e-300,1e300,3)")).containsExactly(1e-300, 1.0, 1e300);
  }

  @Test
  void rangeIncludesTheEndWhereItMeetsIt() {
    assertThat(values("range(1,4)")).containsExactly(1.0, 2.0, 3.0, 4.0);
    assertThat(values("range(0.1,0.5,0.1)")).containsExactly(0.1, 0.2, 0.3, 0.4, 0.5);
    assertThat(values("range(0,10,4)")).containsExactly(0.0, 4.0, 8.0);
    assertThat(values("range(3,1,-1)")).containsExactly(3.0, 2.0, 1.0);
  }

  @Test
  void fileAndCommandLineSayTheSame() {
    Sweep object =
        read("{\"over\": [{\"problem.batch\": {\"logspace\": [1, 8, 4]}}]}").orElseThrow();
    Sweep text = read("{\"over\": [{\"problem.batch\": \"logspace(1, 8, 4)\"}]}").orElseThrow();
    Sweep typed = read("", "problem.batch=logspace(1,8,4)").orElseThrow();
    for (int p = 0; p < 4; p++) {
      assertThat(object.experiment(p)).isEqualTo(text.experiment(p)).isEqualTo(typed.experiment(p));
    }
  }

  @Test
  void severalAxesMakeAProductWithTheLastRunningFastest() {
    Sweep sweep =
        read("{\"over\": [{\"problem.batch\": [1, 2]}], \"replicas\": 3}", "seed=5,6,7")
            .orElseThrow();
    assertThat(sweep.gridPoints()).isEqualTo(6);
    assertThat(sweep.replicas()).isEqualTo(3);
    assertThat(sweep.coordinates(4)).hasToString("[2, 6]");
  }

  @Test
  void whatIsZippedGoesTogether() {
    Sweep file =
        read("{\"over\": [{\"problem.batch\": [1, 2], \"methods[sgd].walkers\": [20, 10]}]}")
            .orElseThrow();
    Sweep typed =
        read("", "problem.batch,methods[sgd].walkers=zip(1,2; linspace(20,10,2))").orElseThrow();
    assertThat(file.gridPoints()).isEqualTo(2);
    assertThat(file.coordinates(1)).hasToString("[2, 10]");
    assertThat(typed.coordinates(1)).hasToString("[2, 10.0]");
    assertThat(file.experiment(1).find("methods[0].walkers")).hasToString("Optional[10]");
  }

  @Test
  void wholePluginsCanBeSwept() {
    Sweep sweep =
        read("", "problem.noise={\"type\":\"none\"},{\"type\":\"isotropic\",\"temperature\":1}")
            .orElseThrow();
    assertThat(sweep.experiment(1).find("problem.noise.temperature")).isPresent();
    assertThat(sweep.experiment(0).find("problem.noise.temperature")).isEmpty();
  }

  @Test
  void theCommandLineReplacesTheFilesAxisOfTheSamePath() {
    Sweep sweep =
        read("{\"over\": [{\"problem.batch\": [1, 2]}]}", "problem.batch=4,8,16").orElseThrow();
    assertThat(sweep.gridPoints()).isEqualTo(3);
  }

  @Test
  void whatIsWrittenReadsBackAsTheSame() {
    Sweep sweep =
        read(
                "{\"over\": [{\"problem.batch\": \"range(1,4)\"}], \"figures\": [\"a.b\"]}",
                "seed,methods[0].walkers=zip(1,2;3,4)")
            .orElseThrow();
    JsonNode again = sweep.base().with(Sweep.KEY, sweep.written());
    Sweep back = SweepReader.read(again, List.of(), OptionalInt.empty()).orElseThrow();
    assertThat(back).isEqualTo(sweep);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "linspace(0,1)        | linspace takes three numbers: from, to, count; it has 2",
        "linspace(0,1,1)      | the count of linspace is 1; give an integer from 2 to 1000000",
        "linspace(0,1,2.5)    | the count of linspace is 2.5; give an integer from 2 to 1000000",
        "linspace(1,1,3)      | linspace from 1 to itself repeats one value; give two ends",
        "logspace(0,1,3)      | logspace from 0 to 1: both ends are values, not exponents, and must"
            + " be above 0",
        "logspace(-3,-1,3)    | logspace from -3 to -1: both ends are values, not exponents, and"
            + " must be above 0",
        "range(1,5,-1)        | range from 1 to 5 in steps of -1 never arrives",
        "range(1,5,0)         | range from 1 to 5 in steps of 0 never arrives",
        "range(0,1,1e-9)      | range has more than 1000000 values; take a larger step",
        "lingspace(0,1,3)     | 'lingspace' is not known; did you mean 'linspace'? write"
            + " linspace(from, to, count)",
        "linspace(a,1,3)      | 'a' in linspace is no number",
        "linspace(0,1e999,3)  | 1e999 in linspace is too large for a double",
        "1,,2                 | '1,,2' has an empty value between its commas",
        "[]                   | is an empty list, which makes a sweep of no points"
      })
  void badValuesAreRefusedWithTheRemedy(String values, String message) {
    Finding finding = finding("", "problem.batch=" + values);
    assertThat(finding.path()).isEqualTo("--sweep problem.batch=" + values);
    assertThat(finding.message()).contains(message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | sweep | has no points; give 'over', 'replicas' or both",
        "[] | sweep | must be an object such as",
        "{\"over\": []} | sweep.over | is empty, a sweep of no points",
        "{\"over\": {}} | sweep.over | must be a list of axes",
        "{\"over\": [{}]} | sweep.over[0] | must be an object from path to values",
        "{\"ovr\": [], \"replicas\": 2} | sweep.ovr | unknown; known keys: over, replicas, figures",
        "{\"replicas\": 0} | sweep.replicas | 0 must be an integer, at least 1",
        "{\"replicas\": 2, \"figures\": [1]} | sweep.figures | must be a list of quantities",
        "{\"over\": [{\"seed\": 5}]} | sweep.over[0].seed | 5 is one value, not several",
        "{\"over\": [{\"seed\": \"5\"}]} | sweep.over[0].seed | '5' is no set of values",
        "{\"over\": [{\"seed\": {\"linspace\": 3}}]} | sweep.over[0].seed | linspace takes a list"
            + " of numbers",
        "{\"over\": [{\"thalweg\": [1, 2]}]} | sweep.over[0].thalweg | 'thalweg' cannot be swept",
        "{\"over\": [{\"problem.noise.type\": [\"none\"]}]} | sweep.over[0][\"problem.noise.type\"]"
            + " | sweep the whole object",
        "{\"over\": [{\"seed\": [1, 2], \"problem.batch\": [1]}]} | sweep.over[0] | what goes"
            + " together must be equally long, but seed takes 2 values and problem.batch takes 1",
        "{\"over\": [{\"seed\": [1]}, {\"seed\": [2]}]} | sweep | seed is swept twice; remove one",
        "{\"over\": [{\"problem.noise.delta\": [1]}, {\"problem.noise\": [{}]}]} | sweep |"
            + " problem.noise would overwrite problem.noise.delta; let it come before that",
        "{\"over\": [{\"seed\": \"range(1,1000)\"}, {\"problem.batch\": \"range(1,1001)\"}]} |"
            + " sweep | has 1001000 points; at most 1000000 are allowed"
      })
  void badSweepsAreRefusedAtTheirPlace(String sweep, String path, String message) {
    Finding finding = finding(sweep);
    assertThat(finding.path()).isEqualTo(path);
    assertThat(finding.message()).contains(message);
  }

  @Test
  void aZipOnTheCommandLineNamesAsManyPathsAsValues() {
    assertThat(finding("", "seed,problem.batch=1,2").message())
        .isEqualTo(
            "names 2 paths and 1 set of values; paths that go together are written A,B=zip(1,2;"
                + " 3,4)");
    assertThat(finding("", "seed").message()).contains("write PATH=VALUES");
  }
}
