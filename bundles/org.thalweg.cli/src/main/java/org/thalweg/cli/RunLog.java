package org.thalweg.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.thalweg.engine.run.RunListener;
import org.thalweg.engine.run.RunOutcome;
import org.thalweg.engine.run.RunOutcome.AnalyzerOutcome;
import org.thalweg.engine.run.RunOutcome.MethodOutcome;

/**
 * Notes for the folder of a run what its time went to and how it ended; phases also go to a stream
 * at once. Thread-safe.
 */
final class RunLog {
  /** Thousands of points that fail alike need not fill a disk. */
  private static final int MOST_TRACES = 20;

  private final StringBuilder text = new StringBuilder();
  private final Optional<PrintStream> shown;
  private long last = System.nanoTime();
  private int traces;

  /**
   * A log that begins now.
   *
   * @param shown where phases are shown as they end, if anywhere
   */
  RunLog(Optional<PrintStream> shown) {
    this.shown = shown;
  }

  /** Notes who runs what. */
  synchronized void begin(BundleContext context, RunRequest request) {
    note("start    " + request.start().truncatedTo(ChronoUnit.MILLIS));
    note(
        "thalweg  "
            + context.getBundle().getVersion()
            + ", java "
            + System.getProperty("java.runtime.version")
            + ", "
            + System.getProperty("java.vm.name"));
    note("command  " + String.join(" ", request.command()));
    note("threads  " + request.threads());
  }

  /** Notes a line. */
  synchronized void note(String line) {
    text.append(line).append('\n');
  }

  /** Notes a phase that ends now and began when the last one ended. */
  synchronized void over(String phase) {
    over(phase, (System.nanoTime() - last) / 1e9);
  }

  /** Notes a phase that ends now. */
  synchronized void over(String phase, double seconds) {
    String line = String.format(Locale.ROOT, "%9.3f s  %s", seconds, phase);
    note(line);
    shown.ifPresent(s -> s.println("thalweg: " + line.substring(2)));
    last = System.nanoTime();
  }

  void warnings(List<String> warnings) {
    warnings.forEach(w -> note("warning  " + w));
  }

  /** Notes what failed, with stack traces; a prefix tells runs of one log apart. */
  synchronized void failures(String prefix, RunOutcome outcome) {
    for (MethodOutcome m : outcome.methods()) {
      m.failure().ifPresent(f -> failure(prefix + m.info().id(), f));
    }
    for (AnalyzerOutcome a : outcome.analyzers()) {
      a.failure().ifPresent(f -> failure(prefix + a.id(), f));
    }
  }

  /** Notes that something failed. */
  synchronized void failure(String what, Throwable failure) {
    note("failed   " + what + ": " + RunOutcome.reason(failure));
    if (!(failure instanceof InterruptedException) && traces++ < MOST_TRACES) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace, true));
      text.append(trace);
    }
  }

  /** Notes the end. */
  void end(String status) {
    note("end      " + Instant.now().truncatedTo(ChronoUnit.MILLIS) + ", " + status);
  }

  /** A listener that notes what methods and analyzers take, and tells another. */
  RunListener following(RunListener other) {
    return new RunListener() {
      @Override
      public void began(String id) {
        other.began(id);
      }

      @Override
      public void advanced(String id, double fraction) {
        other.advanced(id, fraction);
      }

      @Override
      public void ended(String id, double seconds) {
        other.ended(id, seconds);
        over("method " + id, seconds);
      }

      @Override
      public void reported(String id, double seconds) {
        other.reported(id, seconds);
        over("analyzer " + id, seconds);
      }
    };
  }

  /** All that has been noted. */
  synchronized String text() {
    return text.toString();
  }
}
