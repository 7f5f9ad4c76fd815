package org.thalweg.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.thalweg.engine.run.RunListener;

/**
 * Shows on stderr how far a run has come: one line that is rewritten on a terminal, a plain line
 * now and then elsewhere.
 */
final class Progress implements RunListener {
  private static final int BAR = 28;
  private static final long TERMINAL_INTERVAL = 100_000_000L;
  private static final long PLAIN_INTERVAL = 5_000_000_000L;

  private final PrintStream err;
  private final boolean terminal;
  private long begun;
  private long shown;

  Progress(PrintStream err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public synchronized void began(String id) {
    begun = System.nanoTime();
    shown = begun;
  }

  @Override
  public synchronized void advanced(String id, double fraction) {
    long now = System.nanoTime();
    if (now - shown < (terminal ? TERMINAL_INTERVAL : PLAIN_INTERVAL)) {
      return;
    }
    shown = now;
    double seconds = (now - begun) / 1e9;
    double left = fraction > 0 ? seconds * (1 - fraction) / fraction : Double.NaN;
    String times =
        String.format(
            Locale.ROOT,
            "%3.0f %%  %.0f s%s",
            100 * fraction,
            seconds,
            Double.isNaN(left) ? "" : String.format(Locale.ROOT, ", %.0f s left", left));
    if (terminal) {
      int filled = (int) Math.round(BAR * Math.min(1, Math.max(0, fraction)));
      err.printf(
          "\r%-12s [%s%s] %s\u001b[K", id, "=".repeat(filled), " ".repeat(BAR - filled), times);
    } else {
      err.printf("%-12s %s%n", id, times);
    }
    err.flush();
  }

  @Override
  public synchronized void ended(String id, double seconds) {
    err.printf(Locale.ROOT, "%s%-12s done in %.2f s%n", terminal ? "\r\u001b[K" : "", id, seconds);
    err.flush();
  }
}
