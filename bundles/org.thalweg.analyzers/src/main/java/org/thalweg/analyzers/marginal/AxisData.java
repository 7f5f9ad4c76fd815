package org.thalweg.analyzers.marginal;

import org.thalweg.analyzers.observation.Snapshot;

/** The marginal along one axis at one time, as walkers or a density gave it. */
public sealed interface AxisData extends Snapshot<AxisData> permits Histogram, Slabs {
  /** The probabilities of the bins, conditioned on being in one of them. */
  Masses masses(Bins bins);
}
