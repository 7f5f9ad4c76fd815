package org.thalweg.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  /** The end of the name of a column that holds the errors of the one before it. */
  private static final String ERROR = "_error";

  private final PrintStream out;
  private final boolean colour;

  /**
   * A summary.
   *
   * @param out where it goes
   * @param colour whether the outcomes of the verdict have colours
   */
  Summary(PrintStream out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  void print(RunOutcome outcome) {
    for (MethodOutcome m : outcome.methods()) {
      out.println(method(m));
    }
    for (AnalyzerOutcome a : outcome.analyzers()) {
      for (Table table : a.report().tables()) {
        if (table.headline() && table.rows() > 0) {
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
        m.failure()
            .map(
                f ->
                    f instanceof InterruptedException
                        ? "cancelled"
                        : "FAILED: " + RunOutcome.reason(f))
            .orElse(m.facts().isEmpty() ? "not started" : facts);
    return String.format(
        Locale.ROOT, "%s (%s; %.1f s): %s", m.info().id(), what, m.seconds(), ending);
  }

  private static String fact(Fact f) {
    return f.name().replace('-', ' ')
        + " "
        + TextTable.number(f.value())
        + (f.unit().isEmpty() || f.name().contains(f.unit()) ? "" : " " + f.unit());
  }

  /** Prints a table; a value and its error stand in one column. */
  private void print(Table table) {
    out.println();
    out.println(table.title());
    List<Table.Column> shown = new ArrayList<>();
    Map<Table.Column, Table.Column> errors = new IdentityHashMap<>();
    for (Table.Column c : table.columns()) {
      Table.Column before = shown.isEmpty() ? null : shown.get(shown.size() - 1);
      if (before != null && c.name().equals(before.name() + ERROR)) {
        errors.put(before, c);
      } else {
        shown.add(c);
      }
    }
    TextTable text = new TextTable(shown.stream().map(Summary::heading).toList());
    for (int r = 0; r < table.rows(); r++) {
      List<String> cells = new ArrayList<>();
      for (Table.Column c : shown) {
        cells.add(errors.containsKey(c) ? measured(c, errors.get(c), r) : cell(c, r));
      }
      text.row(cells);
    }
    text.lines().forEach(line -> out.println("  " + line));
  }

  private static String heading(Table.Column c) {
    return c instanceof Table.Numbers n && !n.unit().isEmpty()
        ? c.name() + " [" + n.unit() + "]"
        : c.name();
  }

  private static String measured(Table.Column value, Table.Column error, int row) {
    return value instanceof Table.Numbers v && error instanceof Table.Numbers e
        ? TextTable.measured(v.values()[row], e.values()[row])
        : cell(value, row);
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
    List<String> lines = text.lines();
    out.println("  " + lines.get(0));
    for (int i = 0; i < judgements.size(); i++) {
      // the outcome ends its line, so that the colour does not shift a column
      Judgement.Outcome outcome = judgements.get(i).outcome();
      String line = lines.get(i + 1);
      int end = line.length() - words(outcome).length();
      out.println("  " + line.substring(0, end) + painted(words(outcome), outcome));
    }
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
            .map(
                o ->
                    painted(
                        judgements.stream().filter(j -> j.outcome() == o).count() + " " + words(o),
                        o))
            .collect(Collectors.joining(", "));
    out.println("  " + counts);
  }

  private String painted(String text, Judgement.Outcome outcome) {
    String code =
        switch (outcome) {
          case AGREE -> "32";
          case DIFFER -> "31";
          case CANNOT_TELL -> "33";
          default -> "";
        };
    return colour && !code.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  private static String words(Judgement.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
