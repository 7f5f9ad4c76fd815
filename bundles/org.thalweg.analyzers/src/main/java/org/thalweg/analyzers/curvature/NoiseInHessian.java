package org.thalweg.analyzers.curvature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.analyzers.observation.Snapshot;
import org.thalweg.analyzers.observation.Streams;

/** Of some walkers: the Hessian's eigenvalues, and the noise in its eigenvectors' directions. */
final class NoiseInHessian implements Snapshot<NoiseInHessian> {
  /**
   * One walker.
   *
   * @param curvature the eigenvalues h, falling
   * @param variance v.C v for the eigenvectors v, in the same order
   * @param alignment Tr(C H)/(|C| |H|), Frobenius' norms, in the space of the eigenvectors
   */
  record Look(double[] curvature, double[] variance, double alignment) {}

  final List<Look> looks = new ArrayList<>();

  @Override
  public void merge(NoiseInHessian next) {
    looks.addAll(next.looks);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(looks.size());
    for (Look look : looks) {
      Streams.write(out, look.curvature());
      Streams.write(out, look.variance());
      out.writeDouble(look.alignment());
    }
  }

  static NoiseInHessian read(DataInput in) throws IOException {
    NoiseInHessian data = new NoiseInHessian();
    int n = in.readInt();
    for (int i = 0; i < n; i++) {
      data.looks.add(new Look(Streams.doubles(in), Streams.doubles(in), in.readDouble()));
    }
    return data;
  }
}
