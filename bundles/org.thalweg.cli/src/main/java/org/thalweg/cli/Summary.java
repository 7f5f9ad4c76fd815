package org.thalweg.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.thalweg.api.analysis.Judgement;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.method.MethodResult.Fact;
import org.thalweg.engine.run.RunOutcome;
import org.thalweg.engine.run.RunOutcome.AnalyzerOutcome;
import org.thalweg.engine.run.RunOutcome.MethodOutcome;

/** What a run came to, as text: the methods, the short tables, the verdict. */
final class Summary {
  /** Tables with more rows are for files. */
  private static final int LONGEST_TABLE = 16;

  private static final int WIDEST_TABLE = 9;

  private final PrintStream out;

  Summary(PrintStream out) {
    this.out = out;
  }

  void print(RunOutcome outcome) {
    for (MethodOutcome m : outcome.methods()) {
      out.println(method(m));
    }
    for (AnalyzerOutcome a : outcome.analyzers()) {
      for (Table table : a.report().tables()) {
        if (table.rows() <= LONGEST_TABLE && table.columns().size() <= WIDEST_TABLE) {
          print(table);
        }
      }
    }
    List<Judgement> judgements =
        outcome.analyzers().stream().flatMap(a -> a.report().judgements().stream()).toList();
    if (!judgements.isEmpty()) {
      verdict(judgements);
    }
  }

  private static String method(MethodOutcome m) {
    Dynamics d = m.info().dynamics();
    String what =
        switch (d.kind()) {
          case DISCRETE_SGD -> "discrete SGD, learning rate " + TextTable.number(d.step());
          case LANGEVIN -> "Langevin, step " + TextTable.number(d.step());
          case UNDERDAMPED_LANGEVIN -> "underdamped Langevin, step " + TextTable.number(d.step());
          case FOKKER_PLANCK -> "Fokker-Planck";
        };
    String facts =
        m.facts().stream()
            .filter(f -> !Double.isNaN(f.value()))
            .map(Summary::fact)
            .collect(Collectors.joining(", "));
    String ending =
        m.failure().map(f -> "FAILED: " + f.getMessage()).orElse(facts.isEmpty() ? "" : facts);
    return String.format(
        Locale.ROOT, "%s (%s; %.1f s): %s", m.info().id(), what, m.seconds(), ending);
  }

  private static String fact(Fact f) {
    return f.name().replace('-', ' ')
        + " "
        + TextTable.number(f.value())
        + (f.unit().isEmpty() ? "" : " " + f.unit());
  }

  private void print(Table table) {
    out.println();
    out.println(table.title());
    TextTable text =
        new TextTable(
            table.columns().stream()
                .map(
                    c ->
                        c instanceof Table.Numbers n && !n.unit().isEmpty()
                            ? c.name() + " [" + n.unit() + "]"
                            : c.name())
                .toList());
    for (int r = 0; r < table.rows(); r++) {
      List<String> cells = new ArrayList<>();
      for (Table.Column c : table.columns()) {
        cells.add(cell(c, r));
      }
      text.row(cells);
    }
    text.lines().forEach(line -> out.println("  " + line));
  }

  private static String cell(Table.Column column, int row) {
    if (column instanceof Table.Numbers n) {
      return TextTable.number(n.values()[row]);
    }
    if (column instanceof Table.Counts c) {
      return Long.toString(c.values()[row]);
    }
    return ((Table.Words) column).values().get(row);
  }

  private void verdict(List<Judgement> judgements) {
    out.println();
    out.println("Verdict");
    TextTable text =
        new TextTable(
            List.of("quantity", "method", "against", "value", "expected", "error", "outcome"));
    for (Judgement j : judgements) {
      text.row(
          List.of(
              j.quantity(),
              j.left(),
              j.right(),
              TextTable.number(j.value()),
              TextTable.number(j.expected()),
              TextTable.number(j.standardError()),
              words(j.outcome())));
    }
    text.lines().forEach(line -> out.println("  " + line));
    for (Judgement j : judgements) {
      if (j.outcome() != Judgement.Outcome.AGREE) {
        out.println(
            "  "
                + j.quantity()
                + ", "
                + j.left()
                + " against "
                + j.right()
                + ": "
                + j.explanation());
      }
    }
    String counts =
        Arrays.stream(Judgement.Outcome.values())
            .filter(o -> judgements.stream().anyMatch(j -> j.outcome() == o))
            .map(o -> judgements.stream().filter(j -> j.outcome() == o).count() + " " + words(o))
            .collect(Collectors.joining(", "));
    out.println("  " + counts);
  }

  private static String words(Judgement.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
