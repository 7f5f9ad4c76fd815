package org.thalweg.bench.instruments;

/** What a step of walkers does. */
enum Part {
  /** All of a step that is none of the others. */
  STEP,
  /** Random numbers. */
  DRAWING,
  /** Gradients and Hessian products of the landscape. */
  DRIFT,
  /** What noises make of random numbers and gradients. */
  NOISE
}
