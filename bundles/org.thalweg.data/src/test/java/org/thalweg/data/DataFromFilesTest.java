package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.DataSet;
import org.thalweg.data.DataFromFiles.Params;
import org.thalweg.data.DataFromFiles.Task;
import org.thalweg.testkit.NoReferences;

/** Data sets from arrays: which numbers go where, and what is refused. */
class DataFromFilesTest {
  private static final Source TABLE = new Source.Table("t.csv", List.of("class"));

  private final Map<String, NamedArray> files = new HashMap<>();

  private void file(String name, List<String> columns, int[] shape, double... values) {
    files.put(name, new NamedArray(name, shape, values, "", columns));
  }

  private void table(double... values) {
    file("t.csv", List.of("x", "class", "y"), new int[] {values.length / 3, 3}, values);
  }

  private DataSet read(Source source, Task task, HeldOut test, Scaling scaling) {
    return read(new Params(source, task, OptionalLong.empty(), test, scaling));
  }

  private DataSet read(Params params) {
    return new DataFromFiles()
        .create(
            params,
            new NoReferences() {
              @Override
              public NamedArray array(String path) {
                if (!files.containsKey(path)) {
                  throw new InvalidParameterException("", "there is no file " + path);
                }
                return files.get(path);
              }
            });
  }

  private DataSet read(Source source) {
    return read(source, Task.CLASSES, new HeldOut.None(), new Scaling.None());
  }

  private InvalidParameterException refusal(Source source, Task task, HeldOut test) {
    return catchThrowableOfType(
        InvalidParameterException.class, () -> read(source, task, test, new Scaling.None()));
  }

  @Test
  void targetsAreColumnsByNameOrNumberAndTheOthersAreInputs() {
    table(1, 0, 2, 3, 1, 4);
    DataSet data = read(TABLE);
    assertThat(data.classes()).isTrue();
    assertThat(data.outputs()).isEqualTo(2);
    assertThat(data.training().inputs()).containsExactly(1, 2, 3, 4);
    assertThat(data.training().targets()).containsExactly(0, 1);
    for (String column : List.of("1", "-2")) {
      DataSet same = read(new Source.Table("t.csv", List.of(column)));
      assertThat(same.training().inputs()).containsExactly(1, 2, 3, 4);
    }
    DataSet numbers =
        read(
            new Source.Table("t.csv", List.of("y", "x")),
            Task.NUMBERS,
            new HeldOut.None(),
            new Scaling.None());
    assertThat(numbers.classes()).isFalse();
    assertThat(numbers.outputs()).isEqualTo(2);
    assertThat(numbers.training().targets()).containsExactly(2, 1, 4, 3);
  }

  @Test
  void imagesBecomeRows() {
    file("i.idx", List.of(), new int[] {2, 2, 2}, 0, 51, 102, 153, 204, 255, 0, 51);
    file("l.idx", List.of(), new int[] {2}, 3, 0);
    DataSet data =
        read(
            new Source.Arrays("i.idx", "l.idx"),
            Task.CLASSES,
            new HeldOut.None(),
            new Scaling.Divide(255));
    assertThat(data.inputs()).isEqualTo(4);
    assertThat(data.outputs()).isEqualTo(4);
    double[] expected = {0, 0.2, 0.4, 0.6, 0.8, 1, 0, 0.2};
    for (int i = 0; i < 8; i++) {
      assertThat(data.training().inputs()[i]).isCloseTo(expected[i], within(1e-15));
    }
  }

  @Test
  void standardisedInputsHaveMeanZeroAndVarianceOneOverTheTrainingPartAlone() {
    table(1, 0, 7, 3, 1, 7, 8, 1, 7, 100, 0, 9);
    DataSet data = read(TABLE, Task.CLASSES, new HeldOut.Last(1), new Scaling.Standardise());
    double[] x = data.training().inputs();
    double deviation = Math.sqrt((9 + 1 + 16) / 3.0);
    assertThat(x[0]).isCloseTo(-3 / deviation, within(1e-15));
    assertThat(x[2]).isCloseTo(-1 / deviation, within(1e-15));
    assertThat(x[4]).isCloseTo(4 / deviation, within(1e-15));
    assertThat(new double[] {x[1], x[3], x[5]}).containsExactly(0, 0, 0);
    double[] test = data.test().orElseThrow().inputs();
    assertThat(test[0]).isCloseTo(96 / deviation, within(1e-13));
    assertThat(test[1]).isZero();
  }

  @Test
  void aFractionHoldsOutSamplesAtRandomAndLosesNone() {
    double[] values = new double[300];
    for (int s = 0; s < 100; s++) {
      values[3 * s] = s;
      values[3 * s + 1] = s % 2;
    }
    table(values);
    DataSet data = read(TABLE, Task.CLASSES, new HeldOut.Fraction(0.3, 4), new Scaling.None());
    DataSet.Part test = data.test().orElseThrow();
    assertThat(data.training().samples()).isEqualTo(70);
    assertThat(test.samples()).isEqualTo(30);
    Set<Double> seen = new HashSet<>();
    for (DataSet.Part part : List.of(data.training(), test)) {
      for (int s = 0; s < part.samples(); s++) {
        double number = part.inputs()[2 * s];
        seen.add(number);
        assertThat(part.targets()[s]).isEqualTo(number % 2);
      }
    }
    assertThat(seen).hasSize(100);
    DataSet other = read(TABLE, Task.CLASSES, new HeldOut.Fraction(0.3, 5), new Scaling.None());
    assertThat(other.test().orElseThrow().inputs()).isNotEqualTo(test.inputs());
  }

