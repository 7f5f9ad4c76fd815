package org.thalweg.analyzers.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.analysis.GridOperator;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.method.Dynamics;

/** Tells methods of walkers from densities, whose paths nobody can follow. */
final class Densities {
  private Densities() {}

  static boolean is(MethodInfo method) {
    return method.dynamics().kind() == Dynamics.Kind.FOKKER_PLANCK;
  }

  static GridOperator operator(GridDensity density) {
    return density
        .operator()
        .orElseThrow(() -> new IllegalStateException("a density came without its operator"));
  }

  /**
   * Why an analyzer of paths has nothing to do.
   *
   * @param what what it watches
   * @param methods all methods
   */
  static Optional<String> objection(String what, List<MethodInfo> methods) {
    return methods.stream().allMatch(Densities::is)
        ? Optional.of(
            what
                + " is watched on walkers, and no method here has any: densities are not watched;"
                + " add a method ensemble")
        : Optional.empty();
  }

  /** What densities say of passages. */
  static List<DensityPassages> passages(List<Observed> observed) {
    List<DensityPassages> out = new ArrayList<>();
    for (Observed o : observed) {
      if (is(o.method())) {
        TimedObserver<PassageFields> seen = TimedObserver.of(o);
        if (seen.size() > 0) {
          out.add(new DensityPassages(o.method(), seen.last()));
        }
      }
    }
    return out;
  }
}
