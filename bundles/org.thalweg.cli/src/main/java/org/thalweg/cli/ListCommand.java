package org.thalweg.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.describe.Describer;
import org.thalweg.engine.describe.Description;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code thalweg list}: the plugins and predictions that are installed. */
@Command(
    name = "list",
    description = "Lists what is installed: plugins by kind, and predictions.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  thalweg list", "  thalweg list --kind noise --json"})
final class ListCommand implements Callable<Integer> {
  private final Catalogue catalogue;

  @Mixin private KindOption kind = new KindOption();

  @Option(names = "--json", description = "prints one JSON document, with every parameter")
  private boolean json;

  ListCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() {
    List<Description> all =
        new Describer(catalogue.snapshot())
            .all().stream().filter(d -> kind.allows(d.kind())).toList();
    if (json) {
      System.out.print(
          JsonText.write(JsonNode.array(all.stream().map(Description::json).toList())));
      return ExitCode.OK;
    }
    Page page = Page.ofTerminal();
    int column = all.stream().mapToInt(d -> d.id().length()).max().orElse(0) + 4;
    String group = "";
    for (Description d : all) {
      if (!d.kind().equals(group)) {
        page.gap();
        page.line(d.kind());
        group = d.kind();
      }
      page.text("  " + d.id(), column, d.doc());
    }
    page.lines().forEach(System.out::println);
    return ExitCode.OK;
  }
}
