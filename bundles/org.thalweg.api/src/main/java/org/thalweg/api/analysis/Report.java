package org.thalweg.api.analysis;

import java.util.List;

/**
 * What an analyzer reports.
 *
 * @param tables the tables
 * @param figures the figures, as data to be drawn
 * @param arrays the arrays
 * @param judgements the judgements
 * @param results the few numbers that a sweep puts into its table
 */
public record Report(
    List<Table> tables,
    List<Figure> figures,
    List<NamedArray> arrays,
    List<Judgement> judgements,
    List<Result> results) {
  /** Nothing to report. */
  public static final Report EMPTY = new Report(List.of(), List.of(), List.of(), List.of());

  /**
   * A report without results.
   *
   * @param tables the tables
   * @param figures the figures
   * @param arrays the arrays
   * @param judgements the judgements
   */
  public Report(
      List<Table> tables,
      List<Figure> figures,
      List<NamedArray> arrays,
      List<Judgement> judgements) {
    this(tables, figures, arrays, judgements, List.of());
  }

  /**
   * A report of tables alone.
   *
   * @param tables the tables
   * @return the report
   */
  public static Report of(Table... tables) {
    return new Report(List.of(tables), List.of(), List.of(), List.of());
  }

  /**
   * The same report with results.
   *
   * @param numbers the results
   * @return a new report
   */
  public Report with(List<Result> numbers) {
    return new Report(tables, figures, arrays, judgements, List.copyOf(numbers));
  }
}
