package org.thalweg.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleContext;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.engine.explain.Cost;
import org.thalweg.engine.explain.Explainer;
import org.thalweg.engine.explain.Section;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code thalweg explain}: what an experiment will compute and write. */
@Command(
    name = "explain",
    description = "Says what an experiment will compute and write; does not run it.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  thalweg explain flat-valley", "  thalweg explain my.json --json"})
final class ExplainCommand implements Callable<Integer> {
  /** How long trials of all methods may take together, in seconds. */
  private static final double TRIALS = 0.8;

  private final BundleContext context;
  private final Catalogue catalogue;

  @Parameters(
      index = "0",
      paramLabel = "EXPERIMENT",
      description = "a file or an example's name",
      completionCandidates = Names.Examples.class)
  private String experiment;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "replaces a value of the file, for example problem.noise.kappa=8; repeatable")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads of the run, all processors by default")
  private Optional<Integer> threads = Optional.empty();

  @Option(names = "--json", description = "prints one JSON document")
  private boolean json;

  ExplainCommand(BundleContext context, Catalogue catalogue) {
    this.context = context;
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() {
    int workers = threads.orElse(Runtime.getRuntime().availableProcessors());
    ExperimentFile file = ExperimentFile.find(experiment, context);
    Snapshot plugins = catalogue.snapshot();
    Assembled assembled =
        ExperimentReader.read(
            file.text(), List.copyOf(settings.entrySet()), file.folder(), plugins);
    Cost cost = Cost.of(assembled, workers, TRIALS / Math.max(2, assembled.methods().size()));
    List<Section> sections = Explainer.explain(assembled, plugins, cost);
    if (json) {
      Map<String, JsonNode> members = new LinkedHashMap<>();
      for (Section s : sections) {
        members.put(s.title(), JsonNode.array(s.lines().stream().map(JsonNode::string).toList()));
      }
      System.out.print(JsonText.write(JsonNode.object(members)));
      return ExitCode.OK;
    }
    Page page = Page.ofTerminal();
    for (Section s : sections) {
      page.gap();
      page.line(s.title());
      s.lines().forEach(line -> page.hanging(2, 6, line));
    }
    page.lines().forEach(System.out::println);
    return ExitCode.OK;
  }
}
