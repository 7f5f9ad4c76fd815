package org.thalweg.launcher;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive is the script's business: it is asked once, and nobody waits or complains. */
class ArchiverTest {
  private static final String PROPERTY = "thalweg.archiver";

  @TempDir Path folder;

  @AfterEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  @Test
  @Timeout(value = 20, unit = SECONDS)
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs a shell script")
  void asksTheScriptToMakeTheArchive() throws Exception {
    Path asked = folder.resolve("asked");
    Path script = folder.resolve("script");
    Files.writeString(
        script,
        "#!/bin/sh\nprintf %s \"$THALWEG_ARCHIVE\" >'"
            + asked
            + "-' && mv '"
            + asked
            + "-' '"
            + asked
            + "'\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    System.setProperty(PROPERTY, script.toString());
    Archiver.start();
    while (!Files.exists(asked)) {
      Thread.sleep(20);
    }
    assertThat(asked).hasContent("make");
  }

  @Test
  void isSilentWhereThereIsNoScript() {
    assertThatCode(Archiver::start).doesNotThrowAnyException();
    System.setProperty(PROPERTY, folder.resolve("absent").toString());
    assertThatCode(Archiver::start).doesNotThrowAnyException();
  }
}
