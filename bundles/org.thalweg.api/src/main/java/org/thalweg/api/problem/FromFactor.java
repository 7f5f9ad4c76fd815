package org.thalweg.api.problem;

import java.util.List;
import org.thalweg.api.block.MemoryBlock;

/** What is derived from the factor of a noise is in all else that noise. */
interface FromFactor extends NoiseModel {
  DiffusiveNoise noise();

  @Override
  default Traits traits() {
    return noise().traits();
  }

  @Override
  default int channels() {
    return noise().channels();
  }

  @Override
  default List<MemoryBlock> memory() {
    return noise().memory();
  }
}
