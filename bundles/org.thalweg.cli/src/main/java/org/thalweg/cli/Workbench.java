package org.thalweg.cli;

import org.osgi.framework.BundleContext;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.figures.FigureDrawer;

/** The services that commands use. */
record Workbench(
    BundleContext context, Catalogue catalogue, ExperimentRunner runner, FigureDrawer drawer) {
  /** Whether stdout is a terminal, as the script says, and NO_COLOR does not ask for plain text. */
  boolean colours() {
    String unwanted = System.getenv("NO_COLOR");
    return Boolean.parseBoolean(context.getProperty("thalweg.terminal.out"))
        && (unwanted == null || unwanted.isEmpty());
  }

  /** Whether stderr is a terminal: the script that started Java knows, Java only guesses. */
  boolean terminal() {
    String known = context.getProperty("thalweg.terminal");
    return known == null ? System.console() != null : Boolean.parseBoolean(known);
  }
}
