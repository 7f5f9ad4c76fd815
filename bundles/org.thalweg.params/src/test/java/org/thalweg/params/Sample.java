package org.thalweg.params;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.Method;
import org.thalweg.api.plugin.Choice;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Start;

/**
 * A small workbench with the same shapes as the real one: plugins, their records, an experiment.
 */
final class Sample {
  private Sample() {}

  record DoubleWell(
      @Param(min = 0, above = true, unit = "loss", doc = "barrier height") double barrier,
      @Param(min = 0, max = 10, unit = "theta", doc = "distance of the wells") double separation) {}

  sealed interface Profile permits Bump, Linear, Flat {}

  @Choice(value = "bump", doc = "F = 1 + height exp(-x^2/width^2)")
  record Bump(
      @Param(min = 0, doc = "height of the bump") double height,
      @Param(min = 0, above = true, unit = "theta", doc = "width of the bump") double width)
      implements Profile {
    Bump() {
      this(1, 0.7);
    }
  }

  @Choice(value = "linear", doc = "F = 1 + slope x")
  record Linear(@Param(doc = "slope of F") double slope) implements Profile {}

  @Choice("flat")
  record Flat() implements Profile {}

  record Valley(
      @Param(doc = "flatness along the floor") Profile profile,
      @Param(min = 0, above = true, doc = "curvature") double curvature) {}

  record Sum(
      @Param(required = true, doc = "what is added") List<Ref<Landscape>> terms,
      @Param(min = 0, doc = "one for each term; empty for ones") double[] weights) {
    Sum {
      if (weights.length != 0 && weights.length != terms.size()) {
        throw new InvalidParameterException(
            "weights",
            weights.length + " weights for " + terms.size() + " terms; give one for each");
      }
    }
  }

  record Scaled(
      Ref<Landscape> landscape, @Param(min = 0, above = true, doc = "factor") double by) {}

  record Point(@Param(required = true, unit = "theta", doc = "the point") double[] at) {}

  record Sgd(@Param(min = 0, max = 1, doc = "heavy-ball momentum") double momentum) {}

  record EulerMaruyama(
      @Param(min = 0, above = true, unit = "time", doc = "time step") OptionalDouble step) {}

  record Ensemble(
      Ref<Integrator> integrator, @Param(min = 1, doc = "how many walkers") int walkers) {}

  enum Scheme {
    IMPLICIT_EULER,
    TR_BDF2
  }

  record FokkerPlanck(
      @Param(min = 3, max = 4096, doc = "cells per axis") int[] cells,
      @Param(doc = "time stepping") Scheme scheme) {}

  record Domain(double from, double to) {
    Domain {
      if (!(from < to)) {
        throw new IllegalArgumentException("from " + from + " must be less than to " + to);
      }
    }
  }

  record Problem(
      @Param(required = true, doc = "the loss") Ref<Landscape> landscape,
      @Param(min = 0, above = true, max = 10, unit = "time", doc = "learning rate")
          double learningRate,
      @Param(min = 1, max = 1e6, doc = "samples per step") long batch,
      Ref<Start> start,
      List<Domain> domain,
      @Param(min = 0, unit = "time", doc = "end") double horizon) {}

  record MethodEntry(@Param(required = true, doc = "name") String id, @Beside Ref<Method> method) {}

  record Save(@Param(min = 0, above = true, unit = "time", doc = "interval") double every) {}

  record Experiment(
      long thalweg,
      Problem problem,
      @Param(required = true, doc = "ways to solve it") List<MethodEntry> methods,
      Save save,
      String seed,
      boolean keepPaths,
      Optional<String> title) {}

  record Everything(
      double aDouble,
      long aLong,
      int anInt,
      boolean aBoolean,
      String aString,
      Scheme aScheme,
      double[] doubles,
      long[] longs,
      int[] ints,
      double[][] matrix,
      List<String> strings,
      List<Double> boxed,
      List<Scheme> schemes,
      List<List<Long>> table,
      Save nested,
      Profile profile,
      List<Profile> profiles,
      Optional<Save> maybeNested,
      Optional<Profile> maybeProfile,
      Optional<List<Integer>> maybeList,
      OptionalDouble maybeDouble,
      OptionalLong maybeLong,
      OptionalInt maybeInt,
      Ref<Landscape> landscape,
      List<Ref<Landscape>> landscapes,
      Optional<Ref<Landscape>> maybeLandscape) {}

