package org.thalweg.launcher.plugins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * A plugin as the service registry shows it: no two bundles may bring one of the same type and id.
 *
 * @param type the interface of its factory
 * @param id its name in experiments
 * @param service its entry
 */
record Brought(String type, String id, ServiceReference<?> service) {
  private static final String ID = "thalweg.id";
  private static final String COMPONENT = "component.name";

  /** What a bundle that has started brings. */
  static Collection<Brought> by(Bundle bundle) {
    ServiceReference<?>[] services = bundle.getRegisteredServices();
    Collection<Brought> brought = new ArrayList<>();
    for (ServiceReference<?> service : services == null ? new ServiceReference<?>[0] : services) {
      if (service.getProperty(ID) instanceof String id) {
        for (String type : (String[]) service.getProperty(Constants.OBJECTCLASS)) {
          brought.add(new Brought(type, id, service));
        }
      }
    }
    return brought;
  }

  /** The other bundle that brings the same; empty if there is none. */
  String owner(BundleContext context, Bundle mine) {
    try {
      ServiceReference<?>[] all = context.getAllServiceReferences(type, null);
      return Arrays.stream(all == null ? new ServiceReference<?>[0] : all)
          .filter(service -> id.equals(service.getProperty(ID)))
          .map(ServiceReference::getBundle)
          .filter(Objects::nonNull)
          .filter(bundle -> !bundle.equals(mine))
          .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())
          .findFirst()
          .orElse("");
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Why its class cannot be used; empty if it can. */
  String unusable(BundleContext context) {
    if (context.getService(service) != null) {
      return "";
    }
    try {
      // a component is named after its class unless somebody gave it another name
      service.getBundle().loadClass(String.valueOf(service.getProperty(COMPONENT)));
      return "its class can be loaded and not be constructed; --debug shows more";
    } catch (ClassNotFoundException | LinkageError e) {
      return Unresolved.firstLine(e);
    }
  }

  /** The kind and the name: {@code landscape 'valley'}. */
  @Override
  public String toString() {
    String simple = type.substring(type.lastIndexOf('.') + 1).replaceFirst("Factory$", "");
    List<String> words = List.of(simple.split("(?=[A-Z])"));
    return String.join(" ", words).toLowerCase(Locale.ROOT) + " '" + id + "'";
  }
}
