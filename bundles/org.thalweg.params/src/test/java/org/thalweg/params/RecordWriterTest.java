package org.thalweg.params;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.thalweg.api.plugin.Ref;

class RecordWriterTest {
  private final Binder binder = new Binder(Sample.plugins());

  @Test
  void everyDefaultIsFilledInInTheOrderOfDeclaration() {
    Sample.Experiment bound =
        Sample.read(
                "{\"methods\": [{\"type\": \"ensemble\", \"id\": \"a\"}],"
                    + " \"problem\": {\"landscape\": {\"type\": \"valley\"}}}")
            .orThrow();
    assertThat(RecordWriter.write(bound))
        .hasToString(
            "{\"thalweg\": 1, \"problem\": {\"landscape\": {\"type\": \"valley\", \"profile\":"
                + " {\"type\": \"bump\", \"height\": 1.0, \"width\": 0.7}, \"curvature\": 1.0},"
                + " \"learningRate\": 0.05, \"batch\": 1, \"start\": {\"type\": \"origin\"},"
                + " \"domain\": [], \"horizon\": 50.0}, \"methods\": [{\"id\": \"a\", \"type\":"
                + " \"ensemble\", \"integrator\": {\"type\": \"euler-maruyama\", \"step\": 0.01},"
                + " \"walkers\": 1024}], \"save\": {\"every\": 0.5}, \"seed\": \"1\","
                + " \"keepPaths\": false, \"title\": null}");
  }

  @Test
  void theExampleReadsBackEqual() {
    Sample.Experiment bound =
        Sample.read(
                Sample.TEXT
                    .replace("{\"type\": \"point\", \"at\": [2, 0]}", "{\"type\": \"origin\"}")
                    .replace(
                        "{\"id\": \"density\", \"type\": \"fokker-planck\", \"cells\": [256, 256]}",
                        "{\"id\": \"b\", \"type\": \"ensemble\", \"integrator\": {\"type\":"
                            + " \"euler-maruyama\"}}"))
            .orThrow();
    assertThat(Sample.read(RecordWriter.text(bound)).orThrow()).isEqualTo(bound);
  }

  @Test
  void everyKindOfComponentReadsBackWithTheSameText() {
    Sample.Everything all = binder.read("{}", Sample.everything()).orThrow();
    String text = RecordWriter.text(all);
    Sample.Everything again = binder.read(text, Sample.everything()).orThrow();
    // Records with arrays compare by identity; recursively they must be equal.
    assertThat(again).usingRecursiveComparison().isEqualTo(all);
    assertThat(RecordWriter.text(again)).isEqualTo(text);
  }

  @Test
  void theTextNeedsNoDefaultsToBeReadAgain() {
    Sample.Everything all = binder.read("{}", Sample.everything()).orThrow();
    JsonNode json = RecordWriter.write(all);
    assertThat(binder.bind(json, Sample.Everything.class).orThrow())
        .usingRecursiveComparison()
        .isEqualTo(all);
  }

  @Test
  void anAbsentOptionalValueIsWrittenSoThatNoDefaultCanTakeItsPlace() {
    record Maybe(OptionalDouble step, Optional<String> name) {}
    Maybe none = new Maybe(OptionalDouble.empty(), Optional.empty());
    Maybe defaults = new Maybe(OptionalDouble.of(1), Optional.of("x"));
    assertThat(RecordWriter.write(none)).hasToString("{\"step\": null, \"name\": null}");
    assertThat(binder.read(RecordWriter.text(none), defaults).orThrow()).isEqualTo(none);
  }

  @Test
  void anAlternativeBoundByItsOwnClassHasNoType() {
    record Fixed(Sample.Bump bump) {}
    Fixed fixed = new Fixed(new Sample.Bump(2, 3));
    assertThat(RecordWriter.write(fixed))
        .hasToString("{\"bump\": {\"height\": 2.0, \"width\": 3.0}}");
    assertThat(binder.read(RecordWriter.text(fixed), new Fixed(new Sample.Bump())).orThrow())
        .isEqualTo(fixed);
  }

  @Test
  void whatIsNotFiniteOrNullIsNeverWritten() {
    assertThatThrownBy(() -> RecordWriter.write(new Sample.Save(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("every: NaN cannot be written, only finite numbers can");
    assertThatThrownBy(() -> RecordWriter.write(new Ref<>("valley", new Sample.Valley(null, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("profile: null cannot be written");
  }

  @Test
  void randomRecordsReadBackEqual() {
    record Mixed(double x, long n, int i, boolean b, String s, List<Double> xs, Sample.Profile p) {}
    SplittableRandom random = new SplittableRandom(3);
    Mixed defaults = new Mixed(0, 0, 0, false, "", List.of(), new Sample.Flat());
    for (int k = 0; k < 2000; k++) {
      double x = Double.longBitsToDouble(random.nextLong());
      x = Double.isFinite(x) ? x : 0;
      char[] text = new char[random.nextInt(6)];
      for (int c = 0; c < text.length; c++) {
        text[c] = (char) random.nextInt(0x3000);
      }
      Mixed mixed =
          new Mixed(
              x,
              random.nextLong(),
              random.nextInt(),
              random.nextInt(2) == 0,
              new String(text),
              random.doubles(random.nextInt(4)).boxed().toList(),
              random.nextInt(2) == 0
                  ? new Sample.Linear(-x)
                  : new Sample.Bump(1 - random.nextDouble(), 2));
      assertThat(binder.read(RecordWriter.text(mixed), defaults).orThrow()).isEqualTo(mixed);
    }
  }
}
