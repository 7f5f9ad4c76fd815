package org.thalweg.analyzers.marginal;

import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.thalweg.analyzers.observation.Camera;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.analysis.WalkerChunk;

/**
 * Takes the marginal along one axis.
 *
 * @param axis the axis
 * @param bins the bins of walkers
 * @param across what is averaged in every bin or slab too, of x on axis 0 and y on axis 1
 */
public record AxisCamera(int axis, Bins bins, Optional<Histogram.Across> across)
    implements Camera<AxisData> {
  /** Takes the marginal alone. */
  public AxisCamera(int axis, Bins bins) {
    this(axis, bins, Optional.empty());
  }

  @Override
  public AxisData take(double time, Distribution distribution) {
    if (distribution instanceof WalkerChunk chunk) {
      return across.isPresent()
          ? Histogram.of(chunk, axis, bins, across.get(), 1)
          : Histogram.of(chunk, axis, bins);
    }
    GridDensity density = (GridDensity) distribution;
    return Slabs.of(density, axis, across.isPresent() ? List.of(x -> x[1] * x[1]) : List.of());
  }

  @Override
  public AxisData read(DataInput in) throws IOException {
    return in.readBoolean() ? Histogram.read(in, bins) : Slabs.read(in);
  }
}
