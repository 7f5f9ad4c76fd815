package org.thalweg.analyzers.spectrum;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.analyzers.marginal.Theory;
import org.thalweg.analyzers.report.Roles;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.Question;

/**
 * The eigenvalues: rate against number where none turns, else the plane of rate and frequency with
 * both members of each pair.
 */
final class SpectrumFigure {
  /** Rates that lie so many times apart are shown by their logarithms. */
  private static final double WIDE = 100;

  private SpectrumFigure() {}

  static Figure of(List<SpectrumReport.Seen> all, List<Theory> theories) {
    boolean turns = all.stream().anyMatch(s -> s.data().turns());
    return turns ? plane(all) : ladder(all, theories);
  }

  private static Figure plane(List<SpectrumReport.Seen> all) {
    List<Figure.Layer> layers = new ArrayList<>();
    for (SpectrumReport.Seen s : all) {
      List<Estimate> rates = new ArrayList<>();
      List<Double> frequencies = new ArrayList<>();
      for (int i = 0; i < s.data().size(); i++) {
        double f = s.data().frequency(i).value();
        rates.add(s.data().rate(i));
        frequencies.add(f);
        if (f > 0) {
          rates.add(s.data().rate(i));
          frequencies.add(-f);
        }
      }
      layers.add(
          new Figure.Points(
              s.method().id(),
              Roles.of(s.method()),
              rates.stream().mapToDouble(Estimate::value).toArray(),
              frequencies.stream().mapToDouble(Double::doubleValue).toArray(),
              new double[0]));
    }
    return new Figure(
        "spectrum",
        "Slowest modes in the complex plane, pairs both above and below",
        new Figure.Scale("decay rate", "1/time"),
        new Figure.Scale("angular frequency", "rad/time"),
        layers);
  }

  private static Figure ladder(List<SpectrumReport.Seen> all, List<Theory> theories) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    int longest = 0;
    for (SpectrumReport.Seen s : all) {
      longest = Math.max(longest, s.data().size());
      for (int i = 0; i < s.data().size(); i++) {
        double rate = s.data().rate(i).value();
        least = rate > 0 ? Math.min(least, rate) : least;
        most = Math.max(most, rate);
      }
    }
    boolean wide = most > WIDE * least;
    List<Figure.Layer> layers = new ArrayList<>();
    boolean leaks = all.stream().anyMatch(s -> s.data().leaks());
    for (Theory t : leaks ? List.<Theory>of() : theories) {
      Estimate gap = t.at(Theory.CONTINUOUS, new Question.Whole())[0];
      double[] x = {0.6, longest - 0.6};
      double[] low = {gap.value() - gap.error(), gap.value() - gap.error()};
      double[] high = {gap.value() + gap.error(), gap.value() + gap.error()};
      double[] middle = {gap.value(), gap.value()};
      layers.add(new Figure.Band(t.id() + ", its own error", Figure.Role.THEORY, x, low, high));
      layers.add(new Figure.Line(t.id() + ", the gap", Figure.Role.THEORY, true, false, x, middle));
    }
    for (SpectrumReport.Seen s : all) {
      int n = s.data().size();
      double[] x = new double[n];
      double[] y = new double[n];
      double[] error = new double[n];
      for (int i = 0; i < n; i++) {
        Estimate rate = s.data().rate(i);
        x[i] = i;
        y[i] = wide && !(rate.value() > 0) ? Double.NaN : rate.value();
        error[i] = rate.error();
      }
      layers.add(new Figure.Points(s.method().id(), Roles.of(s.method()), x, y, error));
    }
    return new Figure(
        "spectrum",
        "Decay rates of the slowest modes",
        new Figure.Scale("mode", "", false, wide ? 0.6 : -0.4, longest - 0.6),
        new Figure.Scale("decay rate", "1/time", wide, Double.NaN, Double.NaN),
        layers);
  }
}
