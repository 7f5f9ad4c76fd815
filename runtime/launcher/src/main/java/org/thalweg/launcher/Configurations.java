package org.thalweg.launcher;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Hands the features' configurations to ConfigurationAdmin the moment it appears, so that every
 * bundle that starts after it finds its settings in place.
 */
final class Configurations extends ServiceTracker<ConfigurationAdmin, ConfigurationAdmin> {
  /** Any bundle may use the configuration, whatever its location. */
  private static final String ANY_BUNDLE = "?";

  private final List<Product.Settings> settings;
  private boolean applied;

  Configurations(BundleContext context, List<Product.Settings> settings) {
    super(context, ConfigurationAdmin.class, null);
    this.settings = settings;
  }

  @Override
  public ConfigurationAdmin addingService(ServiceReference<ConfigurationAdmin> reference) {
    ConfigurationAdmin admin = super.addingService(reference);
    if (!applied) {
      for (Product.Settings one : settings) {
        apply(admin, one);
      }
      applied = true;
    }
    return admin;
  }

  /** Whether a ConfigurationAdmin has been told the settings, or there are none to tell. */
  boolean done() {
    return applied || settings.isEmpty();
  }

  private static void apply(ConfigurationAdmin admin, Product.Settings settings) {
    Dictionary<String, Object> values = new Hashtable<>(settings.values());
    try {
      find(admin, settings.pid()).updateIfDifferent(values);
    } catch (IOException e) {
      throw new IllegalStateException("cannot store the configuration " + settings.pid(), e);
    }
  }

  private static Configuration find(ConfigurationAdmin admin, String pid) throws IOException {
    int tilde = pid.indexOf('~');
    return tilde < 0
        ? admin.getConfiguration(pid, ANY_BUNDLE)
        : admin.getFactoryConfiguration(
            pid.substring(0, tilde), pid.substring(tilde + 1), ANY_BUNDLE);
  }
}
