package org.thalweg.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleContext;
import org.thalweg.bench.Bench;
import org.thalweg.bench.BenchException;
import org.thalweg.bench.BenchJson;
import org.thalweg.bench.BenchOptions;
import org.thalweg.bench.Machine;
import org.thalweg.bench.Measurement;
import org.thalweg.bench.Subject;
import org.thalweg.bench.Workload;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.params.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code thalweg bench}: measures how fast experiments run, and writes no run folder. */
@Command(
    name = "bench",
    description = "Measures how fast workloads or your own experiments run; keeps no results.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  thalweg bench                 W1, W2 and W3",
      "  thalweg bench W2 flat-valley  a workload, and an example's methods",
      "  thalweg bench my.json --threads 2 --set problem.noise.kappa=8",
      "  thalweg bench W1 --json > w1.json"
    })
final class BenchCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 1024;
  private static final int MOST_RUNS = 10_000;
  private static final double LONGEST_WARM_UP = 3600;

  private final BundleContext context;
  private final Catalogue catalogue;
  private final ExperimentRunner runner;

  @Parameters(
      arity = "0..*",
      paramLabel = "WORKLOAD",
      description = "workloads, files or examples' names; W1 W2 W3 by default",
      completionCandidates = Names.Measured.class)
  private List<String> names = new ArrayList<>();

  @Option(names = "--list", description = "lists the workloads and measures nothing")
  private boolean list;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "replaces a value of every experiment, for example methods[0].walkers=1000; repeatable")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--threads", description = "threads of the timed runs, 1 by default")
  private int threads = 1;

  @Option(names = "--repeat", paramLabel = "N", description = "timed runs, 7 by default")
  private int repeat = 7;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      description = "least time of the runs before the timed ones, 3 s by default")
  private double warmUp = 3;

  @Option(
      names = "--no-shares",
      description = "does not find out where the time goes, which takes more runs")
  private boolean noShares;

  @Option(names = "--json", description = "prints one JSON document instead of a table")
  private boolean json;

  @Option(names = "--quiet", description = "shows no progress")
  private boolean quiet;

  BenchCommand(BundleContext context, Catalogue catalogue, ExperimentRunner runner) {
    this.context = context;
    this.catalogue = catalogue;
    this.runner = runner;
  }

  @Override
  public Integer call() {
    PrintStream out = System.out;
    if (list) {
      list(out);
      return ExitCode.OK;
    }
    BenchOptions options = options();
    List<Subject> subjects = subjects();
    SlowMachine.warn(System.err);
    try (Interruption interruption = new Interruption()) {
      Bench bench =
          new Bench(
              runner,
              catalogue.snapshot(),
              options,
              new BenchProgress(progress(), terminal()),
              interruption::requested);
      List<Measurement> measured = bench.measure(subjects);
      Machine machine = Machine.here();
      if (json) {
        out.print(BenchJson.of(machine, options, measured));
      } else {
        new BenchTable(out).print(machine, options, measured);
      }
      return ExitCode.OK;
    } catch (BenchException e) {
      throw new UserError(ExitCode.INCOMPLETE, e);
    } catch (InterruptedException e) {
      throw new UserError(ExitCode.INTERRUPTED, "interrupted; nothing was kept");
    }
  }

  private BenchOptions options() {
    between("--threads", threads, 1, MOST_THREADS);
    between("--repeat", repeat, 1, MOST_RUNS);
    if (!(warmUp >= 0 && warmUp <= LONGEST_WARM_UP)) {
      throw new UserError(
          ExitCode.USAGE,
          "--warm-up " + warmUp + ": give seconds from 0 to " + (int) LONGEST_WARM_UP);
    }
    return new BenchOptions(threads, repeat, warmUp, !noShares);
  }

  private static void between(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new UserError(
          ExitCode.USAGE, option + " " + value + ": give a number from " + least + " to " + most);
    }
  }

  private List<Subject> subjects() {
    List<Map.Entry<String, String>> set = List.copyOf(settings.entrySet());
    if (names.isEmpty()) {
      return Workload.all().stream().filter(Workload::usual).map(w -> Subject.of(w, set)).toList();
    }
    return names.stream().map(name -> subject(name, set)).toList();
  }

  private Subject subject(String name, List<Map.Entry<String, String>> set) {
    Optional<Workload> workload = Workload.find(name);
    if (workload.isPresent()) {
      return Subject.of(workload.get(), set);
    }
    ExperimentFile file = ExperimentFile.look(name, context).orElseThrow(() -> unknown(name));
    return new Subject(file.name(), file.text(), set, file.folder());
  }

  private UserError unknown(String name) {
    List<String> workloads = Workload.all().stream().map(Workload::name).toList();
    List<String> examples = ExperimentFile.examples(context);
    List<String> all = new ArrayList<>(workloads);
    all.addAll(examples);
    return new UserError(
        ExitCode.USAGE,
        "there is no workload, file or example "
            + name
            + Suggestions.nearest(name, all).map(n -> "; did you mean " + n + "?").orElse("")
            + System.lineSeparator()
            + "workloads: "
            + String.join(", ", workloads)
            + System.lineSeparator()
            + "examples: "
            + String.join(", ", examples));
  }

  private void list(PrintStream out) {
    if (json) {
      out.print(BenchJson.of(Workload.all()));
      return;
    }
    TextTable table = new TextTable(List.of("workload", "what it is"));
    Workload.all().forEach(w -> table.row(List.of(w.name(), w.title())));
    table.lines().forEach(out::println);
  }

  /** Whether stderr is a terminal: the script that started Java knows, Java only guesses. */
  private boolean terminal() {
    String known = context.getProperty("thalweg.terminal");
    return known == null ? System.console() != null : Boolean.parseBoolean(known);
  }

  private PrintStream progress() {
    return quiet ? new PrintStream(OutputStream.nullOutputStream()) : System.err;
  }
}
