package org.thalweg.analyzers.passage;

import java.util.List;
import java.util.Optional;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.method.Dynamics;

/** Tells methods of walkers from densities, whose paths nobody can follow. */
final class Densities {
  private Densities() {}

  static boolean is(MethodInfo method) {
    return method.dynamics().kind() == Dynamics.Kind.FOKKER_PLANCK;
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
}
