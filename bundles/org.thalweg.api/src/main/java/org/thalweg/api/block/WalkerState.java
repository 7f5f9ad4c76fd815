package org.thalweg.api.block;

import java.util.List;

/**
 * Everything that one chunk of walkers carries from step to step; the engine owns, saves and
 * restores it.
 *
 * @param position the coordinates, one row per parameter
 * @param memory the integrator's memory, one block per entry of {@code Integrator.memory}
 * @param noiseMemory the noise's memory, one block per entry of {@code NoiseModel.memory}
 */
public record WalkerState(Block position, List<Block> memory, List<Block> noiseMemory) {}
