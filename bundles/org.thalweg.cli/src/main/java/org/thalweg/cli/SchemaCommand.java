package org.thalweg.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.experiment.ExperimentSchema;
import org.thalweg.params.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code thalweg schema}: the JSON Schema of experiment files. */
@Command(
    name = "schema",
    description = {
      "Prints the JSON Schema (2020-12) of experiments with the plugins that are installed.",
      "An editor that knows it completes and checks experiments: name its file as \"$schema\"."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  thalweg schema --out thalweg.schema.json"})
final class SchemaCommand implements Callable<Integer> {
  private final Catalogue catalogue;

  @Option(names = "--out", paramLabel = "FILE", description = "writes a file instead of stdout")
  private Optional<Path> out = Optional.empty();

  SchemaCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() {
    String schema = JsonText.write(ExperimentSchema.of(catalogue.snapshot()));
    if (out.isPresent()) {
      TextFile.write(out.get(), schema, true);
    } else {
      System.out.print(schema);
    }
    return ExitCode.OK;
  }
}
