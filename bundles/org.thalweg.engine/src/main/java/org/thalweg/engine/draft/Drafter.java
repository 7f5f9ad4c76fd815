package org.thalweg.engine.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Problem;
import org.thalweg.engine.catalogue.PluginEntry;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.describe.Describer;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.Assemblies;
import org.thalweg.engine.experiment.Experiment;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.params.CommentedJson;
import org.thalweg.params.Finding;
import org.thalweg.params.InvalidExperimentException;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;
import org.thalweg.params.RecordWriter;
import org.thalweg.params.Suggestions;

/**
 * Drafts experiments that are good as they stand and run in a second or two: each plugin as its
 * example has it, the learning rate after the landscape's curvature, horizon and walkers after the
 * slowest known rate, a domain and a start that all parts accept.
 *
 * <p>What was wished for stays or is refused with the reason; what was not is tried, and left out
 * where it does not fit.
 */
public final class Drafter {
  private static final String TYPE = "type";
  private static final String ENSEMBLE = "ensemble";
  private static final String DENSITY = "fokker-planck";

  /** Half lengths of the boxes that are tried as domains. */
  private static final double[] BOXES = {3, 1.5, 0.9, 6};

  /** The valley's bump fits into a small box, over which walkers have soon diffused. */
  private static final double[] VALLEY_BOXES = {1.5, 3, 0.9};

  /** The most parameters for which relaxation is judged. */
  private static final int MOST_JUDGED = 8;

  private static final List<String> LANDSCAPES = List.of("valley");
  private static final List<String> NOISES = List.of("anisotropic", "isotropic", "minibatch");
  private static final List<String> STARTS = List.of("he", "uniform", "point", "gaussian");
  private static final List<String> INTEGRATORS = List.of("sgd", "euler-maruyama");
  private static final List<String> ANALYZERS = List.of("moments", "marginal", "verdict");

  private final Snapshot plugins;
  private final Describer describer;
  private final Map<String, Pace> paces = new HashMap<>();

  /**
   * A drafter.
   *
   * @param plugins what is installed
   */
  public Drafter(Snapshot plugins) {
    this.plugins = plugins;
    this.describer = new Describer(plugins);
  }

  /**
   * Drafts an experiment.
   *
   * @param wishes what it shall be made of
   * @return the draft
   * @throws InvalidExperimentException with the reasons why the wishes do not go together
   */
  public Draft draft(Wishes wishes) {
    check(Kind.LANDSCAPE, wishes.landscape().stream().toList());
    check(Kind.NOISE, wishes.noise().stream().toList());
    check(Kind.START, wishes.start().stream().toList());
    check(Kind.INTEGRATOR, wishes.integrators());
    check(Kind.METHOD, wishes.methods());
    check(Kind.ANALYZER, wishes.analyzers());
    String landscape =
        wishes.landscape().orElseGet(() -> ordered(Kind.LANDSCAPE, LANDSCAPES).get(0));
    Pace pace = paces.computeIfAbsent(landscape, this::pace);
    List<JsonNode> methods = methods(wishes, pace);
    boolean free = wishes.methods().isEmpty() && wishes.integrators().isEmpty();

    List<String> leftOut = new ArrayList<>();
    JsonNode best = null;
    List<Finding> refusal = null;
    // One method at first: whatever it needs of problem and domain, the others may be dropped for.
    List<JsonNode> needed = free ? methods.subList(0, 1) : methods;
    for (JsonNode problem : problems(wishes, landscape, pace)) {
      JsonNode candidate = experiment(problem, needed, List.of());
      Tried tried = tried(candidate);
      if (tried.findings().isEmpty()) {
        best = tried.node();
        break;
      }
      if (refusal == null || tried.findings().size() < refusal.size()) {
        refusal = tried.findings();
      }
    }
    if (best == null) {
      throw new InvalidExperimentException(refusal);
    }
    if (free) {
      for (JsonNode method : methods.subList(1, methods.size())) {
        best = appended(best, "methods", method, leftOut);
      }
    }
    best = settled(best, pace);
    for (JsonNode analyzer : analyzers(wishes, best)) {
      if (wishes.analyzers().isEmpty()) {
        best = appended(best, "analyzers", analyzer, leftOut);
      } else {
        Tried tried = tried(append(best, "analyzers", analyzer));
        if (!tried.findings().isEmpty()) {
          throw new InvalidExperimentException(tried.findings());
        }
        best = tried.node();
      }
    }
    return new Draft(text(best), List.copyOf(leftOut));
  }

