package org.thalweg.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.describe.Guide;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code thalweg guide}: the user's guide to this installation. */
@Command(
    name = "guide",
    description = {
      "Writes the user's guide as Markdown: chapters on experiments, sweeps, results and plugins,",
      "and a page for each plugin and prediction that is installed."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  thalweg guide", "  thalweg guide --out docs/thalweg --force"})
final class GuideCommand implements Callable<Integer> {
  private final Catalogue catalogue;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the folder, made where it is missing; guide by default")
  private Path out = Path.of("guide");

  @Option(
      names = "--force",
      description = "writes into a folder that is not empty; other files in it stay")
  private boolean force;

  GuideCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() {
    GuideFolder folder = GuideFolder.at(out, force);
    Map<String, String> pages = new Guide(catalogue.snapshot()).pages(GuideChapters.read());
    pages.forEach(folder::write);
    System.out.println(
        out + ": " + pages.size() + " pages; begin with " + out.resolve("README.md"));
    return ExitCode.OK;
  }
}
