package org.thalweg.cli;

import java.io.PrintStream;
import org.thalweg.api.math.BlockMath;

/** Says before anything is computed that it will take very long, and why. */
final class SlowMachine {
  private SlowMachine() {}

  static void warn(PrintStream err) {
    if (!BlockMath.hasFusedMultiplyAdd()) {
      err.println(
          "warning: no fused multiply-add in hardware (an old processor, or -XX:-UseFMA): runs take"
              + " thousands of times longer, with the same results");
    }
  }
}
