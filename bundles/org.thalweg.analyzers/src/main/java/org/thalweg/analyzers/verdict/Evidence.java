package org.thalweg.analyzers.verdict;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.thalweg.analyzers.marginal.AxisCamera;
import org.thalweg.analyzers.marginal.AxisData;
import org.thalweg.analyzers.moments.MomentCamera;
import org.thalweg.analyzers.moments.MomentData;
import org.thalweg.analyzers.observation.Camera;
import org.thalweg.analyzers.observation.Losses;
import org.thalweg.analyzers.observation.Snapshot;
import org.thalweg.api.analysis.Distribution;

/**
 * What a verdict keeps of one method at one time.
 *
 * @param axis the marginal along axis 0, where the axis has ends
 * @param moments the moments of the first coordinates
 */
record Evidence(Optional<AxisData> axis, MomentData moments) implements Snapshot<Evidence> {
  Losses losses() {
    return moments.losses();
  }

  @Override
  public void merge(Evidence next) {
    axis.ifPresent(a -> a.merge(next.axis.orElseThrow()));
    moments.merge(next.moments);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    if (axis.isPresent()) {
      axis.get().save(out);
    }
    moments.save(out);
  }

  /**
   * Takes evidence.
   *
   * @param axis the camera for the marginal, if there is one
   * @param moments the camera for the moments
   */
  record EvidenceCamera(Optional<AxisCamera> axis, MomentCamera moments)
      implements Camera<Evidence> {
    @Override
    public Evidence take(double time, Distribution distribution) {
      return new Evidence(
          axis.map(a -> a.take(time, distribution)), moments.take(time, distribution));
    }

    @Override
    public Evidence read(DataInput in) throws IOException {
      Optional<AxisData> marginal =
          axis.isPresent() ? Optional.of(axis.get().read(in)) : Optional.empty();
      return new Evidence(marginal, moments.read(in));
    }
  }
}
