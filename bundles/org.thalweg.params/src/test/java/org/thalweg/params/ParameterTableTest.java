package org.thalweg.params;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.api.plugin.Choice;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Start;

class ParameterTableTest {
  private static Parameter row(List<Parameter> rows, String path) {
    return rows.stream().filter(r -> r.path().equals(path)).findFirst().orElseThrow();
  }

  @Test
  void aRowSaysAllThatIsDeclared() {
    assertThat(ParameterTable.of(new Sample.DoubleWell(1, 2)))
        .containsExactly(
            new Parameter(
                "barrier",
                "",
                "a number",
                "loss",
                0,
                Double.POSITIVE_INFINITY,
                true,
                "greater than 0",
                Optional.of("1.0"),
                "barrier height",
                false,
                List.of()),
            new Parameter(
                "separation",
                "",
                "a number",
                "theta",
                0,
                10,
                false,
                "from 0 to 10",
                Optional.of("2.0"),
                "distance of the wells",
                false,
                List.of()));
  }

  @Test
  void alternativesListTheirOwnParametersUnderTheirCondition() {
    List<Parameter> rows = ParameterTable.of(new Sample.Valley(new Sample.Linear(2), 1));
    assertThat(rows)
        .extracting(Parameter::path, Parameter::when)
        .containsExactly(
            tuple("profile", ""),
            tuple("profile.height", "profile.type = bump"),
            tuple("profile.width", "profile.type = bump"),
            tuple("profile.slope", "profile.type = linear"),
            tuple("curvature", ""));
    assertThat(row(rows, "profile").alternatives())
        .extracting(Parameter.Alternative::name)
        .containsExactly("bump", "linear", "flat");
    assertThat(row(rows, "profile").defaultText()).contains("linear");
    assertThat(row(rows, "profile.height").defaultText()).contains("1.0");
    assertThat(row(rows, "profile.slope").defaultText()).contains("2.0");
  }

  @Test
  void whatHasNoDefaultIsRequired() {
    List<Parameter> rows = ParameterTable.of(Sample.Valley.class);
    assertThat(row(rows, "curvature").required()).isTrue();
    assertThat(row(rows, "profile.height").required()).isFalse();
    assertThat(row(rows, "profile.slope").required()).isTrue();
  }

  @Test
  void theDefaultOfARequiredParameterIsOnlyAPlaceHolder() {
    Parameter at = ParameterTable.of(new Sample.Point(new double[] {1})).get(0);
    assertThat(at.required()).isTrue();
    assertThat(at.defaultText()).isEmpty();
    assertThat(at.type()).isEqualTo("an array of numbers");
  }

  @Test
  void listsOfRecordsAndSharedObjectsHavePathsToo() {
    assertThat(ParameterTable.of(Sample.experiment()))
        .extracting(Parameter::path)
        .contains("problem.domain[].from", "methods[].id", "methods[].type", "save.every");
  }

  @Test
  void aRecordWithinItselfIsListedOnce() {
    record Tree(double x, List<Tree> branches) {}
    assertThat(ParameterTable.of(new Tree(1, List.of())))
        .extracting(Parameter::path)
        .containsExactly("x", "branches");
  }

  sealed interface Untold permits Nameless {}

  record Nameless() implements Untold {}

  sealed interface Twice permits First, Second {}

  @Choice("same")
  record First() implements Twice {}

  @Choice("same")
  record Second() implements Twice {}

  @Test
  void badDeclarationsAreToldToTheProgrammer() {
    record Raw(@SuppressWarnings("rawtypes") Ref ref) {}
    record Product(Ref<String> ref) {}
    record Floats(float x) {}
    record Nested(Optional<Optional<String>> x) {}
    record Both(@Beside Ref<Start> a, @Beside Ref<Start> b) {}
    record Choices(Untold x) {}
    record Doubled(Twice x) {}

    assertBad(Raw.class, "Ref<Landscape>");
    assertBad(Product.class, "no kind of plugin makes a java.lang.String");
    assertBad(Floats.class, "Floats.x: parameters cannot have the type float");
    assertBad(Nested.class, "an optional value inside");
    assertBad(Both.class, "@Beside is for the one reference");
    assertBad(Choices.class, "Nameless must be a record with @Choice");
    assertBad(Doubled.class, "are called same");
  }

  private static void assertBad(Class<? extends Record> type, String message) {
    assertThatThrownBy(() -> ParameterTable.of(type))
        .isInstanceOf(BadDeclarationException.class)
        .hasMessageContaining(message);
  }
}
