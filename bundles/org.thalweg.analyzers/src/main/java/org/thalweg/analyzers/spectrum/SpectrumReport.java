package org.thalweg.analyzers.spectrum;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.analyzers.marginal.Theory;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.analyzers.report.Columns;
import org.thalweg.analyzers.report.Results;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.analysis.RelaxationMode;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.problem.Problem;

/** Tables, figures, arrays and results of the modes of all densities. */
final class SpectrumReport {
  private static final String RATE = "1/time";

  private final Problem problem;
  private final List<Theory> theories;
  private final int shown;

  SpectrumReport(Problem problem, List<Prediction> predictions, int shown) {
    this.problem = problem;
    this.shown = shown;
    this.theories =
        predictions.stream()
            .filter(q -> q.quantity() == Quantity.SPECTRAL_GAP)
            .map(q -> new Theory(q, problem))
            .filter(t -> t.objection().isEmpty())
            .filter(t -> t.prediction().objection(problem, new Question.Whole()).isEmpty())
            .toList();
  }

  Report of(List<Observed> observed) {
    List<Seen> all = new ArrayList<>();
    for (Observed o : observed) {
      TimedObserver<SpectrumData> seen = TimedObserver.of(o);
      if (seen.size() > 0) {
        all.add(new Seen(o.method(), seen.last()));
      }
    }
    if (all.isEmpty()) {
      return Report.EMPTY;
    }
    List<Table> tables = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    List<NamedArray> arrays = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    tables.add(gaps(all));
    if (all.stream().anyMatch(s -> s.data().size() > 1)) {
      figures.add(SpectrumFigure.of(all, theories));
    }
    for (Seen s : all) {
      String id = s.method().id();
      if (s.data().size() > 0) {
        tables.add(modes(s));
        figures.addAll(new ModeFigures(id, s.data(), Math.min(shown, s.data().size() - 1)).all());
        arrays(id, s.data(), arrays);
      }
      if (s.data().leaks()) {
        results.add(Results.of("loss-rate", id, s.data().rate(0), RATE));
      }
      results.add(Results.of("spectral-gap", id, s.data().gap(), RATE));
    }
    return new Report(tables, figures, arrays, List.of()).with(results);
  }

  /**
   * A density and its modes.
   *
   * @param method the method that has it
   * @param data the modes
   */
  record Seen(MethodInfo method, SpectrumData data) {}

  private Table gaps(List<Seen> all) {
    record Row(Seen seen, Theory theory) {}
    List<Row> rows = new ArrayList<>();
    for (Seen s : all) {
      if (theories.isEmpty() || s.data().leaks()) {
        rows.add(new Row(s, null));
      } else {
        theories.forEach(t -> rows.add(new Row(s, t)));
      }
    }
    Columns c = new Columns(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      SpectrumData data = rows.get(i).seen().data();
      Theory theory = rows.get(i).theory();
      c.words("method", i, rows.get(i).seen().method().id());
      c.put("gap", RATE, i, data.gap());
      c.put("relaxation_time", "time", i, 1 / data.gap().value());
      if (data.leaks()) {
        c.put("loss_rate", RATE, i, data.rate(0));
      }
      if (theory != null) {
        Estimate expected = theory.at(Theory.CONTINUOUS, new Question.Whole())[0];
        c.words("prediction", i, theory.id());
        c.put("predicted", RATE, i, expected);
        c.put("ratio", "", i, data.gap().value() / expected.value());
      }
      if (!data.failure().isEmpty()) {
        c.words("note", i, data.failure());
      }
    }
    return c.table("spectral-gap", "Spectral gaps of densities, extrapolated from two grids")
        .asHeadline();
  }

  private static Table modes(Seen s) {
    SpectrumData data = s.data();
    Columns c = new Columns(data.size());
    for (int i = 0; i < data.size(); i++) {
      RelaxationMode mode = data.mode(i);
      Estimate rate = data.rate(i);
      c.count("mode", i, i);
      c.put("rate", RATE, i, rate);
      c.put("frequency", "rad/time", i, data.frequency(i));
      c.put("time_scale", "time", i, 1 / rate.value());
      c.put("time_scale_error", "time", i, rate.error() / rate.value() / rate.value());
      c.put("residual", "", i, mode.residual());
    }
    String id = s.method().id();
    return c.table("spectrum-" + id, "Slowest modes of " + id + ", extrapolated from two grids");
  }

  private void arrays(String id, SpectrumData data, List<NamedArray> arrays) {
    String cells = ": mode, then the cell of the finer grid axis by axis";
    arrays.add(
        array("right-modes-" + id, data, RelaxationMode::right, "right modes, densities" + cells));
    arrays.add(
        array(
            "left-modes-" + id, data, RelaxationMode::left, "left modes, eigenfunctions" + cells));
    if (data.turns()) {
      arrays.add(
          array(
              "right-modes-imaginary-" + id,
              data,
              RelaxationMode::rightImaginary,
              "imaginary parts of the right modes" + cells));
      arrays.add(
          array(
              "left-modes-imaginary-" + id,
              data,
              RelaxationMode::leftImaginary,
              "imaginary parts of the left modes" + cells));
    }
  }

  /** One side of all modes; a part that a mode does not have is zero. */
  private NamedArray array(
      String name,
      SpectrumData data,
      java.util.function.Function<RelaxationMode, double[]> side,
      String meaning) {
    int[] shape = new int[problem.dim() + 1];
    shape[0] = data.size();
    int cells = 1;
    for (int a = 0; a < problem.dim(); a++) {
      shape[a + 1] = data.axes().get(a).cells();
      cells *= shape[a + 1];
    }
    double[] values = new double[shape[0] * cells];
    for (int i = 0; i < shape[0]; i++) {
      double[] of = side.apply(data.mode(i));
      System.arraycopy(of, 0, values, i * cells, of.length);
    }
    return new NamedArray(name, shape, values, meaning);
  }
}
