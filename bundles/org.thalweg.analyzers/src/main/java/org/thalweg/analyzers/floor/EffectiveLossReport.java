package org.thalweg.analyzers.floor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.analyzers.marginal.AxisData;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.marginal.Theory;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.analyzers.report.Columns;
import org.thalweg.analyzers.report.Results;
import org.thalweg.analyzers.report.Roles;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.problem.Problem;

/** Tables and figures of L_SGD. */
final class EffectiveLossReport {
  private final Problem problem;
  private final Bins bins;
  private final List<Theory> theories;
  private final List<Double> places;
  private final double reference;

  EffectiveLossReport(
      Problem problem,
      Bins bins,
      List<Prediction> predictions,
      List<Double> places,
      double reference) {
    this.problem = problem;
    this.bins = bins;
    this.places = places;
    this.reference = reference;
    this.theories =
        predictions.stream()
            .filter(q -> q.quantity() == Quantity.EFFECTIVE_LOSS)
            .map(q -> new Theory(q, problem))
            .filter(t -> t.objection().isEmpty())
            .toList();
  }

  Report of(List<Observed> observed) {
    List<Table> tables = new ArrayList<>();
    List<Figure.Layer> againstX = new ArrayList<>();
    List<Figure.Layer> againstF = new ArrayList<>();
    theories.forEach(t -> drawTheory(t, againstX, againstF));
    for (Observed o : observed) {
      EffectiveLossCurve curve = curve(o);
      tables.add(table(o, curve));
      draw(o, curve, againstX, againstF);
    }
    FloorFamily.of(problem, bins).ifPresent(f -> tables.add(slopes(observed, f)));
    if (!places.isEmpty()) {
      tables.add(precise(observed));
    }
    Figure.Scale loss = new Figure.Scale("L_SGD", "loss");
    return new Report(
        tables,
        List.of(
            new Figure(
                "effective-loss-along-the-floor",
                "Effective loss along the floor",
                new Figure.Scale("x0", "theta", false, bins.from(), bins.to()),
                loss,
                againstX),
            new Figure(
                "effective-loss-against-flatness",
                "Effective loss against the flatness",
                new Figure.Scale("ln F", ""),
                loss,
                againstF),
            leftOver(observed)),
        List.of(),
        List.of(),
        FloorFamily.of(problem, bins).map(f -> results(observed, f)).orElse(List.of()));
  }

  private List<Result> results(List<Observed> observed, FloorFamily family) {
    List<Result> results = new ArrayList<>();
    for (Observed o : observed) {
      Estimate kappa = family.fit(TimedObserver.<AxisData>of(o).last().masses(bins)).estimate();
      String id = o.method().id();
      results.add(Results.of("slope", id, slope(curve(o).delta(), kappa), "loss"));
      results.add(Results.of("kappa-implied", id, kappa, ""));
    }
    return results;
  }

  private EffectiveLossCurve curve(Observed o) {
    AxisData last = TimedObserver.<AxisData>of(o).last();
    return new EffectiveLossCurve(problem, bins, o.method().dynamics(), last);
  }

  /** What shifts a method's curve, which is known up to a constant, onto the first prediction. */
  private double offset(Observed o, EffectiveLossCurve curve) {
    return curve.offset(theories.stream().findFirst().map(t -> values(along(t, o))));
  }

  private Estimate[] along(Theory t, Observed o) {
    return t.at(o.method().dynamics(), new Question.Along(bins.centres()));
  }

  /** The name of a prediction's column. */
  private static String column(String what, Theory t) {
    return what + "_" + t.id().replace('-', '_');
  }

  private static double[] values(Estimate[] estimates) {
    double[] out = new double[estimates.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = estimates[i].value();
    }
    return out;
  }

  private Table table(Observed o, EffectiveLossCurve curve) {
    Columns columns = new Columns(bins.count());
    double offset = offset(o, curve);
    for (int i = 0; i < bins.count(); i++) {
      Estimate l = curve.effectiveLoss(i);
      columns.put("x0", "theta", i, bins.centre(i));
      columns.put("ln_flatness", "", i, curve.logFlatness(i));
      columns.put("l_sgd", "loss", i, new Estimate(l.value() - offset, l.error()));
      columns.put("delta_ln_p", "", i, curve.leftOver(i, reference));
      columns.put("u_mean", "", i, curve.warmth(i));
    }
    for (Theory t : theories) {
      Estimate[] predicted = along(t, o);
      for (int i = 0; i < bins.count(); i++) {
        columns.put(column("predicted", t), "loss", i, predicted[i]);
      }
    }
    String id = o.method().id();
    return columns.table("effective-loss-" + id, "Effective loss along the floor from " + id);
  }

