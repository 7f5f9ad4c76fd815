package org.thalweg.engine.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.method.Forecast;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;
import org.thalweg.engine.catalogue.PluginEntry;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.Assembled.NamedMethod;
import org.thalweg.engine.experiment.ProblemSpec;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.engine.run.RunListener;
import org.thalweg.engine.run.RunOptions;
import org.thalweg.engine.run.RunOutcome;

/**
 * Explains an experiment without running it: a rehearsal of a few steps with a few walkers, or on a
 * few cells, shows what analyzers write, and trials of its methods how long they take.
 */
public final class Explainer {
  /** Steps of the rehearsal. */
  private static final int STEPS = 8;

  /** Bytes of a figure, SVG and PNG, and of an entry of a table, as the examples have them. */
  private static final double FIGURE = 60e3;

  private static final double ENTRY = 14;
  private static final double STABLE = 2;
  private static final String ABSORPTION = "part not absorbed";

  private final Snapshot plugins;
  private final Assembled experiment;
  private final Problem problem;
  private final Cost cost;

  private Explainer(Assembled experiment, Snapshot plugins, Cost cost) {
    this.cost = cost;
    this.plugins = plugins;
    this.experiment = experiment;
    this.problem = experiment.problem();
  }

  /**
   * Explains an experiment.
   *
   * @param experiment the experiment
   * @param plugins what is installed
   * @param cost what its methods say that they need
   * @return the sections, in the order of reading
   */
  public static List<Section> explain(Assembled experiment, Snapshot plugins, Cost cost) {
    Explainer explainer = new Explainer(experiment, plugins, cost);
    RunOutcome rehearsal = explainer.rehearsal();
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("problem", explainer.problem()));
    sections.add(new Section("methods", explainer.methods()));
    sections.add(new Section("needs", explainer.needs(rehearsal)));
    sections.add(new Section("files", explainer.files(rehearsal)));
    sections.add(new Section("comparisons", explainer.comparisons(rehearsal)));
    sections.add(new Section("predictions", explainer.predictions()));
    sections.add(new Section("stability", explainer.stability()));
    return sections.stream().filter(s -> !s.lines().isEmpty()).toList();
  }

  private List<String> problem() {
    ProblemSpec spec = experiment.experiment().problem();
    Setting setting = problem.setting();
    List<String> lines = new ArrayList<>();
    lines.add("landscape " + named(Kind.LANDSCAPE, spec.landscape().type()));
    lines.add(problem.dim() == 1 ? "1 parameter" : problem.dim() + " parameters");
    lines.add("noise " + named(Kind.NOISE, spec.noise().type()));
    lines.add(
        "noise of "
            + problem.noise().channels()
            + " independent motions, "
            + problem.noise().traits().form().name().toLowerCase(Locale.ROOT)
            + (problem.noise().traits().additive()
                ? ", the same everywhere"
                : ", position-dependent"));
    problem
        .noise()
        .noDiffusion()
        .ifPresent(why -> lines.add("no Langevin or Fokker-Planck description: " + why));
    lines.add(
        "learning rate "
            + shown(setting.learningRate().at(0))
            + (setting.learningRate().isConstant() ? "" : " at first, then scheduled")
            + ", batch "
            + shown(setting.batch().at(0))
            + (setting.batch().isConstant() ? "" : " at first, then scheduled"));
    lines.add("start " + named(Kind.START, spec.start().type()));
    lines.add(
        "up to time "
            + shown(problem.horizon())
            + ", observed "
            + experiment.saveTimes().size()
            + " times");
    return lines;
  }

  private String named(Kind kind, String id) {
    for (PluginEntry e : plugins.entries()) {
      if (e.kind() == kind && e.id().equals(id)) {
        String formula = e.formula().isEmpty() ? "" : " (" + e.formula() + ")";
        return e.doc().isEmpty() ? id : id + ": " + e.doc() + formula;
      }
    }
    return id;
  }

  /** One brief run of everything, for what it writes. */
  private RunOutcome rehearsal() {
    double step = problem.setting().learningRate().at(0);
    for (NamedMethod m : experiment.methods()) {
      step = Math.max(step, m.info().dynamics().step());
    }
    double horizon = Math.min(problem.horizon(), STEPS * step);
    Problem brief =
        new Problem(
            problem.setting(),
            problem.noise(),
            problem.start(),
            problem.domain(),
            horizon,
            problem.divergence());
    List<NamedMethod> small = new ArrayList<>();
    for (NamedMethod m : experiment.methods()) {
      m.method().rehearsal(brief).ifPresent(x -> small.add(new NamedMethod(m.info(), x)));
    }
    Assembled rehearsal =
        new Assembled(
            experiment.experiment(),
            brief,
            List.copyOf(small),
            experiment.analyzers(),
            List.of(0.0, horizon),
            experiment.seed(),
            experiment.inputs(),
            experiment.origins());
    return new ExperimentRunner()
        .run(rehearsal, new RunOptions(1, 0), RunListener.SILENT, () -> false);
  }

  private List<String> methods() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < experiment.methods().size(); i++) {
      NamedMethod m = experiment.methods().get(i);
      StringBuilder line =
          new StringBuilder(m.info().id()).append(": ").append(words(m.info().dynamics()));
      Optional<Forecast> forecast = cost.methods().get(i).forecast();
      forecast.ifPresent(
          f -> {
            f.facts()
                .forEach(
                    fact ->
                        line.append(", ")
                            .append(fact.name().replace('-', ' '))
                            .append(' ')
                            .append(shown(fact.value())));
            line.append("; ").append(Amounts.time(f.seconds(), f.within()));
          });
      if (forecast.isEmpty()) {
        line.append("; brief trials do not tell how long it takes");
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private List<String> needs(RunOutcome rehearsal) {
    List<String> lines = new ArrayList<>();
    cost.seconds()
        .ifPresent(
            s ->
                lines.add(
                    "time "
                        + Amounts.time(s, cost.within())
                        + " with "
                        + Amounts.counted(cost.threads(), "thread")
                        + ", starting, reports and figures apart (one or two seconds)"));
    lines.add(
        "memory up to about "
            + Amounts.bytes(cost.memory())
            + " for walkers, densities and factors, samples that analyzers keep apart");
    lines.add(
        "disk about "
            + Amounts.bytes(cost.kept() + written(rehearsal))
            + ", "
            + Amounts.bytes(cost.kept())
            + " of it final positions and densities");
    return lines;
  }

  /** Bytes of what analyzers write, guessed from a rehearsal with two save times. */
  private double written(RunOutcome rehearsal) {
    double times = experiment.saveTimes().size() / 2.0;
    double bytes = 0;
    for (RunOutcome.AnalyzerOutcome a : rehearsal.analyzers()) {
      bytes += a.report().figures().size() * FIGURE;
      for (Table t : a.report().tables()) {
        bytes += times * t.rows() * t.columns().size() * ENTRY;
      }
      for (NamedArray array : a.report().arrays()) {
        bytes += times * Double.BYTES * array.values().length;
      }
    }
    return bytes;
  }

  private static String words(Dynamics d) {
    return switch (d.kind()) {
      case DISCRETE_SGD -> "discrete SGD, learning rate " + shown(d.step());
      case LANGEVIN -> "Langevin, step " + shown(d.step());
      case UNDERDAMPED_LANGEVIN -> "underdamped Langevin, step " + shown(d.step());
      case FOKKER_PLANCK -> "Fokker-Planck density";
    };
  }

  private List<String> files(RunOutcome rehearsal) {
    List<String> lines = new ArrayList<>();
    for (RunOutcome.AnalyzerOutcome a : rehearsal.analyzers()) {
      List<String> names = new ArrayList<>();
      a.report().tables().forEach(t -> names.add("table " + t.name()));
      a.report().arrays().forEach(t -> names.add("array " + t.name()));
      a.report().figures().forEach(t -> names.add("figure " + t.name()));
      lines.add(
          a.id()
              + ": "
              + (a.failure().isPresent()
                  ? "cannot be told from a rehearsal"
                  : names.isEmpty() ? "no files of its own" : String.join(", ", names)));
    }
    return lines;
  }

  private List<String> comparisons(RunOutcome rehearsal) {
    // A rehearsal's crude density seems to lose mass where no edge takes any.
    boolean absorbing =
        problem.domain().stream()
            .anyMatch(a -> a.lower() == Edge.ABSORBING || a.upper() == Edge.ABSORBING);
    return rehearsal.analyzers().stream()
        .flatMap(a -> a.report().judgements().stream())
        .filter(j -> absorbing || !j.quantity().equals(ABSORPTION))
        .map(j -> j.quantity() + ": " + j.left() + " against " + j.right())
        .distinct()
        .toList();
  }

  private List<String> predictions() {
    List<String> lines = new ArrayList<>();
    for (Prediction p : plugins.predictions()) {
      lines.add(p.id() + ": " + p.objection(problem).map(why -> "no, " + why).orElse("holds"));
    }
    return lines;
  }

  private List<String> stability() {
    double curvature = Curvature.largest(problem.landscape());
    List<String> lines = new ArrayList<>();
    for (NamedMethod m : experiment.methods()) {
      Dynamics d = m.info().dynamics();
      boolean overdamped =
          d.kind() == Dynamics.Kind.DISCRETE_SGD || d.kind() == Dynamics.Kind.LANGEVIN;
      double bound = STABLE * (1 + d.momentum());
      if (overdamped && d.step() * curvature >= bound / 2) {
        lines.add(
            (d.step() * curvature >= bound ? "warning: " : "near the limit: ")
                + m.info().id()
                + ": step times curvature is "
                + shown(d.step() * curvature)
                + " near the origin; above "
                + shown(bound)
                + " steps are unstable in a quadratic bowl");
      }
    }
    if (lines.isEmpty()) {
      lines.add("largest curvature near the origin " + shown(curvature) + " loss/theta^2");
    }
    return lines;
  }

  private static String shown(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value)
            .replaceFirst("(\\.\\d*?)0+$", "$1")
            .replaceFirst("\\.$", "");
  }
}
