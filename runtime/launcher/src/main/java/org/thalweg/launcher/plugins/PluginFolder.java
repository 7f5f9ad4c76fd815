package org.thalweg.launcher.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The folder for other people's bundles: installs and starts its jars, and says in one line why one
 * is left out.
 *
 * <p>A jar is left out if it is damaged, is no bundle, needs what is not there, or brings a plugin
 * that cannot be made or whose name is taken. One that lacks something is tried again whenever
 * another has come. All methods may be called from any thread.
 */
public final class PluginFolder {
  private static final int START = Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY;

  private static final long REFRESH_SECONDS = 10;

  private final BundleContext context;
  private final Path folder;
  private final boolean watched;
  private final Map<Path, PluginJar> jars = new TreeMap<>();
  private Consumer<String> messages;
  private boolean started;

  /**
   * The folder; nothing is installed yet.
   *
   * @param context the framework's own context
   * @param folder where the jars lie; it need not exist
   * @param watched whether jars come and go while the framework runs: then they are copied, so that
   *     a jar may be overwritten, and what comes is announced
   * @param warnings where a jar that is left out is named, until {@link #report} says otherwise
   */
  public PluginFolder(BundleContext context, Path folder, boolean watched, PrintStream warnings) {
    this.context = context;
    this.folder = folder.toAbsolutePath().normalize();
    this.watched = watched;
    this.messages = warnings::println;
  }

  /**
   * Where the jars lie.
   *
   * @return an absolute path
   */
  public Path folder() {
    return folder;
  }

  /**
   * Whether a file is one of the jars; a name that begins with a dot is being copied.
   *
   * @param file an absolute path
   * @return true for a jar of this folder
   */
  public boolean holds(Path file) {
    String name = file.getFileName().toString();
    return folder.equals(file.getParent()) && name.endsWith(".jar") && !name.startsWith(".");
  }

  /**
   * Says where messages go from now on.
   *
   * @param to takes one line each
   */
  public synchronized void report(Consumer<String> to) {
    messages = to;
  }

  /**
   * The jars that are left out.
   *
   * @return one line each, with the reason
   */
  public synchronized List<String> leftOut() {
    return jars.values().stream()
        .filter(jar -> !jar.problem.isEmpty())
        .map(PluginFolder::leftOut)
        .toList();
  }

  /**
   * Installs and starts what lies in the folder; all are installed before the first starts, so that
   * one may need another.
   *
   * @throws IOException if the folder cannot be listed
   */
  public synchronized void start() throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(this::holds).sorted().forEach(this::install);
      }
    }
    settle(false);
    started = true;
  }

  /**
   * Takes in a jar that is new or has changed; one that is known as it is stays untouched. Before
   * {@link #start} nothing happens: it will find the jar.
   *
   * @param file one that this folder {@linkplain #holds holds}
   */
  public synchronized void add(Path file) {
    PluginJar known = jars.get(file);
    if (!started || known != null && known.stamp.equals(PluginJar.stamp(file))) {
      return;
    }
    if (known != null) {
      uninstall(known);
    }
    install(file);
    settle(true);
  }

  /**
   * Takes out a jar that has been deleted.
   *
   * @param file its path
   */
  public synchronized void remove(Path file) {
    PluginJar known = jars.get(file);
    if (known != null) {
      uninstall(known);
      if (known.problem.isEmpty()) {
        messages.accept("thalweg: " + known.name() + " has gone");
      }
      // a name that was taken may be free now
      List.copyOf(jars.values()).stream()
          .filter(jar -> jar.bundle == null && Files.exists(jar.file))
          .forEach(this::tryInstall);
      settle(true);
    }
  }

  private void install(Path file) {
    PluginJar jar = new PluginJar(file);
    jars.put(file, jar);
    tryInstall(jar);
  }

  private void tryInstall(PluginJar jar) {
    try {
      requireBundle(jar.file);
      jar.bundle = install(jar.file, jar.file.toUri().toString());
    } catch (BundleException | IOException e) {
      complain(jar, reason(jar, e));
    }
  }

  private Bundle install(Path file, String location) throws BundleException, IOException {
    if (!watched) {
      return context.installBundle("reference:" + location);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return context.installBundle(location, in);
    }
  }

  private static void requireBundle(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      if (manifest == null
          || manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
        throw new IOException("it is no bundle: its manifest has no Bundle-SymbolicName");
      }
    }
  }

  private static String reason(PluginJar jar, Exception e) {
    if (e instanceof ZipException) {
      return "it is damaged, or no jar: " + Unresolved.firstLine(e);
    }
    if (e instanceof NoSuchFileException) {
      return "it cannot be read";
    }
    if (e instanceof BundleException b && b.getType() == BundleException.DUPLICATE_BUNDLE_ERROR) {
      return "another bundle here has its name and version: " + jar.identity();
    }
    return Unresolved.firstLine(e);
  }

  private void uninstall(PluginJar jar) {
    jars.remove(jar.file);
    if (jar.bundle != null) {
      discard(jar.bundle);
    }
  }

  /** What used the bundle lets go of it; what cannot do without stops. */
  private void discard(Bundle bundle) {
    try {
      bundle.uninstall();
      CountDownLatch refreshed = new CountDownLatch(1);
      context
          .getBundle(0)
          .adapt(FrameworkWiring.class)
          .refreshBundles(List.of(bundle), event -> refreshed.countDown());
      refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS);
    } catch (BundleException | IllegalStateException e) {
      messages.accept("thalweg: " + bundle.getSymbolicName() + ": " + Unresolved.firstLine(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts what does not run, as long as one that starts may help another. */
  private void settle(boolean announce) {
    boolean progress = true;
    while (progress) {
      progress = false;
      for (PluginJar jar : new ArrayList<>(jars.values())) {
        if (jar.bundle != null && !jar.runs()) {
          progress |= start(jar, announce);
        }
      }
    }
  }

  private boolean start(PluginJar jar, boolean announce) {
    try {
      if (!jar.isFragment()) {
        jar.bundle.start(START);
      }
    } catch (BundleException e) {
      complain(jar, Unresolved.reason(context, jar.bundle, e));
      return false;
    }
    Collection<Brought> brought = Brought.by(jar.bundle);
    for (Brought one : brought) {
      String owner = one.owner(context, jar.bundle);
      if (!owner.isEmpty()) {
        discard(jar.bundle);
        jar.bundle = null;
        complain(jar, "it brings the " + one + ", and so does " + owner + "; give it another id");
        return false;
      }
    }
    for (Brought one : brought) {
      String reason = one.unusable(context);
      if (!reason.isEmpty()) {
        discard(jar.bundle);
        jar.bundle = null;
        complain(jar, "its " + one + " cannot be made: " + reason);
        return false;
      }
    }
    jar.problem = "";
    jar.fragment = jar.isFragment();
    if (announce) {
      messages.accept(
          "thalweg: "
              + jar.name()
              + (brought.isEmpty() ? " is here" : " brings the " + all(brought)));
    }
    return true;
  }

  private static String all(Collection<Brought> brought) {
    return brought.stream().map(Brought::toString).collect(Collectors.joining(", the "));
  }

  private void complain(PluginJar jar, String problem) {
    if (!jar.problem.equals(problem)) {
      jar.problem = problem;
      messages.accept(leftOut(jar));
    }
  }

  private static String leftOut(PluginJar jar) {
    return "thalweg: " + jar.name() + " is left out: " + jar.problem;
  }
}
