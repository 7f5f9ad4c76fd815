package org.thalweg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.IntegratorFactory;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.DataSetFactory;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;
import org.thalweg.api.problem.NoiseCapabilities;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.ScheduleFactory;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.StartFactory;
import org.thalweg.launcher.Container;
import org.thalweg.launcher.Product;
import org.thalweg.testkit.FlatLandscape;
import org.thalweg.testkit.IntegratorContract;
import org.thalweg.testkit.LandscapeContract;
import org.thalweg.testkit.NoiseContract;
import org.thalweg.testkit.ScheduleContract;
import org.thalweg.testkit.StartContract;

/**
 * Every plugin in the service registry keeps its kind's contract, with the parameters of its
 * example, or its defaults.
 */
class ContractIT {
  /** How many plugins each bundle registers; a component that is lost is missed here. */
  private static final Map<String, Integer> EXPECTED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("org.thalweg.landscapes", 13),
              Map.entry("org.thalweg.data", 5),
              Map.entry("org.thalweg.networks", 6),
              Map.entry("org.thalweg.digits", 1),
              Map.entry("org.thalweg.noise", 13),
              Map.entry("org.thalweg.starts", 6),
              Map.entry("org.thalweg.schedules", 6),
              Map.entry("org.thalweg.integrators", 3),
              Map.entry("org.thalweg.engine", 2),
              Map.entry("org.thalweg.fokkerplanck", 1),
              Map.entry("org.thalweg.analyzers", 18),
              Map.entry("org.thalweg.theory", 28)));

  /** What noises are tried on, the first that a noise accepts. */
  private static final List<String> PREFERRED = List.of("valley", "quadratic", "mlp", "product");

  private static Container container;
  private static InstalledPlugins plugins;

  @BeforeAll
  static void boot() throws Exception {
    Product product = Distribution.product("thalweg");
    container = Distribution.boot(product, Distribution.exportsOf(product, "org.thalweg.api"));
    plugins = new InstalledPlugins(container.context());
  }

  @AfterAll
  static void stop() throws Exception {
    container.close();
  }

  private static List<ServiceReference<?>> references(Class<?> type) {
    return plugins.references(type);
  }

  private static String id(ServiceReference<?> reference) {
    return InstalledPlugins.id(reference);
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
      made.add(
          Map.entry(
              id(reference),
              factory.create(plugins.parameters(Kind.LANDSCAPE, reference), plugins)));
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

  /** A noise with the landscape on which it is tried. */
  private record Tried(Setting setting, NoiseModel noise) {}

  /**
   * A noise on the first landscape that it accepts, where it objects to nothing near the origin.
   */
  @SuppressWarnings("unchecked")
  private static Tried tried(ServiceReference<?> reference) {
    NoiseFactory<Record> factory = (NoiseFactory<Record>) container.context().getService(reference);
    Record parameters = plugins.parameters(Kind.NOISE, reference);
    List<String> refusals = new ArrayList<>();
    Map<String, Landscape> installed = new TreeMap<>();
    landscapes().forEach(e -> installed.put(e.getKey(), e.getValue()));
    for (String id : PREFERRED) {
      Setting setting = setting(installed.get(id));
      try {
        NoiseModel noise = factory.create(parameters, setting, plugins);
        Optional<String> objection = NoiseContract.of(noise, setting).objection();
        if (objection.isEmpty()) {
          return new Tried(setting, noise);
        }
        refusals.add(id + ": " + objection.get());
      } catch (InvalidParameterException e) {
        refusals.add(id + ": " + e.getMessage());
      }
    }
    throw new AssertionError("no landscape for the noise " + id(reference) + ": " + refusals);
  }

  @TestFactory
  Stream<DynamicTest> everyNoiseKeepsItsContract() {
    return references(NoiseFactory.class).stream()
        .map(
            reference ->
                DynamicTest.dynamicTest(
                    id(reference),
                    () -> {
                      Tried tried = tried(reference);
                      NoiseContract.of(tried.noise(), tried.setting()).verify();
                    }));
  }

  @TestFactory
  @SuppressWarnings("unchecked")
  Stream<DynamicTest> everyStartKeepsItsContract() {
    return references(StartFactory.class).stream()
        .map(
            reference ->
                DynamicTest.dynamicTest(
                    id(reference),
                    () -> {
                      StartFactory<Record> factory =
                          (StartFactory<Record>) container.context().getService(reference);
                      Record parameters = plugins.parameters(Kind.START, reference);
                      Landscape landscape = startable(factory, parameters);
                      StartContract.of(
                              factory.create(parameters, landscape, plugins), landscape.dim())
                          .verify();
                    }));
  }

  /** A flat landscape, or the first one that a start for networks accepts. */
  private static Landscape startable(StartFactory<Record> factory, Record parameters) {
    List<Landscape> candidates =
        new ArrayList<>(List.of(new FlatLandscape(2), new FlatLandscape(3)));
    landscapes().forEach(entry -> candidates.add(entry.getValue()));
    List<String> refusals = new ArrayList<>();
    for (Landscape candidate : candidates) {
      try {
        factory.create(parameters, candidate, plugins);
        return candidate;
      } catch (InvalidParameterException e) {
        refusals.add(e.getMessage());
      }
    }
    throw new AssertionError("no landscape for the start: " + refusals);
  }

  @TestFactory
  @SuppressWarnings("unchecked")
  Stream<DynamicTest> everyScheduleKeepsItsContract() {
    return references(ScheduleFactory.class).stream()
        .map(
            reference ->
                DynamicTest.dynamicTest(
                    id(reference),
                    () -> {
                      ScheduleFactory<Record> factory =
                          (ScheduleFactory<Record>) container.context().getService(reference);
                      Record parameters = plugins.parameters(Kind.SCHEDULE, reference);
                      ScheduleContract.of(factory.create(parameters, plugins), 100).verify();
                    }));
  }

  @TestFactory
  @SuppressWarnings("unchecked")
  Stream<DynamicTest> everyIntegratorKeepsItsContractUnderEveryNoiseThatFits() {
    List<DynamicTest> tests = new ArrayList<>();
    for (ServiceReference<?> scheme : references(IntegratorFactory.class)) {
      IntegratorFactory<Record> schemes =
          (IntegratorFactory<Record>) container.context().getService(scheme);
      Integrator integrator = schemes.create(schemes.defaults(), plugins);
      int fitting = 0;
      for (ServiceReference<?> reference : references(NoiseFactory.class)) {
        Tried tried = tried(reference);
        Setting setting = tried.setting();
        NoiseModel noise = tried.noise();
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

  @TestFactory
  @SuppressWarnings("unchecked")
  Stream<DynamicTest> everyDataSetIsTheSameEachTimeAndHasTheClassesThatItSays() {
    return references(DataSetFactory.class).stream()
        .map(
            reference ->
                DynamicTest.dynamicTest(
                    id(reference),
                    () -> {
                      DataSetFactory<Record> factory =
                          (DataSetFactory<Record>) container.context().getService(reference);
                      Record parameters = plugins.parameters(Kind.DATA, reference);
                      DataSet data = factory.create(parameters, plugins);
                      check(data, data.training());
                      check(data, data.test().orElseThrow());
                      assertThat(data.training().inputs())
                          .isEqualTo(factory.create(parameters, plugins).training().inputs());
                    }));
  }

  private static void check(DataSet data, DataSet.Part part) {
    assertThat(Arrays.stream(part.inputs())).allMatch(Double::isFinite);
    assertThat(Arrays.stream(part.targets()))
        .allMatch(
            y ->
                data.classes()
                    ? y == Math.rint(y) && y >= 0 && y < data.outputs()
                    : Double.isFinite(y));
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
      NoiseModel noise = tried(reference).noise();
      boolean diffuses = NoiseCapabilities.diffusive(noise).isPresent();
      assertThat(diffuses || noise.noDiffusion().isPresent()).as(id(reference)).isTrue();
    }
  }
}
