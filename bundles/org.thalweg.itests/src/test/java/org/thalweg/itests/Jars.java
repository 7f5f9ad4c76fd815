package org.thalweg.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Jars without classes, for what depends on the manifest alone. */
final class Jars {
  private Jars() {}

  /** A jar with these headers. */
  static Path jar(Path file, Map<String, String> headers) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
    new JarOutputStream(Files.newOutputStream(file), manifest).close();
    return file;
  }

  /** A bundle with these headers besides the one that makes it a bundle of today. */
  static Path bundle(Path file, Map<String, String> headers) throws IOException {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Bundle-ManifestVersion", "2");
    return jar(file, all);
  }
}
