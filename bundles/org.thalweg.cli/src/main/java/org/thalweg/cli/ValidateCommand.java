package org.thalweg.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleContext;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.ExperimentReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code thalweg validate}: reads an experiment, says what is wrong with it, and runs nothing. */
@Command(
    name = "validate",
    description = "Reads an experiment and says what is wrong with it; runs nothing.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  private final BundleContext context;
  private final Catalogue catalogue;

  @Parameters(index = "0", paramLabel = "EXPERIMENT", description = "a file or an example's name")
  private String experiment;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "replaces a value of the file, for example problem.noise.kappa=8; repeatable")
  private Map<String, String> settings = new LinkedHashMap<>();

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
    Assembled assembled =
        ExperimentReader.read(
            file.text(), List.copyOf(settings.entrySet()), file.folder(), catalogue.snapshot());
    out.println(resolved ? assembled.resolved() : file.name() + ": valid");
    return ExitCode.OK;
  }
}
