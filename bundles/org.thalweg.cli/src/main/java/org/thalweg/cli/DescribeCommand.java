package org.thalweg.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.describe.Describer;
import org.thalweg.engine.describe.Description;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;
import org.thalweg.params.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code thalweg describe}: one plugin or prediction, with all its parameters. */
@Command(
    name = "describe",
    description = "Describes a plugin or prediction: formula, source, parameters, example.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  thalweg describe valley",
      "  thalweg describe none --kind noise",
      "  thalweg describe fokker-planck --json"
    })
final class DescribeCommand implements Callable<Integer> {
  private final Catalogue catalogue;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "a name that thalweg list shows",
      completionCandidates = Names.Installed.class)
  private String name;

  @Mixin private KindOption kind = new KindOption();

  @Option(names = "--json", description = "prints one JSON document: an array")
  private boolean json;

  DescribeCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() {
    Snapshot plugins = catalogue.snapshot();
    Describer describer = new Describer(plugins);
    List<Description> found =
        describer.named(name).stream().filter(d -> kind.allows(d.kind())).toList();
    if (found.isEmpty()) {
      throw unknown(describer);
    }
    if (json) {
      System.out.print(
          JsonText.write(JsonNode.array(found.stream().map(Description::json).toList())));
      return ExitCode.OK;
    }
    Page page = Page.ofTerminal();
    DescriptionText text = new DescriptionText(page, plugins);
    for (int i = 0; i < found.size(); i++) {
      if (i > 0) {
        page.gap();
        page.line("-".repeat(page.width()));
        page.gap();
      }
      text.add(found.get(i));
    }
    page.lines().forEach(System.out::println);
    return ExitCode.OK;
  }

  private UserError unknown(Describer describer) {
    List<Description> wanted = describer.all().stream().filter(d -> kind.allows(d.kind())).toList();
    String what = kind.wanted().orElse("plugin or prediction");
    List<Description> elsewhere = describer.named(name);
    if (!elsewhere.isEmpty()) {
      return new UserError(
          ExitCode.USAGE,
          "there is no "
              + what
              + " "
              + name
              + "; it is the name of a "
              + elsewhere.stream().map(Description::kind).collect(Collectors.joining(" and a ")));
    }
    List<String> names = wanted.stream().map(Description::id).distinct().sorted().toList();
    return new UserError(
        ExitCode.USAGE,
        "there is no "
            + what
            + " "
            + name
            + Suggestions.nearest(name, names).map(n -> "; did you mean " + n + "?").orElse("")
            + System.lineSeparator()
            + "installed: "
            + String.join(", ", names));
  }
}
