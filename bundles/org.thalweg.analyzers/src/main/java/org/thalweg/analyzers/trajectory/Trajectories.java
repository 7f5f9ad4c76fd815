package org.thalweg.analyzers.trajectory;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import org.thalweg.analyzers.observation.Camera;
import org.thalweg.analyzers.observation.Snapshot;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.analyzers.report.Columns;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.AnalyzerFactory;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.ChosenAxes;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/**
 * Sample paths of the first walkers of every ensemble, with the loss along them: over the contours
 * of the loss in two dimensions, against time otherwise.
 */
@Plugin(
    id = "trajectories",
    doc = "Sample paths with the loss along them, over the contours of the loss or against time")
@Component
public final class Trajectories implements AnalyzerFactory<Trajectories.Params> {
  private static final int FIRST = 8;
  private static final long MOST_NUMBERS = 100_000_000;

  /**
   * The parameters.
   *
   * @param walkers the number of walkers
   * @param points the number of points
   * @param every the number of steps between points
   * @param coordinates the coordinates
   * @param drawn the number of points that the figure shows
   */
  public record Params(
      @Param(
              min = 1,
              max = 1000,
              doc = "number of walkers whose paths are kept, the first of the ensemble")
          long walkers,
      @Param(
              min = 10,
              max = 100_000,
              doc =
                  "largest number of points of a path; when it is reached every second is dropped"
                      + " and the distance doubled")
          long points,
      @Param(min = 0, doc = "number of steps from one point to the next; 0: as the points allow")
          long every,
      @Param(min = 0, doc = "numbers of the coordinates kept; none given: the first 8")
          List<Long> coordinates,
      @Param(
              min = 2,
              max = 100_000,
              doc = "number of points of each path that the figure shows, from the start")
          long drawn) {
    /** Keeps the coordinates from changing and refuses one that is named twice. */
    public Params {
      coordinates = List.copyOf(coordinates);
      if (coordinates.stream().distinct().count() < coordinates.size()) {
        throw new InvalidParameterException(
            "coordinates", coordinates + " names a coordinate twice; leave one of them out");
      }
    }
  }

  @Override
  public Params defaults() {
    return new Params(6, 2000, 0, List.of(), 150);
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    int dim = setting.landscape().dim();
    for (long c : p.coordinates()) {
      if (c >= dim) {
        throw new InvalidParameterException(
            "coordinates",
            c + " is no coordinate of this landscape; they are numbered 0 to " + (dim - 1));
      }
    }
    int[] chosen = ChosenAxes.rows(p.coordinates(), Math.min(FIRST, dim));
    long numbers = p.walkers() * p.points() * (chosen.length + 1);
    if (numbers > MOST_NUMBERS) {
      throw new InvalidParameterException(
          "points",
          p.points()
              + " points of "
              + p.walkers()
              + " walkers make "
              + numbers
              + " numbers with "
              + chosen.length
              + " coordinates and the loss, more than "
              + MOST_NUMBERS
              + "; take fewer points, walkers or coordinates");
    }
    return new Watch(p, chosen);
  }

  private record Watch(Params p, int[] chosen) implements Analyzer {
    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      return method.dynamics().kind() == Dynamics.Kind.FOKKER_PLANCK
          ? Optional.empty()
          : Optional.of(new TimedObserver<>(Nothing.CAMERA, true));
    }

    @Override
    public Optional<PathObserver> pathObserver(Problem problem, MethodInfo method) {
      return method.dynamics().kind() == Dynamics.Kind.FOKKER_PLANCK
          ? Optional.empty()
          : Optional.of(
              new TrajectoryRecorder(
                  problem.landscape(),
                  p.walkers(),
                  chosen,
                  (int) p.points(),
                  Math.max(1, p.every())));
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      List<Table> tables = new ArrayList<>();
      List<NamedArray> arrays = new ArrayList<>();
      List<Observed> followed =
          observed.stream()
              .filter(o -> o.paths().filter(r -> ((TrajectoryRecorder) r).size() > 0).isPresent())
              .toList();
      for (Observed o : followed) {
        TrajectoryRecorder r = (TrajectoryRecorder) o.paths().orElseThrow();
        tables.add(table(o.method().id(), r));
        arrays.add(array(o.method().id(), r));
      }
      if (followed.isEmpty()) {
        return Report.EMPTY;
      }
      List<Figure> figures = new TrajectoryFigure(problem, chosen, (int) p.drawn()).of(followed);
      return new Report(tables, figures, arrays, List.of());
    }

    /** A row for each point; one more without a place for a walker that left, saying how. */
    private Table table(String id, TrajectoryRecorder r) {
      int rows = 0;
      for (int w = 0; w < r.followed(); w++) {
        rows += r.points(w) + (r.fate(w) == WalkerChunk.WALKING ? 0 : 1);
      }
      Columns columns = new Columns(rows);
      int row = 0;
      for (int w = 0; w < r.followed(); w++) {
        for (int i = 0; i < r.points(w); i++) {
          columns.count("walker", row, w).count("step", row, r.step(i));
          columns.put("time", "time", row, r.time(i));
          for (int c = 0; c < chosen.length; c++) {
            columns.put("x" + chosen[c], "theta", row, r.value(w, c, i));
          }
          columns.put("loss", "loss", row, r.value(w, chosen.length, i));
          columns.words("status", row++, "walking");
        }
        if (r.fate(w) != WalkerChunk.WALKING) {
          columns.count("walker", row, w).count("step", row, r.lastStep(w));
          columns.put("time", "time", row, r.lastTime(w));
          for (int c : chosen) {
            columns.put("x" + c, "theta", row, Double.NaN);
          }
          columns.put("loss", "loss", row, Double.NaN);
          columns.words("status", row++, words(r.fate(w)));
        }
      }
      return columns.table("trajectories-" + id, "Sample paths of " + id);
    }

    private static String words(byte fate) {
      return switch (fate) {
        case WalkerChunk.ABSORBED -> "absorbed";
        case WalkerChunk.NOT_FINITE -> "not-finite";
        default -> "diverged";
      };
    }

    private NamedArray array(String id, TrajectoryRecorder r) {
      int q = r.quantities();
      double[] values = new double[r.followed() * r.size() * (1 + q)];
      int at = 0;
      for (int w = 0; w < r.followed(); w++) {
        for (int i = 0; i < r.size(); i++) {
          values[at++] = r.time(i);
          for (int c = 0; c < q; c++) {
            values[at++] = r.value(w, c, i);
          }
        }
      }
      String names = IntStream.of(chosen).mapToObj(c -> "x" + c).collect(Collectors.joining(", "));
      return new NamedArray(
          "trajectories-" + id,
          new int[] {r.followed(), r.size(), 1 + q},
          values,
          "sample paths of "
              + id
              + ": walker, point, and time with "
              + names
              + " and the loss; not-a-number after a walker has left");
    }
  }

  /** What is kept at save times: nothing, paths are watched step by step. */
  private static final class Nothing implements Snapshot<Nothing> {
    static final Camera<Nothing> CAMERA =
        new Camera<>() {
          @Override
          public Nothing take(double time, Distribution distribution) {
            return new Nothing();
          }

          @Override
          public Nothing read(DataInput in) {
            return new Nothing();
          }
        };

    @Override
    public void merge(Nothing next) {}

    @Override
    public void save(DataOutput out) {}
  }
}
