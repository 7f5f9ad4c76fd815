package org.thalweg.api.block;

/** How the lines of a {@link Block} run through its memory. */
public enum Layout {
  /** One line per coordinate: loops run over walkers. */
  BY_COORDINATE,
  /** One line per walker: loops run over coordinates. */
  BY_WALKER;

  /** The largest dimension that is stored by coordinate. */
  static final int FEW = 32;

  /**
   * The layout of all blocks of a problem, a fixed rule that is part of the numerics version.
   *
   * @param dim the number of parameters of the landscape
   * @return by coordinate for at most 32 dimensions, by walker beyond
   */
  public static Layout of(int dim) {
    return dim <= FEW ? BY_COORDINATE : BY_WALKER;
  }
}
