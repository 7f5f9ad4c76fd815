package org.thalweg.bench;

import org.thalweg.engine.run.RunListener;

/** Follows a measurement, which takes a while. */
public interface BenchListener extends RunListener {
  /** What is going on. */
  enum Phase {
    /** Runs that are repeated until the compiler has done its work. */
    WARM_UP("warming up"),
    /** Runs that count. */
    TIMED("timing"),
    /** Runs that tell where the time goes. */
    SHARES("finding shares");

    private final String label;

    Phase(String label) {
      this.label = label;
    }

    /**
     * The phase in words.
     *
     * @return for example "timing"
     */
    public String label() {
      return label;
    }
  }

  /**
   * A run begins.
   *
   * @param subject the experiment's name
   * @param phase why it is run
   * @param number the number of the run in its phase, from 1
   */
  void run(String subject, Phase phase, int number);

  /**
   * A phase is over.
   *
   * @param subject the experiment's name
   * @param phase the phase
   * @param runs how many runs it took
   * @param seconds how long they took together
   */
  void over(String subject, Phase phase, int runs, double seconds);

  /**
   * Something could not be measured.
   *
   * @param subject the experiment's name
   * @param message what and why
   */
  void warn(String subject, String message);
}
