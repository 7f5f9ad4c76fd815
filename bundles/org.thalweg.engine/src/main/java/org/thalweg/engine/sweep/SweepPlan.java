package org.thalweg.engine.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.Assembled.NamedMethod;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.engine.files.InputFile;
import org.thalweg.params.Finding;
import org.thalweg.params.InvalidExperimentException;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;

/**
 * Every point of a sweep, assembled once to see whether it is good before anything runs.
 *
 * @param sweep the sweep
 * @param points all points, replicas of one grid point side by side
 * @param resolved the experiment with its sweep and every default filled in; running it again gives
 *     the same points
 * @param methods the methods of the first valid point
 * @param units the unit of each track; empty for pure numbers, and where it is not known
 */
public record SweepPlan(
    Sweep sweep,
    List<PlannedPoint> points,
    String resolved,
    List<MethodInfo> methods,
    List<String> units) {
  /**
   * Plans a sweep.
   *
   * @param sweep the sweep
   * @param around what the experiment's names refer to
   * @param threads how many threads to use
   * @param cancelled asked often; true gives up
   * @return the plan, with invalid points marked
   * @throws InvalidExperimentException if two points are the same, or if no point is valid, with
   *     the findings of the first
   * @throws InterruptedException if cancelled
   */
  public static SweepPlan of(
      Sweep sweep, Surroundings around, int threads, BooleanSupplier cancelled)
      throws InterruptedException {
    return sample(sweep, around, sweep.gridPoints(), threads, cancelled);
  }

  /**
   * Plans some of a sweep's points, evenly chosen, to see whether they are good.
   *
   * @param sweep the sweep
   * @param around what the experiment's names refer to
   * @param count how many grid points to plan
   * @param threads how many threads to use
   * @param cancelled asked often; true gives up
   * @return a plan of these points alone, with invalid points marked
   * @throws InvalidExperimentException as {@link #of}
   * @throws InterruptedException if cancelled
   */
  public static SweepPlan sample(
      Sweep sweep, Surroundings around, int count, int threads, BooleanSupplier cancelled)
      throws InterruptedException {
    PlannedPoint[] planned = new PlannedPoint[Math.multiplyExact(count, sweep.replicas())];
    long all = sweep.gridPoints();
    Map<Basis, Basis> bases = new ConcurrentHashMap<>();
    Workers.run(
        count,
        threads,
        i -> {
          List<PlannedPoint> replicas = plan(sweep, around, bases, (int) (i * all / count));
          for (int r = 0; r < replicas.size(); r++) {
            planned[i * replicas.size() + r] = replicas.get(r);
          }
          return !cancelled.getAsBoolean();
        });
    if (cancelled.getAsBoolean() || Thread.interrupted()) {
      throw new InterruptedException("cancelled");
    }
    List<PlannedPoint> points = List.of(planned);
    Optional<PlannedPoint> good = points.stream().filter(PlannedPoint::valid).findFirst();
    if (good.isEmpty()) {
      throw new InvalidExperimentException(told(sweep, points.get(0)));
    }
    distinct(sweep, points);
    Assembled example = assemble(sweep, around, good.get().point());
    JsonNode tree = JsonText.read(example.resolved()).orThrow();
    String resolved = JsonText.write(tree.with(Sweep.KEY, sweep.written()));
    return new SweepPlan(
        sweep,
        points,
        resolved,
        example.methods().stream().map(NamedMethod::info).toList(),
        sweep.tracks().stream()
            .map(t -> PlaceUnits.of(tree, t.path(), around.catalogue()))
            .toList());
  }

  /**
   * The files that points read.
   *
   * @return each once, by path
   */
  public List<InputFile> inputs() {
    return points.stream()
        .flatMap(p -> p.basis().files().stream())
        .distinct()
        .sorted(Comparator.comparing(InputFile::path).thenComparing(InputFile::sha256))
        .toList();
  }

  private static List<PlannedPoint> plan(
      Sweep sweep, Surroundings around, Map<Basis, Basis> bases, int point) {
    List<Finding> findings = List.of();
    String content;
    Basis basis = Basis.NONE;
    try {
      Assembled assembled = assemble(sweep, around, point);
      content = content(assembled);
      Basis own = basis(assembled, around);
      basis = bases.computeIfAbsent(own, Basis::identified);
    } catch (InvalidExperimentException e) {
      findings = e.findings();
      content = "invalid " + where(sweep, point);
    }
    List<PlannedPoint> replicas = new ArrayList<>();
    for (int r = 0; r < sweep.replicas(); r++) {
      replicas.add(new PlannedPoint(point, r, PointKey.of(content, r), basis, findings));
    }
    return replicas;
  }

  /** Everything that the numbers of a point follow from, the files that it reads among them. */
  private static String content(Assembled assembled) {
    StringBuilder content = new StringBuilder(assembled.resolved());
    assembled.inputs().forEach(f -> content.append("\nfile ").append(f.sha256()));
    return content.toString();
  }

  /** The code of the plugins is no part of the key, so that another version keeps the seeds. */
  private static Basis basis(Assembled assembled, Surroundings around) {
    return new Basis(
        "",
        assembled.origins().stream()
            .map(o -> new Basis.Code(o.bundle(), o.version(), around.hashes().apply(o)))
            .toList(),
        assembled.inputs());
  }

  /** The experiment of a grid point, with the base seed. */
  static Assembled assemble(Sweep sweep, Surroundings around, int point) {
    return ExperimentReader.read(
        sweep.experiment(point), List.of(), around.folder(), around.catalogue());
  }

  /** Equal points would be counted as independent. */
  private static void distinct(Sweep sweep, List<PlannedPoint> points) {
    Map<String, PlannedPoint> seen = new HashMap<>();
    for (PlannedPoint p : points) {
      PlannedPoint other = p.valid() ? seen.putIfAbsent(p.keyText(), p) : null;
      if (other != null) {
        throw new InvalidExperimentException(
            List.of(
                new Finding(
                    Sweep.KEY,
                    "the points "
                        + where(sweep, other.point())
                        + " and "
                        + where(sweep, p.point())
                        + " are the same experiment; remove a repeated value, or use replicas to"
                        + " repeat points with other seeds")));
      }
    }
  }

  /**
   * What is wrong with a point, with its coordinates before each finding.
   *
   * @param sweep the sweep
   * @param point an invalid point
   * @return its findings
   */
  public static List<Finding> told(Sweep sweep, PlannedPoint point) {
    String where = where(sweep, point.point());
    List<Finding> told = new ArrayList<>();
    for (Finding f : point.findings()) {
      told.add(where.isEmpty() ? f : new Finding("at " + where, f.toString()));
    }
    return told;
  }

  private static String where(Sweep sweep, int point) {
    StringBuilder text = new StringBuilder();
    List<JsonNode> values = sweep.coordinates(point);
    List<SweepAxis.Track> tracks = sweep.tracks();
    for (int i = 0; i < tracks.size(); i++) {
      text.append(i == 0 ? "" : ", ")
          .append(tracks.get(i).path())
          .append('=')
          .append(values.get(i));
    }
    return text.toString();
  }
}
