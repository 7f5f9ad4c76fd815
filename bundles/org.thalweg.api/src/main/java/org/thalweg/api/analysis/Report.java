package org.thalweg.api.analysis;

import java.util.List;

/**
 * What an analyzer reports.
 *
 * @param tables the tables
 * @param figures the figures, as data to be drawn
 * @param arrays the arrays
 * @param judgements the judgements
 */
public record Report(
    List<Table> tables, List<Figure> figures, List<NamedArray> arrays, List<Judgement> judgements) {
  /** Nothing to report. */
  public static final Report EMPTY = new Report(List.of(), List.of(), List.of(), List.of());

  /**
   * A report of tables alone.
   *
   * @param tables the tables
   * @return the report
   */
  public static Report of(Table... tables) {
    return new Report(List.of(tables), List.of(), List.of(), List.of());
  }
}