  /** The same, as long and with as many walkers as let it say something of steady states. */
  private JsonNode settled(JsonNode experiment, Pace pace) {
    Problem problem = ExperimentReader.read(experiment.toString(), List.of(), plugins).problem();
    if (problem.dim() > MOST_JUDGED) {
      return experiment;
    }
    Optional<Double> time = Relaxation.time(problem);
    if (time.isEmpty()) {
      return experiment;
    }
    Pace longer = pace.relaxing(time.get(), problem.dim());
    List<JsonNode> methods =
        experiment.get("methods").orElseThrow().elements().stream()
            .map(
                m ->
                    m.get("walkers").isPresent()
                        ? m.with("walkers", JsonNode.integer(longer.walkers()))
                        : m)
            .toList();
    JsonNode settled =
        experiment(
            experiment.get("problem").orElseThrow().with("horizon", number(longer.horizon())),
            methods,
            List.of());
    Tried tried = tried(settled);
    return tried.findings().isEmpty() ? tried.node() : experiment;
  }

  private void check(Kind kind, List<String> names) {
    for (String name : names) {
      if (!plugins.ids(kind).contains(name)) {
        throw refused(
            "there is no "
                + kind.label()
                + " "
                + name
                + Suggestions.nearest(name, plugins.ids(kind))
                    .map(n -> "; did you mean " + n + "?")
                    .orElse("")
                + "; installed: "
                + String.join(", ", plugins.ids(kind)));
      }
    }
  }

  private static InvalidExperimentException refused(String why) {
    return new InvalidExperimentException(List.of(new Finding("", why)));
  }

  /** What is installed of a kind, the usual ones first. */
  private List<String> ordered(Kind kind, List<String> usual) {
    Set<String> names = new LinkedHashSet<>(usual);
    names.retainAll(plugins.ids(kind));
    names.addAll(plugins.ids(kind));
    return List.copyOf(names);
  }

  @SuppressWarnings("unchecked") // the kind says what the plugin makes
  private Pace pace(String landscape) {
    JsonNode node = example(Kind.LANDSCAPE, landscape);
    try {
      Ref<Landscape> ref =
          (Ref<Landscape>) (Ref<?>) describer.reference(Kind.LANDSCAPE, landscape).orElseThrow();
      return Pace.on(Assemblies.of(plugins).landscape(ref));
    } catch (RuntimeException e) {
      throw refused("landscape " + node + ": " + e.getMessage());
    }
  }

  /** A plugin as its example has it, every default filled in. */
  private JsonNode example(Kind kind, String id) {
    return describer
        .reference(kind, id)
        .map(RecordWriter::write)
        .orElseThrow(
            () ->
                refused(
                    "the "
                        + kind.label()
                        + " "
                        + id
                        + " needs parameters that only you can give; see thalweg describe "
                        + id));
  }

