package org.thalweg.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thalweg.analyzers.marginal.Marginal;
import org.thalweg.analyzers.moments.Moments;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.block.MemoryBlock;
import org.thalweg.api.block.WalkerState;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.IntegratorFactory;
import org.thalweg.api.method.Stepper;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Problem;
import org.thalweg.bench.Workload;
import org.thalweg.engine.catalogue.PluginEntry;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.catalogue.Snapshot.Installed;
import org.thalweg.engine.ensemble.EnsembleMethodFactory;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.ConstantSchedules;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.engine.random.RandomStream;
import org.thalweg.integrators.EulerMaruyama;
import org.thalweg.integrators.Sgd;
import org.thalweg.landscapes.Quadratic;
import org.thalweg.landscapes.Valley;
import org.thalweg.noise.Anisotropic;
import org.thalweg.noise.Isotropic;
import org.thalweg.noise.RandomShift;
import org.thalweg.starts.Point;
import org.thalweg.starts.Uniform;

/** One chunk of a workload's walkers with what moves it, without an engine around. */
final class Chunk {
  private final List<Installed> plugins = new ArrayList<>();
  private final Assembled experiment;
  private final Integrator integrator;
  private final Stepper stepper;
  private final WalkerState state;
  private final StreamDraws draws = new StreamDraws(new RandomStream(1, 1, 0));
  private final int walkers;
  private long steps;

  Chunk(String workload, int walkers) {
    this.walkers = walkers;
    add(Kind.LANDSCAPE, "quadratic", new Quadratic());
    add(Kind.LANDSCAPE, "valley", new Valley());
    add(Kind.NOISE, "anisotropic", new Anisotropic());
    add(Kind.NOISE, "isotropic", new Isotropic());
    add(Kind.NOISE, "random-shift", new RandomShift());
    add(Kind.START, "point", new Point());
    add(Kind.START, "uniform", new Uniform());
    add(Kind.INTEGRATOR, "sgd", new Sgd());
    add(Kind.INTEGRATOR, "euler-maruyama", new EulerMaruyama());
    add(Kind.SCHEDULE, "constant", new ConstantSchedules());
    add(Kind.METHOD, "ensemble", new EnsembleMethodFactory());
    add(Kind.ANALYZER, "moments", new Moments());
    add(Kind.ANALYZER, "marginal", new Marginal());
    Snapshot catalogue = new Snapshot(plugins, List.of());
    String text = Workload.find(workload).orElseThrow().experiment();
    experiment = ExperimentReader.read(text, List.<Map.Entry<String, String>>of(), catalogue);
    integrator = integrator(catalogue);
    Problem problem = experiment.problem();
    int dim = problem.dim();
    state =
        new WalkerState(
            new Block(dim, walkers, Layout.of(dim)),
            blocks(integrator.memory(dim)),
            blocks(problem.noise().memory()));
    stepper = integrator.stepper(problem.setting(), problem.noise(), walkers);
    begin();
  }

  private void add(Kind kind, String id, Factory<?> factory) {
    plugins.add(new Installed(new PluginEntry(kind, id), () -> factory));
  }

  /** The reader has bound the parameters to the record of this very factory. */
  @SuppressWarnings("unchecked")
  private Integrator integrator(Snapshot catalogue) {
    Ref<Integrator> ref =
        ((EnsembleMethodFactory.Parameters)
                experiment.experiment().methods().get(0).method().parameters())
            .integrator();
    IntegratorFactory<Record> factory =
        (IntegratorFactory<Record>) catalogue.find(Kind.INTEGRATOR, ref.type()).orElseThrow();
    return factory.create(ref.parameters(), null); // schemes refer to no other plugin
  }

  private List<Block> blocks(List<MemoryBlock> declared) {
    Layout layout = Layout.of(experiment.problem().dim());
    return declared.stream().map(m -> new Block(m.rows(), walkers, layout)).toList();
  }

  /** Puts all walkers back to the start: there are no edges here to keep them. */
  void begin() {
    experiment.problem().start().sample(draws, state.position());
    stepper.begin(state, draws);
    steps = 0;
  }

  /** Makes one step. */
  Block step() {
    double h = integrator.step(experiment.problem().setting(), 0);
    stepper.step(steps, steps * h, h, state, draws);
    steps++;
    return state.position();
  }

  Assembled experiment() {
    return experiment;
  }

  WalkerChunk view() {
    return new WalkerChunk(state.position(), new byte[walkers], 0);
  }
}
