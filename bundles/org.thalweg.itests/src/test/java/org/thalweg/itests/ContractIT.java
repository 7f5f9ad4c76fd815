package org.thalweg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.IntegratorFactory;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;
import org.thalweg.api.problem.NoiseCapabilities;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.StartFactory;
import org.thalweg.launcher.Container;
import org.thalweg.launcher.Product;
import org.thalweg.testkit.FlatLandscape;
import org.thalweg.testkit.IntegratorContract;
import org.thalweg.testkit.LandscapeContract;
import org.thalweg.testkit.NoiseContract;
import org.thalweg.testkit.StartContract;

/** Every plugin in the service registry keeps its kind's contract, with its default parameters. */
class ContractIT {
  /** How many plugins each bundle registers; a component that is lost is missed here. */
  private static final Map<String, Integer> EXPECTED =
      new TreeMap<>(
          Map.of(
              "org.thalweg.landscapes", 3,
              "org.thalweg.networks", 2,
              "org.thalweg.noise", 6,
              "org.thalweg.starts", 3,
              "org.thalweg.integrators", 3,
              "org.thalweg.engine", 2,
              "org.thalweg.fokkerplanck", 1,
              "org.thalweg.analyzers", 7,
              "org.thalweg.theory", 9));

  private static final String IDENTIFIED = "(thalweg.id=*)";

  private static Container container;

  @BeforeAll
  static void boot() throws Exception {
    Product product = Distribution.product("thalweg");
    container = Distribution.boot(product, Distribution.exportsOf(product, "org.thalweg.api"));
  }

  @AfterAll
  static void stop() throws Exception {
    container.close();
  }

