package org.thalweg.cli;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.describe.Describer;
import org.thalweg.engine.describe.Description;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the lists of names that completion offers: of this installation, which no class knows. */
record Names(BundleContext context, Catalogue catalogue) implements IFactory {
  /**
   * The names of plugins and predictions, looked up when they are wanted: every start makes this.
   */
  record Installed(Supplier<List<String>> names) implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return names.get().iterator();
    }
  }

  /** The names of the examples. */
  record Examples(Supplier<List<String>> names) implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return names.get().iterator();
    }
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == Installed.class) {
      return type.cast(
          new Installed(
              () ->
                  new Describer(catalogue.snapshot())
                      .all().stream().map(Description::id).distinct().sorted().toList()));
    }
    if (type == Examples.class) {
      return type.cast(new Examples(() -> ExperimentFile.examples(context)));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
