package org.thalweg.engine.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.method.Method;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Divergence;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Start;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.experiment.Assembled.NamedAnalyzer;
import org.thalweg.engine.experiment.Assembled.NamedMethod;
import org.thalweg.engine.files.ArrayFiles;
import org.thalweg.params.Binder;
import org.thalweg.params.Checked;
import org.thalweg.params.Finding;
import org.thalweg.params.InvalidExperimentException;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;
import org.thalweg.params.RecordWriter;

/**
 * Reads an experiment, finds everything that is wrong with it, and assembles what it names.
 *
 * <p>Nothing runs before the whole experiment has been found good.
 */
public final class ExperimentReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final Snapshot catalogue;
  private final ArrayFiles files;
  private final List<Finding> findings = new ArrayList<>();

  private ExperimentReader(Snapshot catalogue, Path folder) {
    this.catalogue = catalogue;
    this.files = new ArrayFiles(folder);
  }

  /**
   * Reads and assembles an experiment that stands in no folder: paths of files that it names begin
   * at the current one.
   *
   * @param text the experiment's file
   * @param settings values that replace those of the file: path and value as typed, in order
   * @param catalogue the plugins to use
   * @return the experiment, ready to run
   * @throws InvalidExperimentException with all findings, if there are any
   */
  public static Assembled read(
      String text, List<Map.Entry<String, String>> settings, Snapshot catalogue) {
    return read(text, settings, Path.of(""), catalogue);
  }

  /**
   * Reads and assembles an experiment.
   *
   * @param text the experiment's file
   * @param settings values that replace those of the file: path and value as typed, in order
   * @param folder where paths of files that the experiment names begin: the folder of its file
   * @param catalogue the plugins to use
   * @return the experiment, ready to run
   * @throws InvalidExperimentException with all findings, if there are any
   */
  public static Assembled read(
      String text, List<Map.Entry<String, String>> settings, Path folder, Snapshot catalogue) {
    Checked<JsonNode> json = JsonText.read(text);
    if (json.value().isEmpty()) {
      throw new InvalidExperimentException(json.findings());
    }
    JsonNode node = json.value().get();
    List<Finding> unset = new ArrayList<>(json.findings());
    for (Map.Entry<String, String> setting : settings) {
      try {
        node = node.set(setting.getKey(), setting.getValue());
      } catch (InvalidExperimentException e) {
        unset.addAll(e.findings());
      }
    }
    ExperimentReader reader = new ExperimentReader(catalogue, folder);
    reader.checkFormat(node);
    Checked<Experiment> bound =
        new Binder(catalogue).bind(seedAsText(node), Experiment.DEFAULTS).after(unset);
    Experiment experiment = bound.orThrow();
    reader.checkNumerics(experiment);
    return reader.assemble(experiment.resolved());
  }

  /** A newer format is refused before its unknown keys are complained of. */
  private void checkFormat(JsonNode node) {
    Optional<JsonNode> format =
        node.type() == JsonNode.Type.OBJECT ? node.get("thalweg") : Optional.empty();
    if (format.isPresent()
        && format.get().type() == JsonNode.Type.NUMBER
        && !format.get().text().equals(Long.toString(Experiment.FORMAT))) {
      found(
          "thalweg",
          "format "
              + format.get().text()
              + " is not known; this workbench reads format "
              + Experiment.FORMAT
              + ", a newer one may be needed");
      throw new InvalidExperimentException(findings);
    }
  }

  private void checkNumerics(Experiment experiment) {
    long wanted = experiment.numerics().orElse(Experiment.NUMERICS);
    if (wanted != Experiment.NUMERICS) {
      found(
          "numerics",
          wanted
              + " cannot be reproduced to the bit, this workbench has numerics version "
              + Experiment.NUMERICS
              + "; remove the key to run with that");
    }
  }

  private static JsonNode seedAsText(JsonNode node) {
    if (node.type() != JsonNode.Type.OBJECT) {
      return node;
    }
    return node.get("seed")
        .filter(seed -> seed.type() == JsonNode.Type.NUMBER)
        .map(seed -> node.with("seed", JsonNode.string(seed.text())))
        .orElse(node);
  }

  private Assembled assemble(Experiment experiment) {
    long seed = seed(experiment.seed());
    checkNames(experiment);
    checkSaves(experiment);
    Assembler assembler = new Assembler(catalogue, files);
    Optional<Problem> problem = attempt(() -> problem(experiment.problem(), assembler));
    List<NamedMethod> methods = new ArrayList<>();
    List<NamedAnalyzer> analyzers = new ArrayList<>();
    if (problem.isPresent()) {
      for (int i = 0; i < experiment.methods().size(); i++) {
        int at = i;
        attempt(() -> method(at, experiment.methods().get(at), problem.get(), assembler))
            .ifPresent(methods::add);
      }
      List<MethodInfo> infos = methods.stream().map(NamedMethod::info).toList();
      for (int i = 0; i < experiment.analyzers().size(); i++) {
        int at = i;
        AnalyzerSpec spec = experiment.analyzers().get(at);
        attempt(
                () ->
                    new NamedAnalyzer(
                        spec.name(),
                        spec.analyzer().type(),
                        assembler.analyzer(spec.analyzer(), problem.get().setting())))
            .ifPresent(
                named -> {
                  if (infos.size() == experiment.methods().size()) {
                    for (String objection : named.analyzer().objections(problem.get(), infos)) {
                      found("analyzers[" + at + "]", objection);
                    }
                  }
                  analyzers.add(named);
                });
      }
    }
    if (!findings.isEmpty()) {
      throw new InvalidExperimentException(findings);
    }
    return new Assembled(
        experiment,
        JsonText.write(RecordWriter.write(experiment)),
        problem.orElseThrow(),
        List.copyOf(methods),
        List.copyOf(analyzers),
        experiment.save().times(experiment.problem().horizon()),
        seed,
        files.inputs());
  }

  private void found(String path, String message) {
    findings.add(new Finding(path, message));
  }

  /** A building step whose refusal becomes a finding. */
  private interface Step<T> {
    T take();
  }

  private <T> Optional<T> attempt(Step<T> step) {
    try {
      return Optional.of(step.take());
    } catch (AssemblyException e) {
      found(e.path(), e.getMessage());
      return Optional.empty();
    }
  }

  private long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      found(
          "seed",
          "'"
              + text
              + "' is not an integer between "
              + Long.MIN_VALUE
              + " and "
              + Long.MAX_VALUE
              + "; write for example \"seed\": \"1\"");
      return 0;
    }
  }

  private void checkNames(Experiment experiment) {
    if (experiment.methods().isEmpty()) {
      found("methods", "is empty; give at least one method, for example {\"type\": \"ensemble\"}");
    }
    checkNames("methods", experiment.methods().stream().map(MethodSpec::name).toList());
    checkNames("analyzers", experiment.analyzers().stream().map(AnalyzerSpec::name).toList());
  }

  private void checkNames(String list, List<String> names) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String path = list + "[" + i + "].id";
      if (!NAME.matcher(name).matches()) {
        found(
            path,
            "'"
                + name
                + "' cannot name a file; use up to 64 letters, digits, dots, hyphens and"
                + " underscores, beginning with a letter or digit");
      }
      Integer first = seen.putIfAbsent(name, i);
      if (first != null) {
        found(path, "'" + name + "' is taken by " + list + "[" + first + "]; give another id");
      }
    }
  }

  private void checkSaves(Experiment experiment) {
    double horizon = experiment.problem().horizon();
    experiment
        .save()
        .every()
        .ifPresent(
            every -> {
              if (horizon / every > SaveSpec.LARGEST_NUMBER) {
                found(
                    "save.every",
                    every
                        + " gives more than "
                        + SaveSpec.LARGEST_NUMBER
                        + " observations up to the horizon "
                        + horizon
                        + "; give a longer time");
              }
            });
  }

  private Problem problem(ProblemSpec spec, Assembler assembler) {
    Landscape landscape = assembler.landscape(spec.landscape());
    Optional<Schedule> learningRate = attempt(() -> assembler.schedule(spec.learningRate()));
    Optional<Schedule> batch = attempt(() -> assembler.schedule(spec.batch()));
    if (learningRate.isEmpty() || batch.isEmpty()) {
      throw new InvalidExperimentException(findings);
    }
    ScheduleCheck.learningRate(learningRate.get(), spec.horizon())
        .ifPresent(o -> found("problem.learningRate", o));
    ScheduleCheck.batch(batch.get(), spec.horizon()).ifPresent(o -> found("problem.batch", o));
    Setting setting = new Setting(landscape, learningRate.get(), batch.get());
    int dim = landscape.dim();
    if (!spec.domain().isEmpty() && spec.domain().size() != dim) {
      found(
          "problem.domain",
          "has "
              + spec.domain().size()
              + (spec.domain().size() == 1 ? " axis" : " axes")
              + ", but the landscape has "
              + dim
              + (dim == 1 ? " parameter" : " parameters")
              + "; give one axis for each, or none");
      throw new InvalidExperimentException(findings);
    }
    List<Axis> domain =
        spec.domain().isEmpty()
            ? Collections.nCopies(dim, Axis.UNBOUNDED)
            : spec.domain().stream().map(AxisSpec::axis).toList();
    PeriodicityCheck.open(landscape, domain).ifPresent(o -> found("problem.domain", o));
    Optional<NoiseModel> noise = attempt(() -> assembler.noise(spec.noise(), setting));
    Optional<Start> start = attempt(() -> assembler.start(spec.start(), landscape));
    if (noise.isEmpty() || start.isEmpty()) {
      throw new InvalidExperimentException(findings);
    }
    StartCheck.outside(start.get(), domain).ifPresent(o -> found("problem.start", o));
    return new Problem(
        setting,
        noise.get(),
        start.get(),
        domain,
        spec.horizon(),
        new Divergence(spec.divergence().cutoff()));
  }

  private NamedMethod method(int at, MethodSpec spec, Problem problem, Assembler assembler) {
    Ref<Method> ref = spec.method();
    Method method = assembler.method(ref);
    method.objection(problem).ifPresent(o -> found("methods[" + at + "]", o));
    return new NamedMethod(
        new MethodInfo(spec.name(), ref.type(), method.dynamics(problem)), method);
  }
}
