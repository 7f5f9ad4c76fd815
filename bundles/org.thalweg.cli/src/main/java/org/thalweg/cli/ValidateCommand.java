package org.thalweg.cli;

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
import org.thalweg.engine.sweep.Surroundings;
import org.thalweg.engine.sweep.Sweep;
import org.thalweg.engine.sweep.SweepPlan;
import org.thalweg.engine.sweep.SweepReader;
import org.thalweg.params.Checked;
import org.thalweg.params.Finding;
import org.thalweg.params.InvalidExperimentException;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code thalweg validate}: reads experiments, says what is wrong with them, and runs nothing. */
@Command(
    name = "validate",
    description = "Reads experiments and says what is wrong with them; runs nothing.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Files named .jsonc may hold comments.",
      "",
      "Examples:",
      "  thalweg validate my.json other.jsonc",
      "  thalweg validate flat-valley --resolved",
      "  thalweg validate my.json --json      [{file, valid, findings: [{path, message}]}]"
    })
final class ValidateCommand implements Callable<Integer> {
  /** Of a larger sweep as many points are checked, evenly chosen. */
  private static final int MOST_POINTS = 10_000;

  private final BundleContext context;
  private final Catalogue catalogue;

  @Parameters(
      arity = "1..*",
      paramLabel = "EXPERIMENT",
      description = "files or examples' names",
      completionCandidates = Names.Examples.class)
  private List<String> experiments = new ArrayList<>();

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

  @Option(names = "--resolved", description = "prints experiments with every default filled in")
  private boolean resolved;

  @Option(names = "--json", description = "prints the findings as one JSON document")
  private boolean json;

  ValidateCommand(BundleContext context, Catalogue catalogue) {
    this.context = context;
    this.catalogue = catalogue;
  }

  /** What came of one file: a word on it where it is good, and what is wrong where it is not. */
  private record Checkup(String file, String word, List<Finding> findings) {
    JsonNode json() {
      List<JsonNode> found =
          findings.stream()
              .map(
                  f ->
                      JsonNode.object()
                          .with("path", JsonNode.string(f.path()))
                          .with("message", JsonNode.string(f.message())))
              .toList();
      return JsonNode.object()
          .with("file", JsonNode.string(file))
          .with("valid", JsonNode.truth(found.isEmpty()))
          .with("findings", JsonNode.array(found));
    }
  }

  @Override
  public Integer call() {
    Snapshot plugins = catalogue.snapshot();
    List<Checkup> checkups = new ArrayList<>();
    for (String experiment : experiments) {
      try {
        checkups.add(new Checkup(experiment, check(experiment, plugins), List.of()));
      } catch (InvalidExperimentException e) {
        checkups.add(new Checkup(experiment, "", e.findings()));
      } catch (InterruptedException e) {
        return ExitCode.INTERRUPTED;
      }
    }
    if (json) {
      System.out.print(
          JsonText.write(JsonNode.array(checkups.stream().map(Checkup::json).toList())));
    } else {
      checkups.forEach(this::print);
    }
    return checkups.stream().allMatch(c -> c.findings().isEmpty())
        ? ExitCode.OK
        : ExitCode.INVALID_EXPERIMENT;
  }

  private void print(Checkup checkup) {
    String before = experiments.size() > 1 ? checkup.file() + ": " : "";
    checkup.findings().forEach(f -> System.err.println(before + f));
    if (checkup.findings().isEmpty()) {
      System.out.println(checkup.word());
    }
  }

  /** What to say of a good experiment. */
  private String check(String experiment, Snapshot plugins) throws InterruptedException {
    ExperimentFile file = ExperimentFile.find(experiment, context);
    List<Map.Entry<String, String>> set = List.copyOf(settings.entrySet());
    Checked<JsonNode> tree = ExperimentReader.tree(file.text(), set);
    Optional<Sweep> sweep =
        SweepReader.read(
            tree, sweeps, OptionalInt.empty(), new Surroundings(file.folder(), plugins));
    if (sweep.isPresent()) {
      return check(file, sweep.get(), plugins);
    }
    Assembled assembled = ExperimentReader.read(file.text(), set, file.folder(), plugins);
    return resolved ? assembled.resolved() : file.name() + ": valid";
  }

  private String check(ExperimentFile file, Sweep sweep, Snapshot plugins)
      throws InterruptedException {
    Surroundings around = new Surroundings(file.folder(), plugins);
    int checked = Math.min(sweep.gridPoints(), MOST_POINTS);
    SweepPlan plan =
        SweepPlan.sample(
            sweep, around, checked, Runtime.getRuntime().availableProcessors(), () -> false);
    List<Finding> findings = SweepRun.invalid(plan);
    if (!findings.isEmpty()) {
      throw new InvalidExperimentException(findings);
    }
    if (resolved) {
      return plan.resolved().stripTrailing();
    }
    return file.name()
        + ": valid, "
        + (checked < sweep.gridPoints()
            ? checked + " of " + sweep.gridPoints() + " points checked, evenly chosen"
            : (checked == 1 ? "1 point" : checked + " points"))
        + (sweep.replicas() > 1 ? ", " + sweep.replicas() + " replicas of each" : "");
  }
}
