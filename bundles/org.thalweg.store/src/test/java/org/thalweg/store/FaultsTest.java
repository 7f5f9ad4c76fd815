package org.thalweg.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which errors of a file system are worth another try. */
class FaultsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stale file handle",
        "Connection timed out",
        "Resource temporarily unavailable",
        "No locks available",
        "Host is down"
      })
  void aServerThatIsAwayMayBeBack(String reason) {
    assertThat(Faults.explain("cannot write x", new FileSystemException("/y", null, reason)))
        .isInstanceOf(TemporaryFailureException.class)
        .hasMessageStartingWith("cannot write x: ")
        .hasMessageEndingWith("; this may pass, try again");
    assertThat(Faults.explain("cannot write x", new IOException(reason)))
        .isInstanceOf(TemporaryFailureException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"No space left on device", "Read-only file system", "Input/output error"})
  void whatSomebodyHasToMendIsNot(String reason) {
    assertThat(Faults.explain("cannot write x", new FileSystemException("/y", null, reason)))
        .isNotInstanceOf(TemporaryFailureException.class);
  }

  @Test
  void anExplanationOfAnExplanationKeepsThat() {
    IOException inner = Faults.explain("inner", new IOException("Stale file handle"));
    assertThat(Faults.explain("outer", inner)).isInstanceOf(TemporaryFailureException.class);
  }
}
