package org.thalweg.testkit;

import java.util.List;
import java.util.Optional;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.block.MemoryBlock;
import org.thalweg.api.block.WalkerState;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.Stepper;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;

/**
 * What every integrator must do: keep no hidden state, allocate nothing in a step, and repeat
 * itself. Orders of convergence are measured by {@link Convergence}.
 */
public final class IntegratorContract {
  private static final int WALKERS = 24;
  private static final int STEPS = 20;

  private final Integrator integrator;
  private final Setting setting;
  private final NoiseModel noise;

  private IntegratorContract(Integrator integrator, Setting setting, NoiseModel noise) {
    this.integrator = integrator;
    this.setting = setting;
    this.noise = noise;
  }

  /**
   * The contract of an integrator.
   *
   * @param integrator the integrator
   * @param setting a setting in which its step is stable near the origin
   * @param noise a noise that it can use
   * @return the contract
   */
  public static IntegratorContract of(Integrator integrator, Setting setting, NoiseModel noise) {
    return new IntegratorContract(integrator, setting, noise);
  }

  /** Runs all checks. */
  public void verify() {
    declarationsMakeSense();
    runsAreRepeatable();
    savedRunsContinue();
    stepsAllocateNothing();
  }

  /** Checks step, order, memory and objection. */
  public void declarationsMakeSense() {
    Optional<String> objection = integrator.objection(setting, noise);
    Check.that(objection.isEmpty(), "the integrator objects: %s", objection.orElse(""));
    double h = integrator.step(setting, 0);
    Check.that(h > 0 && Double.isFinite(h), "the step is %s, should be positive", h);
    Dynamics dynamics = integrator.dynamics(setting);
    Check.close(dynamics.step(), h, 0, "the dynamics' step against the first step");
    Check.that(
        dynamics.kind() != Dynamics.Kind.FOKKER_PLANCK, "an integrator describes no density");
    int dim = setting.landscape().dim();
    for (MemoryBlock m : integrator.memory(dim)) {
      Check.that(
          !m.reflects() || m.rows() == dim,
          "memory %s reflects with %d rows, should have %d",
          m.name(),
          m.rows(),
          dim);
    }
  }

  /** Checks that the same seed gives the same bits. */
  public void runsAreRepeatable() {
    same(run(STEPS, STEPS), run(STEPS, STEPS), "a run repeated");
  }

  /** Checks that a run whose state is moved to a new stepper half-way ends in the same bits. */
  public void savedRunsContinue() {
    same(run(STEPS, STEPS / 2), run(STEPS, STEPS), "a run saved and restored half-way");
  }

  /** Checks that a step allocates nothing. */
  public void stepsAllocateNothing() {
    WalkerState state = begin(new TestDraws(2));
    Stepper stepper = integrator.stepper(setting, noise, WALKERS);
    Draws draws = new TestDraws(3);
    double h = integrator.step(setting, 0);
    Block start = Block.like(state.position().rows(), state.position());
    start.copyFrom(state.position());
    Allocation.none(
        "a step",
        () -> {
          state.position().copyFrom(start);
          stepper.step(1, h, h, state, draws);
        });
  }

  private static void same(WalkerState actual, WalkerState expected, String what) {
    same(List.of(actual.position()), List.of(expected.position()), what + ": position");
    same(actual.memory(), expected.memory(), what + ": memory");
    same(actual.noiseMemory(), expected.noiseMemory(), what + ": the noise's memory");
  }

  private static void same(List<Block> actual, List<Block> expected, String what) {
    for (int b = 0; b < expected.size(); b++) {
      for (int l = 0; l < expected.get(b).lines(); l++) {
        Check.same(actual.get(b).line(l), expected.get(b).line(l), what);
      }
    }
  }

  private WalkerState run(int steps, int saveAt) {
    Draws draws = new TestDraws(17);
    WalkerState state = begin(draws);
    Stepper stepper = integrator.stepper(setting, noise, WALKERS);
    double t = 0;
    for (int k = 0; k < steps; k++) {
      if (k == saveAt) {
        state = States.copy(state);
        stepper = integrator.stepper(setting, noise, WALKERS);
      }
      double h = integrator.step(setting, t);
      stepper.step(k, t, h, state, draws);
      t += h;
    }
    return state;
  }

  private WalkerState begin(Draws draws) {
    WalkerState state = States.create(setting, integrator, noise, WALKERS);
    draws.normals(state.position());
    for (int l = 0; l < state.position().lines(); l++) {
      double[] line = state.position().line(l);
      for (int j = 0; j < line.length; j++) {
        line[j] *= 0.3;
      }
    }
    noise.begin(state.noiseMemory(), draws);
    integrator.stepper(setting, noise, WALKERS).begin(state, draws);
    return state;
  }
}
