package org.thalweg.integrators;

import java.util.OptionalDouble;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.Traits;

/** The noise of geometric Brownian motion, B = b x, whose paths are known exactly. */
record GeometricNoise(double b, OptionalDouble stableIndex) implements DiffusiveNoise {
  GeometricNoise(double b) {
    this(b, OptionalDouble.empty());
  }

  GeometricNoise(double b, double stableIndex) {
    this(b, OptionalDouble.of(stableIndex));
  }

  @Override
  public Traits traits() {
    return new Traits(false, Traits.Form.DIAGONAL, true, stableIndex);
  }

  @Override
  public int channels() {
    return 1;
  }

  @Override
  public NoiseFactor factor(int walkers) {
    return (t, x, dz, out) -> {
      for (int j = 0; j < x.walkers(); j++) {
        out.line(0)[j] = b * x.line(0)[j] * dz.line(0)[j];
      }
    };
  }
}
