package org.thalweg.integrators;

import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.Order;
import org.thalweg.api.method.Stepper;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;

/**
 * The Euler-Maruyama scheme with a step of its own.
 *
 * @param given h (time); empty for the learning rate at t = 0
 */
record EulerMaruyamaIntegrator(OptionalDouble given) implements Integrator {
  @Override
  public Dynamics dynamics(Setting setting) {
    return new Dynamics(Dynamics.Kind.LANGEVIN, step(setting, 0), 0);
  }

  @Override
  public Order order(Traits noise) {
    if (noise.stableIndex().isPresent()) {
      return Order.NONE;
    }
    return Order.of(noise.additive() ? 1 : 0.5, 1);
  }

  @Override
  public Optional<String> objection(Setting setting, NoiseModel noise) {
    return Diffusions.anyObjection("euler-maruyama", noise);
  }

  @Override
  public double step(Setting setting, double t) {
    return given.isPresent() ? given.getAsDouble() : setting.learningRate().at(0);
  }

  @Override
  public Stepper stepper(Setting setting, NoiseModel noise, int walkers) {
    return new EulerMaruyamaStepper(setting, noise, walkers);
  }
}
