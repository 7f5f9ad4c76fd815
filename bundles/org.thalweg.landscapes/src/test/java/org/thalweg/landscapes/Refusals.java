package org.thalweg.landscapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.thalweg.api.plugin.InvalidParameterException;

/** Expects parameters to be refused by name. */
final class Refusals {
  private Refusals() {}

  static void refused(String parameter, String message, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            InvalidParameterException.class, e -> assertThat(e.parameter()).isEqualTo(parameter))
        .hasMessageContaining(message);
  }
}
