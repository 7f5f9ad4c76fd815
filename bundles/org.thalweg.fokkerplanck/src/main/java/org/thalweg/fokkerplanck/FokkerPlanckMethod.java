package org.thalweg.fokkerplanck;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.method.Forecast;
import org.thalweg.api.method.Method;
import org.thalweg.api.method.MethodResult;
import org.thalweg.api.method.MethodRun;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.NoiseCapabilities;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.ProductStart;

/** The method itself: says what it cannot do, and hands the rest to a run. */
record FokkerPlanckMethod(FokkerPlanck.Params parameters) implements Method {
  private static final long REHEARSING = 16;

  @Override
  public Dynamics dynamics(Problem problem) {
    return new Dynamics(Dynamics.Kind.FOKKER_PLANCK, 0, 0);
  }

  @Override
  public Optional<String> objection(Problem problem) {
    int dim = problem.dim();
    if (dim > 2) {
      return Optional.of(
          "a density on a grid needs 1 or 2 dimensions, and the landscape has "
              + dim
              + "; use an ensemble");
    }
    if (parameters.cells().length != 0 && parameters.cells().length != dim) {
      return Optional.of(
          "cells has "
              + parameters.cells().length
              + " numbers, but the landscape has "
              + dim
              + " dimensions; give one for each, or none");
    }
    return domainObjection(problem)
        .or(() -> noiseObjection(problem))
        .or(() -> timeObjection(problem))
        .or(() -> startObjection(problem));
  }

  private Optional<String> domainObjection(Problem problem) {
    for (int a = 0; a < problem.dim(); a++) {
      Axis axis = problem.domain().get(a);
      if (!axis.bounded()) {
        return Optional.of(
            "a density on a grid needs a bounded domain, and axis "
                + a
                + " is open; give it from, to and an edge: reflecting, absorbing or periodic");
      }
      if (steady() && (axis.lower() == Edge.ABSORBING || axis.upper() == Edge.ABSORBING)) {
        return Optional.of(
            "there is no steady state: axis "
                + a
                + " has an absorbing edge, which takes all probability in the end; use reflecting"
                + " or periodic edges, or solve: evolution");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> noiseObjection(Problem problem) {
    if (problem.noise().noDiffusion().isPresent()) {
      return problem.noise().noDiffusion();
    }
    if (problem.noise().traits().stableIndex().isPresent()) {
      return Optional.of(
          "alpha-stable noise has no variance: its density obeys an equation with a fractional"
              + " derivative, which this method does not solve; use an ensemble, or another noise");
    }
    if (problem.noise().dependsOnTime()) {
      return Optional.of(
          "the noise changes with time, which this method cannot; use an ensemble, or a noise of"
              + " constant strength");
    }
    if (problem.noise().channels() == 0) {
      return Optional.of(
          "there is no noise, so that a density on a grid would spread by numerical error alone;"
              + " use an ensemble, or a noise");
    }
    if (NoiseCapabilities.covariance(problem.noise(), problem.setting()).isEmpty()) {
      return Optional.of(
          "the Fokker-Planck equation needs a noise with a covariance in closed form, which this"
              + " one does not give; use an ensemble, or another noise");
    }
    return Optional.empty();
  }

  private static Optional<String> timeObjection(Problem problem) {
    if (problem.landscape().dependsOnTime()) {
      return Optional.of(
          "the landscape changes with time, which this method cannot follow; use an ensemble");
    }
    if (!problem.setting().learningRate().isConstant() || !problem.setting().batch().isConstant()) {
      return Optional.of(
          "learning rate and batch must be constant for this method; use an ensemble for"
              + " schedules");
    }
    return Optional.empty();
  }

  private Optional<String> startObjection(Problem problem) {
    if (!steady() && !(problem.start() instanceof ProductStart)) {
      return Optional.of(
          "this start has no closed form that a density could begin with; use point, gaussian or"
              + " uniform, or, on a valley, floor");
    }
    return Optional.empty();
  }

  private boolean steady() {
    return parameters.solve() == FokkerPlanck.Solve.STEADY_STATE;
  }

  @Override
  public Optional<Forecast> forecast(MethodRun run, double seconds) throws InterruptedException {
    DensityRun density = density(run);
    return Optional.of(steady() ? density.steadyForecast() : density.forecast());
  }

  @Override
  public Optional<Method> rehearsal(Problem problem) {
    long[] few = new long[problem.dim()];
    Arrays.fill(few, REHEARSING);
    return Optional.of(
        new FokkerPlanckMethod(
            new FokkerPlanck.Params(
                FokkerPlanck.Solve.EVOLUTION,
                few,
                parameters.scheme(),
                parameters.reach(),
                1,
                OptionalDouble.of(problem.horizon()),
                false)));
  }

  @Override
  public MethodResult solve(MethodRun run) throws InterruptedException {
    DensityRun density = density(run);
    return steady() ? density.steadyState() : density.evolution();
  }

  private DensityRun density(MethodRun run) {
    Problem problem = run.problem();
    HasCovariance noise =
        NoiseCapabilities.covariance(problem.noise(), problem.setting()).orElseThrow();
    double half = 0.5 * problem.setting().learningRate().at(0);
    Equation equation =
        new Equation(
            List.copyOf(problem.domain()),
            x -> problem.landscape().value(0, x),
            (x, out) -> {
              noise.covariance(0, x, out);
              for (int i = 0; i < out.length; i++) {
                out[i] *= half;
              }
            },
            parameters.scheme(),
            (int) parameters.reach());
    return new DensityRun(equation, parameters, run);
  }
}
