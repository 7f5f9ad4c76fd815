package org.thalweg.launcher.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** One jar of the folder, and what has become of it. */
final class PluginJar {
  final Path file;
  final String stamp;

  /** Null as long as it is not installed. */
  Bundle bundle;

  /** Why it is left out; empty if it is not. */
  String problem = "";

  /** Whether it is a fragment that has been taken in: it never starts by itself. */
  boolean fragment;

  PluginJar(Path file) {
    this.file = file;
    this.stamp = stamp(file);
  }

  /** Differs when a file has changed. */
  static String stamp(Path file) {
    try {
      return Files.size(file) + " " + Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return "";
    }
  }

  String name() {
    return file.getParent().getFileName() + "/" + file.getFileName();
  }

  boolean runs() {
    return fragment
        || bundle.getState() == Bundle.ACTIVE
        || bundle.getState() == Bundle.STARTING; // its activation is lazy
  }

  boolean isFragment() {
    return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
  }

  /** The name and version that its manifest gives. */
  String identity() {
    try (JarFile jar = new JarFile(file.toFile())) {
      var headers = jar.getManifest().getMainAttributes();
      return headers.getValue(Constants.BUNDLE_SYMBOLICNAME).replaceFirst(";.*", "")
          + " "
          + headers.getValue(Constants.BUNDLE_VERSION);
    } catch (IOException e) {
      return file.getFileName().toString();
    }
  }
}