  private Table slopes(List<Observed> observed, FloorFamily family) {
    Columns columns = new Columns(observed.size());
    for (int row = 0; row < observed.size(); row++) {
      Observed o = observed.get(row);
      double delta = curve(o).delta();
      FloorFamily.Fit fit = family.fit(TimedObserver.<AxisData>of(o).last().masses(bins));
      columns.words("method", row, o.method().id());
      columns.put("time", "time", row, TimedObserver.<AxisData>of(o).time(0));
      columns.put("slope", "loss", row, slope(delta, fit.estimate()));
      columns.put("kappa_implied", "", row, fit.estimate());
      for (Theory t : theories) {
        FloorFamily.Fit expected = family.fit(t.masses(o.method().dynamics(), bins));
        columns.put(column("slope", t), "loss", row, slope(delta, expected.estimate()));
        columns.put(column("kappa", t), "", row, expected.estimate());
      }
    }
    return columns
        .table("effective-loss-slope", "Slope of L_SGD against ln F and the kappa that it implies")
        .asHeadline();
  }

  /** L_SGD = Delta (1 - kappa) (ln F - L0/Delta). */
  private static Estimate slope(double delta, Estimate kappa) {
    return new Estimate(delta * (1 - kappa.value()), delta * kappa.error());
  }

  private Table precise(List<Observed> observed) {
    List<Observed> densities = observed.stream().filter(o -> curve(o).smooth()).toList();
    Columns columns = new Columns(densities.size() * places.size());
    int row = 0;
    for (Observed o : densities) {
      EffectiveLossCurve curve = curve(o);
      for (double x : places) {
        columns.words("method", row, o.method().id());
        columns.put("x0", "theta", row, x);
        columns.put("delta_ln_p", "", row, curve.leftOverAt(x, reference));
        columns.put("u_mean", "", row, curve.warmthAt(x));
        row++;
      }
    }
    return columns
        .table(
            "effective-loss-at",
            "What the leading order leaves out, from densities at given places")
        .asHeadline();
  }

  private void drawTheory(Theory t, List<Figure.Layer> againstX, List<Figure.Layer> againstF) {
    Estimate[] curve = t.at(Theory.CONTINUOUS, new Question.Along(bins.centres()));
    double[] x = bins.centres();
    double[] low = new double[x.length];
    double[] high = new double[x.length];
    double[] value = values(curve);
    double[] flat = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      low[i] = value[i] - curve[i].error();
      high[i] = value[i] + curve[i].error();
      flat[i] = problem.landscape().valley().orElseThrow().logFlatness(x[i]);
    }
    againstX.add(new Figure.Band(t.id() + ", its own error", Figure.Role.THEORY, x, low, high));
    againstX.add(new Figure.Line(t.id(), Figure.Role.THEORY, false, false, x, value));
    againstF.add(new Figure.Line(t.id(), Figure.Role.THEORY, false, false, flat, value));
  }

  private void draw(
      Observed o,
      EffectiveLossCurve curve,
      List<Figure.Layer> againstX,
      List<Figure.Layer> againstF) {
    int n = bins.count();
    double offset = offset(o, curve);
    double[] x = bins.centres();
    double[] flat = new double[n];
    double[] value = new double[n];
    double[] error = new double[n];
    for (int i = 0; i < n; i++) {
      Estimate l = curve.effectiveLoss(i);
      flat[i] = curve.logFlatness(i);
      value[i] = l.value() - offset;
      error[i] = l.error();
    }
    Figure.Role role = Roles.of(o.method());
    String id = o.method().id();
    againstX.add(
        role == Figure.Role.DENSITY
            ? new Figure.Line(id, role, false, false, x, value)
            : new Figure.Points(id, role, x, value, error));
    againstF.add(
        new Figure.Points(
            id, role, flat, value, role == Figure.Role.DENSITY ? new double[0] : error));
  }

  /**
   * What the leading order leaves out of ln p, from methods and as the predictions have it: zero
   * for those of leading order. Every curve has mean zero under p.
   */
  private Figure leftOver(List<Observed> observed) {
    List<Figure.Layer> layers = new ArrayList<>();
    double[] x = bins.centres();
    if (!observed.isEmpty()) {
      AxisData any = TimedObserver.<AxisData>of(observed.get(0)).last();
      EffectiveLossCurve cold = new EffectiveLossCurve(problem, bins, Theory.CONTINUOUS, any);
      for (Theory t : theories) {
        Estimate[] l = t.at(Theory.CONTINUOUS, new Question.Along(x));
        layers.add(
            new Figure.Line(t.id(), Figure.Role.THEORY, false, false, x, cold.leftOver(values(l))));
      }
    }
    for (Observed o : observed) {
      Estimate[] left = curve(o).leftOver();
      double[] value = values(left);
      double[] error = Arrays.stream(left).mapToDouble(Estimate::error).toArray();
      Figure.Role role = Roles.of(o.method());
      layers.add(
          role == Figure.Role.DENSITY
              ? new Figure.Line(o.method().id(), role, false, false, x, value)
              : new Figure.Points(o.method().id(), role, x, value, error));
    }
    return new Figure(
        "effective-loss-left-over",
        "What the leading order leaves out of ln p along the floor",
        new Figure.Scale("x0", "theta", false, bins.from(), bins.to()),
        new Figure.Scale("delta ln p", ""),
        layers);
  }
}