  static Everything everything() {
    return new Everything(
        0.5,
        1L << 60,
        -7,
        true,
        "text",
        Scheme.TR_BDF2,
        new double[] {1, 2.5},
        new long[] {1, 2},
        new int[] {3},
        new double[][] {{1, 2}, {3}},
        List.of("a", "b"),
        List.of(0.25),
        List.of(Scheme.IMPLICIT_EULER),
        List.of(List.of(1L), List.of()),
        new Save(0.5),
        new Linear(2),
        List.of(new Flat(), new Bump(2, 3)),
        Optional.of(new Save(1)),
        Optional.empty(),
        Optional.of(List.of(4, 5)),
        OptionalDouble.of(1e-9),
        OptionalLong.empty(),
        OptionalInt.of(6),
        new Ref<>("valley", null),
        List.of(new Ref<>("double-well", new DoubleWell(3, 2))),
        Optional.empty());
  }

  static Experiment experiment() {
    return new Experiment(
        1,
        new Problem(null, 0.05, 1, new Ref<>("origin", null), List.of(), 50),
        List.of(),
        new Save(0.5),
        "1",
        false,
        Optional.empty());
  }

  static final String TEXT =
      """
      { "thalweg": 1,
        "problem": {
          "landscape": {"type": "valley", "profile": {"type": "bump", "height": 1, "width": 0.7}},
          "learningRate": 0.05, "batch": 1,
          "start": {"type": "point", "at": [2, 0]}, "horizon": 50,
          "domain": [{"from": -3, "to": 3}, {"from": -1, "to": 1}] },
        "methods": [
          {"id": "sgd", "type": "ensemble", "integrator": {"type": "sgd"}, "walkers": 4096},
          {"id": "density", "type": "fokker-planck", "cells": [256, 256]} ],
        "save": {"every": 0.5}, "seed": "1" }
      """;

  record Origin() {}

  static PluginLookup plugins() {
    Lookup all = new Lookup();
    all.add(Kind.LANDSCAPE, "double-well", () -> new DoubleWell(1, 2));
    all.add(Kind.LANDSCAPE, "valley", () -> new Valley(new Bump(), 1));
    all.add(Kind.LANDSCAPE, "sum", () -> new Sum(List.of(), new double[0]));
    all.add(Kind.LANDSCAPE, "scaled", () -> new Scaled(new Ref<>("double-well", null), 2));
    all.add(Kind.START, "point", () -> new Point(new double[0]));
    all.add(Kind.START, "origin", Origin::new);
    all.add(Kind.INTEGRATOR, "sgd", () -> new Sgd(0));
    all.add(Kind.INTEGRATOR, "euler-maruyama", () -> new EulerMaruyama(OptionalDouble.empty()));
    all.add(
        Kind.METHOD,
        "ensemble",
        () ->
            new Ensemble(
                new Ref<>("euler-maruyama", new EulerMaruyama(OptionalDouble.of(0.01))), 1024));
    all.add(Kind.METHOD, "fokker-planck", () -> new FokkerPlanck(new int[] {128}, Scheme.TR_BDF2));
    return all;
  }

  /** A catalogue that is two maps. */
  static final class Lookup implements PluginLookup {
    private final Map<Kind, Map<String, Factory<?>>> factories = new HashMap<>();

    void add(Kind kind, String id, Factory<?> factory) {
      factories.computeIfAbsent(kind, k -> new HashMap<>()).put(id, factory);
    }

    void remove(Kind kind, String id) {
      factories.get(kind).remove(id);
    }

    @Override
    public Optional<Factory<?>> find(Kind kind, String id) {
      return Optional.ofNullable(factories.getOrDefault(kind, Map.of()).get(id));
    }

    @Override
    public Set<String> ids(Kind kind) {
      return factories.getOrDefault(kind, Map.of()).keySet();
    }
  }

  static Checked<Experiment> read(String text) {
    return new Binder(plugins()).read(text, experiment());
  }
}
