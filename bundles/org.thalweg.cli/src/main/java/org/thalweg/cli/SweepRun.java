package org.thalweg.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.run.RunOutcome;
import org.thalweg.engine.sweep.Earlier;
import org.thalweg.engine.sweep.PlannedPoint;
import org.thalweg.engine.sweep.PointResult;
import org.thalweg.engine.sweep.Surroundings;
import org.thalweg.engine.sweep.Sweep;
import org.thalweg.engine.sweep.SweepOptions;
import org.thalweg.engine.sweep.SweepPlan;
import org.thalweg.engine.sweep.SweepReport;
import org.thalweg.engine.sweep.SweepReport.Status;
import org.thalweg.engine.sweep.SweepRunner;
import org.thalweg.params.Finding;
import org.thalweg.params.InvalidExperimentException;
import org.thalweg.store.Journal;
import org.thalweg.store.RunFolder;
import org.thalweg.store.RunRecord;
import org.thalweg.store.SweepFolder;

/** Runs what is missing of a sweep, and writes its folder from all that is finished. */
final class SweepRun {
  private static final int MOST_INVALID_TOLD = 20;

  private final Workbench workbench;
  private final RunRequest request;
  private final RunLog log;
  private final boolean keepGoing;
  private final boolean keepPoints;
  private final ProvenanceRecorder provenance;
  private final Surroundings around;
  private final List<String> warnings = new ArrayList<>();

  SweepRun(Workbench workbench, RunRequest request, boolean keepGoing, boolean keepPoints) {
    this.workbench = workbench;
    this.request = request;
    log = request.log();
    this.keepGoing = keepGoing;
    this.keepPoints = keepPoints;
    provenance = new ProvenanceRecorder(workbench.context(), request);
    around =
        new Surroundings(
            request.file().folder(), workbench.catalogue().snapshot(), provenance::hash);
  }

  /** Runs it; the result is the exit code. */
  int run(Sweep sweep) {
    try (Interruption interruption = new Interruption()) {
      SweepPlan plan;
      try {
        plan = SweepPlan.of(sweep, around, request.threads(), interruption::requested);
      } catch (InterruptedException e) {
        return ExitCode.INTERRUPTED;
      }
      log.over("read and checked, " + plan.points().size() + " points");
      List<Finding> invalid = invalid(plan);
      if (!invalid.isEmpty() && !keepGoing) {
        throw new InvalidExperimentException(invalid);
      }
      invalid.forEach(f -> System.err.println("warning: " + f));
      log.warnings(invalid.stream().map(Finding::toString).toList());
      try (SweepFolder folder = folder()) {
        if (!request.file().run().equals(Optional.of(folder.path()))) { // its journal knows more
          EarlierRun.of(request.file()).changes(plan.inputs()).forEach(this::warn);
        }
        folder.experiment(plan.resolved());
        Earlier earlier = new Earlier(plan);
        Map<String, PointResult> finished = earlier.results();
        try (Journal journal = folder.journal(earlier::read)) {
          if (earlier.damaged() > 0) {
            warn(earlier.damaged() + " lines of the journal are damaged; computed anew");
          }
          earlier.remarks().forEach(this::warn);
          compute(plan, folder, journal, earlier, interruption);
        } catch (IOException | RuntimeException | Error e) {
          log.failure("the sweep", e);
          folder.log(log.text() + "\n");
          throw e;
        }
        SweepReport report = new SweepReport(plan, finished);
        boolean cancelled = interruption.requested() && report.count(Status.MISSING) > 0;
        new SweepFiles(folder, workbench.drawer(), warnings)
            .write(request, plan, report, cancelled, provenance);
        if (cancelled) {
          return ExitCode.INTERRUPTED;
        }
        return report.count(Status.COMPLETED) == plan.points().size()
            ? ExitCode.OK
            : ExitCode.INCOMPLETE;
      }
    } catch (IOException e) {
      throw UserError.of(e, ExitCode.INTERNAL);
    }
  }

  /** What is wrong with invalid points; of very many the rest is counted. */
  static List<Finding> invalid(SweepPlan plan) {
    List<PlannedPoint> points =
        plan.points().stream().filter(p -> !p.valid() && p.replica() == 0).toList();
    List<Finding> findings = new ArrayList<>();
    for (PlannedPoint p : points) {
      if (findings.size() >= MOST_INVALID_TOLD) {
        findings.add(new Finding("", "and more; " + points.size() + " points are invalid"));
        break;
      }
      findings.addAll(SweepPlan.told(plan.sweep(), p));
    }
    return findings;
  }

  private SweepFolder folder() {
    try {
      return request.out().isPresent()
          ? SweepFolder.at(request.out().get())
          : SweepFolder.in(RunRequest.RUNS, request.file().name(), request.localStart());
    } catch (IOException e) {
      throw UserError.of(e, ExitCode.USAGE);
    }
  }

  /** It concerns this call and not what the sweep comes to, so the result does not hold it. */
  private void warn(String line) {
    System.err.println("warning: " + line);
    log.warnings(List.of(line));
  }

  private void compute(
      SweepPlan plan,
      SweepFolder folder,
      Journal journal,
      Earlier earlier,
      Interruption interruption)
      throws IOException {
    Map<String, PointResult> finished = earlier.results();
    // What failed is tried again: the next machine may have the memory.
    List<PlannedPoint> missing =
        plan.points().stream().filter(p -> p.valid() && !isDone(p, finished, folder)).toList();
    missing.forEach(p -> finished.remove(p.keyText()));
    for (String line : earlier.undefined(missing)) {
      journal.append(line);
    }
    int valid = (int) plan.points().stream().filter(PlannedPoint::valid).count();
    SweepProgress progress =
        new SweepProgress(request.progress(), workbench.terminal(), valid, valid - missing.size());
    new SweepRunner(workbench.runner(), around)
        .run(
            plan.sweep(),
            missing,
            new SweepOptions(request.threads(), request.shuffle(), keepGoing),
            (point, experiment, outcome, result) -> {
              outcome.ifPresent(o -> log.failures("point " + point.keyText() + ", ", o));
              if (keepPoints && outcome.isPresent()) {
                keep(folder, point, experiment.orElseThrow(), outcome.get());
              }
              journal.append(result.line());
              synchronized (finished) {
                finished.put(result.key(), result);
              }
              progress.ended(result.completed());
            },
            interruption::requested);
    progress.close();
    log.over(missing.size() + " points computed, " + (valid - missing.size()) + " reused");
  }

  private boolean isDone(
      PlannedPoint point, Map<String, PointResult> finished, SweepFolder folder) {
    return Optional.ofNullable(finished.get(point.keyText()))
            .filter(PointResult::completed)
            .isPresent()
        && (!keepPoints || folder.holds(point.keyText()));
  }

  private void keep(
      SweepFolder folder, PlannedPoint point, Assembled experiment, RunOutcome outcome)
      throws IOException {
    try (RunFolder own = folder.beginPoint(point.keyText())) {
      RunLog ofPoint = new RunLog(Optional.empty());
      ofPoint.begin(workbench.context(), request);
      outcome.methods().forEach(m -> ofPoint.over("method " + m.info().id(), m.seconds()));
      RunRecord record =
          new RunFiles(own, workbench.drawer(), ofPoint)
              .write(request.file().name(), experiment, outcome);
      ofPoint.failures("", outcome);
      ofPoint.warnings(record.warnings());
      ofPoint.end(record.status().word());
      own.log(ofPoint.text());
      own.finish(record, provenance.taken());
    }
  }
}
