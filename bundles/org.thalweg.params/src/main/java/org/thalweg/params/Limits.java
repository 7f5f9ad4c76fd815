package org.thalweg.params;

import java.math.BigDecimal;
import org.thalweg.api.plugin.Param;

/** What a parameter's declaration says about its values, for checks and messages. */
final class Limits {
  private static final int LONGEST_EXAMPLE = 60;

  private final double min;
  private final double max;
  private final boolean above;
  private final String unit;
  private final Shape shape;
  private final Object example;

  /**
   * The limits of a component.
   *
   * @param component the component
   * @param fallback its default, which serves as the example; null for none
   */
  Limits(Component component, Object fallback) {
    Param p = component.param();
    this.min = p == null ? Double.NEGATIVE_INFINITY : p.min();
    this.max = p == null ? Double.POSITIVE_INFINITY : p.max();
    this.above = p != null && p.above();
    this.unit = p == null ? "" : p.unit();
    this.shape = component.shape();
    this.example = fallback;
  }

  private Limits(Limits whole) {
    this.min = whole.min;
    this.max = whole.max;
    this.above = whole.above;
    this.unit = whole.unit;
    this.shape = whole.shape;
    this.example = null;
  }

  /** The limits of an array's elements, for which the array is no example. */
  Limits ofElements() {
    return new Limits(this);
  }

  double min() {
    return min;
  }

  double max() {
    return max;
  }

  boolean above() {
    return above;
  }

  String unit() {
    return unit;
  }

  /** The complaint about a value out of bounds, without the value; empty if it is within. */
  String complaint(double value) {
    boolean small = above ? value <= min : value < min;
    return small ? "is too small" : value > max ? "is too large" : "";
  }

  String complaint(long value) {
    boolean small = compare(value, min) < (above ? 1 : 0);
    return small ? "is too small" : compare(value, max) > 0 ? "is too large" : "";
  }

  /** The allowed range in words, such as "at least 0"; empty if there are no bounds. */
  String range() {
    boolean below = min > Double.NEGATIVE_INFINITY;
    boolean bounded = max < Double.POSITIVE_INFINITY;
    if (below && bounded && !above) {
      return "from " + Numbers.brief(min) + " to " + Numbers.brief(max);
    }
    String lower = below ? (above ? "greater than " : "at least ") + Numbers.brief(min) : "";
    String upper = bounded ? "at most " + Numbers.brief(max) : "";
    return lower + (below && bounded ? " and " : "") + upper;
  }

  /** Unit and example in parentheses, or nothing. */
  String remarks() {
    String u = unit.isEmpty() ? "" : "unit: " + unit;
    String text = exampleText();
    String e = text.isEmpty() ? "" : "for example " + text;
    String both = u + (u.isEmpty() || e.isEmpty() ? "" : "; ") + e;
    return both.isEmpty() ? "" : " (" + both + ")";
  }

  /** Written only when a message needs it, since most parameters are right. */
  private String exampleText() {
    if (example == null) {
      return "";
    }
    try {
      String text = RecordWriter.write(shape, example).toString();
      return text.length() > LONGEST_EXAMPLE || text.equals("null") || text.equals("[]")
          ? ""
          : text;
    } catch (IllegalArgumentException notFinite) {
      return "";
    }
  }

  private static int compare(long value, double bound) {
    return Double.isInfinite(bound) || Double.isNaN(bound)
        ? Double.compare(0, bound)
        : BigDecimal.valueOf(value).compareTo(new BigDecimal(bound));
  }
}
