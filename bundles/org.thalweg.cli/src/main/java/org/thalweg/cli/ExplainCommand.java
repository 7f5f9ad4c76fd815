package org.thalweg.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleContext;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.engine.explain.Cost;
import org.thalweg.engine.explain.Explainer;
import org.thalweg.engine.explain.Section;
import org.thalweg.engine.sweep.Surroundings;
import org.thalweg.engine.sweep.Sweep;
import org.thalweg.engine.sweep.SweepReader;
import org.thalweg.params.Checked;
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
    footer = {
      "",
      "Times are forecast from trials of about a second; the range says how well.",
      "",
      "Examples:",
      "  thalweg explain flat-valley",
      "  thalweg explain my.json --set methods[sgd].walkers=1000000 --threads 64",
      "  thalweg explain my.json --sweep 'problem.noise.delta=logspace(1e-3,1e-1,20)' --out sweep",
      "  thalweg explain my.json --json"
    })
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
      names = "--sweep",
      paramLabel = "PATH=VALUES",
      description = "varies a value, as for run; repeatable")
  private List<String> sweeps = new ArrayList<>();

  @Option(
      names = "--replicas",
      paramLabel = "N",
      description = "runs of every point of a sweep, as for run")
  private Optional<Integer> replicas = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "a sweep's folder: says which of its points are there already")
  private Optional<Path> out = Optional.empty();

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
    if (workers < 1) {
      throw new UserError(ExitCode.USAGE, "--threads " + workers + ": give at least 1");
    }
    ExperimentFile file = ExperimentFile.find(experiment, context);
    Snapshot plugins = catalogue.snapshot();
    List<Map.Entry<String, String>> set = List.copyOf(settings.entrySet());
    Checked<JsonNode> tree = ExperimentReader.tree(file.text(), set);
    Optional<Sweep> sweep =
        SweepReader.read(
            tree,
            sweeps,
            replicas.map(OptionalInt::of).orElse(OptionalInt.empty()),
            new Surroundings(file.folder(), plugins));
    List<Section> sections = new ArrayList<>();
    if (sweep.isPresent()) {
      SweepOutlook outlook;
      try {
        outlook = new SweepOutlook(sweep.get(), file, plugins, context, workers, TRIALS);
      } catch (InterruptedException e) {
        return ExitCode.INTERRUPTED;
      }
      sections.add(outlook.section(out));
      Explainer.explain(outlook.first(), plugins, outlook.cost()).stream()
          .map(s -> new Section(s.title() + " of the first point", s.lines()))
          .forEach(sections::add);
    } else {
      if (out.isPresent()) {
        throw new UserError(
            ExitCode.USAGE,
            "--out is for sweeps; this experiment has no \"sweep\", and there is no --sweep");
      }
      Assembled assembled = ExperimentReader.read(file.text(), set, file.folder(), plugins);
      Cost cost = Cost.of(assembled, workers, TRIALS / Math.max(2, assembled.methods().size() + 1));
      sections.addAll(Explainer.explain(assembled, plugins, cost));
    }
    print(sections);
    return ExitCode.OK;
  }

  private void print(List<Section> sections) {
    if (json) {
      Map<String, JsonNode> members = new LinkedHashMap<>();
      for (Section s : sections) {
        members.put(s.title(), JsonNode.array(s.lines().stream().map(JsonNode::string).toList()));
      }
      System.out.print(JsonText.write(JsonNode.object(members)));
      return;
    }
    Page page = Page.ofTerminal();
    for (Section s : sections) {
      page.gap();
      page.line(s.title());
      s.lines().forEach(line -> page.hanging(2, 6, line));
    }
    page.lines().forEach(System.out::println);
  }
}
