package org.thalweg.watcher;

import java.io.File;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.thalweg.launcher.plugins.PluginFolder;

/**
 * Takes the jars that FileInstall finds in the folder for plugins and hands them to {@link
 * PluginFolder}, which says in one line what is wrong with one; FileInstall itself ignores some and
 * shows stack traces for others.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class Watcher implements BundleActivator, ArtifactInstaller {
  private PluginFolder folder;

  @Override
  public void start(BundleContext context) {
    ServiceReference<PluginFolder> reference = context.getServiceReference(PluginFolder.class);
    if (reference == null) {
      throw new IllegalStateException("the launcher has no folder for plugins");
    }
    folder = context.getService(reference);
    context.registerService(ArtifactInstaller.class, this, null);
  }

  @Override
  public void stop(BundleContext context) {}

  @Override
  public boolean canHandle(File file) {
    return folder.holds(file.toPath().toAbsolutePath().normalize());
  }

  @Override
  public void install(File file) {
    folder.add(file.toPath().toAbsolutePath().normalize());
  }

  @Override
  public void update(File file) {
    install(file);
  }

  @Override
  public void uninstall(File file) {
    folder.remove(file.toPath().toAbsolutePath().normalize());
  }
}
