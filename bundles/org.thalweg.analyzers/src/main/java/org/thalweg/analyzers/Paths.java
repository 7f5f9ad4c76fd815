package org.thalweg.analyzers;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
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
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/** Sample paths of the first walkers of every ensemble, over the contours of the loss. */
@Plugin(id = "paths", doc = "Sample paths over the contours of the loss")
@Component
public final class Paths implements AnalyzerFactory<Paths.Params> {
  /**
   * The parameters.
   *
   * @param walkers the number of walkers
   * @param points the number of points
   * @param every the number of steps between points
   * @param drawn the number of points that the figure shows
   */
  public record Params(
      @Param(min = 1, max = 1000, doc = "number of walkers whose paths are kept") long walkers,
      @Param(min = 10, max = 100_000, doc = "largest number of points of a path") long points,
      @Param(min = 0, doc = "number of steps from one point to the next; 0: as the points allow")
          long every,
      @Param(
              min = 2,
              max = 100_000,
              doc = "number of points of each path that the figure shows, from the start")
          long drawn) {}

  @Override
  public Params defaults() {
    return new Params(6, 2000, 0, 150);
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    return new Watch(p);
  }

  private record Watch(Params p) implements Analyzer {
    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      return method.dynamics().kind() == Dynamics.Kind.FOKKER_PLANCK
          ? Optional.empty()
          : Optional.of(new TimedObserver<>(Nothing.CAMERA, true));
    }

    @Override
    public Optional<PathObserver> pathObserver(Problem problem, MethodInfo method) {
      if (method.dynamics().kind() == Dynamics.Kind.FOKKER_PLANCK) {
        return Optional.empty();
      }
      int capacity = (int) (p.points() + p.points() % 2);
      return Optional.of(
          new PathRecorder((int) p.walkers(), shown(problem), capacity, Math.max(1, p.every())));
    }

    private static int shown(Problem problem) {
      return Math.min(2, problem.dim());
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      List<NamedArray> arrays = new ArrayList<>();
      List<Observed> followed =
          observed.stream()
              .filter(o -> o.paths().filter(r -> ((PathRecorder) r).size() > 0).isPresent())
              .toList();
      for (Observed o : followed) {
        arrays.add(array(o.method().id(), (PathRecorder) o.paths().orElseThrow(), problem));
      }
      if (followed.isEmpty()) {
        return Report.EMPTY;
      }
      Figure figure = new PathFigure(problem, (int) p.drawn()).of(followed);
      return new Report(List.of(), List.of(figure), arrays, List.of());
    }

    private static NamedArray array(String id, PathRecorder r, Problem problem) {
      int dim = shown(problem);
      double[] values = new double[r.recorded() * r.size() * (1 + dim)];
      int at = 0;
      for (int w = 0; w < r.recorded(); w++) {
        for (int i = 0; i < r.size(); i++) {
          values[at++] = r.time(i);
          for (int d = 0; d < dim; d++) {
            values[at++] = r.coordinate(w, d, i);
          }
        }
      }
      return new NamedArray(
          "paths-" + id,
          new int[] {r.recorded(), r.size(), 1 + dim},
          values,
          "sample paths of "
              + id
              + ": walker, point, and time with "
              + (dim == 1 ? "x0" : "x0, x1")
              + "; not-a-number after a walker has left");
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
