package org.thalweg.itests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.thalweg.launcher.Container;
import org.thalweg.launcher.Home;
import org.thalweg.launcher.Product;

/** Every feature starts whole: its bundles, its components, its configurations. */
class FeatureIT {
  private static final String COMPONENT_RUNTIME =
      "org.osgi.service.component.runtime;version=1.5.1,"
          + "org.osgi.service.component.runtime.dto;version=1.5.1";

  static Stream<String> features() {
    return Distribution.features().stream();
  }

  @ParameterizedTest
  @MethodSource("features")
  void everyBundleIsActive(String feature) throws Exception {
    try (Container container = Distribution.boot(Distribution.product(feature), "")) {
      assertThat(Arrays.stream(container.context().getBundles()).filter(b -> !isRunning(b)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("features")
  void everyComponentIsSatisfied(String feature) throws Exception {
    try (Container container =
        Distribution.boot(Distribution.product(feature), COMPONENT_RUNTIME)) {
      assertThat(unsatisfied(container.context())).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("features")
  void everyConfigurationReachesConfigurationAdmin(String feature) throws Exception {
    Product product = Distribution.product(feature);
    try (Container container = Distribution.boot(product, "")) {
      Configuration[] found =
          service(container.context(), ConfigurationAdmin.class).listConfigurations(null);
      assertThat(found == null ? List.of() : Stream.of(found).map(Configuration::getPid).toList())
          .containsExactlyInAnyOrderElementsOf(
              product.configurations().stream().map(Product.Settings::pid).toList());
    }
  }

  @Test
  @Timeout(value = 20, unit = SECONDS)
  void aPluginDroppedIntoTheWatchedFolderStartsAndLeaves(@TempDir Path folder) throws Exception {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    Home home = new Home(Distribution.HOME.root(), plugins);
    Product product =
        Product.read(
            home, List.of("thalweg", "plugins"), Map.of("thalweg.plugins", plugins.toString()));
    try (Container container = Container.start(home, product, Map.of(), System.err)) {
      Path jar = plugins.resolve("late.jar");
      Path copy = Jars.bundle(plugins.resolve(".late.jar"), Map.of("Bundle-SymbolicName", "late"));
      Files.move(copy, jar);
      await(() -> find(container.context(), "late").anyMatch(FeatureIT::isRunning));
      Files.delete(jar);
      await(() -> find(container.context(), "late").findAny().isEmpty());
    }
  }

  private static List<String> unsatisfied(BundleContext context) {
    List<String> problems = new ArrayList<>();
    ServiceComponentRuntime runtime = service(context, ServiceComponentRuntime.class);
    if (runtime == null) {
      return problems; // the feature has no components
    }
    for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
      for (ComponentConfigurationDTO c : runtime.getComponentConfigurationDTOs(component)) {
        for (UnsatisfiedReferenceDTO reference : c.unsatisfiedReferences) {
          problems.add(component.name + " lacks its reference " + reference.name);
        }
        if (c.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
          problems.add(component.name + " does not activate: " + c.failure);
        }
        if (c.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION) {
          problems.add(component.name + " lacks its configuration");
        }
      }
    }
    return problems;
  }

  private static <T> T service(BundleContext context, Class<T> type) {
    ServiceReference<T> reference = context.getServiceReference(type);
    return reference == null ? null : context.getService(reference);
  }

  private static boolean isRunning(Bundle bundle) {
    boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    return bundle.getState() == (fragment ? Bundle.RESOLVED : Bundle.ACTIVE);
  }

  private static Stream<Bundle> find(BundleContext context, String symbolicName) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(50);
    }
  }
}
