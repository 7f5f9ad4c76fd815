package org.thalweg.engine.ensemble;

/**
 * How an ensemble is cut into chunks: a fixed rule of dimension and walkers, part of the numerics
 * version.
 *
 * @param dim the number of parameters of the landscape
 * @param walkers the number of walkers of the ensemble
 */
record Chunks(int dim, long walkers) {
  /** Walkers per chunk for few dimensions: rows of 4 kB, so that a step's blocks stay in L1. */
  private static final int FEW_DIMENSIONS = 512;

  /** Numbers per block for many dimensions: 16 kB, so that a step's blocks stay in L1 or L2. */
  private static final int NUMBERS = 2048;

  int size() {
    int fitting = Integer.highestOneBit(Math.max(1, NUMBERS / dim));
    return Math.min(FEW_DIMENSIONS, fitting);
  }

  int count() {
    return Math.toIntExact((walkers + size() - 1) / size());
  }

  long first(int chunk) {
    return (long) chunk * size();
  }

  int walkersIn(int chunk) {
    return (int) Math.min(size(), walkers - first(chunk));
  }
}