  @Test
  void everySampleIsHeldOutEquallyOften() {
    double[] values = new double[30];
    for (int s = 0; s < 10; s++) {
      values[3 * s] = s;
    }
    table(values);
    int[] times = new int[10];
    int seeds = 4000;
    for (int seed = 0; seed < seeds; seed++) {
      DataSet data = read(TABLE, Task.CLASSES, new HeldOut.Fraction(0.3, seed), new Scaling.None());
      double[] x = data.test().orElseThrow().inputs();
      for (int i = 0; i < x.length; i += 2) {
        times[(int) x[i]]++;
      }
    }
    // binomial with p = 0.3: 4 standard errors
    double error = Math.sqrt(seeds * 0.3 * 0.7);
    assertThat(Arrays.stream(times)).allMatch(t -> Math.abs(t - 0.3 * seeds) < 4 * error);
  }

  @Test
  void testSamplesMayComeFromOtherFiles() {
    table(1, 0, 2, 3, 1, 4);
    file("other.csv", List.of("x", "class", "y"), new int[] {1, 3}, 5, 2, 6);
    HeldOut other = new HeldOut.Separate(new Source.Table("other.csv", List.of("class")));
    DataSet data = read(TABLE, Task.CLASSES, other, new Scaling.None());
    assertThat(data.test().orElseThrow().inputs()).containsExactly(5, 6);
    assertThat(data.outputs()).isEqualTo(3);
    file("other.csv", List.of("y", "class", "x"), new int[] {1, 3}, 5, 2, 6);
    InvalidParameterException e = refusal(TABLE, Task.CLASSES, other);
    assertThat(e.parameter()).isEqualTo("test.source");
    assertThat(e).hasMessageContaining("[y, x]").hasMessageContaining("[x, y]");
  }

  @Test
  void filesAreLeftAsTheyAre() {
    table(1, 0, 2, 3, 1, 4);
    read(TABLE, Task.CLASSES, new HeldOut.Last(1), new Scaling.Divide(10));
    assertThat(files.get("t.csv").values()).containsExactly(1, 0, 2, 3, 1, 4);
  }

  @Test
  void whatIsNoDataSetIsRefusedWithItsPlace() {
    table(1, 0, 2, 3, Double.NaN, 4);
    assertThat(refusal(TABLE, Task.NUMBERS, new HeldOut.None()))
        .hasMessageContaining("NaN in t.csv, sample 2, class");
    table(1, 0, 2, 3, 1.5, 4);
    assertThat(refusal(TABLE, Task.CLASSES, new HeldOut.None()))
        .hasMessageContaining("1.5 in t.csv, sample 2, is no class");
    table(1, 0, 2, 3, 1, 4);
    InvalidParameterException unknown =
        refusal(new Source.Table("t.csv", List.of("label")), Task.CLASSES, new HeldOut.None());
    assertThat(unknown.parameter()).isEqualTo("source.targets[0]");
    assertThat(unknown).hasMessageContaining("x, class, y");
    assertThat(
            refusal(new Source.Table("t.csv", List.of("x", "0")), Task.NUMBERS, new HeldOut.None()))
        .hasMessageContaining("target already");
    assertThat(
            refusal(
                new Source.Table("t.csv", List.of("0", "1", "2")),
                Task.NUMBERS,
                new HeldOut.None()))
        .hasMessageContaining("leave some as inputs");
    assertThat(
            refusal(new Source.Table("t.csv", List.of("0", "1")), Task.CLASSES, new HeldOut.None()))
        .hasMessageContaining("a class is one number");
    assertThat(refusal(TABLE, Task.CLASSES, new HeldOut.Last(2)))
        .hasMessageContaining("hold fewer out");
    assertThat(refusal(TABLE, Task.CLASSES, new HeldOut.Fraction(0.1, 1)))
        .hasMessageContaining("none on one side");
    InvalidParameterException absent =
        refusal(new Source.Arrays("t.csv", "none.csv"), Task.CLASSES, new HeldOut.None());
    assertThat(absent.parameter()).isEqualTo("source.targets");
    assertThat(absent).hasMessageContaining("there is no file none.csv");
    file("short.csv", List.of(), new int[] {1}, 0);
    assertThat(refusal(new Source.Arrays("t.csv", "short.csv"), Task.CLASSES, new HeldOut.None()))
        .hasMessageContaining("belong together");
    assertThat(
            catchThrowableOfType(
                InvalidParameterException.class,
                () ->
                    read(
                        new Params(
                            new Source.Table("t.csv", List.of("x")),
                            Task.CLASSES,
                            OptionalLong.of(3),
                            new HeldOut.None(),
                            new Scaling.None()))))
        .hasMessageContaining("give at least 4");
  }
}
