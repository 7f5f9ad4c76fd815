package org.thalweg.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Names a plugin in experiment files and in the catalogue.
 *
 * <p>It is a component property type: its values become service properties ({@code thalweg.id},
 * {@code thalweg.doc}, {@code thalweg.ref}, {@code thalweg.formula}, {@code thalweg.example}), so
 * that the catalogue lists a plugin without loading its class.
 */
@ComponentPropertyType
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Plugin {
  /** The prefix of the service properties. */
  String PREFIX_ = "thalweg.";

  /**
   * The name that experiment files use as {@code "type"}.
   *
   * @return lower-case words joined by hyphens, unique among the plugins of one kind
   */
  String id();

  /**
   * What the plugin is, in one line.
   *
   * @return a sentence without a full stop
   */
  String doc();

  /**
   * Where the model or method comes from.
   *
   * @return a citation with a DOI or an equation number; empty for what needs none
   */
  String ref() default "";

  /**
   * The model or method as a formula, in plain text with the symbols of its parameters.
   *
   * @return for example {@code L = h x^2/2}; empty where there is none
   */
  String formula() default "";

  /**
   * A reference as an experiment file would write it, where the defaults alone do not make a
   * sensible one: the JSON object with its {@code "type"}.
   *
   * @return JSON text; empty for the defaults
   */
  String example() default "";
}
