package org.thalweg.params;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is done to an experiment, it binds or is refused with findings; it never throws. */
class FuzzTest {
  private static final int CASES = 20_000;
  private static final String[] SCRAPS = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "true",
    "NaN",
    "-Infinity",
    "1e400",
    "-1e-400",
    "1e999999999",
    "9223372036854775808",
    "0.1",
    "-",
    "\"type\": \"sum\"",
    "\"type\"",
    "\u0000",
    "\ud800",
    "\ufeff",
    "//",
    "/*",
    "'",
    "[[[[[[[[",
    "{\"type\": \"sum\", \"terms\": [",
    "\n",
    "é"
  };
  private static final String[] VALUES = {
    "null",
    "true",
    "0",
    "-1",
    "1e400",
    "1e-999999999",
    "1e99",
    "4097",
    "\"\"",
    "\"NaN\"",
    "\"sgd\"",
    "\"valley\"",
    "[]",
    "{}",
    "[null]",
    "[[1]]",
    "{\"type\": 1}",
    "{\"type\": \"valley\"}",
    "{\"type\": \"double-well\", \"barrier\": 0}",
    "{\"type\": \"scaled\"}",
    "0.5",
    "\"x\\u0000y\""
  };

  private void check(String text) {
    Checked<Sample.Experiment> read = Sample.read(text);
    assertThat(read.valid()).isEqualTo(read.value().isPresent());
    for (Finding f : read.findings()) {
      assertThat(f.message()).isNotBlank().doesNotContain("\n");
      assertThat(f.path()).doesNotContain("\n");
    }
    read.value().ifPresent(e -> assertThat(Sample.read(RecordWriter.text(e)).valid()).isTrue());
    JsonText.readWithComments(text);
  }

  @Test
  void mutatedTexts() {
    Assertions.assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          SplittableRandom random = new SplittableRandom(1);
          for (int i = 0; i < CASES; i++) {
            checkMutated(random, "seed 1, case " + i);
          }
        });
  }

  /** As long as asked for: {@code ./mvnw test -P slow -Dthalweg.fuzz.seconds=600}. */
  @Test
  @Tag("slow")
  void mutatedTextsForLong() {
    long seconds = Long.getLong("thalweg.fuzz.seconds", 30);
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    long seed = System.currentTimeMillis();
    SplittableRandom random = new SplittableRandom(seed);
    long cases = 0;
    while (System.nanoTime() < end) {
      checkMutated(random, "seed " + seed + ", case " + cases++);
    }
    System.out.println(
        "fuzz: " + cases + " mutated experiments in " + seconds + " s, seed " + seed);
  }

  private void checkMutated(SplittableRandom random, String name) {
    String text = mutated(random);
    try {
      check(text);
    } catch (Throwable t) {
      throw new AssertionError(name + ": " + text, t);
    }
  }

  private static String mutated(SplittableRandom random) {
    StringBuilder text = new StringBuilder(Sample.TEXT);
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(12));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, SCRAPS[random.nextInt(SCRAPS.length)]);
        case 2 -> text.replace(at, end, SCRAPS[random.nextInt(SCRAPS.length)]);
        case 3 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
        default -> text.insert(at, (char) random.nextInt(128));
      }
    }
    return text.toString();
  }

  @Test
  void validTextsWithValuesPutWhereTheyDoNotBelong() {
    SplittableRandom random = new SplittableRandom(3);
    JsonNode root = JsonText.read(Sample.TEXT).orThrow();
    List<String> paths = new ArrayList<>();
    collect(root, paths);
    int accepted = 0;
    for (int i = 0; i < CASES / 4; i++) {
      JsonNode spoiled = root;
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        String path = paths.get(random.nextInt(paths.size()));
        path = random.nextInt(8) == 0 ? path + "x" : path;
        try {
          spoiled = spoiled.set(path, VALUES[random.nextInt(VALUES.length)]);
        } catch (InvalidExperimentException e) {
          assertThat(e.findings()).hasSize(1);
        }
      }
      String text = JsonText.write(spoiled);
      check(text);
      accepted += Sample.read(text).valid() ? 1 : 0;
    }
    assertThat(accepted).isBetween(CASES / 400, CASES / 8); // neither all refused nor all taken
  }

  private static void collect(JsonNode node, List<String> paths) {
    for (String key : node.keys()) {
      paths.add(node.path(key));
      collect(node.get(key).orElseThrow(), paths);
    }
    for (JsonNode element : node.elements()) {
      paths.add(element.path());
      collect(element, paths);
    }
  }

  @Test
  void randomPathsAndValuesOfCommandLines() {
    SplittableRandom random = new SplittableRandom(4);
    JsonNode root = JsonText.read(Sample.TEXT).orThrow();
    String letters = "ab.[]\"\\0 methods[sgd].walkers";
    for (int i = 0; i < CASES; i++) {
      StringBuilder path = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        path.append(letters.charAt(random.nextInt(letters.length())));
      }
      try {
        root.set(path.toString(), SCRAPS[random.nextInt(SCRAPS.length)]);
      } catch (InvalidExperimentException e) {
        assertThat(e.findings()).hasSize(1);
      }
    }
  }

  @Test
  void aLargeExperimentIsReadInSeconds() {
    String numbers = "0.123456789,".repeat(500_000);
    String text =
        Sample.TEXT.replace("[2, 0]", "[" + numbers.substring(0, numbers.length() - 1) + "]");
    Assertions.assertTimeout(
        Duration.ofSeconds(20), () -> assertThat(Sample.read(text).valid()).isTrue());
  }
}
