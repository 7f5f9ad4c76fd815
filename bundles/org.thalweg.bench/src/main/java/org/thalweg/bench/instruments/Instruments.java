package org.thalweg.bench.instruments;

import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.IntegratorFactory;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.catalogue.Snapshot.Installed;

/**
 * Gives plugins a stopwatch without their knowledge: landscapes, noises and integrators are
 * replaced by proxies with all their public interfaces, whose evaluators, factors, samplers and
 * steppers are timed. Results stay the same to the bit.
 *
 * <p>A proxy costs a reflective call, but what is called in every step is a plain object around the
 * plugin's own. One stopwatch serves one thread.
 */
public final class Instruments {
  private final Stopwatch watch = new Stopwatch();
  private final Cost cost = Cost.measured();

  /** New instruments; measures first what they cost themselves. */
  public Instruments() {}

  /** Sets the stopwatch to zero. */
  public void reset() {
    watch.reset();
  }

  /**
   * What the stopwatch has told since it was reset.
   *
   * @return the parts, without the instruments' own cost
   */
  public Parts parts() {
    return new Parts(
        cost.seconds(watch, Part.DRAWING),
        cost.seconds(watch, Part.DRIFT),
        cost.seconds(watch, Part.NOISE),
        watch.calls(Part.DRAWING),
        watch.calls(Part.DRIFT),
        watch.calls(Part.NOISE));
  }

  /**
   * The same plugins under the stopwatch.
   *
   * @param plugins the plugins
   * @return a snapshot whose factories are instrumented
   */
  public Snapshot on(Snapshot plugins) {
    return new Snapshot(
        plugins.entries().stream()
            .map(
                e ->
                    new Installed(
                        e, () -> plugins.find(e.kind(), e.id()).map(this::timed).orElse(null)))
            .toList(),
        plugins.predictions());
  }

  /** The reader binds parameters to the record that the factory declares, so the casts hold. */
  @SuppressWarnings("unchecked")
  private Factory<?> timed(Factory<?> factory) {
    if (factory instanceof LandscapeFactory<?> f) {
      return new Landscapes((LandscapeFactory<Record>) f, this);
    }
    if (factory instanceof NoiseFactory<?> f) {
      return new Noises((NoiseFactory<Record>) f, this);
    }
    if (factory instanceof IntegratorFactory<?> f) {
      return new Integrators((IntegratorFactory<Record>) f, this);
    }
    return factory;
  }

  private <T> T timed(T plugin, Class<T> type) {
    Set<Class<?>> interfaces = new LinkedHashSet<>();
    for (Class<?> c = plugin.getClass(); c != null; c = c.getSuperclass()) {
      for (Class<?> i : c.getInterfaces()) {
        if (Modifier.isPublic(i.getModifiers()) && !i.isSealed()) {
          interfaces.add(i);
        }
      }
    }
    interfaces.add(type);
    return type.cast(
        Proxy.newProxyInstance(
            plugin.getClass().getClassLoader(),
            interfaces.toArray(Class<?>[]::new),
            new TimedCalls(plugin, watch)));
  }

  private record Landscapes(LandscapeFactory<Record> factory, Instruments instruments)
      implements LandscapeFactory<Record> {
    @Override
    public Record defaults() {
      return factory.defaults();
    }

    @Override
    public Landscape create(Record parameters, Assembly assembly) {
      return instruments.timed(factory.create(parameters, assembly), Landscape.class);
    }
  }

  private record Noises(NoiseFactory<Record> factory, Instruments instruments)
      implements NoiseFactory<Record> {
    @Override
    public Record defaults() {
      return factory.defaults();
    }

    @Override
    public NoiseModel create(Record parameters, Setting setting, Assembly assembly) {
      return instruments.timed(factory.create(parameters, setting, assembly), NoiseModel.class);
    }
  }

  private record Integrators(IntegratorFactory<Record> factory, Instruments instruments)
      implements IntegratorFactory<Record> {
    @Override
    public Record defaults() {
      return factory.defaults();
    }

    @Override
    public Integrator create(Record parameters, Assembly assembly) {
      return instruments.timed(factory.create(parameters, assembly), Integrator.class);
    }
  }
}
