package org.thalweg.analyzers.report;

import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;

/** How the methods are told apart in figures. */
public final class Roles {
  private Roles() {}

  /** By the kind of its dynamics. */
  public static Figure.Role of(MethodInfo method) {
    return switch (method.dynamics().kind()) {
      case DISCRETE_SGD -> Figure.Role.SGD;
      case LANGEVIN -> Figure.Role.LANGEVIN;
      case UNDERDAMPED_LANGEVIN -> Figure.Role.OTHER;
      case FOKKER_PLANCK -> Figure.Role.DENSITY;
    };
  }
}
