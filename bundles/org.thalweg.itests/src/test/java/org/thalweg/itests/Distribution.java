package org.thalweg.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Constants;
import org.thalweg.launcher.Container;
import org.thalweg.launcher.Home;
import org.thalweg.launcher.LaunchException;
import org.thalweg.launcher.Product;

/** The assembled distribution under test, and how to boot it inside the test's own process. */
final class Distribution {
  /** Where the build has put it. */
  static final Home HOME =
      new Home(Path.of(System.getProperty("thalweg.home")).toAbsolutePath().normalize());

  private Distribution() {}

  /** The jar of a bundle, whatever its version. */
  static Path jar(String symbolicName) throws IOException {
    try (Stream<Path> jars = Files.list(HOME.root().resolve("bundles"))) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(symbolicName + "-"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** A copy, for tests that change it. */
  static void copyTo(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(HOME.root())) {
      for (Path file : files.toList()) {
        Files.copy(file, home.resolve(HOME.root().relativize(file).toString()));
      }
    }
    if (!home.resolve("bin/thalweg").toFile().setExecutable(true)) {
      throw new IOException("cannot make the script of " + home + " executable");
    }
  }

  /** The features that it comes with, by name. */
  static List<String> features() {
    try (Stream<Path> files = Files.list(HOME.root().resolve("features"))) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What features add up to, the plugins' folder being the distribution's. */
  static Product product(String... features) throws LaunchException {
    return Product.read(
        HOME, List.of(features), Map.of("thalweg.plugins", HOME.plugins().toString()));
  }

  /**
   * Boots a product.
   *
   * @param packages what the framework takes from the test's class path and not from a bundle, so
   *     that the test can call it: the value of an {@code Export-Package} header, maybe empty
   */
  static Container boot(Product product, String packages) throws LaunchException {
    return Container.start(
        HOME, product, Map.of(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, packages), System.err);
  }

  /** What bundles export, for {@link #boot}: a test that calls the engine shares its packages. */
  static String exportsOf(Product product, String... symbolicNames) {
    return product.bundles().stream()
        .filter(id -> List.of(symbolicNames).contains(id.getArtifactId()))
        .map(id -> exports(HOME.bundle(id)))
        .collect(Collectors.joining(","));
  }

  private static String exports(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
