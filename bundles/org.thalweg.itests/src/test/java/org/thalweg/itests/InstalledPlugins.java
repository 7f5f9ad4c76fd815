package org.thalweg.itests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.IntegratorFactory;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.DataSetFactory;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.ScheduleFactory;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Start;
import org.thalweg.api.problem.StartFactory;
import org.thalweg.engine.files.ArrayFiles;
import org.thalweg.params.Binder;
import org.thalweg.params.JsonText;
import org.thalweg.params.PluginLookup;
import org.thalweg.testkit.NoReferences;

/**
 * Builds the plugins of a running framework from their examples or defaults, and what these refer
 * to.
 */
@SuppressWarnings("unchecked")
final class InstalledPlugins extends NoReferences implements PluginLookup {
  private static final String IDENTIFIED = "(thalweg.id=*)";

  private final BundleContext context;

  InstalledPlugins(BundleContext context) {
    this.context = context;
  }

  /** The services of a type that say their id. */
  List<ServiceReference<?>> references(Class<?> type) {
    try {
      ServiceReference<?>[] found = context.getServiceReferences(type.getName(), IDENTIFIED);
      return found == null ? List.of() : List.of(found);
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String id(ServiceReference<?> reference) {
    return (String) reference.getProperty("thalweg.id");
  }

  /** The parameters of a plugin's example, or its defaults where it gives none. */
  Record parameters(Kind kind, ServiceReference<?> plugin) {
    String given = (String) plugin.getProperty("thalweg.example");
    String example =
        given == null || given.isBlank() ? "{\"type\": \"" + id(plugin) + "\"}" : given;
    return new Binder(this)
        .bindRef(JsonText.read(example).orThrow(), kind.product())
        .orThrow()
        .parameters();
  }

  @Override
  public Optional<Factory<?>> find(Kind kind, String id) {
    return references(kind.factory()).stream()
        .filter(reference -> id(reference).equals(id))
        .findFirst()
        .map(reference -> (Factory<?>) context.getService(reference));
  }

  @Override
  public Set<String> ids(Kind kind) {
    return references(kind.factory()).stream()
        .map(InstalledPlugins::id)
        .collect(Collectors.toSet());
  }

  private <F> F factory(Kind kind, Ref<?> ref) {
    return (F) find(kind, ref.type()).orElseThrow();
  }

  @Override
  public Landscape landscape(Ref<Landscape> ref) {
    LandscapeFactory<Record> factory = factory(Kind.LANDSCAPE, ref);
    return factory.create(ref.parameters(), this);
  }

  @Override
  public NoiseModel noise(Ref<NoiseModel> ref, Setting setting) {
    NoiseFactory<Record> factory = factory(Kind.NOISE, ref);
    return factory.create(ref.parameters(), setting, this);
  }

  @Override
  public Start start(Ref<Start> ref, Landscape landscape) {
    StartFactory<Record> factory = factory(Kind.START, ref);
    return factory.create(ref.parameters(), landscape, this);
  }

  @Override
  public Schedule schedule(Ref<Schedule> ref) {
    ScheduleFactory<Record> factory = factory(Kind.SCHEDULE, ref);
    return factory.create(ref.parameters(), this);
  }

  @Override
  public DataSet data(Ref<DataSet> ref) {
    DataSetFactory<Record> factory = factory(Kind.DATA, ref);
    return factory.create(ref.parameters(), this);
  }

  @Override
  public Integrator integrator(Ref<Integrator> ref) {
    IntegratorFactory<Record> factory = factory(Kind.INTEGRATOR, ref);
    return factory.create(ref.parameters(), this);
  }

  /** The one file that there is, whatever its name: a table of two inputs and a class. */
  @Override
  public NamedArray array(String path) {
    return array("any.csv", "x,y,class\n1,2,0\n3,5,1\n-2,0,1\n4,4,2\n".getBytes(UTF_8));
  }

  @Override
  public NamedArray array(String name, byte[] contents) {
    return ArrayFiles.array(name, contents);
  }

  @Override
  public List<Prediction> predictions() {
    return Stream.of(references(Prediction.class))
        .flatMap(List::stream)
        .map(context::getService)
        .map(Prediction.class::cast)
        .toList();
  }
}
