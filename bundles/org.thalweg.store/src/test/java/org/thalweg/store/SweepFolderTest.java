package org.thalweg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.api.analysis.Table;

/** Who may write a sweep's folder, and what stays of earlier calls. */
class SweepFolderTest {
  @TempDir private Path scratch;

  private Path target() {
    return scratch.resolve("sweep");
  }

  @Test
  void theLogGrowsWithEachCall() throws IOException {
    for (String call : List.of("first\n", "second\n")) {
      try (SweepFolder folder = SweepFolder.at(scratch.resolve("logged"))) {
        folder.journal(line -> {}).close();
        folder.log(call);
      }
    }
    assertThat(scratch.resolve("logged/run.log")).hasContent("first\nsecond\n");
  }

  @Test
  void aFolderThatIsBeingWrittenIsBusy() throws IOException {
    try (SweepFolder first = SweepFolder.at(target())) {
      assertThat(first.path()).isEqualTo(target().toAbsolutePath());
      assertThatThrownBy(() -> SweepFolder.at(target()))
          .isInstanceOf(BusyFolderException.class)
          .hasMessageContaining("another sweep is writing")
          .hasMessageContaining("(process " + ProcessHandle.current().pid() + " on ");
    }
    assertThat(target().resolve(".lock")).isEmptyFile();
    SweepFolder.at(target()).close();
  }

  @Test
  void aRunDoesNotBeginInTheFolderOfASweepThatIsBeingWritten() throws IOException {
    try (SweepFolder sweep = SweepFolder.at(target())) {
      assertThatThrownBy(() -> RunFolder.at(target()))
          .isInstanceOf(BusyFolderException.class)
          .hasMessageContaining("a sweep is writing the folder " + sweep.path())
          .hasMessageContaining("(process " + ProcessHandle.current().pid() + " on ");
    }
  }

  @Test
  void aSweepDoesNotBeginInTheFolderOfARunThatIsBeingWritten() throws IOException {
    try (RunFolder run = RunFolder.at(target())) {
      assertThatThrownBy(() -> SweepFolder.at(target()))
          .isInstanceOf(BusyFolderException.class)
          .hasMessageContaining("a run is writing the folder " + run.path())
          .hasMessageContaining("(process " + ProcessHandle.current().pid() + " on ");
    }
    Files.createDirectories(target());
    try (RunFolder run = RunFolder.at(target())) {
      assertThatThrownBy(() -> SweepFolder.at(target()))
          .isInstanceOf(BusyFolderException.class)
          .hasMessageContaining("a run is writing the folder " + run.path());
    }
    SweepFolder.at(target()).close();
  }

  @Test
  void theLockThatAKilledProcessLeftIsNoObstacle() throws IOException {
    Files.createDirectories(target());
    Files.writeString(target().resolve(".lock"), "");
    SweepFolder.at(target()).close();
  }

  @Test
  void aFolderThatHoldsSomethingElseIsLeftAlone() throws IOException {
    Files.createDirectories(target());
    Files.writeString(target().resolve("precious.txt"), "keep");
    assertThatThrownBy(() -> SweepFolder.at(target()))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(BusyFolderException.class)
        .hasMessageContaining("is not empty and holds no sweep");
    assertThat(target().resolve("precious.txt")).hasContent("keep");
    assertThat(target().resolve(".lock")).doesNotExist();
  }

  @Test
  void aDefaultNameThatIsTakenGetsANumber() throws IOException {
    LocalDateTime time = LocalDateTime.of(2024, 5, 6, 7, 8, 9);
    try (SweepFolder first = SweepFolder.in(scratch, "my sweep", time);
        SweepFolder second = SweepFolder.in(scratch, "my sweep", time)) {
      assertThat(first.path()).hasFileName("my-sweep-20240506-070809");
      assertThat(second.path()).hasFileName("my-sweep-20240506-070809-2");
    }
  }

  @Test
  void anEarlierResultGoesWhenASweepGoesOnAndItsTablesStayUntilTheyAreReplaced()
      throws IOException {
    Table table =
        new Table("points", "Points", List.of(new Table.Numbers("x", "", new double[] {1, 2})));
    try (SweepFolder folder = SweepFolder.at(target());
        Journal journal = folder.journal(l -> {})) {
      journal.append("{}");
      folder.experiment("{}\n");
      folder.table(table);
      folder.figure("f", "first", new byte[] {1}, new byte[0]);
    }
    Files.writeString(target().resolve("result.json"), "{}");
    try (SweepFolder folder = SweepFolder.at(target())) {
      folder.experiment("{}\n");
      assertThat(target().resolve("result.json")).doesNotExist();
      assertThat(target().resolve("points.csv")).hasContent("x\n1.0\n2.0");
      folder.clearFigures();
      assertThat(target().resolve("figures")).isEmptyDirectory();
    }
  }
}
