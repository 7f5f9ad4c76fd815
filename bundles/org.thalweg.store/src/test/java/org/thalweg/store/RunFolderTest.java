package org.thalweg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Table;

class RunFolderTest {
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 2, 3, 4, 5);

  @TempDir Path home;

  private static Map<String, byte[]> contents(Path folder) throws IOException {
    Map<String, byte[]> out = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return out;
  }

  private List<String> entries(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.map(c -> c.getFileName().toString()).sorted().toList();
    }
  }

  private static JsonObject json(Path file) throws IOException {
    JsonReader reader = new JsonReader(Files.newBufferedReader(file));
    reader.setStrictness(Strictness.STRICT);
    try (reader) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    }
  }

  @Test
  void aRunFolderHoldsAllFilesAndNothingElse() throws IOException {
    Path folder = Records.write(RunFolder.at(home.resolve("a")), "host");

    assertThat(contents(folder).keySet())
        .containsExactly(
            "arrays/density.npy",
            "experiment.json",
            "figures/paths.png",
            "figures/paths.svg",
            "provenance.json",
            "result.json",
            "run.log",
            "tables/moments.csv");
    assertThat(entries(home)).containsExactly("a");
  }

  @Test
  void theResultNamesEveryFileWithUnits() throws IOException {
    Path folder = Records.write(RunFolder.at(home.resolve("a")), "host");
    JsonObject result = json(folder.resolve("result.json"));

    assertThat(result.get("status").getAsString()).isEqualTo("completed");
    assertThat(result.get("numericsVersion").getAsLong()).isEqualTo(1);
    JsonObject table = result.getAsJsonArray("tables").get(0).getAsJsonObject();
    assertThat(table.get("file").getAsString()).isEqualTo("tables/moments.csv");
    assertThat(table.get("rows").getAsInt()).isEqualTo(4);
    assertThat(table.getAsJsonArray("columns"))
        .hasToString(
            "[{\"name\":\"method\",\"type\":\"text\"},"
                + "{\"name\":\"time\",\"type\":\"number\",\"unit\":\"time\"},"
                + "{\"name\":\"x\",\"type\":\"number\",\"unit\":\"\"},"
                + "{\"name\":\"walkers\",\"type\":\"integer\"}]");
    assertThat(result.getAsJsonArray("inputs"))
        .hasToString("[{\"path\":\"data/digits.csv\",\"sha256\":\"00ff\",\"bytes\":12}]");
    assertThat(result.getAsJsonArray("arrays").get(0).getAsJsonObject().get("shape"))
        .hasToString("[2,3]");
    assertThat(result.getAsJsonArray("figures").get(0).getAsJsonObject().get("files"))
        .hasToString("[\"figures/paths.svg\",\"figures/paths.png\"]");
  }

  @Test
  void numbersThatAreNoneAreStrings() throws IOException {
    Path folder = Records.write(RunFolder.at(home.resolve("a")), "host");
    JsonObject result = json(folder.resolve("result.json"));

    JsonObject judgement = result.getAsJsonArray("judgements").get(0).getAsJsonObject();
    assertThat(judgement.get("value")).hasToString("\"NaN\"");
    assertThat(judgement.get("standardError").getAsDouble()).isEqualTo(1e-3);
    assertThat(judgement.get("outcome").getAsString()).isEqualTo("cannot_tell");
    assertThat(result.getAsJsonArray("methods").toString()).contains("\"value\":\"-Infinity\"");
  }

  @Test
  void equalRunsDifferInProvenanceAlone() throws IOException {
    Map<String, byte[]> one = contents(Records.write(RunFolder.at(home.resolve("a")), "host1"));
    Map<String, byte[]> two = contents(Records.write(RunFolder.at(home.resolve("b")), "host2"));

    assertThat(one.keySet()).isEqualTo(two.keySet());
    assertThat(one.remove("provenance.json")).isNotEqualTo(two.remove("provenance.json"));
    one.forEach((file, bytes) -> assertThat(two.get(file)).as(file).isEqualTo(bytes));
  }

  @Test
  void provenanceSaysWhenWhereAndWithWhat() throws IOException {
    Path folder = Records.write(RunFolder.at(home.resolve("a")), "lab7");
    JsonObject provenance = json(folder.resolve("provenance.json"));

    assertThat(provenance.get("start").getAsString()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(provenance.getAsJsonObject("machine").get("host").getAsString()).isEqualTo("lab7");
    assertThat(provenance.get("folder").getAsString())
        .isEqualTo(Records.provenance("lab7").folder().toString());
    assertThat(provenance.getAsJsonObject("thalweg").get("dirty").getAsBoolean()).isTrue();
    assertThat(provenance.getAsJsonArray("bundles").get(0).getAsJsonObject().get("sha256"))
        .hasToString("\"00ff\"");
    assertThat(Provenance.Machine.here().processors()).isPositive();
  }

  @Test
  void nothingIsSeenBeforeTheRunIsWhole() throws IOException {
    try (RunFolder folder = RunFolder.at(home.resolve("runs/a"))) {
      folder.table(Records.TABLE);
      assertThat(home.resolve("runs/a")).doesNotExist();
      assertThat(entries(home.resolve("runs"))).allMatch(name -> name.startsWith("."));
    }
    assertThat(entries(home.resolve("runs"))).as("after closing unfinished").isEmpty();
  }

  @Test
  void aCancelledRunKeepsWhatItHas() throws IOException {
    Path written;
    try (RunFolder folder = RunFolder.at(home.resolve("a"))) {
      folder.experiment("{}\n");
      written =
          folder.finish(Records.record(RunRecord.Status.CANCELLED), Records.provenance("host"));
    }
    JsonObject result = json(written.resolve("result.json"));
    assertThat(result.get("status").getAsString()).isEqualTo("cancelled");
    assertThat(result.get("message").getAsString()).isEqualTo("stopped by the user");
    assertThat(Files.readString(written.resolve("experiment.json"))).isEqualTo("{}\n");
  }

  @Test
  void aFolderThatHoldsSomethingIsRefused() throws IOException {
    Files.writeString(Files.createDirectory(home.resolve("a")).resolve("mine.txt"), "mine");

    assertThatThrownBy(() -> RunFolder.at(home.resolve("a")))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the run folder " + home.resolve("a") + " is not empty; choose another, or remove it");
    assertThat(entries(home.resolve("a"))).containsExactly("mine.txt");

    assertThatThrownBy(() -> RunFolder.at(home.resolve("a/mine.txt")))
        .hasMessageContaining("is a file");
    assertThatThrownBy(() -> RunFolder.at(home.resolve("a/mine.txt/b")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "cannot make the run folder " + home.resolve("a/mine.txt/b") + ": ");
  }

  @Test
  void anEmptyFolderIsFilledInPlace() throws IOException {
    Path out = Files.createDirectory(home.resolve("mounted"));
    Object key = Files.readAttributes(out, BasicFileAttributes.class).fileKey();

    Path folder = Records.write(RunFolder.at(out), "host");

    assertThat(folder).isEqualTo(out);
    assertThat(Files.readAttributes(out, BasicFileAttributes.class).fileKey())
        .as("not replaced")
        .isEqualTo(key);
    assertThat(contents(folder)).hasSize(8).doesNotContainKey(".part");
    assertThat(entries(out)).doesNotContain(".part");
  }

  @Test
  void defaultNamesCarryTheTimeAndANumberIfTaken() throws IOException {
    Path runs = home.resolve("runs");
    assertThat(Records.write(RunFolder.in(runs, "flat-valley", TIME), "h"))
        .isEqualTo(runs.resolve("flat-valley-20260102-030405"));
    try (RunFolder second = RunFolder.in(runs, "flat-valley", TIME);
        RunFolder third = RunFolder.in(runs, "flat-valley", TIME)) {
      assertThat(second.path()).isEqualTo(runs.resolve("flat-valley-20260102-030405-2"));
      assertThat(third.path()).isEqualTo(runs.resolve("flat-valley-20260102-030405-3"));
    }
  }

  @Test
  void aRunInProgressIsNotDisturbed() throws IOException {
    try (RunFolder first = RunFolder.at(home.resolve("a"))) {
      first.table(Records.TABLE);
      assertThatThrownBy(() -> RunFolder.at(home.resolve("a")))
          .isInstanceOf(BusyFolderException.class)
          .hasMessageStartingWith("another run is writing the run folder " + home.resolve("a"));
      Path written =
          first.finish(Records.record(RunRecord.Status.COMPLETED), Records.provenance("h"));
      assertThat(written.resolve("tables/moments.csv")).exists();
    }
  }

  @Test
  void whatKilledRunsLeftBesideIsNamedAndRunsInProgressAreNot() throws IOException {
    Path lock = Files.createDirectories(home.resolve(".old.part")).resolve(".lock");
    Files.setLastModifiedTime(Files.writeString(lock, ""), FileTime.fromMillis(0));
    try (RunFolder other = RunFolder.at(home.resolve("b"));
        RunFolder folder = RunFolder.at(home.resolve("a"))) {
      assertThat(other.path()).isEqualTo(home.resolve("b"));
      assertThat(folder.abandoned()).containsExactly(home.resolve(".old.part"));
      Files.setLastModifiedTime(home.resolve(".b.part/.lock"), FileTime.fromMillis(0));
      assertThat(folder.abandoned()).containsExactly(home.resolve(".old.part"));
    }
    assertThat(lock).exists();
  }

  @Test
  void whatAKilledRunLeftBehindIsTakenOver() throws IOException {
    Path left = Files.createDirectories(home.resolve(".a.part/tables"));
    Files.writeString(left.resolve("half.csv"), "1,");
    Files.writeString(home.resolve(".a.part/.lock"), "");

    Path folder = Records.write(RunFolder.at(home.resolve("a")), "host");

    assertThat(contents(folder)).hasSize(8).doesNotContainKey("tables/half.csv");
    assertThat(entries(home)).containsExactly("a");
  }

  @Test
  void aWholeResultThatCouldNotBeMovedIsNotThrownAway() throws IOException {
    Files.writeString(
        Files.createDirectories(home.resolve(".a.part")).resolve("result.json"), "{}");

    assertThatThrownBy(() -> RunFolder.at(home.resolve("a"))).hasMessageContaining(".a.part");
    assertThat(home.resolve(".a.part/result.json")).exists();
  }

  @Test
  void aFolderThatAppearsMeanwhileIsNotOverwritten() throws IOException {
    try (RunFolder folder = RunFolder.at(home.resolve("a"))) {
      Files.writeString(Files.createDirectory(home.resolve("a")).resolve("mine.txt"), "mine");
      Path written =
          folder.finish(Records.record(RunRecord.Status.COMPLETED), Records.provenance("h"));
      assertThat(written).isEqualTo(home.resolve("a-2"));
    }
    assertThat(entries(home.resolve("a"))).containsExactly("mine.txt");
  }

  @Test
  void namesThatClashOrAreNoFileNamesAreChanged() throws IOException {
    Path written;
    try (RunFolder folder = RunFolder.at(home.resolve("a"))) {
      folder.table(new Table("moments", "", List.of()));
      folder.table(new Table("Moments", "", List.of()));
      folder.table(new Table("../../evil/..", "", List.of()));
      folder.array(new NamedArray("..", new int[] {0}, new double[0], ""));
      written = folder.finish(Records.record(RunRecord.Status.COMPLETED), Records.provenance("h"));
    }
    assertThat(contents(written).keySet())
        .contains(
            "tables/moments.csv", "tables/Moments-2.csv", "tables/evil.csv", "arrays/unnamed.npy")
        .hasSize(6);
  }

  @Test
  void anErrorNamesTheFileAndTheReason() throws IOException {
    try (RunFolder folder = RunFolder.at(home.resolve("a"))) {
      // what stands in the way of the folder of tables is a file
      Files.writeString(home.resolve(".a.part/tables"), "");
      assertThatThrownBy(() -> folder.table(Records.TABLE))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(
              "cannot write tables/moments.csv of the run folder " + home.resolve("a") + ": ");
    }
    assertThat(entries(home)).isEmpty();
  }

  @Test
  void bundleFilesAreHashed() throws IOException {
    Path jar = Files.writeString(home.resolve("b.jar"), "abc");
    String hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    assertThat(InstalledBundles.hash("reference:" + jar.toUri())).isEqualTo(hash);
    assertThat(InstalledBundles.hash("file:" + jar)).isEqualTo(hash);
    assertThat(InstalledBundles.hash("inputstream:x")).isEmpty();
    assertThat(InstalledBundles.hash("file:/no such file")).isEmpty();
  }
}
