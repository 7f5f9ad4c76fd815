package org.thalweg.api.analysis;

/** A quantity that predictions give and methods measure. */
public enum Quantity {
  /** The logarithm of the stationary marginal along axis 0, up to a constant. */
  LOG_FLOOR_MARGINAL("ln p along the floor", "", Question.Along.class),
  /** L_SGD on the floor, up to a constant. */
  EFFECTIVE_LOSS("L_SGD", "loss", Question.Along.class),
  /** The logarithm of the stationary joint density, up to a constant. */
  LOG_DENSITY("ln P", "", Question.At.class),
  /** The mean of every coordinate, in the steady state or at a time. */
  MEAN("mean", "theta", Question.Of.class),
  /** The variance of every coordinate, in the steady state or at a time. */
  VARIANCE("variance", "theta^2", Question.Of.class),
  /** The stationary variance across a valley at fixed places along its floor. */
  VARIANCE_ACROSS("variance across the floor", "theta^2", Question.Along.class),
  /** The mean velocity along a valley's floor at fixed places. */
  FLOOR_DRIFT("drift along the floor", "theta / time", Question.Along.class),
  /** The effective diffusion along a valley's floor at fixed places. */
  FLOOR_DIFFUSION("diffusion along the floor", "theta^2 / time", Question.Along.class),
  /** The index of the power-law tail across a valley at fixed places along its floor. */
  TAIL_INDEX("tail index", "", Question.Along.class),
  /** The stream function of the stationary current, zero on the floor. */
  STREAM_FUNCTION("stream function", "1 / time", Question.At.class),
  /** The integral of J . D^-1 . J / P in the steady state. */
  ENTROPY_PRODUCTION("entropy production", "1 / time", Question.Whole.class),
  /** The slowest rate at which a distribution relaxes. */
  SPECTRAL_GAP("spectral gap", "1 / time", Question.Whole.class),
  /** The mean time until a path is first in a region. */
  PASSAGE_TIME("mean first-passage time", "time", Question.Passage.class),
  /** How far the noise is from its bound: the second moment exists below one, and not above. */
  SECOND_MOMENT_LOAD("load of the second-moment bound", "", Question.Whole.class),
  /** Gamma, the mean logarithmic growth per step across a valley; walkers diverge above zero. */
  LYAPUNOV_EXPONENT("Lyapunov exponent Gamma", "1 / step", Question.Whole.class),
  /** The exponent phi of a steady state that is a power of the loss, P ~ L^-phi. */
  LOSS_EXPONENT("exponent of the loss", "", Question.Whole.class);

  private final String label;
  private final String unit;
  private final Class<? extends Question> question;

  Quantity(String label, String unit, Class<? extends Question> question) {
    this.label = label;
    this.unit = unit;
    this.question = question;
  }

  /**
   * What it is called in tables and sentences.
   *
   * @return a few words
   */
  public String label() {
    return label;
  }

  /**
   * Its unit.
   *
   * @return the unit, empty for a pure number
   */
  public String unit() {
    return unit;
  }

  /**
   * What is asked beside it.
   *
   * @return the kind of question that its predictions answer
   */
  public Class<? extends Question> question() {
    return question;
  }
}
