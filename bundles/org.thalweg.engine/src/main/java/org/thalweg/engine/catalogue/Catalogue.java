package org.thalweg.engine.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.plugin.Kind;
import org.thalweg.engine.catalogue.Snapshot.Installed;

/**
 * The plugins that are installed at this moment.
 *
 * <p>Listing reads service properties and loads no plugin's class. Of two plugins with one id the
 * one with the higher service ranking, then the older one, is used, as the registry orders them.
 */
@Component(service = Catalogue.class)
public final class Catalogue {
  private static final String ID = "thalweg.id";
  private static final String DOC = "thalweg.doc";
  private static final String REFERENCE = "thalweg.ref";
  private static final String FORMULA = "thalweg.formula";
  private static final String EXAMPLE = "thalweg.example";

  private final BundleContext context;

  /**
   * A catalogue of a framework's services.
   *
   * @param context the context through which services are found
   */
  @Activate
  public Catalogue(BundleContext context) {
    this.context = context;
  }

  /**
   * A snapshot of what is installed now; a run works on one and never looks again.
   *
   * @return the snapshot
   */
  public Snapshot snapshot() {
    List<Installed> installed = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (ServiceReference<?> reference : references(kind.factory())) {
        installed.add(
            new Installed(
                new PluginEntry(
                    kind,
                    text(reference, ID),
                    text(reference, DOC),
                    text(reference, REFERENCE),
                    text(reference, FORMULA),
                    text(reference, EXAMPLE),
                    reference.getBundle().getSymbolicName(),
                    reference.getBundle().getVersion().toString()),
                () -> (Factory<?>) context.getService(reference)));
      }
    }
    Map<Prediction, PredictionEntry> predictions =
        new TreeMap<>(Comparator.comparing(Prediction::id));
    for (ServiceReference<?> reference : references(Prediction.class)) {
      if (context.getService(reference) instanceof Prediction p) {
        predictions.putIfAbsent(
            p,
            new PredictionEntry(
                p.id(),
                text(reference, DOC),
                text(reference, REFERENCE),
                text(reference, FORMULA),
                reference.getBundle().getSymbolicName(),
                reference.getBundle().getVersion().toString()));
      }
    }
    return new Snapshot(
        installed, List.copyOf(predictions.keySet()), List.copyOf(predictions.values()));
  }

  private List<ServiceReference<?>> references(Class<?> type) {
    try {
      ServiceReference<?>[] all = context.getServiceReferences(type.getName(), "(" + ID + "=*)");
      if (all == null) {
        return List.of();
      }
      Arrays.sort(all, Comparator.reverseOrder());
      return List.of(all);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(ServiceReference<?> reference, String property) {
    Object value = reference.getProperty(property);
    return value == null ? "" : value.toString();
  }
}
