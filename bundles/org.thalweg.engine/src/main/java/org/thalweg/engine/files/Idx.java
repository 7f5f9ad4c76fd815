package org.thalweg.engine.files;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.thalweg.api.analysis.NamedArray;

/**
 * Reads the format of the MNIST digits: two zero bytes, one for the type of the numbers, one for
 * how many dimensions there are, their lengths as 32-bit integers, and the numbers, big-endian all
 * through.
 *
 * <p>Source: LeCun, Cortes, Burges, http://yann.lecun.com/exdb/mnist/.
 */
final class Idx {
  private Idx() {}

  static NamedArray read(String name, InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    int magic = in.readInt();
    if (magic >>> 16 != 0) {
      throw new DamagedFileException(
          "does not begin as an IDX file does, with two zero bytes, but with "
              + String.format("%08x", magic));
    }
    Numbers type = type(magic >>> 8 & 0xff);
    long[] shape = new long[magic & 0xff];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = in.readInt();
    }
    double[] values = type.read(in, ByteOrder.BIG_ENDIAN, Numbers.count(shape));
    int[] lengths = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
    return new NamedArray(name, lengths, values, "the array of " + name);
  }

  private static Numbers type(int code) throws DamagedFileException {
    return switch (code) {
      case 0x08 -> Numbers.UNSIGNED_BYTE;
      case 0x09 -> Numbers.BYTE;
      case 0x0b -> Numbers.SHORT;
      case 0x0c -> Numbers.INT;
      case 0x0d -> Numbers.FLOAT;
      case 0x0e -> Numbers.DOUBLE;
      default ->
          throw new DamagedFileException(
              String.format(
                  "says that its numbers are of type %02x, but IDX knows 08, 09 and 0b to 0e",
                  code));
    };
  }
}
