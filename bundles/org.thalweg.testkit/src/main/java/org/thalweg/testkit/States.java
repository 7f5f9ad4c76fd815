package org.thalweg.testkit;

import java.util.List;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.block.MemoryBlock;
import org.thalweg.api.block.WalkerState;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;

/** Makes the state that an engine would own, for tests of integrators that run without one. */
public final class States {
  private States() {}

  /**
   * A state of zeros with all the memory that integrator and noise declare.
   *
   * @param setting the setting
   * @param integrator the integrator
   * @param noise the noise
   * @param walkers the number of walkers
   * @return the new state
   */
  public static WalkerState create(
      Setting setting, Integrator integrator, NoiseModel noise, int walkers) {
    int dim = setting.landscape().dim();
    Layout layout = Layout.of(dim);
    return new WalkerState(
        new Block(dim, walkers, layout),
        blocks(integrator.memory(dim), walkers, layout),
        blocks(noise.memory(), walkers, layout));
  }

  /**
   * A copy that shares nothing.
   *
   * @param state the state
   * @return the copy
   */
  public static WalkerState copy(WalkerState state) {
    return new WalkerState(
        copy(state.position()),
        state.memory().stream().map(States::copy).toList(),
        state.noiseMemory().stream().map(States::copy).toList());
  }

  private static Block copy(Block block) {
    Block copy = Block.like(block.rows(), block);
    copy.copyFrom(block);
    return copy;
  }

  private static List<Block> blocks(List<MemoryBlock> memory, int walkers, Layout layout) {
    return memory.stream().map(m -> new Block(m.rows(), walkers, layout)).toList();
  }
}
