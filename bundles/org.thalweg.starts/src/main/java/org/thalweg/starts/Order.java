package org.thalweg.starts;

/** Which of several points a walker takes. */
public enum Order {
  /** Walker w takes row w, beginning again after the last row. */
  IN_TURN,
  /** Each walker takes any row, independently and with replacement. */
  RANDOM
}
