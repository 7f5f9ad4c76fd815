package org.thalweg.cli;

import org.osgi.framework.BundleContext;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.figures.FigureDrawer;

/** The services that commands use. */
record Workbench(
    BundleContext context, Catalogue catalogue, ExperimentRunner runner, FigureDrawer drawer) {
  /** Whether stderr is a terminal: the script that started Java knows, Java only guesses. */
  boolean terminal() {
    String known = context.getProperty("thalweg.terminal");
    return known == null ? System.console() != null : Boolean.parseBoolean(known);
  }
}
