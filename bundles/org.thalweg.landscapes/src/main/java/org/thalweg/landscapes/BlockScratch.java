package org.thalweg.landscapes;

import org.thalweg.api.block.Block;

/** A block of scratch that takes the shape of the first block that it is to serve. */
final class BlockScratch {
  private Block block;

  /** A block shaped like another, with anything in it; the same one while the shape stays. */
  Block like(Block other) {
    if (block == null
        || block.rows() != other.rows()
        || block.walkers() != other.walkers()
        || block.layout() != other.layout()) {
      block = Block.like(other.rows(), other);
    }
    return block;
  }
}
