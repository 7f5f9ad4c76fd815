package org.thalweg.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.engine.run.RunOptions;
import org.thalweg.engine.run.RunOutcome;
import org.thalweg.figures.FigureDrawer;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;
import org.thalweg.store.InstalledBundles;
import org.thalweg.store.Provenance;
import org.thalweg.store.RunFolder;
import org.thalweg.store.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code thalweg run}: runs an experiment and writes a run folder. */
@Command(
    name = "run",
    description = "Runs an experiment and writes a run folder.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  thalweg run flat-valley",
      "  thalweg run my.json --out results/first",
      "  thalweg run flat-valley --set problem.noise.kappa=8 --set methods[sgd].walkers=1000"
    })
final class RunCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 1024;
  private static final String DIRTY = "-dirty";
  private static final Pattern REVISION = Pattern.compile("[0-9a-f]{40}(" + DIRTY + ")?");

  private final BundleContext context;
  private final Catalogue catalogue;
  private final ExperimentRunner runner;
  private final FigureDrawer drawer;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "EXPERIMENT", description = "a file or an example's name")
  private String experiment;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the run folder; runs/NAME-TIME in the current folder by default")
  private Optional<Path> out;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "replaces a value of the file, for example problem.noise.kappa=8; repeatable")
  private Map<String, String> settings = new LinkedHashMap<>();

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

  @Option(names = "--quiet", description = "shows no progress")
  private boolean quiet;

  RunCommand(
      BundleContext context, Catalogue catalogue, ExperimentRunner runner, FigureDrawer drawer) {
    this.context = context;
    this.catalogue = catalogue;
    this.runner = runner;
    this.drawer = drawer;
  }

  @Override
  public Integer call() {
    int workers = threads.orElse(Runtime.getRuntime().availableProcessors());
    if (workers < 1 || workers > MOST_THREADS) {
      throw new UserError(
          ExitCode.USAGE, "--threads " + workers + ": give a number from 1 to " + MOST_THREADS);
    }
    ExperimentFile file = ExperimentFile.find(experiment, context);
    List<Map.Entry<String, String>> set = new ArrayList<>(settings.entrySet());
    seed.ifPresent(s -> set.add(Map.entry("seed", JsonText.writeCompact(JsonNode.string(s)))));
    Assembled assembled =
        ExperimentReader.read(file.text(), set, file.folder(), catalogue.snapshot());
    SlowMachine.warn(System.err);
    Instant start = Instant.now();
    // Hashing every bundle takes a while, and waits for nobody.
    CompletableFuture<List<Provenance.BundleVersion>> bundles =
        CompletableFuture.supplyAsync(() -> InstalledBundles.of(context));
    try (Interruption interruption = new Interruption();
        RunFolder folder = folder(file.name(), start)) {
      RunOutcome outcome =
          runner.run(
              assembled,
              new RunOptions(workers, shuffle),
              new Progress(progress(), terminal()),
              interruption::requested);
      RunFiles files = new RunFiles(folder, drawer);
      RunRecord record;
      Path written;
      try {
        record = files.write(file.name(), assembled, outcome);
        written = folder.finish(record, provenance(start, workers, file.folder(), bundles.join()));
      } catch (IOException e) {
        if (!json) {
          new Summary(System.out).print(outcome); // what cannot be kept can at least be read
        }
        throw e;
      }
      return report(file.name(), outcome, record, written);
    } catch (IOException e) {
      throw new UserError(ExitCode.INTERNAL, e);
    }
  }

  /** Whether stderr is a terminal: the script that started Java knows, Java only guesses. */
  private boolean terminal() {
    String known = context.getProperty("thalweg.terminal");
    return known == null ? System.console() != null : Boolean.parseBoolean(known);
  }

  private RunFolder folder(String name, Instant start) {
    try {
      return out.isPresent()
          ? RunFolder.at(out.get())
          : RunFolder.in(
              Path.of("runs"), name, LocalDateTime.ofInstant(start, ZoneId.systemDefault()));
    } catch (IOException e) {
      throw new UserError(ExitCode.USAGE, e.getMessage());
    }
  }

  private PrintStream progress() {
    return quiet ? new PrintStream(OutputStream.nullOutputStream()) : System.err;
  }

  private Provenance provenance(
      Instant start, int workers, Path folder, List<Provenance.BundleVersion> bundles) {
    Optional<String> built =
        Optional.ofNullable(context.getBundle().getHeaders("").get("Thalweg-Revision"))
            .filter(revision -> REVISION.matcher(revision).matches());
    return new Provenance(
        start,
        Instant.now(),
        workers,
        List.copyOf(spec.commandLine().getParseResult().originalArgs()),
        folder.toAbsolutePath().normalize(),
        Provenance.Machine.here(),
        context.getBundle().getVersion().toString(),
        built.map(revision -> revision.replace(DIRTY, "")),
        built.map(revision -> revision.endsWith(DIRTY)),
        bundles);
  }

  private int report(String name, RunOutcome outcome, RunRecord record, Path written)
      throws IOException {
    if (json) {
      System.out.print(Files.readString(written.resolve("result.json")));
    } else {
      System.out.println(name + ": " + record.status().word() + ", " + written);
      new Summary(System.out).print(outcome);
    }
    record.warnings().forEach(w -> System.err.println("warning: " + w));
    if (!record.message().isEmpty()) {
      System.err.println("thalweg: " + record.message());
    }
    return switch (outcome.status()) {
      case COMPLETED -> ExitCode.OK;
      case CANCELLED -> ExitCode.INTERRUPTED;
      case FAILED -> ExitCode.INCOMPLETE;
    };
  }
}
