package org.thalweg.api.plugin;

import java.util.Optional;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.AnalyzerFactory;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.IntegratorFactory;
import org.thalweg.api.method.Method;
import org.thalweg.api.method.MethodFactory;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.DataSetFactory;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.ScheduleFactory;
import org.thalweg.api.problem.Start;
import org.thalweg.api.problem.StartFactory;

/** The kinds of plugin that an experiment file refers to, with what they make and what makes it. */
public enum Kind {
  /** A loss landscape. */
  LANDSCAPE("landscape", Landscape.class, LandscapeFactory.class),
  /** A model of how minibatch gradients differ from the full gradient. */
  NOISE("noise", NoiseModel.class, NoiseFactory.class),
  /** A distribution of starting points. */
  START("start", Start.class, StartFactory.class),
  /** A scheme that steps walkers. */
  INTEGRATOR("integrator", Integrator.class, IntegratorFactory.class),
  /** A way to solve a problem. */
  METHOD("method", Method.class, MethodFactory.class),
  /** What is observed and reported. */
  ANALYZER("analyzer", Analyzer.class, AnalyzerFactory.class),
  /** A setting that may change with time; a plain number stands for the constant one. */
  SCHEDULE("schedule", Schedule.class, ScheduleFactory.class, new Shorthand("constant", "value")),
  /** A data set. */
  DATA("data", DataSet.class, DataSetFactory.class);

  /**
   * What a plain number stands for where an experiment file refers to a plugin.
   *
   * @param type the plugin's id
   * @param parameter the parameter that takes the number
   */
  public record Shorthand(String type, String parameter) {}

  private final String label;
  private final Class<?> product;
  private final Class<?> factory;
  private final Shorthand shorthand;

  Kind(String label, Class<?> product, Class<?> factory) {
    this(label, product, factory, null);
  }

  Kind(String label, Class<?> product, Class<?> factory, Shorthand shorthand) {
    this.label = label;
    this.product = product;
    this.factory = factory;
    this.shorthand = shorthand;
  }

  /**
   * What a plain number stands for in place of a reference.
   *
   * @return the plugin and the parameter that it sets, or empty where a number means nothing
   */
  public Optional<Shorthand> shorthand() {
    return Optional.ofNullable(shorthand);
  }

  /**
   * The kind's name in messages.
   *
   * @return a lower-case noun
   */
  public String label() {
    return label;
  }

  /**
   * What plugins of this kind make.
   *
   * @return the type argument of a {@link Ref} to this kind
   */
  public Class<?> product() {
    return product;
  }

  /**
   * The service interface of plugins of this kind.
   *
   * @return a subtype of {@link Factory}
   */
  public Class<?> factory() {
    return factory;
  }

  /**
   * The kind that makes a product.
   *
   * @param product the type argument of a {@link Ref}
   * @return the kind
   * @throws IllegalArgumentException if no kind makes it
   */
  public static Kind of(Class<?> product) {
    for (Kind k : values()) {
      if (k.product == product) {
        return k;
      }
    }
    throw new IllegalArgumentException("no kind of plugin makes a " + product.getName());
  }
}
