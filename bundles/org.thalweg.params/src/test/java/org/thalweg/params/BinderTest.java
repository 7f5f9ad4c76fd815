package org.thalweg.params;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.thalweg.api.method.Method;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Landscape;

class BinderTest {
  private final Binder binder = new Binder(Sample.plugins());

  private <P extends Record> P bound(String json, P defaults) {
    return binder.read(json.replace('\'', '"'), defaults).orThrow();
  }

  @Test
  void anExperimentBindsWithPathsOnItsReferences() {
    Sample.Experiment e = Sample.read(Sample.TEXT).orThrow();

    assertThat(e.problem().landscape())
        .isEqualTo(
            new Ref<>(
                "valley", new Sample.Valley(new Sample.Bump(1, 0.7), 1), "problem.landscape"));
    assertThat(e.problem().domain())
        .containsExactly(new Sample.Domain(-3, 3), new Sample.Domain(-1, 1));
    assertThat(e.methods()).extracting(Sample.MethodEntry::id).containsExactly("sgd", "density");
    Sample.Ensemble ensemble = (Sample.Ensemble) e.methods().get(0).method().parameters();
    assertThat(ensemble.walkers()).isEqualTo(4096);
    assertThat(ensemble.integrator())
        .isEqualTo(new Ref<>("sgd", new Sample.Sgd(0), "methods[0].integrator"));
    assertThat(e.methods().get(1).method().path()).isEqualTo("methods[1]");
  }

  @Test
  void missingKeysTakeTheDefaultInstancesValues() {
    Sample.DoubleWell p = bound("{'barrier': 3}", new Sample.DoubleWell(1, 2));
    assertThat(p).isEqualTo(new Sample.DoubleWell(3, 2));
  }

  @Test
  void aNestedRecordOfTheDefaultsClassTakesItsMissingKeysFromIt() {
    Sample.Valley defaults = new Sample.Valley(new Sample.Bump(5, 6), 1);
    assertThat(bound("{'profile': {'type': 'bump', 'width': 2}}", defaults).profile())
        .isEqualTo(new Sample.Bump(5, 2));
  }

  @Test
  void anotherAlternativeTakesItsMissingKeysFromItsOwnConstructor() {
    Sample.Valley defaults = new Sample.Valley(new Sample.Flat(), 1);
    assertThat(bound("{'profile': {'type': 'bump', 'width': 2}}", defaults).profile())
        .isEqualTo(new Sample.Bump(1, 2));
  }

  @Test
  void theTypeOfAChoiceMayBeLeftOutWhereTheDefaultHasOne() {
    Sample.Valley defaults = new Sample.Valley(new Sample.Bump(5, 6), 1);
    assertThat(bound("{'profile': {'height': 4}}", defaults).profile())
        .isEqualTo(new Sample.Bump(4, 6));
  }

  @Test
  void theTypeOfAReferenceMayBeLeftOutWhereTheDefaultHasOne() {
    Sample.Scaled p =
        bound(
            "{'landscape': {'barrier': 9}}", new Sample.Scaled(new Ref<>("double-well", null), 2));
    assertThat(p.landscape())
        .isEqualTo(new Ref<>("double-well", new Sample.DoubleWell(9, 2), "landscape"));
  }

  @Test
  void aDefaultReferenceWithoutParametersTakesThePluginsDefaultsAndItsPlace() {
    Sample.Scaled p = bound("{}", new Sample.Scaled(new Ref<>("double-well", null), 2));
    assertThat(p.landscape())
        .isEqualTo(new Ref<>("double-well", new Sample.DoubleWell(1, 2), "landscape"));
  }

  @Test
  void aDefaultReferencesParametersHoldForTheSameTypeOnly() {
    Sample.Ensemble defaults =
        new Sample.Ensemble(
            new Ref<>("euler-maruyama", new Sample.EulerMaruyama(OptionalDouble.of(0.01))), 8);
    assertThat(
            bound("{'integrator': {'type': 'euler-maruyama'}}", defaults).integrator().parameters())
        .isEqualTo(new Sample.EulerMaruyama(OptionalDouble.of(0.01)));
    assertThat(bound("{'integrator': {'type': 'sgd'}}", defaults).integrator().parameters())
        .isEqualTo(new Sample.Sgd(0));
  }

  @Test
  void referencesNestAndCarryTheirNestedPaths() {
    Checked<Ref<Landscape>> ref =
        binder.bindRef(
            JsonText.read(
                    """
                    {"type": "sum", "terms": [{"type": "double-well"},
                      {"type": "scaled", "by": 3, "landscape": {"type": "valley"}}]}
                    """)
                .orThrow(),
            Landscape.class);
    Sample.Sum sum = (Sample.Sum) ref.orThrow().parameters();
    Sample.Scaled scaled = (Sample.Scaled) sum.terms().get(1).parameters();
    assertThat(scaled.landscape().path()).isEqualTo("terms[1].landscape");
    assertThat(scaled.by()).isEqualTo(3);
  }

  @Test
  void keysOfTheCallersOwnMayStandBesideAReference() {
    JsonNode node = JsonText.read("{\"id\": \"a\", \"type\": \"fokker-planck\"}").orThrow();
    assertThat(binder.bindRef(node, Method.class, "id").valid()).isTrue();
    assertThat(binder.bindRef(node, Method.class).findings())
        .containsExactly(new Finding("id", "unknown key; known keys: type, cells, scheme"));
  }

  @Test
  void aPartBindsItsOwnKeysOnly() {
    JsonNode node = JsonText.read("{\"every\": 2, \"other\": 1}").orThrow();
    assertThat(binder.bindPart(node, new Sample.Save(1)).orThrow()).isEqualTo(new Sample.Save(2));
  }

