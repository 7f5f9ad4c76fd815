package org.thalweg.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.thalweg.store.Provenance.BundleVersion;

/** The bundles of a running framework with the hashes of their files, for provenance. */
public final class InstalledBundles {
  private InstalledBundles() {}

  /**
   * All bundles but the framework itself, by name and version.
   *
   * @param context any bundle's context
   * @return the bundles; the hash is empty where a bundle was not installed from a file
   */
  public static List<BundleVersion> of(BundleContext context) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getBundleId() != 0)
        .map(InstalledBundles::version)
        .sorted(Comparator.comparing(BundleVersion::name).thenComparing(BundleVersion::version))
        .toList();
  }

  private static BundleVersion version(Bundle bundle) {
    String name =
        bundle.getSymbolicName() == null ? bundle.getLocation() : bundle.getSymbolicName();
    return new BundleVersion(name, bundle.getVersion().toString(), hash(bundle.getLocation()));
  }

  /** The hash of the file that a bundle's location names; empty if it names none. */
  static String hash(String location) {
    String plain = location.startsWith("reference:") ? location.substring(10) : location;
    if (!plain.startsWith("file:")) {
      return "";
    }
    try {
      // locations are often written with neither slashes after the scheme nor escapes
      Path file = plain.contains(" ") ? Path.of(plain.substring(5)) : Path.of(URI.create(plain));
      return Files.isRegularFile(file) ? sha256(file) : "";
    } catch (IOException | IllegalArgumentException e) {
      return "";
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
