package org.thalweg.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.thalweg.bench.BenchOptions;
import org.thalweg.bench.Machine;
import org.thalweg.bench.Measurement;
import org.thalweg.bench.MethodTimes;
import org.thalweg.bench.Shares;
import org.thalweg.bench.Work;

/** Shows measurements as a table that fits a terminal of a hundred columns. */
final class BenchTable {
  private static final List<String> HEADER =
      List.of(
          "workload",
          "method",
          "median",
          "min",
          "first",
          "rate",
          "draw",
          "drift",
          "noise",
          "observe",
          "rest");
  private static final List<String> SMALL = List.of(" s", " ms", " us", " ns");
  private static final List<String> LARGE = List.of("", " k", " M", " G");

  private static final int DIGITS = 3;

  private final PrintStream out;

  BenchTable(PrintStream out) {
    this.out = out;
  }

  void print(Machine machine, BenchOptions options, List<Measurement> measurements) {
    Set<String> paths = new LinkedHashSet<>();
    measurements.forEach(m -> paths.add(m.path()));
    out.println(machine.processor() + ", processors: " + machine.processors());
    out.println(machine.jvm());
    out.println(
        "path: "
            + String.join(", then ", paths)
            + "; threads: "
            + options.threads()
            + "; timed runs: "
            + options.repeat());
    out.println();
    TextTable table = new TextTable(HEADER);
    Set<Work.Unit> units = new TreeSet<>();
    for (Measurement m : measurements) {
      for (MethodTimes times : m.methods()) {
        units.add(times.work().unit());
        table.row(row(m.name(), times));
      }
    }
    table.lines().forEach(out::println);
    out.println();
    for (Work.Unit unit : units) {
      out.println(legend(unit));
    }
    if (options.shares() && units.contains(Work.Unit.WALKER_STEP)) {
      out.println("draw ... rest: shares of the time of an ensemble on one thread");
    }
  }

  private static String legend(Work.Unit unit) {
    return switch (unit) {
      case WALKER_STEP -> "ensembles: time per walker-step, walker-steps per second";
      case CELL_STEP -> "densities: time of a run, cell-steps of its finest grid per second";
      case RUN -> "others: time of a run, runs per second";
    };
  }

  private static List<String> row(String name, MethodTimes m) {
    double per = m.work().unit() == Work.Unit.WALKER_STEP ? m.work().count() : 1;
    List<String> row = new ArrayList<>();
    row.add(name);
    row.add(m.id());
    row.add(time(m.median() / per));
    row.add(time(m.minimum() / per));
    row.add(time(m.first() / per));
    row.add(rate(m.rate()));
    if (m.shares().isEmpty()) {
      row.addAll(List.of("-", "-", "-", "-", "-"));
      return row;
    }
    Shares s = m.shares().get();
    row.add(percent(s.drawing()));
    row.add(percent(s.drift()));
    row.add(percent(s.noise()));
    row.add(percent(s.observing()));
    row.add(percent(s.rest()));
    return row;
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent() ? percent(share.getAsDouble()) : "-";
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  /** A time with three digits. */
  static String time(double seconds) {
    int unit = 0;
    double scaled = seconds;
    while (scaled < 0.9995 && unit < SMALL.size() - 1) {
      scaled *= 1000;
      unit++;
    }
    return digits(scaled) + SMALL.get(unit);
  }

  /** A rate with three digits. */
  static String rate(double perSecond) {
    int unit = 0;
    double scaled = perSecond;
    while (scaled >= 999.5 && unit < LARGE.size() - 1) {
      scaled /= 1000;
      unit++;
    }
    return digits(scaled) + LARGE.get(unit) + "/s";
  }

  private static String digits(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
    int whole = rounded.precision() - rounded.scale();
    return rounded.setScale(Math.max(0, DIGITS - whole)).toPlainString();
  }
}
