package org.thalweg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.thalweg.launcher.Container;

/** Who may import whom, read from the manifests as the framework reads them. */
class ImportRulesIT {
  private static final String API = "org.thalweg.api";
  private static final String PARAMS = "org.thalweg.params";
  private static final String ENGINE = "org.thalweg.engine";
  private static final String STORE = "org.thalweg.store";
  private static final String FIGURES = "org.thalweg.figures";
  private static final String BENCH = "org.thalweg.bench";
  private static final String VALIDATION = "org.thalweg.validation";
  private static final String LAUNCHER = "org.thalweg.launcher.plugins";
  private static final String EJML = "org.ejml";
  private static final String MATH = "org.apache.commons.math3";
  private static final String GSON = "com.google.gson";
  private static final String PICOCLI = "picocli";

  /** Part of every JDK, or of the framework. */
  private static final List<String> EVERYBODY =
      List.of("java", "javax", "org.w3c.dom", "org.xml.sax", "org.osgi");

  /** Of maths libraries a plugin bundle may take one. */
  private static final List<String> PLUGIN = List.of(API, EJML, MATH);

  private static final Set<String> PLUGIN_BUNDLES =
      Set.of(
          "org.thalweg.landscapes",
          "org.thalweg.data",
          "org.thalweg.digits",
          "org.thalweg.networks",
          "org.thalweg.noise",
          "org.thalweg.starts",
          "org.thalweg.schedules",
          "org.thalweg.integrators",
          "org.thalweg.fokkerplanck",
          "org.thalweg.analyzers",
          "org.thalweg.theory");

  private static final Map<String, List<String>> HOUSE =
      Map.ofEntries(
          Map.entry(API, List.of()),
          Map.entry("org.thalweg.api.vector", List.of(API, "jdk.incubator.vector")),
          Map.entry(PARAMS, List.of(API, GSON)),
          Map.entry(ENGINE, List.of(API, PARAMS)),
          Map.entry(STORE, List.of(API, PARAMS, ENGINE, GSON)),
          Map.entry(FIGURES, List.of(API)),
          Map.entry(BENCH, List.of(API, PARAMS, ENGINE)),
          Map.entry(VALIDATION, List.of(API, PARAMS, ENGINE)),
          Map.entry("org.thalweg.watcher", List.of(LAUNCHER, "org.apache.felix.fileinstall")),
          Map.entry(
              "org.thalweg.shell",
              List.of(LAUNCHER, "org.apache.felix.gogo", "org.apache.felix.service.command")),
          Map.entry(
              "org.thalweg.cli",
              List.of(API, PARAMS, ENGINE, STORE, FIGURES, BENCH, VALIDATION, GSON, PICOCLI)));

  private static final Pattern PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([^)]+)\\)");

  private static Container container;

  @BeforeAll
  static void boot() throws Exception {
    container = Distribution.boot(Distribution.product("thalweg", "plugins", "shell"), "");
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  @Test
  void everyBundleOfTheHouseHasRules() {
    assertThat(ourBundles().map(Bundle::getSymbolicName))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(PLUGIN_BUNDLES.stream(), HOUSE.keySet().stream()).toList());
  }

  @Test
  void nobodyImportsWhatItMayNot() {
    assertThat(ourBundles())
        .allSatisfy(
            bundle ->
                assertThat(imports(bundle))
                    .as("imports of %s", bundle.getSymbolicName())
                    .allMatch(name -> mayImport(bundle.getSymbolicName(), name)));
  }

  @Test
  void aPluginBundleTakesOneMathsLibrary() {
    assertThat(pluginBundles())
        .allSatisfy(
            bundle ->
                assertThat(List.of(EJML, MATH))
                    .as("maths libraries of %s", bundle.getSymbolicName())
                    .filteredOn(
                        library -> imports(bundle).stream().anyMatch(name -> in(library, name)))
                    .hasSizeLessThan(2));
  }

  @Test
  void pluginBundlesExportNothing() {
    assertThat(pluginBundles())
        .allSatisfy(
            bundle ->
                assertThat(bundle.getHeaders("").get("Export-Package"))
                    .as("exports of %s", bundle.getSymbolicName())
                    .isNull());
  }

  private static Stream<Bundle> ourBundles() {
    return Arrays.stream(container.context().getBundles())
        .filter(bundle -> bundle.getSymbolicName().startsWith("org.thalweg."))
        .filter(bundle -> !bundle.getSymbolicName().startsWith("org.thalweg.wrapped."));
  }

  private static Stream<Bundle> pluginBundles() {
    return ourBundles().filter(bundle -> PLUGIN_BUNDLES.contains(bundle.getSymbolicName()));
  }

  private static Set<String> imports(Bundle bundle) {
    Set<String> names = new TreeSet<>();
    for (BundleRequirement requirement :
        bundle
            .adapt(BundleRevision.class)
            .getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE)) {
      Matcher matcher = PACKAGE.matcher(requirement.getDirectives().get("filter"));
      assertThat(matcher.find()).as(requirement.toString()).isTrue();
      names.add(matcher.group(1));
    }
    return names;
  }

  private static boolean mayImport(String bundle, String name) {
    List<String> allowed = PLUGIN_BUNDLES.contains(bundle) ? PLUGIN : HOUSE.get(bundle);
    return Stream.of(List.of(bundle), allowed, EVERYBODY)
        .flatMap(List::stream)
        .anyMatch(root -> in(root, name));
  }

  private static boolean in(String root, String name) {
    return name.equals(root) || name.startsWith(root + ".");
  }
}
