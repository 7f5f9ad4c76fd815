package org.thalweg.engine.experiment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.DoublePredicate;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.AnalyzerFactory;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.IntegratorFactory;
import org.thalweg.api.method.Method;
import org.thalweg.api.method.MethodFactory;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.plugin.InvalidParameterException;
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
import org.thalweg.engine.catalogue.Origin;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.files.ArrayFiles;

/**
 * Builds plugins from references, and puts the path of the place before what they complain of.
 *
 * <p>The casts hold because the reader bound the parameters to the record that the factory
 * declares.
 */
@SuppressWarnings("unchecked")
final class Assembler implements Assembly {
  private final Snapshot catalogue;
  private final ArrayFiles files;
  private final double horizon;
  private final Set<Origin> origins = new TreeSet<>();

  /**
   * An assembler.
   *
   * @param catalogue the plugins to use
   * @param files reads the files that plugins ask for
   * @param horizon how far schedules are looked at, 0 for their beginning alone
   */
  Assembler(Snapshot catalogue, ArrayFiles files, double horizon) {
    this.catalogue = catalogue;
    this.files = files;
    this.horizon = horizon;
  }

  @Override
  public Landscape landscape(Ref<Landscape> ref) {
    return build(Kind.LANDSCAPE, ref, (f, p) -> ((LandscapeFactory<Record>) f).create(p, this));
  }

  @Override
  public NoiseModel noise(Ref<NoiseModel> ref, Setting setting) {
    return build(Kind.NOISE, ref, (f, p) -> ((NoiseFactory<Record>) f).create(p, setting, this));
  }

  @Override
  public Start start(Ref<Start> ref, Landscape landscape) {
    return build(Kind.START, ref, (f, p) -> ((StartFactory<Record>) f).create(p, landscape, this));
  }

  @Override
  public Schedule schedule(Ref<Schedule> ref) {
    return build(Kind.SCHEDULE, ref, (f, p) -> ((ScheduleFactory<Record>) f).create(p, this));
  }

  @Override
  public Schedule schedule(Ref<Schedule> ref, DoublePredicate allowed, String range) {
    Schedule schedule = schedule(ref);
    ScheduleCheck.outside(schedule, horizon, allowed, range)
        .ifPresent(
            found -> {
              throw new AssemblyException(ref.path(), found);
            });
    return schedule;
  }

  @Override
  public DataSet data(Ref<DataSet> ref) {
    return build(Kind.DATA, ref, (f, p) -> ((DataSetFactory<Record>) f).create(p, this));
  }

  @Override
  public Integrator integrator(Ref<Integrator> ref) {
    return build(Kind.INTEGRATOR, ref, (f, p) -> ((IntegratorFactory<Record>) f).create(p, this));
  }

  Method method(Ref<Method> ref) {
    return build(Kind.METHOD, ref, (f, p) -> ((MethodFactory<Record>) f).create(p, this));
  }

  Analyzer analyzer(Ref<Analyzer> ref, Setting setting) {
    return build(
        Kind.ANALYZER, ref, (f, p) -> ((AnalyzerFactory<Record>) f).create(p, setting, this));
  }

  @Override
  public NamedArray array(String path) {
    return files.array(path);
  }

  @Override
  public NamedArray array(String name, byte[] contents) {
    return ArrayFiles.array(name, contents);
  }

  /** The bundles of everything that was built or asked for so far. */
  List<Origin> origins() {
    return List.copyOf(origins);
  }

  @Override
  public List<Prediction> predictions() {
    catalogue.predictionEntries().forEach(p -> use(p.origin()));
    return catalogue.predictions();
  }

  private void use(Origin origin) {
    if (origin.known()) {
      origins.add(origin);
    }
  }

  private <T> T build(Kind kind, Ref<?> ref, BiFunction<Factory<?>, Record, T> create) {
    Factory<?> factory =
        catalogue
            .find(kind, ref.type())
            .orElseThrow(
                () ->
                    new AssemblyException(
                        ref.path(), "the " + kind.label() + " '" + ref.type() + "' is gone"));
    catalogue.entry(kind, ref.type()).ifPresent(e -> use(e.origin()));
    try {
      return create.apply(factory, ref.parameters());
    } catch (InvalidParameterException e) {
      String path = e.parameter().isEmpty() ? ref.path() : ref.path() + "." + e.parameter();
      throw new AssemblyException(path, e.getMessage());
    } catch (AssemblyException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new AssemblyException(
          ref.path(),
          "the " + kind.label() + " plugin '" + ref.type() + "' fails, tell its author: " + e);
    }
  }
}
