package org.thalweg.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The versions of everything that runs. */
record Versions(BundleContext context) {
  /** Thalweg's version, then Java's, then every bundle's. */
  String[] lines() {
    List<String> lines = new ArrayList<>();
    lines.add("thalweg " + context.getBundle().getVersion());
    lines.add(
        "java " + System.getProperty("java.runtime.version") + " " + System.getProperty("os.arch"));
    Arrays.stream(context.getBundles())
        .filter(b -> b.getBundleId() != 0)
        .sorted(Comparator.comparing(Bundle::getSymbolicName))
        .forEach(b -> lines.add("  " + b.getSymbolicName() + " " + b.getVersion()));
    return lines.toArray(String[]::new);
  }
}
