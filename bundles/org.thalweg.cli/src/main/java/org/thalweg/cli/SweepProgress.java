package org.thalweg.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Shows on stderr how far a sweep has come: one line that is rewritten on a terminal, a plain line
 * now and then elsewhere. Thread-safe.
 */
final class SweepProgress {
  private static final int BAR = 20;
  private static final long TERMINAL_INTERVAL = 100_000_000L;
  private static final long PLAIN_INTERVAL = 5_000_000_000L;

  private final PrintStream err;
  private final boolean terminal;
  private final int total;
  private final int reused;
  private final long begun = System.nanoTime();
  private long shown = begun;
  private int done;
  private int failed;

  SweepProgress(PrintStream err, boolean terminal, int total, int reused) {
    this.err = err;
    this.terminal = terminal;
    this.total = total;
    this.reused = reused;
  }

  synchronized void ended(boolean completed) {
    done++;
    failed += completed ? 0 : 1;
    long now = System.nanoTime();
    if (now - shown >= (terminal ? TERMINAL_INTERVAL : PLAIN_INTERVAL)) {
      shown = now;
      show(terminal);
    }
  }

  /** The last word. */
  synchronized void close() {
    if (terminal) {
      err.print("\r\u001b[K");
    }
    show(false);
  }

  private void show(boolean rewritten) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    double rate = done / Math.max(seconds, 1e-9);
    int left = total - reused - done;
    String text =
        String.format(
            Locale.ROOT,
            "%d of %d points done, %d failed, %d reused, %s/s%s",
            done + reused,
            total,
            failed,
            reused,
            TextTable.number(rate, 3),
            left > 0 && done > 0
                ? String.format(Locale.ROOT, ", %.0f s left", left / rate)
                : String.format(Locale.ROOT, ", %.1f s", seconds));
    if (rewritten) {
      int filled = (int) ((long) BAR * (done + reused) / Math.max(1, total));
      err.printf("\r[%s%s] %s\u001b[K", "=".repeat(filled), " ".repeat(BAR - filled), text);
    } else {
      err.println(text);
    }
    err.flush();
  }
}
