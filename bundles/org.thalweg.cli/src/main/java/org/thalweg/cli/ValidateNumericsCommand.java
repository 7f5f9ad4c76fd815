package org.thalweg.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.thalweg.engine.catalogue.Catalogue;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;
import org.thalweg.validation.Outcome;
import org.thalweg.validation.Validation;
import org.thalweg.validation.ValidationCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code thalweg validate-numerics}: compares what the methods compute with known numbers. */
@Command(
    name = "validate-numerics",
    description = "Runs cases whose outcome is known, and says which numbers hold.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 no number is wrong, 3 some are, 130 interrupted.",
      "",
      "Examples:",
      "  thalweg validate-numerics",
      "  thalweg validate-numerics --case momentum-0.9 --json"
    })
final class ValidateNumericsCommand implements Callable<Integer> {
  private final Catalogue catalogue;
  private final ExperimentRunner runner;

  @Option(
      names = "--case",
      paramLabel = "NAME",
      description = "runs this case; repeatable; all by default")
  private List<String> names = new ArrayList<>();

  @Option(names = "--list", description = "lists the cases and runs nothing")
  private boolean list;

  @Option(names = "--json", description = "prints one JSON document instead of a table")
  private boolean json;

  @Option(names = "--quiet", description = "shows no progress")
  private boolean quiet;

  ValidateNumericsCommand(Catalogue catalogue, ExperimentRunner runner) {
    this.catalogue = catalogue;
    this.runner = runner;
  }

  @Override
  public Integer call() {
    List<ValidationCase> cases = chosen();
    if (list) {
      TextTable table = new TextTable(List.of("case", "what it is", "source"));
      cases.forEach(c -> table.row(List.of(c.name(), c.title(), c.source())));
      table.lines().forEach(System.out::println);
      return ExitCode.OK;
    }
    List<Outcome> outcomes = new ArrayList<>();
    try (Interruption interruption = new Interruption()) {
      Validation validation =
          new Validation(
              runner,
              catalogue.snapshot(),
              Runtime.getRuntime().availableProcessors(),
              interruption::requested);
      for (ValidationCase c : cases) {
        if (!quiet) {
          System.err.println(c.name() + ": " + c.title());
        }
        outcomes.addAll(validation.run(c));
      }
    } catch (InterruptedException e) {
      throw new UserError(ExitCode.INTERRUPTED, "interrupted; nothing was kept");
    }
    if (json) {
      System.out.print(
          JsonText.write(
              JsonNode.array(outcomes.stream().map(ValidateNumericsCommand::row).toList())));
    } else {
      print(outcomes);
    }
    return outcomes.stream().anyMatch(o -> o.verdict() == Outcome.Verdict.FAIL)
        ? ExitCode.INCOMPLETE
        : ExitCode.OK;
  }

  private List<ValidationCase> chosen() {
    List<ValidationCase> all = ValidationCase.all();
    for (String name : names) {
      if (all.stream().noneMatch(c -> c.name().equals(name))) {
        throw new UserError(
            ExitCode.USAGE,
            "there is no case "
                + name
                + "; cases: "
                + String.join(", ", all.stream().map(ValidationCase::name).toList()));
      }
    }
    return names.isEmpty() ? all : all.stream().filter(c -> names.contains(c.name())).toList();
  }

  private static void print(List<Outcome> outcomes) {
    TextTable table =
        new TextTable(
            List.of(
                "case",
                "method",
                "quantity",
                "expected",
                "measured",
                "own error",
                "difference",
                "tolerance",
                "outcome"));
    for (Outcome o : outcomes) {
      table.row(
          List.of(
              o.subject().name(),
              o.check().method(),
              o.check().quantity(),
              TextTable.number(o.check().expected()),
              TextTable.number(o.measured()),
              TextTable.number(o.error(), 2),
              TextTable.number(o.measured() - o.check().expected(), 2),
              TextTable.number(o.check().tolerance(), 2),
              word(o)));
    }
    table.lines().forEach(System.out::println);
  }

  private static JsonNode row(Outcome o) {
    return JsonNode.object()
        .with("case", JsonNode.string(o.subject().name()))
        .with("source", JsonNode.string(o.subject().source()))
        .with("method", JsonNode.string(o.check().method()))
        .with("quantity", JsonNode.string(o.check().quantity()))
        .with("expected", JsonNode.number(o.check().expected()))
        .with("measured", TextTable.json(o.measured()))
        .with("error", TextTable.json(o.error()))
        .with("tolerance", JsonNode.number(o.check().tolerance()))
        .with("outcome", JsonNode.string(word(o)));
  }

  private static String word(Outcome o) {
    return o.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
