package org.thalweg.integrators;

import java.util.List;
import java.util.Optional;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.block.MemoryBlock;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.Order;
import org.thalweg.api.method.Stepper;
import org.thalweg.api.problem.MinibatchSampler;
import org.thalweg.api.problem.NoiseCapabilities;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;

/**
 * The SGD recursion; its step is the learning rate, which belongs to the problem.
 *
 * @param momentum mu, zero for plain SGD, which then needs no memory
 */
record SgdIntegrator(double momentum) implements Integrator {
  @Override
  public Dynamics dynamics(Setting setting) {
    return new Dynamics(Dynamics.Kind.DISCRETE_SGD, setting.learningRate().at(0), momentum);
  }

  @Override
  public Order order(Traits noise) {
    return Order.NONE;
  }

  @Override
  public Optional<String> objection(Setting setting, NoiseModel noise) {
    return NoiseCapabilities.minibatch(noise, setting).isPresent()
        ? Optional.empty()
        : Optional.of(
            "SGD needs minibatch gradients, which this noise neither draws nor has a factor to"
                + " derive them from; use another noise");
  }

  @Override
  public double step(Setting setting, double t) {
    return setting.learningRate().at(t);
  }

  @Override
  public List<MemoryBlock> memory(int dim) {
    return momentum == 0 ? List.of() : List.of(new MemoryBlock("momentum", dim, true));
  }

  @Override
  public Stepper stepper(Setting setting, NoiseModel noise, int walkers) {
    int dim = setting.landscape().dim();
    Block gradient = new Block(dim, walkers, Layout.of(dim));
    MinibatchSampler sampler =
        NoiseCapabilities.minibatch(noise, setting)
            .orElseThrow(() -> new IllegalArgumentException(objection(setting, noise).get()))
            .sampler(walkers);
    return (k, t, h, state, draws) -> {
      Block x = state.position();
      sampler.gradients(t, x, state.noiseMemory(), draws, gradient);
      for (int l = 0; l < x.lines(); l++) {
        if (momentum == 0) {
          descend(x.line(l), gradient.line(l), h);
        } else {
          double[] m = state.memory().get(0).line(l);
          remember(m, gradient.line(l), momentum);
          descend(x.line(l), m, h);
        }
      }
    };
  }

  private static void remember(double[] m, double[] g, double mu) {
    for (int j = 0; j < m.length; j++) {
      m[j] = mu * m[j] + g[j];
    }
  }

  private static void descend(double[] x, double[] g, double h) {
    for (int j = 0; j < x.length; j++) {
      x[j] = x[j] - h * g[j];
    }
  }
}
