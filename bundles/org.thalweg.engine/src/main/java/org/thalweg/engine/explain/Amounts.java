package org.thalweg.engine.explain;

import java.util.Locale;

/** Writes amounts of time and memory as people say them, with no more digits than are known. */
public final class Amounts {
  private static final double KILO = 1000;

  private Amounts() {}

  /**
   * A time that is roughly known.
   *
   * @param seconds the time
   * @param within the factor by which it may be longer or shorter
   * @return the time and its range
   */
  public static String time(double seconds, double within) {
    return "about "
        + duration(seconds)
        + " ("
        + duration(seconds / within)
        + " to "
        + duration(seconds * within)
        + ")";
  }

  /**
   * A time.
   *
   * @param seconds the time
   * @return it in a unit that suits it
   */
  public static String duration(double seconds) {
    if (seconds < 0.095) {
      return "0.1 s";
    }
    if (seconds < 9.5) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    if (seconds < 120) {
      return String.format(Locale.ROOT, "%.0f s", seconds);
    }
    if (seconds < 7200) {
      return String.format(Locale.ROOT, "%.0f min", seconds / 60);
    }
    return seconds < 172_800
        ? String.format(Locale.ROOT, "%.0f h", seconds / 3600)
        : String.format(Locale.ROOT, "%.0f days", seconds / 86_400);
  }

  /**
   * An amount of memory, in powers of ten.
   *
   * @param bytes the amount
   * @return it with a unit
   */
  public static String bytes(double bytes) {
    String[] units = {"B", "kB", "MB", "GB", "TB", "PB"};
    int unit = 0;
    double value = bytes;
    while (value >= KILO && unit < units.length - 1) {
      value /= KILO;
      unit++;
    }
    return String.format(Locale.ROOT, value < 9.95 && unit > 0 ? "%.1f" : "%.0f", value)
        + " "
        + units[unit];
  }

  /**
   * Some things.
   *
   * @param count how many
   * @param thing what one of them is called
   * @return the number and the word, in the plural unless it is one
   */
  public static String counted(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