  private static List<ServiceReference<?>> references(Class<?> type) {
    try {
      ServiceReference<?>[] found =
          container.context().getServiceReferences(type.getName(), IDENTIFIED);
      return found == null ? List.of() : List.of(found);
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String id(ServiceReference<?> reference) {
    return (String) reference.getProperty("thalweg.id");
  }

  private static <F> Stream<F> services(Class<F> type) {
    BundleContext context = container.context();
    return references(type).stream().map(context::getService).map(type::cast);
  }

  @Test
  void everyBundleRegistersWhatIsExpectedOfIt() {
    Map<String, Integer> found = new TreeMap<>();
    List<Class<?>> types = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      types.add(kind.factory());
    }
    types.add(Prediction.class);
    for (Class<?> type : types) {
      for (ServiceReference<?> reference : references(type)) {
        found.merge(reference.getBundle().getSymbolicName(), 1, Integer::sum);
      }
    }
    assertThat(found).isEqualTo(EXPECTED);
  }

  @TestFactory
  Stream<DynamicTest> everyPluginSaysWhatItIs() {
    return Stream.of(Kind.values())
        .flatMap(kind -> references(kind.factory()).stream())
        .map(
            reference ->
                DynamicTest.dynamicTest(
                    id(reference),
                    () -> {
                      assertThat((String) reference.getProperty("thalweg.doc"))
                          .isNotBlank()
                          .doesNotEndWith(".");
                      Factory<?> factory = (Factory<?>) container.context().getService(reference);
                      assertThat(factory.defaults()).isNotNull();
                      assertThat(id(reference)).matches("[a-z0-9]+(-[a-z0-9]+)*");
                    }));
  }

  @SuppressWarnings("unchecked")
  private static List<Map.Entry<String, Landscape>> landscapes() {
    List<Map.Entry<String, Landscape>> made = new ArrayList<>();
    for (ServiceReference<?> reference : references(LandscapeFactory.class)) {
      LandscapeFactory<Record> factory =
          (LandscapeFactory<Record>) container.context().getService(reference);
      made.add(Map.entry(id(reference), factory.create(factory.defaults(), null)));
    }
    return made;
  }

  @TestFactory
  Stream<DynamicTest> everyLandscapeKeepsItsContract() {
    return landscapes().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), LandscapeContract.of(entry.getValue())::verify));
  }

  private static Setting setting(Landscape landscape) {
    return new Setting(landscape, Schedule.constant(0.05), Schedule.constant(2));
  }

  private static Setting setting(String id) {
    return setting(
        landscapes().stream()
            .filter(e -> e.getKey().equals(id))
            .findFirst()
            .orElseThrow()
            .getValue());
  }

  /** What noises and integrators are tried on: a valley, or a data set where a noise needs one. */
  private static Setting fitting(NoiseFactory<Record> factory) {
    Setting valley = setting("valley");
    try {
      factory.create(factory.defaults(), valley, null);
      return valley;
    } catch (InvalidParameterException e) {
      return setting("mlp");
    }
  }

  @TestFactory
  @SuppressWarnings("unchecked")
  Stream<DynamicTest> everyNoiseKeepsItsContract() {
    return references(NoiseFactory.class).stream()
        .map(
            reference ->
                DynamicTest.dynamicTest(
                    id(reference),
                    () -> {
                      NoiseFactory<Record> factory =
                          (NoiseFactory<Record>) container.context().getService(reference);
                      Setting setting = fitting(factory);
                      NoiseModel noise = factory.create(factory.defaults(), setting, null);
                      NoiseContract.of(noise, setting).verify();
                    }));
  }

  @TestFactory
  @SuppressWarnings("unchecked")
  Stream<DynamicTest> everyStartKeepsItsContract() {
    return services(StartFactory.class)
        .map(factory -> (StartFactory<Record>) factory)
        .map(
            factory ->
                DynamicTest.dynamicTest(
                    factory.getClass().getSimpleName(),
                    StartContract.of(
                            factory.create(factory.defaults(), new FlatLandscape(2), null), 2)
                        ::verify));
  }

  @TestFactory
  @SuppressWarnings("unchecked")
  Stream<DynamicTest> everyIntegratorKeepsItsContractUnderEveryNoiseThatFits() {
    List<DynamicTest> tests = new ArrayList<>();
    for (ServiceReference<?> scheme : references(IntegratorFactory.class)) {
      IntegratorFactory<Record> schemes =
          (IntegratorFactory<Record>) container.context().getService(scheme);
      Integrator integrator = schemes.create(schemes.defaults(), null);
      int fitting = 0;
      for (ServiceReference<?> reference : references(NoiseFactory.class)) {
        NoiseFactory<Record> factory =
            (NoiseFactory<Record>) container.context().getService(reference);
        Setting setting = fitting(factory);
        NoiseModel noise = factory.create(factory.defaults(), setting, null);
        if (integrator.objection(setting, noise).isEmpty()) {
          fitting++;
          tests.add(
              DynamicTest.dynamicTest(
                  id(scheme) + " under " + id(reference),
                  IntegratorContract.of(integrator, setting, noise)::verify));
        } else {
          assertThat(integrator.objection(setting, noise).get()).isNotBlank();
        }
      }
      assertThat(fitting).as("noises that fit " + id(scheme)).isPositive();
    }
    return tests.stream();
  }

  @Test
  void everyPredictionGivesAReasonWhereItDoesNotHold() {
    assertThat(services(Prediction.class)).isNotEmpty();
    services(Prediction.class)
        .forEach(
            prediction -> {
              assertThat(prediction.id()).isNotBlank();
              assertThat(prediction.quantity()).isNotNull();
            });
  }

  @Test
  void capabilitiesOfEveryNoiseAreThereOrExplained() {
    for (ServiceReference<?> reference : references(NoiseFactory.class)) {
      @SuppressWarnings("unchecked")
      NoiseFactory<Record> factory =
          (NoiseFactory<Record>) container.context().getService(reference);
      NoiseModel noise = factory.create(factory.defaults(), fitting(factory), null);
      boolean diffuses = NoiseCapabilities.diffusive(noise).isPresent();
      assertThat(diffuses || noise.noDiffusion().isPresent()).as(id(reference)).isTrue();
    }
  }
}