  private List<JsonNode> methods(Wishes wishes, Pace pace) {
    List<String> schemes =
        wishes.integrators().isEmpty()
            ? ordered(Kind.INTEGRATOR, INTEGRATORS).subList(0, wishes.methods().isEmpty() ? 2 : 1)
            : wishes.integrators();
    List<String> types = new ArrayList<>(wishes.methods());
    if (types.isEmpty() || !wishes.integrators().isEmpty() && !types.contains(ENSEMBLE)) {
      types.add(0, ENSEMBLE);
    }
    if (wishes.methods().isEmpty() && wishes.integrators().isEmpty()) {
      types.add(DENSITY);
    }
    List<JsonNode> methods = new ArrayList<>();
    for (String type : types) {
      if (!plugins.ids(Kind.METHOD).contains(type)) {
        continue;
      }
      JsonNode method = example(Kind.METHOD, type);
      if (type.equals(ENSEMBLE)) {
        for (String scheme : schemes) {
          methods.add(
              identified(scheme, method)
                  .with("integrator", stepped(example(Kind.INTEGRATOR, scheme), pace))
                  .with("walkers", JsonNode.integer(pace.walkers())));
        }
      } else {
        methods.add(identified(type, method));
      }
    }
    return methods;
  }

  private static JsonNode identified(String id, JsonNode method) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    members.put("id", JsonNode.string(id));
    method.keys().forEach(key -> members.put(key, method.get(key).orElseThrow()));
    return JsonNode.object(members);
  }

  /** A scheme whose step does not follow the learning rate by itself takes a stable one. */
  private static JsonNode stepped(JsonNode integrator, Pace pace) {
    return integrator
        .get("step")
        .filter(step -> step.type() == JsonNode.Type.NUMBER)
        .map(step -> integrator.with("step", number(pace.learningRate())))
        .orElse(integrator);
  }

  private List<JsonNode> analyzers(Wishes wishes, JsonNode experiment) {
    List<JsonNode> ids =
        experiment.get("methods").orElseThrow().elements().stream()
            .map(m -> m.get("id").orElseThrow())
            .toList();
    List<JsonNode> analyzers = new ArrayList<>();
    for (String type : wishes.analyzers().isEmpty() ? ANALYZERS : wishes.analyzers()) {
      if (!plugins.ids(Kind.ANALYZER).contains(type)
          || wishes.analyzers().isEmpty() && type.equals("verdict") && ids.size() < 2) {
        continue;
      }
      JsonNode analyzer = example(Kind.ANALYZER, type);
      // Analyzers that compare methods name them.
      analyzers.add(
          analyzer.get("of").isPresent() ? analyzer.with("of", JsonNode.array(ids)) : analyzer);
    }
    return analyzers;
  }

  /** Problems with the landscape, the likeliest first. */
  private List<JsonNode> problems(Wishes wishes, String landscape, Pace pace) {
    List<String> noises = wishes.noise().map(List::of).orElseGet(() -> ordered(Kind.NOISE, NOISES));
    List<String> starts = wishes.start().map(List::of).orElseGet(() -> ordered(Kind.START, STARTS));
    int dim = dimension(landscape);
    List<JsonNode> problems = new ArrayList<>();
    for (String noise : noises) {
      for (JsonNode domain : domains(dim, LANDSCAPES.contains(landscape) ? VALLEY_BOXES : BOXES)) {
        for (String start : starts) {
          if (describer.reference(Kind.START, start).isEmpty()
              || describer.reference(Kind.NOISE, noise).isEmpty()) {
            continue;
          }
          problems.add(
              JsonNode.object()
                  .with("landscape", example(Kind.LANDSCAPE, landscape))
                  .with("noise", example(Kind.NOISE, noise))
                  .with("learningRate", number(pace.learningRate()))
                  .with("batch", JsonNode.integer(1))
                  .with("start", example(Kind.START, start))
                  .with("domain", domain)
                  .with("horizon", number(pace.horizon())));
        }
      }
    }
    if (problems.isEmpty()) {
      wishes.noise().ifPresent(noise -> example(Kind.NOISE, noise));
      wishes.start().ifPresent(start -> example(Kind.START, start));
      throw refused("no noise or start is installed");
    }
    return problems;
  }

  @SuppressWarnings("unchecked") // the kind says what the plugin makes
  private int dimension(String landscape) {
    Ref<Landscape> ref =
        (Ref<Landscape>) (Ref<?>) describer.reference(Kind.LANDSCAPE, landscape).orElseThrow();
    return Assemblies.of(plugins).landscape(ref).dim();
  }

  /** Boxes for densities where there can be any, then none. */
  private static List<JsonNode> domains(int dim, double[] boxes) {
    List<JsonNode> domains = new ArrayList<>();
    if (dim <= 2) {
      for (double half : boxes) {
        List<JsonNode> axes = new ArrayList<>();
        for (int a = 0; a < dim; a++) {
          axes.add(
              JsonNode.object()
                  .with("from", JsonNode.number(-half))
                  .with("to", JsonNode.number(half))
                  .with("edge", JsonNode.string("reflecting")));
        }
        domains.add(JsonNode.array(axes));
      }
    }
    domains.add(JsonNode.array(List.of()));
    return domains;
  }

  private static JsonNode experiment(
      JsonNode problem, List<JsonNode> methods, List<JsonNode> analyzers) {
    BigDecimal horizon = new BigDecimal(problem.get("horizon").orElseThrow().text());
    return JsonNode.object()
        .with("thalweg", JsonNode.integer(Experiment.FORMAT))
        .with("problem", problem)
        .with("methods", JsonNode.array(methods))
        .with("analyzers", JsonNode.array(analyzers))
        .with(
            "save", JsonNode.object().with("every", number(horizon.divide(BigDecimal.valueOf(20)))))
        .with("seed", JsonNode.string("1"));
  }

  private static JsonNode number(BigDecimal value) {
    return JsonNode.number(value.doubleValue());
  }

  private JsonNode appended(
      JsonNode experiment, String list, JsonNode element, List<String> leftOut) {
    Tried tried = tried(append(experiment, list, element));
    if (tried.findings().isEmpty()) {
      return tried.node();
    }
    String name = element.get("id").or(() -> element.get(TYPE)).map(JsonNode::text).orElse("");
    leftOut.add(name + ": " + tried.findings().get(0).message());
    return experiment;
  }

  private static JsonNode append(JsonNode experiment, String list, JsonNode element) {
    List<JsonNode> elements = new ArrayList<>(experiment.get(list).orElseThrow().elements());
    elements.add(element);
    return experiment.with(list, JsonNode.array(elements));
  }

  /** An experiment with what is wrong with it. */
  private record Tried(JsonNode node, List<Finding> findings) {}

  private Tried tried(JsonNode candidate) {
    try {
      ExperimentReader.read(candidate.toString(), List.of(), plugins);
      return new Tried(candidate, List.of());
    } catch (InvalidExperimentException e) {
      return new Tried(candidate, e.findings());
    }
  }

  private String text(JsonNode experiment) {
    Map<String, String> docs = new HashMap<>();
    for (PluginEntry e : plugins.entries()) {
      String formula = e.formula().isEmpty() ? "" : ": " + e.formula();
      docs.put(e.kind() + " " + e.id(), e.doc() + formula);
    }
    Assembled assembled = ExperimentReader.read(experiment.toString(), List.of(), plugins);
    String body =
        CommentedJson.write(
            assembled.experiment(),
            Set.of("numerics"),
            (kind, id) -> docs.getOrDefault(kind + " " + id, ""));
    return "// An experiment for Thalweg: thalweg explain FILE, then thalweg run FILE.\n"
        + "// thalweg list shows what else each \"type\" may be, thalweg describe NAME what it"
        + " means.\n"
        + checked(body, assembled);
  }

  /** What is handed out has been read as whoever gets it will read it. */
  private String checked(String text, Assembled meant) {
    Assembled read =
        ExperimentReader.read(
            JsonText.readWithComments(text).orThrow().toString(), List.of(), plugins);
    if (!read.resolved().equals(meant.resolved())) {
      throw new IllegalStateException("the draft reads back as something else");
    }
    return text;
  }
}
