package org.thalweg.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleContext;
import org.thalweg.engine.catalogue.Catalogue;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code thalweg validate}: reads an experiment, says what is wrong with it, and runs nothing. */
@Command(
    name = "validate",
    description = "Reads an experiment and says what is wrong with it; runs nothing.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  /** Of a larger sweep as many points are checked, evenly chosen. */
  private static final int MOST_POINTS = 10_000;

  private final BundleContext context;
  private final Catalogue catalogue;

  @Parameters(index = "0", paramLabel = "EXPERIMENT", description = "a file or an example's name")
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

  @Option(names = "--resolved", description = "prints the experiment with every default filled in")
  private boolean resolved;

  ValidateCommand(BundleContext context, Catalogue catalogue) {
    this.context = context;
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() {
    PrintStream out = System.out;
    ExperimentFile file = ExperimentFile.find(experiment, context);
    Checked<JsonNode> tree = ExperimentReader.tree(file.text(), List.copyOf(settings.entrySet()));
    Optional<Sweep> sweep =
        tree.value().flatMap(t -> SweepReader.read(t, sweeps, OptionalInt.empty()));
    if (sweep.isPresent()) {
      tree.orThrow();
      return validate(file, sweep.get(), out);
    }
    Assembled assembled =
        ExperimentReader.read(
            file.text(), List.copyOf(settings.entrySet()), file.folder(), catalogue.snapshot());
    out.println(resolved ? assembled.resolved() : file.name() + ": valid");
    return ExitCode.OK;
  }

  private int validate(ExperimentFile file, Sweep sweep, PrintStream out) {
    Surroundings around = new Surroundings(file.folder(), catalogue.snapshot());
    int checked = Math.min(sweep.gridPoints(), MOST_POINTS);
    SweepPlan plan;
    try {
      plan =
          SweepPlan.sample(
              sweep, around, checked, Runtime.getRuntime().availableProcessors(), () -> false);
    } catch (InterruptedException e) {
      return ExitCode.INTERRUPTED;
    }
    List<Finding> findings = SweepRun.invalid(plan);
    if (!findings.isEmpty()) {
      throw new InvalidExperimentException(findings);
    }
    if (resolved) {
      out.print(plan.resolved());
      return ExitCode.OK;
    }
    out.println(
        file.name()
            + ": valid, "
            + (checked < sweep.gridPoints()
                ? checked + " of " + sweep.gridPoints() + " points checked, evenly chosen"
                : (checked == 1 ? "1 point" : checked + " points"))
            + (sweep.replicas() > 1 ? ", " + sweep.replicas() + " replicas of each" : ""));
    return ExitCode.OK;
  }
}
