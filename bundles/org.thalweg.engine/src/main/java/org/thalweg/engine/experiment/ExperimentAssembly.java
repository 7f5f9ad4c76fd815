package org.thalweg.engine.experiment;

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
import org.thalweg.params.JsonNode;

/**
 * Assembles what an experiment names: the whole of one that could be read, or, for the sake of the
 * findings alone, the readable parts of another.
 */
final class ExperimentAssembly {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final Snapshot catalogue;
  private final ArrayFiles files;
  private final Findings findings;

  /**
   * @param catalogue the plugins to use
   * @param files reads the files that plugins ask for
   * @param findings receives what is wrong
   */
  ExperimentAssembly(Snapshot catalogue, ArrayFiles files, Findings findings) {
    this.catalogue = catalogue;
    this.files = files;
    this.findings = findings;
  }

  /** Assembles a whole experiment, or throws with all findings. */
  Assembled assemble(Experiment experiment) {
    long seed = seed(experiment.seed());
    if (experiment.methods().isEmpty()) {
      findings.add(
          "methods", "is empty; give at least one method, for example {\"type\": \"ensemble\"}");
    }
    checkNames(all(experiment.methods()), all(experiment.analyzers()));
    checkSaves(experiment.save(), experiment.problem().horizon());
    Assembler assembler = new Assembler(catalogue, files, experiment.problem().horizon());
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
        problem.orElseThrow(),
        List.copyOf(methods),
        List.copyOf(analyzers),
        experiment.save().times(experiment.problem().horizon()),
        seed,
        files.inputs(),
        assembler.origins());
  }

  /** Assembles what is sound of an experiment with findings, to find what does not go together. */
  void assembleSound(JsonNode node, Binder binder) {
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
    Assembler assembler = new Assembler(catalogue, files, parts.horizon().orElse(0.0));
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
