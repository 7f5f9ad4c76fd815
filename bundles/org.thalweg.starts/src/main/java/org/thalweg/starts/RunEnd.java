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

/**
 * Offers a start where the walkers of another run ended, so that a run can be followed by one with
 * other settings.
 *
 * <p>Walkers that had left there, by an absorbing edge or by divergence, have no final position and
 * are left out. Only positions are taken over, not momenta.
 */
@Plugin(
    id = "run-end",
    doc = "Walkers start where those of another run ended",
    formula = "in-turn: walker w starts where the w-th walker that stayed ended; random: any",
    example = "{\"type\": \"run-end\", \"run\": \"runs/first\", \"method\": \"sgd\"}")
@Component
public final class RunEnd implements StartFactory<RunEnd.Params> {
  /**
   * The parameters.
   *
   * @param run the other run's folder
   * @param method the id of its method
   * @param order which walker takes which position
   */
  public record Params(
      @Param(
              doc = "the folder of the other run, from the folder of the experiment file",
              required = true)
          String run,
      @Param(doc = "the id of that run's method, an ensemble with keepPositions", required = true)
          String method,
      @Param(
              doc =
                  "in-turn: walkers take the positions in their order, which begin again; random:"
                      + " each takes any")
          Order order) {}

  @Override
  public Params defaults() {
    return new Params("", "ensemble", Order.IN_TURN);
  }

  @Override
  public Start create(Params parameters, Landscape landscape, Assembly assembly) {
    String path = parameters.run() + "/arrays/" + parameters.method() + "-positions.npy";
    double[][] rows = Rows.of("run", read(path, assembly), landscape.dim());
    double[][] points = Arrays.stream(rows).filter(Rows::isFinite).toArray(double[][]::new);
    if (points.length == 0) {
      throw new InvalidParameterException(
          "run",
          path
              + " has no position to start from: all "
              + rows.length
              + " walkers had left; choose a run with walkers that stayed");
    }
    return new PointsStart(points, parameters.order());
  }

  private static NamedArray read(String path, Assembly assembly) {
    try {
      return assembly.array(path);
    } catch (InvalidParameterException e) {
      throw new InvalidParameterException(
          "run",
          e.getMessage()
              + " (an ensemble keeps its final positions if \"keepPositions\" is true in its run's"
              + " experiment)");
    }
  }
}
