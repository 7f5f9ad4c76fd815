package org.thalweg.fokkerplanck;

import java.util.List;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Divergence;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.ProductStart;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;

/** Problems put together by hand, so that these tests need no other plugin. */
final class Problems {
  /** Any; diffusion is given, and C = 2 D / eta. */
  private static final double LEARNING_RATE = 0.1;

  private Problems() {}

  static Axis axis(double from, double to, Edge edge) {
    return new Axis(from, to, edge, edge);
  }

  static Problem of(
      Potential loss, Diffusion diffusion, double[] start, double horizon, Axis... domain) {
    Setting setting =
        new Setting(
            new GivenLandscape(domain.length, loss),
            Schedule.constant(LEARNING_RATE),
            Schedule.constant(1));
    return new Problem(
        setting,
        new GivenNoise(domain.length, diffusion),
        new PointStart(start),
        List.of(domain),
        horizon,
        new Divergence(1e100));
  }

  private record GivenLandscape(int dim, Potential loss) implements Landscape {
    @Override
    public double value(double[] x) {
      return loss.at(x);
    }
  }

  private record GivenNoise(int channels, Diffusion diffusion) implements HasCovariance {
    @Override
    public Traits traits() {
      return new Traits(false, Traits.Form.FULL, false);
    }

    @Override
    public void covariance(double t, double[] x, double[] out) {
      diffusion.at(x, out);
      for (int i = 0; i < out.length; i++) {
        out[i] *= 2 / LEARNING_RATE;
      }
    }
  }

  private record PointStart(double[] at) implements ProductStart {
    @Override
    public void sample(Draws draws, Block x) {
      throw new UnsupportedOperationException();
    }

    @Override
    public double cumulative(int axis, double v) {
      return v >= at[axis] ? 1 : 0;
    }

    @Override
    public double partialMean(int axis, double v) {
      return v >= at[axis] ? at[axis] : 0;
    }
  }
}
