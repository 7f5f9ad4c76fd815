package org.thalweg.engine.ensemble;

import java.util.List;
import java.util.Optional;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.block.Layout;
import org.thalweg.api.block.MemoryBlock;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.Order;
import org.thalweg.api.method.Stepper;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Divergence;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Start;
import org.thalweg.api.problem.Traits;

/**
 * A scheme for tests: every walker moves by its momentum times the step, plus a normal kick; the
 * landscape is flat.
 */
record Drift(double step, double kick) implements Integrator {
  static Problem problem(Start start, double horizon, double cutoff, Axis... domain) {
    Landscape flat =
        new Landscape() {
          @Override
          public int dim() {
            return domain.length;
          }

          @Override
          public double value(double[] x) {
            return 0;
          }
        };
    NoiseModel none =
        new NoiseModel() {
          @Override
          public Traits traits() {
            return new Traits(true, Traits.Form.SCALAR, true);
          }

          @Override
          public int channels() {
            return 0;
          }
        };
    return new Problem(
        new Setting(flat, Schedule.constant(0.1), Schedule.constant(1)),
        none,
        start,
        List.of(domain),
        horizon,
        new Divergence(cutoff));
  }

  static Start at(double... point) {
    return (Draws draws, Block x) -> {
      for (int w = 0; w < x.walkers(); w++) {
        x.setPoint(w, point);
      }
    };
  }

  @Override
  public Dynamics dynamics(Setting setting) {
    return new Dynamics(Dynamics.Kind.LANGEVIN, step, 0);
  }

  @Override
  public Order order(Traits noise) {
    return Order.NONE;
  }

  @Override
  public Optional<String> objection(Setting setting, NoiseModel noise) {
    return Optional.empty();
  }

  @Override
  public double step(Setting setting, double t) {
    return step;
  }

  @Override
  public List<MemoryBlock> memory(int dim) {
    return List.of(new MemoryBlock("momentum", dim, true));
  }

  @Override
  public Stepper stepper(Setting setting, NoiseModel noise, int walkers) {
    Block normals =
        new Block(setting.landscape().dim(), walkers, Layout.of(setting.landscape().dim()));
    return (k, t, h, state, draws) -> {
      draws.normals(normals);
      Block x = state.position();
      for (int l = 0; l < x.lines(); l++) {
        for (int j = 0; j < x.line(l).length; j++) {
          x.line(l)[j] += h * state.memory().get(0).line(l)[j] + kick * normals.line(l)[j];
        }
      }
    };
  }
}
