package org.thalweg.engine.run;

/** Follows a run; called by any thread. */
public interface RunListener {
  /** Follows nothing. */
  RunListener SILENT =
      new RunListener() {
        @Override
        public void began(String id) {}

        @Override
        public void advanced(String id, double fraction) {}

        @Override
        public void ended(String id, double seconds) {}
      };

  /**
   * A method begins.
   *
   * @param id its id
   */
  void began(String id);

  /**
   * A method has come further.
   *
   * @param id its id
   * @param fraction the part that is done, between 0 and 1
   */
  void advanced(String id, double fraction);

  /**
   * A method ended, well or not.
   *
   * @param id its id
   * @param seconds how long it took
   */
  void ended(String id, double seconds);

  /**
   * An analyzer reported, well or not.
   *
   * @param id its id
   * @param seconds how long it took
   */
  default void reported(String id, double seconds) {}
}
