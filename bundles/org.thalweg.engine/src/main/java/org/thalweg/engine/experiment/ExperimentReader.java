package org.thalweg.engine.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.method.Method;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;
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
  /** Keys that stand in a file for others: editors find the schema by the first. */
  private static final String[] OTHER_KEYS = {"$schema"};

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final Snapshot catalogue;
  private final ArrayFiles files;
  private final Findings findings = new Findings();

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
    Checked<JsonNode> tree = tree(text, settings);
    if (tree.value().isEmpty()) {
      throw new InvalidExperimentException(tree.findings());
    }
    return read(tree.value().get(), tree.findings(), folder, catalogue);
  }

  /**
   * Reads an experiment's file without looking at what it means.
   *
   * @param text the experiment's file
   * @param settings values that replace those of the file: path and value as typed, in order
   * @return the tree, if the text is JSON, and what is wrong with text and settings
   */
  public static Checked<JsonNode> tree(String text, List<Map.Entry<String, String>> settings) {
    Checked<JsonNode> json = JsonText.read(text);
    if (json.value().isEmpty()) {
      return json;
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
    return new Checked<>(Optional.of(node), unset);
  }

  /**
   * Assembles an experiment that has been read.
   *
   * @param tree the experiment
   * @param earlier what was found when it was read, told before anything else
   * @param folder where paths of files that the experiment names begin
   * @param catalogue the plugins to use
   * @return the experiment, ready to run
   * @throws InvalidExperimentException with all findings, if there are any
   */
  public static Assembled read(
      JsonNode tree, List<Finding> earlier, Path folder, Snapshot catalogue) {
    ExperimentReader reader = new ExperimentReader(catalogue, folder);
    reader.checkFormat(tree);
    return reader.read(seedAsText(tree), earlier);
  }

  private Assembled read(JsonNode node, List<Finding> unset) {
    Binder binder = new Binder(catalogue);
    Checked<Experiment> bound = binder.bind(node, Experiment.DEFAULTS, OTHER_KEYS).after(unset);
    findings.addAll(bound.findings());
    if (bound.value().isPresent()) {
      Experiment experiment = bound.value().get();
      checkNumerics(experiment);
      return assemble(experiment.resolved());
    }
    assembleSound(node, binder);
    findings.throwIfAny();
    throw new IllegalStateException("an experiment that cannot be bound has findings");
  }

  /** A newer format is refused before its unknown keys are complained of. */
  private void checkFormat(JsonNode node) {
    Optional<JsonNode> format =
        node.type() == JsonNode.Type.OBJECT ? node.get("thalweg") : Optional.empty();
    if (format.isPresent()
        && format.get().type() == JsonNode.Type.NUMBER
        && !format.get().text().equals(Long.toString(Experiment.FORMAT))) {
      findings.add(
          "thalweg",
          "format "
              + format.get().text()
              + " is not known; this workbench reads format "
              + Experiment.FORMAT
              + ", a newer one may be needed");
      findings.throwIfAny();
    }
  }

  private void checkNumerics(Experiment experiment) {
    long wanted = experiment.numerics().orElse(Experiment.NUMERICS);
    if (wanted != Experiment.NUMERICS) {
      findings.add(
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
    if (experiment.methods().isEmpty()) {
      findings.add(
          "methods", "is empty; give at least one method, for example {\"type\": \"ensemble\"}");
    }
    checkNames(all(experiment.methods()), all(experiment.analyzers()));
    checkSaves(experiment.save(), experiment.problem().horizon());
    Assembler assembler = new Assembler(catalogue, files);
    ProblemAssembly assembly = new ProblemAssembly(assembler, findings);
    Optional<Problem> problem = assembly.build(ProblemParts.of(experiment.problem()));
    List<NamedMethod> methods = new ArrayList<>();
    problem.ifPresent(
        p -> {
          NoiseCheck.atStart(p, seed).ifPresent(o -> findings.add("problem.noise", o));
          methods.addAll(methods(all(experiment.methods()), p, assembler));
        });
    List<NamedAnalyzer> analyzers =
        assembly
            .setting()
            .map(s -> analyzers(all(experiment.analyzers()), s, assembler))
            .orElse(List.of());
    if (problem.isPresent() && methods.size() == experiment.methods().size()) {
      checkAnalyzers(experiment.analyzers(), analyzers, problem.get(), methods);
    }
    findings.throwIfAny();
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

  /** Assembles what is sound of an experiment with findings, to find what does not go together. */
  private void assembleSound(JsonNode node, Binder binder) {
    Optional<JsonNode> given =
        node.type() == JsonNode.Type.OBJECT ? node.get("problem") : Optional.empty();
    if (given.isEmpty()) {
      return;
    }
    ProblemParts parts = ProblemParts.of(binder.soundParts(given.get(), new ProblemSpec()));
    List<Optional<MethodSpec>> methods = sound(node, "methods", MethodSpec.class, binder);
    List<Optional<AnalyzerSpec>> analyzers = sound(node, "analyzers", AnalyzerSpec.class, binder);
    Map<String, Object> rest = binder.soundParts(node, Experiment.DEFAULTS);
    if (rest.get("seed") instanceof String seed) {
      seed(seed);
    }
    if (rest.get("save") instanceof SaveSpec save) {
      parts.horizon().ifPresent(horizon -> checkSaves(save, horizon));
    }
    checkNames(methods, analyzers);
    Assembler assembler = new Assembler(catalogue, files);
    ProblemAssembly assembly = new ProblemAssembly(assembler, findings);
    Optional<Problem> problem = assembly.build(parts);
    problem.ifPresent(p -> methods(methods, p, assembler));
    assembly.setting().ifPresent(s -> analyzers(analyzers, s, assembler));
  }

  /** The elements of a list, those with findings left empty so that the others keep their index. */
  private static <P extends Record> List<Optional<P>> sound(
      JsonNode node, String key, Class<P> type, Binder binder) {
    return node.get(key)
        .filter(list -> list.type() == JsonNode.Type.ARRAY)
        .map(list -> list.elements().stream().map(e -> binder.bind(e, type).value()).toList())
        .orElse(List.of());
  }

  private static <P> List<Optional<P>> all(List<P> specs) {
    return specs.stream().map(Optional::of).toList();
  }

  private List<NamedMethod> methods(
      List<Optional<MethodSpec>> specs, Problem problem, Assembler assembler) {
    List<NamedMethod> methods = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      int at = i;
      specs
          .get(at)
          .flatMap(spec -> findings.attempt(() -> method(at, spec, problem, assembler)))
          .ifPresent(methods::add);
    }
    return methods;
  }

  private List<NamedAnalyzer> analyzers(
      List<Optional<AnalyzerSpec>> specs, Setting setting, Assembler assembler) {
    List<NamedAnalyzer> analyzers = new ArrayList<>();
    for (Optional<AnalyzerSpec> given : specs) {
      given
          .flatMap(
              spec ->
                  findings
                      .attempt(() -> assembler.analyzer(spec.analyzer(), setting))
                      .map(a -> new NamedAnalyzer(spec.name(), spec.analyzer().type(), a)))
          .ifPresent(analyzers::add);
    }
    return analyzers;
  }

  private void checkAnalyzers(
      List<AnalyzerSpec> specs,
      List<NamedAnalyzer> analyzers,
      Problem problem,
      List<NamedMethod> methods) {
    List<MethodInfo> infos = methods.stream().map(NamedMethod::info).toList();
    List<String> names = specs.stream().map(AnalyzerSpec::name).toList();
    for (NamedAnalyzer named : analyzers) {
      for (String objection : named.analyzer().objections(problem, infos)) {
        findings.add("analyzers[" + names.indexOf(named.id()) + "]", objection);
      }
    }
  }

  private long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      findings.add(
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

  private void checkNames(
      List<Optional<MethodSpec>> methods, List<Optional<AnalyzerSpec>> analyzers) {
    checkNames("methods", methods.stream().map(m -> m.map(MethodSpec::name)).toList());
    checkNames("analyzers", analyzers.stream().map(a -> a.map(AnalyzerSpec::name)).toList());
  }

  private void checkNames(String list, List<Optional<String>> names) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      int at = i;
      names.get(i).ifPresent(name -> checkName(list, at, name, seen));
    }
  }

  private void checkName(String list, int at, String name, Map<String, Integer> seen) {
    String path = list + "[" + at + "].id";
    if (!NAME.matcher(name).matches()) {
      findings.add(
          path,
          "'"
              + name
              + "' cannot name a file; use up to 64 letters, digits, dots, hyphens and"
              + " underscores, beginning with a letter or digit");
    }
    Integer first = seen.putIfAbsent(name, at);
    if (first != null) {
      findings.add(path, "'" + name + "' is taken by " + list + "[" + first + "]; give another id");
    }
  }

  private void checkSaves(SaveSpec save, double horizon) {
    save.every()
        .ifPresent(
            every -> {
              if (horizon / every > SaveSpec.LARGEST_NUMBER) {
                findings.add(
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

  private NamedMethod method(int at, MethodSpec spec, Problem problem, Assembler assembler) {
    Ref<Method> ref = spec.method();
    Method method = assembler.method(ref);
    method.objection(problem).ifPresent(o -> findings.add("methods[" + at + "]", o));
    Dynamics dynamics = method.dynamics(problem);
    if (dynamics.kind() == Dynamics.Kind.FOKKER_PLANCK) {
      NoiseCheck.onDomain(problem).ifPresent(o -> findings.add("problem.noise", o));
    }
    return new NamedMethod(new MethodInfo(spec.name(), ref.type(), dynamics), method);
  }
}
