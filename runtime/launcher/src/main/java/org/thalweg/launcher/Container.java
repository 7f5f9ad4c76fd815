package org.thalweg.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.feature.ID;
import org.thalweg.launcher.plugins.PluginFolder;
import org.thalweg.launcher.plugins.Unresolved;

/**
 * A running framework: the bundles of a product, and those that lie in the folder for plugins.
 *
 * <p>A bundle of the product that does not start is an error, for the product is then not what it
 * says. A plugin that does not start is a line on the given stream, and the rest goes on without
 * it.
 */
public final class Container implements AutoCloseable {
  /** Packages of the launcher's own class path that it shares with the bundles. */
  private static final String SHARED_PACKAGES =
      "org.osgi.service.cm;version=1.6.1,org.thalweg.launcher.plugins";

  private static final int START = Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY;
  private static final long STOP_MILLIS = 5000;

  private final Storage storage;
  private final Framework framework;
  private final PrintStream warnings;

  private Container(Storage storage, Framework framework, PrintStream warnings) {
    this.storage = storage;
    this.framework = framework;
    this.warnings = warnings;
  }

  /**
   * Installs and starts everything.
   *
   * @param home the distribution
   * @param product the bundles and configurations
   * @param properties further framework properties; they win over the launcher's own, except that
   *     {@code org.osgi.framework.system.packages.extra} is added to it
   * @param warnings where a plugin that does not start is named
   * @return the running framework
   * @throws LaunchException if a bundle of the product is missing or does not start
   */
  public static Container start(
      Home home, Product product, Map<String, String> properties, PrintStream warnings)
      throws LaunchException {
    try {
      Storage storage = new Storage();
      FrameworkFactory factory =
          ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
      Framework framework = factory.newFramework(properties(storage, properties));
      Container container = new Container(storage, framework, warnings);
      try {
        container.startAll(home, product);
        return container;
      } catch (LaunchException | BundleException | IOException | RuntimeException e) {
        container.close();
        throw e;
      }
    } catch (BundleException | IOException e) {
      throw new LaunchException("the framework does not start: " + e.getMessage(), e);
    }
  }

  /**
   * The framework's own context, for finding services.
   *
   * @return the system bundle's context
   */
  public BundleContext context() {
    return framework.getBundleContext();
  }

  /** Stops every bundle and deletes the framework's storage. */
  @Override
  public void close() {
    try {
      framework.stop();
      framework.waitForStop(STOP_MILLIS);
    } catch (BundleException e) {
      warnings.println("thalweg: the framework does not stop: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      storage.close();
    }
  }

  /** Deletes the storage and leaves the bundles running, for a process that ends now. */
  void abandon() {
    storage.close();
  }

  private static Map<String, String> properties(Storage storage, Map<String, String> more) {
    Map<String, String> properties = new HashMap<>();
    properties.put(Constants.FRAMEWORK_STORAGE, storage.folder().toString());
    properties.put("felix.cache.locking", "false"); // nobody else knows the folder
    properties.put("felix.log.level", "1");
    // What a component's class throws is a stack trace there; the folder of plugins names the
    // reason.
    properties.put("ds.showerrors", "false");
    // FileInstall always watches one folder besides those of its configurations: an empty one.
    properties.put("felix.fileinstall.dir", storage.folder().resolve("empty").toString());
    // Gogo would start a shell of its own at once, with the profile of whoever stands there.
    properties.put("gosh.args", "--nointeractive --noshutdown --quiet");
    properties.put("gosh.home", storage.folder().resolve("empty").toString());
    properties.putAll(more);
    String extra = more.get(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA);
    properties.put(
        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
        extra == null || extra.isEmpty() ? SHARED_PACKAGES : SHARED_PACKAGES + "," + extra);
    return properties;
  }

  private void startAll(Home home, Product product)
      throws LaunchException, BundleException, IOException {
    framework.init();
    Configurations configurations = new Configurations(context(), product.configurations());
    configurations.open();
    PluginFolder plugins =
        new PluginFolder(context(), home.plugins(), product.watches(home.plugins()), warnings);
    context().registerService(PluginFolder.class, plugins, null);
    List<Bundle> bundles = new ArrayList<>();
    for (ID id : product.bundles()) {
      bundles.add(install(home.bundle(id)));
    }
    framework.start();
    framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
    for (Bundle bundle : bundles) {
      start(bundle);
    }
    if (!configurations.done()) {
      throw new LaunchException(
          "a feature has configurations, and no ConfigurationAdmin took them");
    }
    plugins.start();
  }

  private Bundle install(Path jar) throws LaunchException {
    if (!Files.isRegularFile(jar)) {
      throw new LaunchException("a feature names a bundle that is not there: " + jar);
    }
    try {
      return context().installBundle(location(jar));
    } catch (BundleException e) {
      throw new LaunchException("cannot install " + jar + ": " + e.getMessage(), e);
    }
  }

  private void start(Bundle bundle) throws LaunchException {
    try {
      if (!isFragment(bundle)) {
        bundle.start(START);
      }
    } catch (BundleException e) {
      String reason = Unresolved.reason(context(), bundle, e);
      throw new LaunchException(
          "the bundle " + bundle.getSymbolicName() + " does not start: " + reason, e);
    }
  }

  private static String location(Path jar) {
    return "reference:" + jar.toUri();
  }

  private static boolean isFragment(Bundle bundle) {
    return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
  }
}
