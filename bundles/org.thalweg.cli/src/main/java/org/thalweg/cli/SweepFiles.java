package org.thalweg.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.Table;
import org.thalweg.engine.experiment.Experiment;
import org.thalweg.engine.sweep.SweepFigures;
import org.thalweg.engine.sweep.SweepPlan;
import org.thalweg.engine.sweep.SweepReport;
import org.thalweg.engine.sweep.SweepReport.Status;
import org.thalweg.figures.Drawing;
import org.thalweg.figures.FigureDrawer;
import org.thalweg.params.JsonNode;
import org.thalweg.store.SweepFolder;

/** Writes what a sweep came to into its folder, and says it in short. */
final class SweepFiles {
  private final SweepFolder folder;
  private final FigureDrawer drawer;
  private final List<String> warnings;

  SweepFiles(SweepFolder folder, FigureDrawer drawer, List<String> warnings) {
    this.folder = folder;
    this.drawer = drawer;
    this.warnings = new ArrayList<>(warnings);
  }

  void write(
      RunRequest request,
      SweepPlan plan,
      SweepReport report,
      boolean cancelled,
      ProvenanceRecorder provenance)
      throws IOException {
    Table summary = report.summary();
    folder.table(report.points());
    folder.table(report.results());
    folder.table(summary);
    SweepFigures figures = new SweepFigures(report);
    folder.clearFigures();
    RunLog log = request.log();
    log.over("tables written");
    for (Figure figure : figures.figures()) {
      Drawing drawing = drawer.draw(figure);
      warnings.addAll(drawing.warnings());
      folder.figure(figure.name(), figure.title(), drawing.svg(), drawing.png());
    }
    log.over("figures drawn and written");
    String status =
        cancelled
            ? "cancelled"
            : report.count(Status.COMPLETED) == plan.points().size() ? "completed" : "failed";
    List<String> all = new ArrayList<>(warnings);
    all.addAll(figures.remarks());
    log.warnings(all);
    log.end(status);
    folder.log(log.text() + "\n");
    String json =
        folder.finish(result(request.file().name(), status, plan, report, all), provenance.taken());
    if (request.json()) {
      System.out.print(json);
    } else {
      System.out.println(request.file().name() + ": " + status + ", " + folder.path());
      System.out.println(counts(plan, report));
      System.out.println(
          "summary.csv: " + summary.rows() + " rows, " + figures.figures().size() + " figures");
    }
    warnings.forEach(w -> System.err.println("warning: " + w));
    if (!request.quiet()) {
      figures.remarks().forEach(System.err::println);
    }
  }

  private static String counts(SweepPlan plan, SweepReport report) {
    StringBuilder text = new StringBuilder();
    text.append(plan.points().size()).append(" points");
    for (Status s : Status.values()) {
      if (report.count(s) > 0) {
        text.append(", ").append(report.count(s)).append(' ').append(s.word());
      }
    }
    if (report.countDiverged() > 0) {
      text.append(", ").append(report.countDiverged()).append(" with diverged walkers");
    }
    return text.toString();
  }

  private static JsonNode result(
      String name, String status, SweepPlan plan, SweepReport report, List<String> warnings) {
    JsonNode points = JsonNode.object().with("all", JsonNode.integer(plan.points().size()));
    for (Status s : Status.values()) {
      points = points.with(s.word(), JsonNode.integer(report.count(s)));
    }
    points = points.with("diverged", JsonNode.integer(report.countDiverged()));
    return JsonNode.object()
        .with("format", JsonNode.integer(1))
        .with("kind", JsonNode.string("sweep"))
        .with("name", JsonNode.string(name))
        .with("status", JsonNode.string(status))
        .with("numericsVersion", JsonNode.integer(Experiment.NUMERICS))
        .with("points", points)
        .with(
            "inputs",
            JsonNode.array(
                plan.inputs().stream()
                    .map(
                        f ->
                            JsonNode.object()
                                .with("path", JsonNode.string(f.path()))
                                .with("sha256", JsonNode.string(f.sha256()))
                                .with("bytes", JsonNode.integer(f.bytes())))
                    .toList()))
        .with("sweep", plan.sweep().written())
        .with("warnings", JsonNode.array(warnings.stream().map(JsonNode::string).toList()));
  }
}
