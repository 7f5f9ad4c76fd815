package org.thalweg.params;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonNodeTest {
  private final JsonNode root = JsonText.read(Sample.TEXT).orThrow();

  private String at(JsonNode node, String path) {
    return node.find(path).orElseThrow().toString();
  }

  @Test
  void aNodeKnowsItsPath() {
    assertThat(root.path()).isEmpty();
    assertThat(root.find("problem.landscape.profile.width").orElseThrow().path())
        .isEqualTo("problem.landscape.profile.width");
    assertThat(root.find("methods[sgd].walkers").orElseThrow().path())
        .isEqualTo("methods[0].walkers");
    JsonNode odd = JsonText.read("{\"a b\": {\"c.d\": [0]}}").orThrow();
    JsonNode zero = odd.get("a b").orElseThrow().get("c.d").orElseThrow().elements().get(0);
    assertThat(zero.path()).isEqualTo("[\"a b\"][\"c.d\"][0]");
    assertThat(odd.find(zero.path())).contains(zero);
  }

  @Test
  void settingReplacesAValueAndLeavesTheOldTreeAlone() {
    JsonNode changed = root.set("problem.learningRate", "0.1");
    assertThat(at(changed, "problem.learningRate")).isEqualTo("0.1");
    assertThat(at(root, "problem.learningRate")).isEqualTo("0.05");
    assertThat(changed.keys()).containsExactlyElementsOf(root.keys());
  }

  @Test
  void settingMakesTheObjectsOnTheWay() {
    JsonNode changed = root.set("problem.divergence.cutoff", "1e3").set("new.deep.key", "x");
    assertThat(at(changed, "problem.divergence")).isEqualTo("{\"cutoff\": 1e3}");
    assertThat(changed.find("new.deep.key").orElseThrow().path()).isEqualTo("new.deep.key");
  }

  @Test
  void elementsAreFoundByIndexOrIdAndAppendedPastTheEnd() {
    assertThat(at(root.set("methods[1].id", "grid"), "methods[grid].type"))
        .isEqualTo("\"fokker-planck\"");
    assertThat(at(root.set("methods[sgd].walkers", "2"), "methods[0].walkers")).isEqualTo("2");
    assertThat(at(root.set("methods[2].id", "c"), "methods[2]")).isEqualTo("{\"id\": \"c\"}");
    assertThat(at(root.set("problem.start.at[0]", "-1"), "problem.start.at")).isEqualTo("[-1, 0]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.5          | 0.5",
        "true         | true",
        "[1,2]        | [1, 2]",
        "{\"type\":1} | {\"type\": 1}",
        "sgd          | \"sgd\"",
        "\"7\"        | \"7\"",
        "NaN          | \"NaN\"",
        "a,b          | \"a,b\"",
        "1 2          | \"1 2\"",
        "01           | \"01\"",
      })
  void aTypedValueIsJsonIfItIsValidJsonAndAStringOtherwise(String typed, String json) {
    assertThat(JsonNode.typed(typed)).hasToString(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "methods[sdg].walkers | no element of methods has the id \"sdg\"; did you mean 'sgd'? known"
            + " ids: sgd, density",
        "methods[3].walkers   | methods has 2 elements; [2] would append one",
        "methods.sgd          | methods is an array of 2 elements, which has no keys to set",
        "seed.x               | seed is the string \"1\", which has no keys to set",
        "problem[0]           | problem is an object, which has no elements to set",
        "methods[0            | ']' is missing in the path",
        "methods[]            | an index or id is missing between '[' and ']'",
        "a]b                  | ']' without '[' in the path",
        "a..b                 | a key is missing at character 3 of the path",
        ".a                   | a key is missing at character 1 of the path",
        "a.                   | a key is missing at character 3 of the path",
        "a[\"b                | a quoted key in the path is not closed by \"]",
        "methods[99999999999] | no element of methods has the id \"99999999999\"; known ids: sgd,"
            + " density",
      })
  void aBadPathIsOneFinding(String path, String message) {
    assertThatThrownBy(() -> root.set(path, "1"))
        .isInstanceOfSatisfying(
            InvalidExperimentException.class,
            e -> assertThat(e.findings()).containsExactly(new Finding(path, message)));
  }

  @Test
  void emptyAndEndlessPathsAreRefused() {
    assertThatThrownBy(() -> root.set("", "1")).hasMessageContaining("the path is empty");
    assertThatThrownBy(() -> root.set("a.".repeat(1000) + "a", "1"))
        .isInstanceOf(InvalidExperimentException.class)
        .hasMessageContaining("more than 64 steps");
  }

  @Test
  void nodesAreBuiltInCode() {
    JsonNode node =
        JsonNode.object()
            .with("n", JsonNode.integer(3))
            .with("x", JsonNode.number(1e-9))
            .with("list", JsonNode.array(List.of(JsonNode.truth(true), JsonNode.nothing())))
            .with("o", JsonNode.object(Map.of("k", JsonNode.string("v"))));
    assertThat(node)
        .hasToString("{\"n\": 3, \"x\": 1e-9, \"list\": [true, null], \"o\": {\"k\": \"v\"}}");
    assertThat(node.get("list").orElseThrow().elements().get(1).path()).isEqualTo("list[1]");
    assertThat(node.without("n").keys()).containsExactly("x", "list", "o");
    assertThatThrownBy(() -> JsonNode.number(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JsonNode.integer(1).with("k", node))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void equalityIsOfContentNotOfPlace() {
    JsonNode inner = root.find("save").orElseThrow();
    assertThat(JsonNode.object(Map.of("every", JsonNode.number(0.5))))
        .isEqualTo(inner)
        .hasSameHashCodeAs(inner);
  }
}
