package org.thalweg.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.draft.Draft;
import org.thalweg.engine.draft.Drafter;
import org.thalweg.engine.draft.Wishes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code thalweg init}: writes an experiment to begin with. */
@Command(
    name = "init",
    description = {
      "Writes a commented experiment to begin with, from plugins that you name.",
      "What is not named is chosen so that it fits, and runs in a second or two."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  thalweg init",
      "  thalweg init --landscape double-well --noise isotropic --out well.jsonc",
      "  thalweg init --integrator sgd --integrator baoab --analyzer moments"
    })
final class InitCommand implements Callable<Integer> {
  private final Catalogue catalogue;

  @Option(
      names = "--landscape",
      paramLabel = "LANDSCAPE",
      completionCandidates = Names.Landscapes.class,
      description = "the loss landscape")
  private Optional<String> landscape = Optional.empty();

  @Option(
      names = "--noise",
      paramLabel = "NOISE",
      completionCandidates = Names.Noises.class,
      description = "the noise of minibatches")
  private Optional<String> noise = Optional.empty();

  @Option(
      names = "--start",
      paramLabel = "START",
      completionCandidates = Names.Starts.class,
      description = "where walkers begin")
  private Optional<String> start = Optional.empty();

  @Option(
      names = "--integrator",
      paramLabel = "INTEGRATOR",
      completionCandidates = Names.Integrators.class,
      description = "a scheme; one ensemble for each; repeatable")
  private List<String> integrators = new ArrayList<>();

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      completionCandidates = Names.Methods.class,
      description = "a method; repeatable")
  private List<String> methods = new ArrayList<>();

  @Option(
      names = "--analyzer",
      paramLabel = "ANALYZER",
      completionCandidates = Names.Analyzers.class,
      description = "an analyzer; repeatable")
  private List<String> analyzers = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "the file, experiment.jsonc by default; - for stdout")
  private String out = "experiment.jsonc";

  @Option(names = "--force", description = "replaces the file if it is there")
  private boolean force;

  InitCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() {
    Draft draft =
        new Drafter(catalogue.snapshot())
            .draft(new Wishes(landscape, noise, start, integrators, methods, analyzers));
    draft.leftOut().forEach(line -> System.err.println("left out " + line));
    if (out.equals("-")) {
      System.out.print(draft.text());
    } else {
      TextFile.write(Path.of(out), draft.text(), force);
      System.out.println(out + ": written; next: thalweg explain " + out + ", thalweg run " + out);
    }
    return ExitCode.OK;
  }
}
