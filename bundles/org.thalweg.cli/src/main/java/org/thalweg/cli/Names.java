package org.thalweg.cli;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.describe.Describer;
import org.thalweg.engine.describe.Description;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the lists of names that completion offers: of this installation, which no class knows. */
record Names(BundleContext context, Catalogue catalogue) implements IFactory {
  /** The names of plugins and predictions. */
  static final class Installed extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Installed(List<String> names) {
      super(names);
    }
  }

  /** The names of the examples. */
  static final class Examples extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Examples(List<String> names) {
      super(names);
    }
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == Installed.class) {
      return type.cast(
          new Installed(
              new Describer(catalogue.snapshot())
                  .all().stream().map(Description::id).distinct().sorted().toList()));
    }
    if (type == Examples.class) {
      return type.cast(new Examples(ExperimentFile.examples(context)));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
