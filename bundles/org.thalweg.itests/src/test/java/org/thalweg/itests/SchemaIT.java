package org.thalweg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.plugin.Kind;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.engine.experiment.ExperimentSchema;
import org.thalweg.launcher.Container;
import org.thalweg.launcher.Product;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;

/** The schema accepts what the workbench accepts, and knows what editors can know. */
class SchemaIT {
  private static final String GOOD =
      """
      {"$schema": "thalweg.schema.json",
       "thalweg": 1,
       "problem": {"landscape": {"type": "valley", "profile": {"type": "bump", "height": 2}},
                   "noise": {"type": "anisotropic", "delta": 0.02, "kappa": 4},
                   "learningRate": 0.1, "batch": 1, "horizon": 1,
                   "start": {"type": "point", "at": 0},
                   "domain": [{"from": -3, "to": 3, "edge": "reflecting"},
                              {"edge": "open"}]},
       "methods": [{"id": "sgd", "type": "ensemble", "walkers": 1e3,
                    "integrator": {"type": "sgd"}}],
       "analyzers": [{"type": "marginal", "from": null}],
       "seed": 7}
      """;

  private static Container container;
  private static Snapshot plugins;
  private static JsonSchema schema;

  @BeforeAll
  static void boot() throws Exception {
    Product product = Distribution.product("thalweg");
    container = Distribution.boot(product, Distribution.exportsOf(product, "org.thalweg.api"));
    plugins = new Catalogue(container.context()).snapshot();
    schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(JsonText.write(ExperimentSchema.of(plugins)));
  }

  @AfterAll
  static void stop() throws Exception {
    container.close();
  }

  private static Set<ValidationMessage> messages(String text) {
    return schema.validate(text, InputFormat.JSON);
  }

  private static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Distribution.HOME.root().resolve("examples"))) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyExampleIsValidAsWrittenAndAsResolved() throws IOException {
    return examples().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      String text = Files.readString(file);
                      assertThat(messages(text)).isEmpty();
                    }));
  }

  @Test
  void whatTheWorkbenchAcceptsIsValid() {
    assertThat(ExperimentReader.read(GOOD, List.of(), plugins).methods()).hasSize(1);
    assertThat(messages(GOOD)).isEmpty();
  }

  @Test
  void sweepsAreValid() {
    for (String values :
        List.of("[1, 2]", "\"logspace(1, 10, 3)\"", "{\"linspace\": [1, 10, 3]}")) {
      String over = "{\"over\": [{\"problem.batch\": " + values + "}], \"replicas\": 2}";
      String sweep = JsonText.write(JsonText.read(GOOD).orThrow().set("sweep", over));
      assertThat(messages(sweep)).isEmpty();
    }
  }

  @Test
  void whatIsResolvedIsValid() {
    assertThat(messages(ExperimentReader.read(GOOD, List.of(), plugins).resolved())).isEmpty();
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "thalweg | 2",
        "problem.lerningRate | 0.1",
        "problem.learningRate | 0",
        "problem.learningRate | \"fast\"",
        "problem.batch | 0",
        "problem.horizon | -1",
        "problem.horizon | null",
        "problem.landscape.type | \"vally\"",
        "problem.landscape.profile.type | \"bumb\"",
        "problem.landscape.profile.widht | 1",
        "problem.landscape.profile.width | 0",
        "problem.noise | {\"kappa\": 4}",
        "problem.start | {\"type\": \"point\"}",
        "problem.domain[0].edge | \"reflective\"",
        "methods[0].walkers | 10.5",
        "methods[0].walkers | 0",
        "methods[0].walker | 10",
        "methods[0].integrator | {\"type\": \"sgd\", \"momentum\": 2}",
        "analyzers[0].type | \"margin\"",
        "seed | 1.5",
        "sweep | {}",
        "sweep | {\"over\": []}",
        "sweep | {\"over\": [{\"seed\": 5}]}",
        "sweep | {\"over\": [{\"seed\": \"5\"}]}",
        "sweep | {\"over\": [{\"seed\": {\"lin\": [1, 2, 3]}}]}",
        "sweep | {\"replicas\": 0}",
      })
  void whatIsWrongIsFound(String path, String value) {
    String bad = JsonText.write(JsonText.read(GOOD).orThrow().set(path, value));
    assertThat(messages(bad)).isNotEmpty();
  }

  @Test
  void everyPluginIsAnAlternative() {
    JsonNode document = ExperimentSchema.of(plugins);
    for (Kind kind :
        List.of(Kind.LANDSCAPE, Kind.NOISE, Kind.START, Kind.INTEGRATOR, Kind.SCHEDULE)) {
      List<String> known =
          document.find("$defs." + kind.label() + ".oneOf").orElseThrow().elements().stream()
              .map(a -> a.find("properties.type.const").orElseThrow().text())
              .toList();
      assertThat(known).containsExactlyElementsOf(plugins.ids(kind));
    }
  }

  @Test
  void editorsAreToldUnitAndDefault() {
    JsonNode document = ExperimentSchema.of(plugins);
    assertThat(document.find("properties.problem.properties.learningRate.description"))
        .map(JsonNode::text)
        .hasValueSatisfying(text -> assertThat(text).contains("learning rate eta", "[time]"));
    assertThat(document.find("properties.problem.properties.batch.default")).isPresent();
  }
}
