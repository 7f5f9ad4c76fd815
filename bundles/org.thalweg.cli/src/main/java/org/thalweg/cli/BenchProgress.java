package org.thalweg.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.thalweg.bench.BenchListener;

/**
 * Shows on stderr how far a measurement has come: one line for each phase of each experiment, and
 * on a terminal the run that is going on.
 */
final class BenchProgress implements BenchListener {
  private static final String CLEAR = "\r\u001b[K";
  private static final long INTERVAL = 100_000_000L;

  private final PrintStream err;
  private final boolean terminal;
  private long shown = System.nanoTime();

  BenchProgress(PrintStream err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void began(String id) {}

  @Override
  public void advanced(String id, double fraction) {}

  @Override
  public void ended(String id, double seconds) {}

  @Override
  public void run(String subject, Phase phase, int number) {
    long now = System.nanoTime();
    if (terminal && now - shown > INTERVAL) {
      err.printf(Locale.ROOT, "%s%-13s  %s, run %d", CLEAR, subject, phase.label(), number);
      err.flush();
      shown = now;
    }
  }

  @Override
  public void over(String subject, Phase phase, int runs, double seconds) {
    err.printf(
        Locale.ROOT,
        "%s%-13s  %-14s  %d %s, %.1f s%n",
        terminal ? CLEAR : "",
        subject,
        phase.label(),
        runs,
        runs == 1 ? "run" : "runs",
        seconds);
    err.flush();
  }

  @Override
  public void warn(String subject, String message) {
    err.printf("%swarning: %s: %s%n", terminal ? CLEAR : "", subject, message);
    err.flush();
  }
}