  @Test
  void aRecordWithoutDefaultsNeedsEveryKeyUnlessItHasAConstructorWithoutArguments() {
    JsonNode empty = JsonNode.object();
    assertThat(binder.bind(empty, Sample.Bump.class).orThrow()).isEqualTo(new Sample.Bump());
    assertThat(binder.bind(empty, Sample.Domain.class).findings())
        .extracting(Finding::toString)
        .containsExactly("from: missing, give a number", "to: missing, give a number");
  }

  @Test
  void longsAreExactToTheLastDigitAndMayHaveAnExponent() {
    record Counts(long a, long b, long c, int d) {}
    Counts c =
        bound(
            "{'a': 9223372036854775807, 'b': 1e6, 'c': -9007199254740993, 'd': 12.0}",
            new Counts(0, 0, 0, 0));
    assertThat(c).isEqualTo(new Counts(Long.MAX_VALUE, 1_000_000, -9007199254740993L, 12));
  }

  @Test
  void enumConstantsAreWrittenInLowerCaseWithHyphensOrAsInJava() {
    Sample.FokkerPlanck defaults = new Sample.FokkerPlanck(new int[0], Sample.Scheme.TR_BDF2);
    assertThat(bound("{'scheme': 'implicit-euler'}", defaults).scheme())
        .isEqualTo(Sample.Scheme.IMPLICIT_EULER);
    assertThat(bound("{'scheme': 'IMPLICIT_EULER'}", defaults).scheme())
        .isEqualTo(Sample.Scheme.IMPLICIT_EULER);
  }

  @Test
  void nullStandsForNoneOfAnOptionalValueEvenAgainstADefault() {
    record Maybe(OptionalDouble step, Optional<Sample.Save> save) {}
    Maybe defaults = new Maybe(OptionalDouble.of(1), Optional.of(new Sample.Save(1)));
    assertThat(bound("{}", defaults)).isEqualTo(defaults);
    assertThat(bound("{'step': null, 'save': null}", defaults))
        .isEqualTo(new Maybe(OptionalDouble.empty(), Optional.empty()));
    assertThat(bound("{'step': 2, 'save': {'every': 3}}", defaults))
        .isEqualTo(new Maybe(OptionalDouble.of(2), Optional.of(new Sample.Save(3))));
  }

  @Test
  void aBareNumberStandsForAnArrayOfThatNumber() {
    record Shift(double[] sigma) {}
    assertThat(bound("{'sigma': 0.3}", new Shift(new double[0])).sigma()).containsExactly(0.3);
  }

  @Test
  void listsAndMatricesBindInAnyNesting() {
    Sample.Everything e =
        bound(
            "{'matrix': [[1], [], [2, 3]], 'table': [[5, 6]], 'schemes': ['tr-bdf2'],"
                + " 'profiles': [{'type': 'bump'}], 'landscapes': [{'type': 'valley'}]}",
            Sample.everything());
    assertThat(e.matrix()).isDeepEqualTo(new double[][] {{1}, {}, {2, 3}});
    assertThat(e.table()).isEqualTo(List.of(List.of(5L, 6L)));
    assertThat(e.schemes()).containsExactly(Sample.Scheme.TR_BDF2);
    assertThat(e.profiles()).containsExactly(new Sample.Bump());
    assertThat(e.landscapes().get(0).path()).isEqualTo("landscapes[0]");
  }

  @Test
  void whatWasTypedOnACommandLineNeedsNoQuotes() {
    JsonNode root = JsonText.read(Sample.TEXT).orThrow();
    JsonNode changed = root.set("seed", "7").set("methods[sgd].walkers", "16");
    Sample.Experiment e = binder.bind(changed, Sample.experiment()).orThrow();
    assertThat(e.seed()).isEqualTo("7");
    assertThat(((Sample.Ensemble) e.methods().get(0).method().parameters()).walkers())
        .isEqualTo(16);
  }

  @Test
  void aFaultyPluginIsAFindingAndAFaultyRecordOfTheProgramAnException() {
    record Faulty(java.util.Map<String, String> map) {}
    Sample.Lookup plugins = new Sample.Lookup();
    plugins.add(Kind.LANDSCAPE, "faulty", () -> new Faulty(java.util.Map.of()));
    plugins.add(
        Kind.LANDSCAPE,
        "thrower",
        () -> {
          throw new IllegalStateException("no");
        });
    Binder b = new Binder(plugins);

    assertThat(
            b.bindRef(JsonText.read("{\"type\": \"faulty\"}").orThrow(), Landscape.class)
                .findings())
        .singleElement()
        .asString()
        .contains("the landscape plugin 'faulty' is faulty", "java.util.Map");
    assertThat(
            b.bindRef(JsonText.read("{\"type\": \"thrower\"}").orThrow(), Landscape.class)
                .findings())
        .singleElement()
        .asString()
        .contains("the landscape plugin 'thrower' is faulty", "IllegalStateException: no");
    assertThatThrownBy(() -> b.bind(JsonNode.object(), new Faulty(java.util.Map.of())))
        .isInstanceOf(BadDeclarationException.class)
        .hasMessageContaining("Faulty.map: parameters cannot have the type java.util.Map");
  }

  @Test
  void allFindingsComeInOneException() {
    Checked<Sample.Experiment> read =
        Sample.read("{\"thalwg\": 1, \"problem\": {\"batch\": 0}, \"methods\": 3}");
    assertThatThrownBy(read::orThrow)
        .isInstanceOfSatisfying(
            InvalidExperimentException.class,
            e -> assertThat(e.findings()).isEqualTo(read.findings()).hasSize(4))
        .hasMessageContaining("\n");
  }
}
