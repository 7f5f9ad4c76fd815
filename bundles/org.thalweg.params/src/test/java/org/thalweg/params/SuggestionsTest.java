package org.thalweg.params;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
  private static final List<String> KNOWN =
      List.of("barrier", "separation", "learningRate", "euler-maruyama", "sgd", "at", "to");

  @ParameterizedTest
  @CsvSource({
    "barier, barrier", // one letter missing
    "barrrier, barrier", // one too many
    "barreir, barrier", // two neighbours swapped
    "BARRIER, barrier",
    "learning_rate, learningRate",
    "learning-rate, learningRate",
    "eulermaruyama, euler-maruyama",
    "euler, euler-maruyama", // the only one that begins so
    "seperation, separation",
    "sdg, sgd",
    "att, at"
  })
  void aSlipIsRecognised(String given, String meant) {
    assertThat(Suggestions.nearest(given, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"adam", "x", "walkers", "barricade", "learn-slowly", "sgldx"})
  void somethingElseIsNot(String given) {
    assertThat(Suggestions.nearest(given, KNOWN)).isEmpty();
  }

  @Test
  void absurdlyLongNamesAreNotCompared() {
    assertThat(Suggestions.nearest("b".repeat(100_000), KNOWN)).isEmpty();
  }

  @Test
  void aLongListOfKnownNamesIsCut() {
    List<String> many = IntStream.range(0, 40).mapToObj(i -> "n" + i).toList();
    assertThat(Suggestions.list(many)).endsWith("n29 and 10 more");
    assertThat(Suggestions.list(List.of())).isEqualTo("none");
  }

  @Test
  void distanceCountsInsertionsDeletionsChangesAndSwaps() {
    assertThat(Suggestions.distance("", "abc")).isEqualTo(3);
    assertThat(Suggestions.distance("abc", "acb")).isEqualTo(1);
    assertThat(Suggestions.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Suggestions.distance("same", "same")).isZero();
  }
}
