package org.thalweg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a journal gives back after it was closed, and after its process was killed. */
class JournalTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("journal.jsonl");
  }

  private List<String> read() throws IOException {
    List<String> lines = new ArrayList<>();
    Journal.open(file(), lines::add).close();
    return lines;
  }

  @ParameterizedTest(name = "{0} lines")
  @ValueSource(ints = {0, 1, 64, 1000})
  void linesComeBackInTheirOrder(int count) throws IOException {
    List<String> lines = IntStream.range(0, count).mapToObj(i -> "{\"line\": " + i + "}").toList();
    try (Journal journal = Journal.open(file(), l -> {})) {
      for (String line : lines) {
        journal.append(line);
      }
    }
    assertThat(read()).isEqualTo(lines);
  }

  @ParameterizedTest(name = "a last line of {0} letters")
  @ValueSource(ints = {1, 100, 8191, 8192, 20_000})
  void aTornLastLineIsTakenAwayAndTheNextStandsAlone(int letters) throws IOException {
    Files.writeString(file(), "first\nsecond\n" + "x".repeat(letters));
    try (Journal journal = Journal.open(file(), l -> {})) {
      journal.append("third");
    }
    assertThat(read()).containsExactly("first", "second", "third");
  }

  @Test
  void aJournalOfATornLineAloneIsEmpty() throws IOException {
    Files.writeString(file(), "torn");
    assertThat(read()).isEmpty();
  }

  @Test
  void linesReachTheFileBeforeTheJournalIsClosed() throws Exception {
    try (Journal journal = Journal.open(file(), l -> {})) {
      journal.append("early");
      for (int i = 0; i < 1000 && Files.size(file()) == 0; i++) {
        Thread.sleep(10);
      }
      assertThat(file()).hasContent("early");
    }
  }

  @Test
  void aLineCannotHoldALineBreak() throws IOException {
    try (Journal journal = Journal.open(file(), l -> {})) {
      assertThatThrownBy(() -> journal.append("two\nlines"))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Journal.open(folder, l -> {})).isInstanceOf(IOException.class);
  }

  @Test
  void aClosedJournalTakesNothing() throws IOException {
    Journal journal = Journal.open(file(), l -> {});
    journal.close();
    assertThatThrownBy(() -> journal.append("late"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has been closed");
  }
}
