package org.thalweg.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.thalweg.api.plugin.Kind;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.catalogue.PluginEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code thalweg list}: the plugins that are installed. */
@Command(
    name = "list",
    description = "Lists the plugins that are installed.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  private final Catalogue catalogue;

  @Option(names = "--kind", description = "one kind only: ${COMPLETION-CANDIDATES}")
  private Kind kind;

  ListCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() {
    PrintStream out = System.out;
    TextTable table = new TextTable(List.of("kind", "name", "what it is", "bundle"));
    for (PluginEntry e : catalogue.snapshot().entries()) {
      if (kind == null || e.kind() == kind) {
        table.row(List.of(e.kind().label(), e.id(), e.doc(), e.bundle() + " " + e.version()));
      }
    }
    table.lines().forEach(out::println);
    return ExitCode.OK;
  }
}
