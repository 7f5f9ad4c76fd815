package org.thalweg.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.plugin.Kind;
import org.thalweg.engine.catalogue.PluginEntry;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.catalogue.Snapshot.Installed;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Every plugin on the class path, without a framework: found by the component descriptions that the
 * bundles carry, so that a new plugin is there by itself.
 */
public final class FlatPlugins {
  private static final Snapshot ALL = new FlatPlugins().found();

  private final List<Installed> installed = new ArrayList<>();
  private final List<Prediction> predictions = new ArrayList<>();

  private FlatPlugins() {}

  /** All of them; the factories are stateless, so that one snapshot serves every test. */
  public static Snapshot snapshot() {
    return ALL;
  }

  private Snapshot found() {
    ClassLoader classes = FlatPlugins.class.getClassLoader();
    try {
      for (URL url : Collections.list(classes.getResources("META-INF/MANIFEST.MF"))) {
        Manifest manifest;
        try (InputStream in = url.openStream()) {
          manifest = new Manifest(in);
        }
        String components = manifest.getMainAttributes().getValue("Service-Component");
        if (components != null) {
          for (String name : components.split(",")) {
            add(classes, name.strip());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException | ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(e);
    }
    predictions.sort(Comparator.comparing(Prediction::id));
    return new Snapshot(installed, predictions);
  }

  private void add(ClassLoader classes, String description)
      throws IOException, ReflectiveOperationException, ParserConfigurationException, SAXException {
    Document xml;
    try (InputStream in = classes.getResourceAsStream(description)) {
      if (in == null) {
        return;
      }
      xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }
    Map<String, String> properties = new TreeMap<>();
    NodeList all = xml.getElementsByTagName("property");
    for (int i = 0; i < all.getLength(); i++) {
      Element property = (Element) all.item(i);
      properties.put(property.getAttribute("name"), property.getAttribute("value"));
    }
    if (!properties.containsKey("thalweg.id")) {
      return;
    }
    Element implementation = (Element) xml.getElementsByTagName("implementation").item(0);
    Object made =
        classes
            .loadClass(implementation.getAttribute("class"))
            .getDeclaredConstructor()
            .newInstance();
    if (made instanceof Prediction prediction) {
      predictions.add(prediction);
    }
    for (Kind kind : Kind.values()) {
      if (kind.factory().isInstance(made)) {
        installed.add(new Installed(entry(kind, properties), () -> (Factory<?>) made));
      }
    }
  }

  private static PluginEntry entry(Kind kind, Map<String, String> properties) {
    return new PluginEntry(
        kind,
        properties.get("thalweg.id"),
        properties.getOrDefault("thalweg.doc", ""),
        properties.getOrDefault("thalweg.ref", ""),
        properties.getOrDefault("thalweg.formula", ""),
        properties.getOrDefault("thalweg.example", ""),
        "flat",
        "0");
  }
}
