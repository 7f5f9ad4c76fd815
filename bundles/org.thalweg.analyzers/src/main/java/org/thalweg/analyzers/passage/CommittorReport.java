package org.thalweg.analyzers.passage;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.analyzers.report.Columns;
import org.thalweg.analyzers.report.Results;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;

/** Table, figures, arrays and results of committors. */
final class CommittorReport {
  /** Contours of q - 1/2: where the target is as likely as not, and where it is 9 times so. */
  private static final double[] LEVELS = {-0.4, 0, 0.4};

  private CommittorReport() {}

  static Report of(List<MethodInfo> methods, List<CommittorData> data) {
    Columns c = new Columns(data.size());
    List<Figure> figures = new ArrayList<>();
    List<NamedArray> arrays = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      CommittorData d = data.get(i);
      String id = methods.get(i).id();
      Estimate flux = d.flux();
      Estimate cycle = new Estimate(1 / flux.value(), flux.error() / (flux.value() * flux.value()));
      c.words("method", i, id);
      c.put("mean", "", i, d.mean());
      c.put("flux", "1/time", i, flux);
      c.put("time_of_a_cycle", "time", i, cycle);
      results.add(Results.of("mean-committor", id, d.mean(), ""));
      results.add(Results.of("reactive-flux", id, flux, "1/time"));
      figures.add(figure(methods.get(i), d));
      arrays.add(
          new NamedArray(
              "committor-" + id,
              d.axes().stream().mapToInt(GridAxis::cells).toArray(),
              d.values(),
              "probability of reaching the target first, one entry per cell of the finer grid"));
    }
    return new Report(
            List.of(
                c.table(
                        "committor",
                        "The committor's mean over the density, transitions per time in the steady"
                            + " state, and the mean time of a transition there and back, with"
                            + " errors of the grid")
                    .asHeadline()),
            figures,
            arrays,
            List.of())
        .with(results);
  }

  /** In two dimensions q - 1/2, so that both sides of the border have their own hue. */
  private static Figure figure(MethodInfo method, CommittorData d) {
    boolean map = d.axes().size() == 2;
    double[] shown = d.values().clone();
    for (int k = 0; map && k < shown.length; k++) {
      shown[k] -= 0.5;
    }
    return PassageMap.of(
        "committor-" + method.id(),
        "Probability q of reaching the target first, by " + method.id(),
        map ? new Figure.Scale("q - 1/2", "") : new Figure.Scale("q", "", false, 0, 1),
        Figure.Colours.SIGNED,
        method,
        d.axes(),
        shown,
        LEVELS);
  }
}
