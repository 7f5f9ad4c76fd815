package org.thalweg.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares one parameter, on a component of a plugin's parameter record.
 *
 * <p>This one declaration feeds the reader of experiment files, the command line, the schema and
 * the forms. For arrays and lists the bounds hold for every element.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Param {
  /**
   * What the parameter means.
   *
   * @return a phrase, with its symbol where it has one
   */
  String doc();

  /**
   * The unit, in terms of loss, parameter (theta), time (learning rate times steps) and pure
   * numbers.
   *
   * @return the unit; empty for a pure number
   */
  String unit() default "";

  /**
   * The smallest allowed value.
   *
   * @return the bound
   */
  double min() default Double.NEGATIVE_INFINITY;

  /**
   * The largest allowed value.
   *
   * @return the bound
   */
  double max() default Double.POSITIVE_INFINITY;

  /**
   * Whether {@link #min()} itself is excluded.
   *
   * @return true where the value must be greater than the bound
   */
  boolean above() default false;

  /**
   * Whether the file must give the parameter, the value in {@code defaults()} being only a place
   * holder.
   *
   * @return true where there is no sensible default
   */
  boolean required() default false;
}
