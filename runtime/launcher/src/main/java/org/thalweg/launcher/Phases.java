package org.thalweg.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Says with {@code --verbose} what a start spends its time on. */
final class Phases {
  private final PrintStream err;
  private Instant last;

  /** Silent if there is no stream. */
  Phases(PrintStream err) {
    this.err = err;
    this.last = err == null ? null : ProcessHandle.current().info().startInstant().orElse(null);
  }

  /** Says how long it took since the last phase, the first one since the process began. */
  void over(String phase) {
    if (err == null) {
      return;
    }
    Instant now = Instant.now();
    double seconds = last == null ? Double.NaN : Duration.between(last, now).toNanos() / 1e9;
    err.printf(Locale.ROOT, "thalweg: %7.3f s  %s%n", seconds, phase);
    last = now;
  }
}
