package org.thalweg.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Starts the features named by {@code thalweg.features}, hands the arguments to the command that
 * they provide and ends the process with its exit code.
 *
 * <p>The command is the service {@code java.util.function.ToIntFunction<String[]>} with the
 * property {@code thalweg.command=main}. System properties:
 *
 * <ul>
 *   <li>{@code thalweg.home}: the distribution's folder, required
 *   <li>{@code thalweg.features}: names in its folder {@code features}, separated by commas; what
 *       the command needs unless given
 *   <li>{@code thalweg.stderr}: see {@link StandardError}
 *   <li>{@code thalweg.archiver}: see {@link Archiver}
 * </ul>
 *
 * <p>The environment's {@code THALWEG_PLUGINS} is the folder of plugins, the distribution's own
 * unless given.
 */
public final class Launcher {
  private static final int OK = 0;
  private static final int INTERNAL_ERROR = 1;
  private static final String COMMAND = "(thalweg.command=main)";

  private Launcher() {}

  /**
   * Does not return: the process ends when the command has, whatever threads are left.
   *
   * @param args the command's arguments
   */
  public static void main(String[] args) {
    // Nothing that is read or written depends on where the reader lives, down to the digits.
    Locale.setDefault(Locale.ROOT);
    StandardError.restore();
    int exitCode = INTERNAL_ERROR;
    try {
      exitCode = run(args);
    } catch (LaunchException | RuntimeException | Error e) {
      System.err.println("thalweg: " + (e instanceof LaunchException ? e.getMessage() : e));
      if (Arrays.asList(args).contains("--debug")) {
        e.printStackTrace();
      }
    }
    System.out.flush();
    System.err.flush();
    if (exitCode == OK) {
      Archiver.start();
    }
    Runtime.getRuntime().halt(exitCode);
  }

  private static int run(String[] args) throws LaunchException {
    Path root = Path.of(required("thalweg.home")).toAbsolutePath().normalize();
    String plugins = System.getenv("THALWEG_PLUGINS");
    Home home =
        plugins == null || plugins.isEmpty()
            ? new Home(root)
            : new Home(root, Path.of(plugins).toAbsolutePath().normalize());
    if (!home.plugins().equals(root.resolve("plugins")) && !Files.isDirectory(home.plugins())) {
      System.err.println(
          "warning: THALWEG_PLUGINS is "
              + plugins
              + (Files.exists(home.plugins()) ? ", which is no folder" : ", which is not there")
              + "; no plugins come from it");
    }
    Phases phases = new Phases(Arrays.asList(args).contains("--verbose") ? System.err : null);
    phases.over("java started");
    List<String> features = features(args);
    Product product = Product.read(home, features, variables(home));
    phases.over("features read: " + String.join(", ", features));
    Map<String, String> logs =
        Arrays.asList(args).contains("--debug") ? Map.of("ds.loglevel", "error") : Map.of();
    Container container = Container.start(home, product, logs, System.err);
    phases.over("bundles started: " + container.context().getBundles().length);
    try {
      return command(container.context()).applyAsInt(args);
    } finally {
      phases.over("command ended: " + String.join(" ", args));
      container.abandon();
    }
  }

  /** The features of a command: the first word that is no option. */
  private static List<String> features(String[] args) {
    String given = System.getProperty("thalweg.features");
    if (given != null) {
      return List.of(given.split(","));
    }
    String command =
        Arrays.stream(args).filter(word -> !word.startsWith("-")).findFirst().orElse("");
    return command.equals("shell") ? List.of("thalweg", "plugins", "shell") : List.of("thalweg");
  }

  @SuppressWarnings("unchecked") // the property says what it is
  private static ToIntFunction<String[]> command(BundleContext context) throws LaunchException {
    try {
      @SuppressWarnings("rawtypes")
      Collection<ServiceReference<ToIntFunction>> found =
          context.getServiceReferences(ToIntFunction.class, COMMAND);
      if (found.size() != 1) {
        throw new LaunchException(
            "the features provide "
                + found.size()
                + " services with "
                + COMMAND
                + ", not one; --debug shows more");
      }
      return context.getService(found.iterator().next());
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String required(String property) throws LaunchException {
    String value = System.getProperty(property);
    if (value == null) {
      throw new LaunchException("pass -D" + property + ", as bin/thalweg does");
    }
    return value;
  }

  /** What features may refer to. */
  private static Map<String, String> variables(Home home) {
    Map<String, String> properties = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      properties.put(name, System.getProperty(name));
    }
    properties.put("thalweg.plugins", home.plugins().toString());
    return properties;
  }
}
