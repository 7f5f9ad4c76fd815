package org.thalweg.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names one alternative of a sealed choice of records, as its {@code "type"} in experiment files.
 *
 * <p>An alternative's defaults are what its no-argument constructor makes; without one, every
 * component must be given.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Choice {
  /**
   * The name of the alternative.
   *
   * @return lower-case words joined by hyphens
   */
  String value();

  /**
   * What the alternative is, in one line.
   *
   * @return a phrase, with its formula
   */
  String doc() default "";
}
