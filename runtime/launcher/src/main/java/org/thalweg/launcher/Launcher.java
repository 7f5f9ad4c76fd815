package org.thalweg.launcher;

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
 *   <li>{@code thalweg.features}: names in its folder {@code features}, separated by commas; {@code
 *       thalweg} unless given
 *   <li>{@code thalweg.stderr}: see {@link StandardError}
 *   <li>{@code thalweg.archiver}: see {@link Archiver}
 * </ul>
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
    Home home = new Home(Path.of(required("thalweg.home")).toAbsolutePath().normalize());
    List<String> features = List.of(System.getProperty("thalweg.features", "thalweg").split(","));
    Product product = Product.read(home, features, systemProperties());
    Container container = Container.start(home, product, Map.of(), System.err);
    try {
      return command(container.context()).applyAsInt(args);
    } finally {
      container.abandon();
    }
  }

  @SuppressWarnings("unchecked") // the property says what it is
  private static ToIntFunction<String[]> command(BundleContext context) throws LaunchException {
    try {
      @SuppressWarnings("rawtypes")
      Collection<ServiceReference<ToIntFunction>> found =
          context.getServiceReferences(ToIntFunction.class, COMMAND);
      if (found.size() != 1) {
        throw new LaunchException(
            "the features provide " + found.size() + " services with " + COMMAND + ", not one");
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

  private static Map<String, String> systemProperties() {
    Map<String, String> properties = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      properties.put(name, System.getProperty(name));
    }
    return properties;
  }
}
