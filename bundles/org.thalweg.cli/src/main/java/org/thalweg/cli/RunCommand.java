package org.thalweg.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.engine.sweep.Surroundings;
import org.thalweg.engine.sweep.Sweep;
import org.thalweg.engine.sweep.SweepReader;
import org.thalweg.params.Checked;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code thalweg run}: runs an experiment, or many points of it, and writes a folder. */
@Command(
    name = "run",
    description = "Runs an experiment or a sweep and writes its folder.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  thalweg run flat-valley",
      "  thalweg run my.json --out results/first",
      "  thalweg run flat-valley --set problem.noise.kappa=8 --set methods[sgd].walkers=1000",
      "  thalweg run my.json --sweep 'problem.noise.delta=logspace(1e-3,1e-1,20)' --replicas 4",
      "  thalweg run my.json --sweep 'problem.learningRate,problem.horizon=zip(0.1,0.2; 10,5)'",
      "",
      "A second call with the same --out goes on with a sweep where the first one ended.",
      "Exit codes: 0 completed, 2 usage, 3 something failed, 4 invalid, 5 the folder is in use,",
      "75 the file system failed in a way that may pass: try again, 130 interrupted."
    })
final class RunCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 1024;

  private final Workbench workbench;
  private final BooleanSupplier verbose;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "EXPERIMENT",
      description = "a file or an example's name",
      completionCandidates = Names.Examples.class)
  private String experiment;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the folder to write; runs/NAME-TIME in the current folder by default")
  private Optional<Path> out;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "replaces a value of the file, for example problem.noise.kappa=8; repeatable")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--sweep",
      paramLabel = "PATH=VALUES",
      description =
          "varies a value: PATH=0.01,0.02 or PATH=linspace(from,to,count), logspace(from,to,count),"
              + " range(from,to,step); PATH,PATH=zip(VALUES; VALUES) for values that go together;"
              + " repeatable, which makes a product")
  private List<String> sweeps = new ArrayList<>();

  @Option(
      names = "--replicas",
      paramLabel = "N",
      description = "runs every point of a sweep N times, with seeds of their own")
  private Optional<Integer> replicas;

  @Option(names = "--keep-going", description = "leaves a sweep running when a point fails")
  private boolean keepGoing;

  @Option(
      names = "--keep-points",
      description = "keeps the whole run folder of every point of a sweep, under points/KEY")
  private boolean keepPoints;

  @Option(names = "--seed", description = "replaces the file's seed")
  private Optional<String> seed;

  @Option(
      names = "--threads",
      description = "threads to use, all processors by default; never changes a result")
  private Optional<Integer> threads;

  @Option(
      names = "--shuffle-chunks",
      paramLabel = "N",
      description = "works on walkers in an order shuffled by N; never changes a result")
  private long shuffle;

  @Option(names = "--json", description = "prints result.json instead of tables")
  private boolean json;

  @Option(
      names = "--no-color",
      description = "leaves colours out, as do NO_COLOR and an output that is no terminal")
  private boolean colourless;

  @Option(names = "--quiet", description = "shows no progress")
  private boolean quiet;

  RunCommand(Workbench workbench, BooleanSupplier verbose) {
    this.workbench = workbench;
    this.verbose = verbose;
  }

  @Override
  public Integer call() {
    Instant start = Instant.now();
    RunLog log = new RunLog(verbose.getAsBoolean() ? Optional.of(System.err) : Optional.empty());
    int workers = threads.orElse(Runtime.getRuntime().availableProcessors());
    if (workers < 1 || workers > MOST_THREADS) {
      throw new UserError(
          ExitCode.USAGE, "--threads " + workers + ": give a number from 1 to " + MOST_THREADS);
    }
    ExperimentFile file = ExperimentFile.find(experiment, workbench.context());
    List<Map.Entry<String, String>> set = new ArrayList<>(settings.entrySet());
    seed.ifPresent(s -> set.add(Map.entry("seed", JsonText.writeCompact(JsonNode.string(s)))));
    Checked<JsonNode> tree = ExperimentReader.tree(file.text(), set);
    Snapshot plugins = workbench.catalogue().snapshot();
    Optional<Sweep> sweep =
        SweepReader.read(
            tree,
            sweeps,
            replicas.map(OptionalInt::of).orElse(OptionalInt.empty()),
            new Surroundings(file.folder(), plugins));
    RunRequest request =
        new RunRequest(
            file,
            out,
            workers,
            shuffle,
            json,
            !colourless && workbench.colours(),
            quiet,
            List.copyOf(spec.commandLine().getParseResult().originalArgs()),
            start,
            log);
    log.begin(workbench.context(), request);
    if (sweep.isPresent()) {
      SlowMachine.warn(System.err);
      return new SweepRun(workbench, request, keepGoing, keepPoints).run(sweep.get());
    }
    if (keepGoing || keepPoints) {
      throw new UserError(
          ExitCode.USAGE,
          (keepGoing ? "--keep-going" : "--keep-points")
              + " is for sweeps; this experiment has no \"sweep\", and there is no --sweep");
    }
    Assembled assembled =
        ExperimentReader.read(tree.value().orElseThrow(), tree.findings(), file.folder(), plugins);
    log.over("read and checked");
    SlowMachine.warn(System.err);
    return new SingleRun(workbench, request).run(assembled);
  }
}
