package org.thalweg.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.osgi.framework.BundleContext;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.engine.predict.Answer;
import org.thalweg.engine.predict.Foreteller;
import org.thalweg.engine.predict.Foretold;
import org.thalweg.engine.sweep.Surroundings;
import org.thalweg.engine.sweep.Sweep;
import org.thalweg.engine.sweep.SweepReader;
import org.thalweg.params.Checked;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code thalweg predict}: what the closed forms say of an experiment. */
@Command(
    name = "predict",
    description = "Evaluates the predictions that hold for an experiment; does not run it.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A value stands with the prediction's own error, which may depend on the method.",
      "",
      "Examples:",
      "  thalweg predict flat-valley",
      "  thalweg predict flat-valley --set problem.noise.kappa=8 --at 0,0.5,1",
      "  thalweg predict passage --json"
    })
final class PredictCommand implements Callable<Integer> {
  private final BundleContext context;
  private final Catalogue catalogue;
  private final BooleanSupplier verbose;

  @Parameters(
      index = "0",
      paramLabel = "EXPERIMENT",
      description = "a file or an example's name",
      completionCandidates = Names.Examples.class)
  private String experiment;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "replaces a value of the file, for example problem.noise.kappa=8; repeatable")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--at",
      paramLabel = "X",
      split = ",",
      description = "places along axis 0 for curves; five of the domain by default")
  private List<Double> places = new ArrayList<>();

  @Option(names = "--json", description = "prints one JSON document")
  private boolean json;

  PredictCommand(BundleContext context, Catalogue catalogue, BooleanSupplier verbose) {
    this.context = context;
    this.catalogue = catalogue;
    this.verbose = verbose;
  }

  @Override
  public Integer call() {
    for (double x : places) {
      if (!Double.isFinite(x)) {
        throw new UserError(ExitCode.USAGE, "--at " + x + ": give finite numbers");
      }
    }
    ExperimentFile file = ExperimentFile.find(experiment, context);
    Snapshot plugins = catalogue.snapshot();
    Assembled assembled = assembled(file, plugins);
    long begin = System.nanoTime();
    List<Foretold> all = Foreteller.foretell(assembled, plugins, places);
    if (verbose.getAsBoolean()) {
      System.err.printf("predictions took %.1f ms%n", (System.nanoTime() - begin) / 1e6);
    }
    if (json) {
      System.out.print(JsonText.write(JsonNode.array(all.stream().map(this::node).toList())));
    } else {
      print(all);
    }
    return ExitCode.OK;
  }

  /** The experiment, of a sweep the first point. */
  private Assembled assembled(ExperimentFile file, Snapshot plugins) {
    List<Map.Entry<String, String>> set = List.copyOf(settings.entrySet());
    Checked<JsonNode> tree = ExperimentReader.tree(file.text(), set);
    Optional<Sweep> sweep =
        SweepReader.read(
            tree, List.of(), OptionalInt.empty(), new Surroundings(file.folder(), plugins));
    if (sweep.isEmpty()) {
      return ExperimentReader.read(file.text(), set, file.folder(), plugins);
    }
    System.err.println(
        "a sweep of "
            + sweep.get().gridPoints()
            + " points: these are the predictions for its first; --set chooses values");
    return ExperimentReader.read(sweep.get().experiment(0), List.of(), file.folder(), plugins);
  }

  private JsonNode node(Foretold one) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    members.put("prediction", JsonNode.string(one.prediction()));
    members.put("quantity", JsonNode.string(one.quantity().label()));
    members.put("unit", JsonNode.string(one.quantity().unit()));
    one.objection().ifPresent(why -> members.put("objection", JsonNode.string(why)));
    members.put("answers", JsonNode.array(one.answers().stream().map(this::node).toList()));
    members.put(
        "unanswered", JsonNode.array(one.unanswered().stream().map(JsonNode::string).toList()));
    return JsonNode.object(members);
  }

  private JsonNode node(Answer answer) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    members.put("where", JsonNode.string(answer.where()));
    members.put(
        "methods", JsonNode.array(answer.methods().stream().map(JsonNode::string).toList()));
    members.put("value", TextTable.json(answer.estimate().value()));
    members.put("error", TextTable.json(answer.estimate().error()));
    return JsonNode.object(members);
  }

  private void print(List<Foretold> all) {
    TextTable table = new TextTable(List.of("prediction", "quantity", "where", "for", "value"));
    for (Foretold one : all) {
      String unit = one.quantity().unit().isEmpty() ? "" : " [" + one.quantity().unit() + "]";
      for (Answer a : one.answers()) {
        table.row(
            List.of(
                one.prediction(),
                one.quantity().label() + unit,
                a.where(),
                a.methods().isEmpty() ? "all" : String.join(", ", a.methods()),
                TextTable.measured(a.estimate().value(), a.estimate().error())));
      }
    }
    Page page = Page.ofTerminal();
    if (all.stream().anyMatch(one -> !one.answers().isEmpty())) {
      table.lines().forEach(page::line);
    } else {
      page.line("No prediction answers anything about this experiment.");
    }
    others(page, "hold, but do not answer", all, one -> !one.unanswered().isEmpty());
    others(page, "hold, but nothing asks them", all, PredictCommand::idle);
    others(page, "do not hold here", all, one -> one.objection().isPresent());
    page.lines().forEach(System.out::println);
  }

  private static boolean idle(Foretold one) {
    return one.objection().isEmpty() && one.answers().isEmpty() && one.unanswered().isEmpty();
  }

  private static void others(
      Page page, String title, List<Foretold> all, Predicate<Foretold> which) {
    List<Foretold> chosen = all.stream().filter(which).toList();
    if (chosen.isEmpty()) {
      return;
    }
    page.gap();
    page.line(title);
    for (Foretold one : chosen) {
      String why =
          one.objection()
              .orElseGet(
                  () ->
                      one.unanswered().isEmpty()
                          ? one.quantity().label() + " needs an analyzer that asks for it"
                          : String.join("; ", one.unanswered()));
      page.hanging(2, 6, one.prediction() + ": " + why);
    }
  }
}
