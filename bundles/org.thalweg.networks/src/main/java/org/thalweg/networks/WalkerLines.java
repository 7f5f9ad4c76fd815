package org.thalweg.networks;

import org.thalweg.api.block.Block;

/** Gives one walker's rows of a block as an array: where they lie, or copied together. */
final class WalkerLines {
  private final double[] copy;
  private final double[] result;

  WalkerLines(int rows) {
    this.copy = new double[rows];
    this.result = new double[rows];
  }

  /** The rows, to be read until the next call. */
  double[] read(Block block, int walker) {
    if (!block.byCoordinate()) {
      return block.line(walker);
    }
    block.point(walker, copy);
    return copy;
  }

  /** Where to write the rows before {@link #write}. */
  double[] target(Block block, int walker) {
    return block.byCoordinate() ? result : block.line(walker);
  }

  /** Puts what was written into the block. */
  void write(Block block, int walker) {
    if (block.byCoordinate()) {
      block.setPoint(walker, result);
    }
  }
}
