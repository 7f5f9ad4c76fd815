package org.thalweg.api.problem;

/** What happens at the end of an axis of the domain. */
public enum Edge {
  /** Nothing: the axis goes on. Densities on a grid need one of the others. */
  OPEN,
  /** What crosses is mirrored; momenta change sign; no probability flows out. */
  REFLECTING,
  /** What crosses leaves, and is counted with its time. */
  ABSORBING,
  /** What crosses comes in at the other end; both ends of an axis must be periodic. */
  PERIODIC
}
