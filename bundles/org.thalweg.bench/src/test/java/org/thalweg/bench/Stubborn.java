package org.thalweg.bench;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.method.Method;
import org.thalweg.api.method.MethodFactory;
import org.thalweg.api.method.MethodResult;
import org.thalweg.api.method.MethodRun;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;
import org.thalweg.engine.catalogue.PluginEntry;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.catalogue.Snapshot.Installed;
import org.thalweg.noise.Anisotropic;

/** Plugins that make trouble. */
final class Stubborn {
  private Stubborn() {}

  /** The plugins of the workloads and the two here. */
  static Snapshot snapshot() {
    Snapshot good = Plugins.snapshot();
    List<Installed> all = new ArrayList<>();
    good.entries()
        .forEach(e -> all.add(new Installed(e, () -> good.find(e.kind(), e.id()).orElseThrow())));
    all.add(installed(Kind.METHOD, "broken", new Broken()));
    all.add(installed(Kind.NOISE, "choosy", new Choosy()));
    return new Snapshot(all, List.of());
  }

  private static Installed installed(Kind kind, String id, Factory<?> factory) {
    return new Installed(new PluginEntry(kind, id), () -> factory);
  }

  /** Makes a method that fails. */
  static final class Broken implements MethodFactory<Broken.Params>, Method {
    /** No parameters. */
    public record Params() {}

    @Override
    public Params defaults() {
      return new Params();
    }

    @Override
    public Method create(Params parameters, Assembly assembly) {
      return this;
    }

    @Override
    public Dynamics dynamics(Problem problem) {
      return new Dynamics(Dynamics.Kind.FOKKER_PLANCK, 0, 0);
    }

    @Override
    public Optional<String> objection(Problem problem) {
      return Optional.empty();
    }

    @Override
    public MethodResult solve(MethodRun run) {
      throw new IllegalStateException("out of luck");
    }
  }

  /** Makes a noise that works with landscapes of its own kind only. */
  static final class Choosy implements NoiseFactory<Anisotropic.Params> {
    private final Anisotropic noise = new Anisotropic();

    @Override
    public Anisotropic.Params defaults() {
      return noise.defaults();
    }

    @Override
    public NoiseModel create(Anisotropic.Params parameters, Setting setting, Assembly assembly) {
      if (Proxy.isProxyClass(setting.landscape().getClass())) {
        throw new ClassCastException("not my landscape");
      }
      return noise.create(parameters, setting, assembly);
    }
  }
}
