package org.thalweg.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Jars that are written for a test. */
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

  /** A bundle with a quadratic bowl under another name. */
  static Path landscape(Path file, String id) throws IOException {
    return landscape(file, id, "org.thalweg.landscapes.Quadratic");
  }

  /** A bundle with the classes of the distribution's landscapes, one of them named here. */
  static Path landscape(Path file, String id, String implementation) throws IOException {
    return landscape(file, id, implementation, "0.0.0");
  }

  /** The same of a certain version. */
  static Path landscape(Path file, String id, String implementation, String version)
      throws IOException {
    try (JarFile original = new JarFile(Distribution.jar("org.thalweg.landscapes").toFile())) {
      Manifest manifest = new Manifest();
      Attributes headers = manifest.getMainAttributes();
      headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
      headers.putValue("Bundle-ManifestVersion", "2");
      headers.putValue("Bundle-SymbolicName", "bundle-of-" + id);
      headers.putValue("Bundle-Version", version);
      headers.putValue("Service-Component", "component.xml");
      headers.putValue(
          "Import-Package", original.getManifest().getMainAttributes().getValue("Import-Package"));
      try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
        for (JarEntry entry :
            original.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
          jar.putNextEntry(new ZipEntry(entry.getName()));
          original.getInputStream(entry).transferTo(jar);
        }
        jar.putNextEntry(new ZipEntry("component.xml"));
        jar.write(component(id, implementation).getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static String component(String id, String implementation) {
    return """
    <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s">
      <property name="thalweg.id" value="%s"/>
      <service><provide interface="org.thalweg.api.problem.LandscapeFactory"/></service>
      <implementation class="%1$s"/>
    </scr:component>
    """
        .formatted(implementation, id);
  }
}
