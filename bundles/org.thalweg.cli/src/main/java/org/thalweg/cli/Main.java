package org.thalweg.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.figures.FigureDrawer;
import org.thalweg.params.Finding;
import org.thalweg.params.InvalidExperimentException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command that the launcher runs: parses the command line and turns errors into exit codes. */
@Component(
    service = {ToIntFunction.class, Supplier.class},
    property = "thalweg.command=main")
@Command(
    name = "thalweg",
    description = "Studies stochastic learning dynamics: SGD, Langevin and Fokker-Planck.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  thalweg run flat-valley",
      "  thalweg run my.json --out results --set problem.noise.kappa=8",
      "  thalweg list --kind landscape",
      "  thalweg describe valley",
      "  thalweg bench my.json --threads 2"
    })
public final class Main implements ToIntFunction<String[]>, Supplier<List<String>> {
  private final BundleContext context;
  private final Catalogue catalogue;
  private final ExperimentRunner runner;
  private final FigureDrawer drawer;

  @Option(names = "--debug", description = "show stack traces of errors", scope = ScopeType.INHERIT)
  private boolean debug;

  @Option(
      names = "--verbose",
      description = "say on stderr what is loaded and how long each phase takes",
      scope = ScopeType.INHERIT)
  private boolean verbose;

  /**
   * The command line of a framework.
   *
   * @param context the framework
   * @param catalogue the plugins
   * @param runner runs experiments
   * @param drawer draws figures
   */
  @Activate
  public Main(
      BundleContext context,
      @Reference Catalogue catalogue,
      @Reference ExperimentRunner runner,
      @Reference FigureDrawer drawer) {
    this.context = context;
    this.catalogue = catalogue;
    this.runner = runner;
    this.drawer = drawer;
  }

  /** The names of the commands, for a shell. */
  @Override
  public List<String> get() {
    return List.copyOf(commandLine().getSubcommands().keySet());
  }

  @Override
  public int applyAsInt(String[] args) {
    debug = false;
    verbose = false;
    PrintStream err = System.err;
    CommandLine line = commandLine();
    // A file name may begin with @; nothing is ever read from one.
    line.setExpandAtFiles(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.getCommandSpec().versionProvider((IVersionProvider) () -> new Versions(context).lines());
    line.setExecutionExceptionHandler((e, command, result) -> explain(e, err));
    line.setParameterExceptionHandler(
        (e, words) -> {
          err.println("thalweg: " + e.getMessage());
          List<String> similar =
              e instanceof CommandLine.UnmatchedArgumentException unmatched
                  ? unmatched.getSuggestions()
                  : List.of();
          if (!similar.isEmpty()) {
            err.println("did you mean " + String.join(" or ", similar) + "?");
          }
          err.println("see: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
          return ExitCode.USAGE;
        });
    if (args.length == 0) {
      line.usage(err);
      return ExitCode.USAGE;
    }
    return line.execute(args);
  }

  private CommandLine commandLine() {
    return new CommandLine(this, new Names(context, catalogue))
        .addSubcommand(
            new RunCommand(new Workbench(context, catalogue, runner, drawer), () -> verbose))
        .addSubcommand(new BenchCommand(context, catalogue, runner))
        .addSubcommand(new ListCommand(catalogue))
        .addSubcommand(new DescribeCommand(catalogue))
        .addSubcommand(new GuideCommand(catalogue))
        .addSubcommand(new SchemaCommand(catalogue))
        .addSubcommand(new InitCommand(catalogue))
        .addSubcommand(new ExplainCommand(context, catalogue))
        .addSubcommand(new PredictCommand(context, catalogue, () -> verbose))
        .addSubcommand(new CompletionCommand())
        .addSubcommand(new ValidateCommand(context, catalogue))
        .addSubcommand(new ValidateNumericsCommand(catalogue, runner))
        .addSubcommand(new ConfigCommand(new Workbench(context, catalogue, runner, drawer)))
        .addSubcommand(new ShellCommand(context));
  }

  private int explain(Exception e, PrintStream err) {
    if (debug) {
      e.printStackTrace(err);
    }
    if (e instanceof InvalidExperimentException invalid) {
      for (Finding finding : invalid.findings()) {
        err.println(finding);
      }
      return ExitCode.INVALID_EXPERIMENT;
    }
    if (e instanceof UserError user) {
      err.println("thalweg: " + user.getMessage());
      return user.exitCode();
    }
    err.println(
        "thalweg: internal error: " + e + (debug ? "" : " (--debug shows where it happened)"));
    return ExitCode.INTERNAL;
  }
}
