package org.thalweg.cli;

import java.util.Collection;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.thalweg.api.plugin.Kind;
import org.thalweg.bench.Workload;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.describe.Describer;
import org.thalweg.engine.describe.Description;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the lists of names that completion offers: of this installation, which no class knows. */
record Names(BundleContext context, Catalogue catalogue) implements IFactory {
  /** Some names, looked up when they are wanted: every start makes these. */
  abstract static class Some implements Iterable<String> {
    private final Supplier<? extends Collection<String>> names;

    Some(Supplier<? extends Collection<String>> names) {
      this.names = names;
    }

    @Override
    public final Iterator<String> iterator() {
      return names.get().iterator();
    }
  }

  /** Plugins and predictions. */
  static final class Installed extends Some {
    Installed(Names all) {
      super(
          () ->
              new Describer(all.catalogue.snapshot())
                  .all().stream().map(Description::id).distinct().sorted().toList());
    }
  }

  /** The examples. */
  static final class Examples extends Some {
    Examples(Names all) {
      super(() -> ExperimentFile.examples(all.context));
    }
  }

  /** The workloads of bench, and the examples. */
  static final class Measured extends Some {
    Measured(Names all) {
      super(
          () ->
              Stream.concat(
                      Workload.all().stream().map(Workload::name),
                      ExperimentFile.examples(all.context).stream())
                  .toList());
    }
  }

  /** Landscapes. */
  static final class Landscapes extends Some {
    Landscapes(Names all) {
      super(() -> all.catalogue.snapshot().ids(Kind.LANDSCAPE));
    }
  }

  /** Noises. */
  static final class Noises extends Some {
    Noises(Names all) {
      super(() -> all.catalogue.snapshot().ids(Kind.NOISE));
    }
  }

  /** Starts. */
  static final class Starts extends Some {
    Starts(Names all) {
      super(() -> all.catalogue.snapshot().ids(Kind.START));
    }
  }

  /** Integrators. */
  static final class Integrators extends Some {
    Integrators(Names all) {
      super(() -> all.catalogue.snapshot().ids(Kind.INTEGRATOR));
    }
  }

  /** Methods. */
  static final class Methods extends Some {
    Methods(Names all) {
      super(() -> all.catalogue.snapshot().ids(Kind.METHOD));
    }
  }

  /** Analyzers. */
  static final class Analyzers extends Some {
    Analyzers(Names all) {
      super(() -> all.catalogue.snapshot().ids(Kind.ANALYZER));
    }
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    return Some.class.isAssignableFrom(type)
        ? type.getDeclaredConstructor(Names.class).newInstance(this)
        : CommandLine.defaultFactory().create(type);
  }
}
