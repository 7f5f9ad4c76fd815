package org.thalweg.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.thalweg.engine.catalogue.Origin;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.engine.explain.Amounts;
import org.thalweg.engine.explain.Cost;
import org.thalweg.engine.explain.Section;
import org.thalweg.engine.sweep.Earlier;
import org.thalweg.engine.sweep.PlannedPoint;
import org.thalweg.engine.sweep.Surroundings;
import org.thalweg.engine.sweep.Sweep;
import org.thalweg.engine.sweep.SweepPlan;
import org.thalweg.params.Finding;
import org.thalweg.params.InvalidExperimentException;
import org.thalweg.store.InstalledBundles;
import org.thalweg.store.SweepFolder;

/** Says how many points a sweep has, what is there of them, and how long the others take. */
final class SweepOutlook {
  /** As many points are tried as a short wait allows, evenly chosen. */
  private static final int TRIED = 4;

  private final Sweep sweep;
  private final SweepPlan plan;
  private final ExperimentFile file;
  private final Snapshot plugins;
  private final int threads;
  private final List<Integer> tried = new ArrayList<>();
  private final List<Cost> costs = new ArrayList<>();

  /**
   * Plans all points, and tries some.
   *
   * @param sweep the sweep
   * @param file its file
   * @param plugins what is installed
   * @param context the framework, whose bundles points rest on
   * @param threads threads of the run
   * @param seconds how long all trials may take, about
   */
  SweepOutlook(
      Sweep sweep,
      ExperimentFile file,
      Snapshot plugins,
      BundleContext context,
      int threads,
      double seconds)
      throws InterruptedException {
    this.sweep = sweep;
    this.file = file;
    this.plugins = plugins;
    this.threads = threads;
    Map<Origin, String> hashes = ProvenanceRecorder.hashes(InstalledBundles.of(context));
    plan =
        SweepPlan.of(
            sweep,
            new Surroundings(file.folder(), plugins, o -> hashes.getOrDefault(o, "")),
            threads,
            () -> false);
    List<Finding> invalid = SweepRun.invalid(plan);
    if (!invalid.isEmpty()) {
      throw new InvalidExperimentException(invalid);
    }
    int all = sweep.gridPoints();
    int count = Math.min(TRIED, all);
    int each = Math.max(1, threads / Math.max(1, Math.min(threads, plan.points().size())));
    for (int i = 0; i < count; i++) {
      int point = count == 1 ? 0 : (int) ((long) i * (all - 1) / (count - 1));
      Assembled assembled = assembled(point);
      tried.add(point);
      costs.add(
          Cost.of(assembled, each, seconds / count / Math.max(2, assembled.methods().size() + 1)));
    }
  }

  private Assembled assembled(int point) {
    return ExperimentReader.read(sweep.experiment(point), List.of(), file.folder(), plugins);
  }

  /** The experiment of the first point. */
  Assembled first() {
    return assembled(0);
  }

  /** What the methods of the first point need. */
  Cost cost() {
    return costs.get(0);
  }

  /** What there is to say of the sweep as a whole. */
  Section section(Optional<Path> out) {
    List<String> lines = new ArrayList<>();
    int points = plan.points().size();
    lines.add(
        Amounts.counted(points, "point")
            + ": "
            + sweep.tracks().stream()
                .map(t -> t.path() + " " + Amounts.counted(t.values().size(), "value"))
                .collect(Collectors.joining(", "))
            + (sweep.replicas() > 1 ? ", " + sweep.replicas() + " replicas of each" : ""));
    int left = points;
    if (out.isPresent()) {
      int there = finished(out.get());
      left -= there;
      lines.add(there + " of them are in " + out.get() + ", " + left + " left to compute");
    }
    lines.add(time(left));
    return new Section("sweep", lines);
  }

  private int finished(Path out) {
    Earlier earlier = new Earlier(plan);
    try {
      SweepFolder.look(out, earlier::read);
    } catch (IOException e) {
      throw new UserError(ExitCode.USAGE, e.getMessage());
    }
    return (int)
        plan.points().stream()
            .map(PlannedPoint::keyText)
            .map(key -> earlier.results().get(key))
            .filter(result -> result != null && result.completed())
            .count();
  }

  private String time(int left) {
    if (left == 0) {
      return "nothing is left to compute";
    }
    List<Double> seconds = costs.stream().flatMap(c -> c.seconds().stream()).toList();
    if (seconds.size() < costs.size()) {
      return "brief trials do not tell how long the points take";
    }
    double mean = seconds.stream().mapToDouble(s -> s).average().orElseThrow();
    double side = Math.min(threads, left);
    double longest = seconds.stream().mapToDouble(s -> s).max().orElseThrow();
    double all = Math.max(mean * left / side, longest);
    double within = costs.stream().mapToDouble(Cost::within).max().orElseThrow();
    return "time "
        + Amounts.time(all, within)
        + " for "
        + Amounts.counted(left, "point")
        + ", "
        + (int) side
        + " at a time; "
        + Amounts.counted(tried.size(), "point")
        + " tried: "
        + seconds.stream().map(Amounts::duration).collect(Collectors.joining(", "));
  }
}
