package org.thalweg.analyzers.report;

import java.util.Locale;

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

  private static String tidy(String s) {
    return s.contains(".") && !s.contains("e") ? s.replaceAll("0+$", "").replaceAll("\\.$", "") : s;
  }

  /** A part of one in per cent, two digits. */
  public static String percent(double part) {
    return rough(100 * part) + " %";
  }
}
