package org.thalweg.bench;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.analyzers.marginal.Marginal;
import org.thalweg.analyzers.moments.Moments;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.plugin.Kind;
import org.thalweg.data.GroupSums;
import org.thalweg.engine.catalogue.PluginEntry;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.catalogue.Snapshot.Installed;
import org.thalweg.engine.ensemble.EnsembleMethodFactory;
import org.thalweg.engine.experiment.ConstantSchedules;
import org.thalweg.fokkerplanck.FokkerPlanck;
import org.thalweg.integrators.EulerMaruyama;
import org.thalweg.integrators.Sgd;
import org.thalweg.landscapes.Quadratic;
import org.thalweg.landscapes.Valley;
import org.thalweg.networks.He;
import org.thalweg.networks.MultiLayerPerceptron;
import org.thalweg.noise.Anisotropic;
import org.thalweg.noise.Isotropic;
import org.thalweg.noise.Minibatch;
import org.thalweg.noise.RandomShift;
import org.thalweg.noise.Turning;
import org.thalweg.starts.Gaussian;
import org.thalweg.starts.Point;
import org.thalweg.starts.Uniform;

/** The plugins of the workloads, without a framework. */
public final class Plugins {
  private final List<Installed> installed = new ArrayList<>();

  private Plugins() {}

  /** All of them. */
  public static Snapshot snapshot() {
    Plugins all = new Plugins();
    all.add(Kind.LANDSCAPE, "quadratic", new Quadratic());
    all.add(Kind.LANDSCAPE, "valley", new Valley());
    all.add(Kind.LANDSCAPE, "mlp", new MultiLayerPerceptron());
    all.add(Kind.DATA, "group-sums", new GroupSums());
    all.add(Kind.NOISE, "minibatch", new Minibatch());
    all.add(Kind.NOISE, "turning", new Turning());
    all.add(Kind.START, "he", new He());
    all.add(Kind.NOISE, "anisotropic", new Anisotropic());
    all.add(Kind.NOISE, "isotropic", new Isotropic());
    all.add(Kind.NOISE, "random-shift", new RandomShift());
    all.add(Kind.START, "gaussian", new Gaussian());
    all.add(Kind.START, "point", new Point());
    all.add(Kind.START, "uniform", new Uniform());
    all.add(Kind.INTEGRATOR, "sgd", new Sgd());
    all.add(Kind.INTEGRATOR, "euler-maruyama", new EulerMaruyama());
    all.add(Kind.SCHEDULE, "constant", new ConstantSchedules());
    all.add(Kind.METHOD, "ensemble", new EnsembleMethodFactory());
    all.add(Kind.METHOD, "fokker-planck", new FokkerPlanck());
    all.add(Kind.ANALYZER, "moments", new Moments());
    all.add(Kind.ANALYZER, "marginal", new Marginal());
    return new Snapshot(all.installed, List.of());
  }

  private void add(Kind kind, String id, Factory<?> factory) {
    installed.add(new Installed(new PluginEntry(kind, id), () -> factory));
  }
}
