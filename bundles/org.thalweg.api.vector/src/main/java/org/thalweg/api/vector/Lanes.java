package org.thalweg.api.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The shape of all vectors: what the processor prefers, at most eight numbers. */
final class Lanes {
  private static final int MOST = 512;

  static final VectorSpecies<Double> DOUBLES =
      DoubleVector.SPECIES_PREFERRED.vectorBitSize() <= MOST
          ? DoubleVector.SPECIES_PREFERRED
          : DoubleVector.SPECIES_512;

  static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, DOUBLES.vectorShape());

  static final int COUNT = DOUBLES.length();

  private Lanes() {}

  /** Returns a number in every lane. */
  static DoubleVector all(double value) {
    return DoubleVector.broadcast(DOUBLES, value);
  }
}
