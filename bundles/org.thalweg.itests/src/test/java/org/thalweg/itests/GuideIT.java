package org.thalweg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.describe.Describer;
import org.thalweg.engine.describe.Description;
import org.thalweg.itests.Shell.Outcome;
import org.thalweg.launcher.Container;
import org.thalweg.launcher.Product;
import org.thalweg.params.Parameter;

/** The guide covers what is installed, and reads as Markdown. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs the shell script")
class GuideIT {
  private static final Pattern LINK = Pattern.compile("(?<!\\\\)]\\(([^)]*)\\)");
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");

  @TempDir static Path scratch;

  private static List<Description> installed;
  private static Map<String, String> pages;

  @BeforeAll
  static void write() throws Exception {
    Product product = Distribution.product("thalweg");
    try (Container container =
        Distribution.boot(product, Distribution.exportsOf(product, "org.thalweg.api"))) {
      installed = new Describer(new Catalogue(container.context()).snapshot()).all();
    }
    Outcome outcome = thalweg("guide", "--out", "new/folder");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    pages = read(scratch.resolve("new/folder"));
  }

  private static Outcome thalweg(String... args) throws Exception {
    return new Shell(scratch).thalweg(args);
  }

  private static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(f -> texts.put(folder.relativize(f).toString(), text(f)));
    }
    return texts;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everythingInstalledHasAPageWithItsParametersAndALineInTheIndex() {
    assertThat(installed).isNotEmpty();
    for (Description d : installed) {
      String path = d.kind() + "/" + d.id() + ".md";
      assertThat(pages).containsKey(path);
      assertThat(pages.get("README.md")).contains("](" + path + "): ");
      for (Parameter p : d.parameters()) {
        assertThat(pages.get(path)).as(path).contains("\n| `" + p.path() + "` | ");
      }
      if (!d.formula().isEmpty()) {
        assertThat(pages.get(path)).as(path).contains(d.formula());
      }
    }
  }

  @Test
  void nothingElseIsThereButTheIndexAndTheChapters() {
    assertThat(pages).hasSize(installed.size() + 5);
    assertThat(pages)
        .containsKeys("README.md", "experiment.md", "sweeps.md", "results.md", "extending.md");
  }

  @Test
  void everyLinkLeadsSomewhere() {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Matcher link = LINK.matcher(BLOCK.matcher(page.getValue()).replaceAll(""));
      while (link.find()) {
        links++;
        String[] target = link.group(1).split("#", 2);
        String file = Path.of("/", page.getKey()).resolveSibling(target[0]).normalize().toString();
        String text = pages.get(file.substring(1));
        if (text == null || target.length > 1 && !text.contains("\n## " + target[1] + "\n")) {
          broken.add(page.getKey() + " -> " + link.group(1));
        }
      }
    }
    assertThat(links).isGreaterThan(2 * installed.size());
    assertThat(broken).isEmpty();
  }

  @Test
  void theRowsOfATableHaveEquallyManyCells() {
    int rows = 0;
    for (Map.Entry<String, String> page : pages.entrySet()) {
      String before = "";
      for (String line : BLOCK.matcher(page.getValue()).replaceAll("").lines().toList()) {
        if (line.startsWith("|") && before.startsWith("|")) {
          rows++;
          assertThat(BAR.matcher(line).results().count())
              .as(page.getKey() + ": " + line)
              .isEqualTo(BAR.matcher(before).results().count());
        }
        before = line;
      }
    }
    assertThat(rows).isGreaterThan(installed.size());
  }

  @Test
  void aSecondCallWritesTheSameBytes() throws Exception {
    assertThat(thalweg("guide", "--out", "second").exitCode()).isZero();
    assertThat(read(scratch.resolve("second"))).isEqualTo(pages);
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAloneUnlessForced() throws Exception {
    Path mine = Files.createDirectories(scratch.resolve("mine")).resolve("README.md");
    Files.writeString(mine, "mine");
    Outcome refused = thalweg("guide", "--out", "mine");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("mine is not empty", "--force");
    assertThat(mine).hasContent("mine");
    assertThat(thalweg("guide", "--out", "mine", "--force").exitCode()).isZero();
    assertThat(read(scratch.resolve("mine"))).isEqualTo(pages);
  }

  @Test
  void aFileInPlaceOfTheFolderIsNamed() throws Exception {
    Files.writeString(scratch.resolve("file"), "");
    Outcome outcome = thalweg("guide", "--out", "file");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("file is a file");
  }
}
