package org.thalweg.starts;

import java.util.Arrays;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Start;
import org.thalweg.api.problem.StartFactory;

/** Offers a start at points from a file, one per row. */
@Plugin(
    id = "file",
    doc = "Walkers start at the points of a file, one per row",
    formula = "in-turn: walker w starts at row w mod rows; random: at any row",
    example = "{\"type\": \"file\", \"path\": \"points.csv\"}")
@Component
public final class PointsFile implements StartFactory<PointsFile.Params> {
  /**
   * The parameters.
   *
   * @param path the file
   * @param order which walker takes which row
   */
  public record Params(
      @Param(
              doc =
                  "a CSV or NPY file with one row per point and one column per parameter, from the"
                      + " folder of the experiment file",
              required = true)
          String path,
      @Param(doc = "in-turn: walker w takes row w and rows begin again; random: each takes any row")
          Order order) {}

  @Override
  public Params defaults() {
    return new Params("", Order.IN_TURN);
  }

  @Override
  public Start create(Params parameters, Landscape landscape, Assembly assembly) {
    double[][] points = Rows.of("path", read(parameters.path(), assembly), landscape.dim());
    for (int r = 0; r < points.length; r++) {
      if (!Rows.isFinite(points[r])) {
        throw new InvalidParameterException(
            "path",
            "row "
                + r
                + ", from 0, is "
                + Arrays.toString(points[r])
                + ", where no walker can start; take such rows out (the start run-end leaves them"
                + " out of a run's final positions)");
      }
    }
    return new PointsStart(points, parameters.order());
  }

  private static NamedArray read(String path, Assembly assembly) {
    try {
      return assembly.array(path);
    } catch (InvalidParameterException e) {
      throw new InvalidParameterException("path", e.getMessage());
    }
  }
}
