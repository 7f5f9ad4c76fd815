package org.thalweg.api.plugin;

import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.AnalyzerFactory;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.IntegratorFactory;
import org.thalweg.api.method.Method;
import org.thalweg.api.method.MethodFactory;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
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
  ANALYZER("analyzer", Analyzer.class, AnalyzerFactory.class);

  private final String label;
  private final Class<?> product;
  private final Class<?> factory;

  Kind(String label, Class<?> product, Class<?> factory) {
    this.label = label;
    this.product = product;
    this.factory = factory;
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
