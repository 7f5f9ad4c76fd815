package org.thalweg.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * An array in NumPy's format, version 1.0: little-endian doubles, the last index running fastest.
 *
 * <p>Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
final class NpyFile {
  private static final int ALIGNMENT = 64;
  private static final int PREFIX = 10;
  private static final int CHUNK = 8192;

  private NpyFile() {}

  static void write(int[] shape, double[] values, OutputStream out) throws IOException {
    out.write(header(shape));
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < values.length; from += CHUNK) {
      int count = Math.min(CHUNK, values.length - from);
      buffer.clear().asDoubleBuffer().put(values, from, count);
      out.write(buffer.array(), 0, count * Double.BYTES);
    }
  }

  private static byte[] header(int[] shape) {
    StringBuilder text = new StringBuilder("{'descr': '<f8', 'fortran_order': False, 'shape': (");
    for (int i = 0; i < shape.length; i++) {
      text.append(i == 0 ? "" : " ").append(shape[i]).append(i < shape.length - 1 ? "," : "");
    }
    // a tuple of one needs its comma
    text.append(shape.length == 1 ? ",), }" : "), }");
    while ((PREFIX + text.length() + 1) % ALIGNMENT != 0) {
      text.append(' ');
    }
    text.append('\n');
    ByteBuffer bytes = ByteBuffer.allocate(PREFIX + text.length()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) 1).put((byte) 0).putShort((short) text.length());
    return bytes.put(text.toString().getBytes(StandardCharsets.US_ASCII)).array();
  }
}
