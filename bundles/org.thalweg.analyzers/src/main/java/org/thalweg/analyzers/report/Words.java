package org.thalweg.analyzers.report;

import java.util.Locale;
import org.thalweg.api.analysis.Estimate;

/** Numbers in sentences. */
public final class Words {
  private Words() {}

  /** Four digits. */
  public static String number(double v) {
    if (Double.isInfinite(v)) {
      return v > 0 ? "infinity" : "-infinity";
    }
    return tidy(String.format(Locale.ROOT, "%.4g", v));
  }

  /** Two digits, for errors. */
  public static String rough(double v) {
    return tidy(String.format(Locale.ROOT, "%.2g", v));
  }

  /**
   * A value with its error, both to the error's second digit; four digits without an error.
   *
   * @param e the estimate
   * @return the words
   */
  public static String of(Estimate e) {
    if (!(e.error() > 0) || Double.isInfinite(e.error()) || !Double.isFinite(e.value())) {
      return number(e.value());
    }
    int place = Math.min(0, (int) Math.floor(Math.log10(e.error())) - 1);
    if (place < -6 || e.error() >= 1e6 || Math.abs(e.value()) >= 1e6) {
      return number(e.value()) + " +- " + rough(e.error());
    }
    String format = "%." + -place + "f";
    return String.format(Locale.ROOT, format + " +- " + format, e.value(), e.error());
  }

  private static String tidy(String s) {
    return s.contains(".") && !s.contains("e") ? s.replaceAll("0+$", "").replaceAll("\\.$", "") : s;
  }

  /** A part of one in per cent, two digits. */
  public static String percent(double part) {
    return rough(100 * part) + " %";
  }
}
