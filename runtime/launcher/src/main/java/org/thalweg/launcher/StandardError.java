package org.thalweg.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.Charset;

/**
 * Writes to the user's own stderr where the script has given the JVM another one, which swallows
 * what the JVM has to say about modules.
 *
 * <p>The property {@code thalweg.stderr} is the number of the true one. It is written to as it is
 * and not opened again: a file opened twice has two ends, and a socket cannot be opened at all.
 */
final class StandardError {
  private StandardError() {}

  /** Leaves {@code System.err} alone if there is nothing to restore, or no way to it. */
  static void restore() {
    Integer number = Integer.getInteger("thalweg.stderr");
    if (number == null) {
      return;
    }
    try {
      Constructor<FileDescriptor> constructor =
          FileDescriptor.class.getDeclaredConstructor(int.class);
      constructor.setAccessible(true);
      System.setErr(printer(new FileOutputStream(constructor.newInstance(number))));
    } catch (ReflectiveOperationException | RuntimeException e) {
      // The other one leads to the user as well, only not at once.
      return;
    }
  }

  private static PrintStream printer(OutputStream out) {
    // A terminal may have an encoding of its own; newer Javas and older ones call it differently.
    String encoding =
        System.getProperty("stderr.encoding", System.getProperty("sun.stderr.encoding", ""));
    Charset charset =
        Charset.isSupported(encoding.isEmpty() ? "?" : encoding)
            ? Charset.forName(encoding)
            : Charset.defaultCharset();
    return new PrintStream(out, true, charset);
  }
}
