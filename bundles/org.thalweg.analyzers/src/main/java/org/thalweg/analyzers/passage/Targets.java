package org.thalweg.analyzers.passage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.thalweg.api.analysis.Region;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.Problem;

/**
 * The regions that an analyzer watches, grouped by their names.
 *
 * @param regions the regions, in the order in which they are looked at
 * @param names the distinct names, in the order of their first use; the unnamed are one group
 */
record Targets(List<Region> regions, List<String> names) {
  private static final String UNNAMED = "unnamed";

  /** More would not fit into the byte that a walker's fate takes. */
  private static final int MOST = 100;

  /**
   * The regions of a parameter, checked.
   *
   * @param parameter its name
   * @param regions its value
   * @param dim the number of parameters of the landscape
   */
  static Targets of(String parameter, List<Region> regions, int dim) {
    for (int i = 0; i < regions.size(); i++) {
      int at = i;
      regions
          .get(i)
          .objection(dim)
          .ifPresent(
              reason -> {
                throw new InvalidParameterException(parameter + "[" + at + "]", reason);
              });
    }
    LinkedHashSet<String> names = new LinkedHashSet<>();
    regions.forEach(r -> names.add(name(r)));
    if (names.size() > MOST) {
      throw new InvalidParameterException(
          parameter,
          "has " + names.size() + " names; give at most " + MOST + ", regions of one name are one");
    }
    return new Targets(List.copyOf(regions), List.copyOf(names));
  }

  private static String name(Region region) {
    return region.name().isEmpty() ? UNNAMED : region.name();
  }

  /** The number of the group that each region belongs to. */
  int[] groups() {
    return regions.stream().mapToInt(r -> names.indexOf(name(r))).toArray();
  }

  /** Fresh tests for one chunk, of the regions as they are or as continuous paths see them. */
  Membership[] memberships(Problem problem, int walkers, boolean continuous) {
    Optional<Reach> reach = continuous ? Reach.of(problem) : Optional.empty();
    List<Membership> tests = new ArrayList<>();
    regions.forEach(r -> tests.add(Memberships.of(r, problem, walkers, reach)));
    return tests.toArray(Membership[]::new);
  }

  /** The number of the group that a point is in, the first if it is in several, or -1. */
  ToIntFunction<double[]> groupAt(Problem problem) {
    int[] groups = groups();
    return x -> {
      for (int r = 0; r < groups.length; r++) {
        if (regions.get(r).contains(problem, x)) {
          return groups[r];
        }
      }
      return -1;
    };
  }
}
