package org.thalweg.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A start without the script's stream, or without the right to it, keeps the stderr that it has.
 */
class StandardErrorTest {
  private static final String PROPERTY = "thalweg.stderr";

  private final PrintStream before = System.err;

  @AfterEach
  void restore() {
    System.clearProperty(PROPERTY);
    System.setErr(before);
  }

  @Test
  void staysWhereNothingIsGiven() {
    StandardError.restore();
    assertThat(System.err).isSameAs(before);
  }

  @Test
  void staysWhereTheGivenIsNoNumber() {
    System.setProperty(PROPERTY, "nine");
    StandardError.restore();
    assertThat(System.err).isSameAs(before);
  }

  @Test
  void staysWhereJavaKeepsItsDescriptorsToItself() {
    System.setProperty(PROPERTY, "2");
    StandardError.restore();
    assertThat(System.err).isSameAs(before);
  }
}
