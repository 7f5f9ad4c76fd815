package org.thalweg.integrators;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.api.block.MemoryBlock;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.Order;
import org.thalweg.api.method.Stepper;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;

/**
 * BAOAB with a step of its own; refuses noise that has no single temperature.
 *
 * @param given h (time); empty for the learning rate at t = 0
 * @param friction gamma (1/time)
 */
record BaoabIntegrator(OptionalDouble given, double friction) implements Integrator {
  @Override
  public Dynamics dynamics(Setting setting) {
    return new Dynamics(Dynamics.Kind.UNDERDAMPED_LANGEVIN, step(setting, 0), 0);
  }

  @Override
  public Order order(Traits noise) {
    return new Order(OptionalDouble.empty(), OptionalDouble.of(2));
  }

  @Override
  public Optional<String> objection(Setting setting, NoiseModel noise) {
    Optional<String> general = Diffusions.objection("baoab", noise);
    if (general.isPresent()) {
      return general;
    }
    Traits traits = noise.traits();
    if (traits.additive() && traits.form() == Traits.Form.SCALAR) {
      return Optional.empty();
    }
    return Optional.of(
        "baoab needs one temperature everywhere and for all parameters, which this noise does not"
            + " have; use isotropic noise, or euler-maruyama");
  }

  @Override
  public double step(Setting setting, double t) {
    return given.isPresent() ? given.getAsDouble() : setting.learningRate().at(0);
  }

  @Override
  public List<MemoryBlock> memory(int dim) {
    return List.of(new MemoryBlock("momentum", dim, true));
  }

  @Override
  public Stepper stepper(Setting setting, NoiseModel noise, int walkers) {
    return new BaoabStepper(setting, noise, walkers, friction);
  }
}
