package org.thalweg.engine.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thalweg.api.analysis.NamedArray;

/**
 * Reads NumPy's format, versions 1 to 3.
 *
 * <p>Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST_HEADER = 1 << 16;

  /** The dictionary that NumPy writes; others may put the keys in another order. */
  private static final Pattern TYPE = Pattern.compile("['\"]descr['\"]\\s*:\\s*(['\"])(.*?)\\1");

  private static final Pattern ORDER =
      Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(((?:\\s*\\d{1,18}L?\\s*(?:,|(?=\\))))*)\\s*\\)");

  private Npy() {}

  static NamedArray read(String name, InputStream in) throws IOException {
    String header = header(in);
    String type = find(TYPE, 2, header, "type of plain numbers");
    boolean fortran = find(ORDER, 1, header, "order").equals("True");
    long[] shape =
        Arrays.stream(find(SHAPE, 1, header, "shape").split(","))
            .map(length -> length.replace("L", "").strip())
            .filter(length -> !length.isEmpty())
            .mapToLong(Long::parseLong)
            .toArray();
    ByteOrder order = type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    double[] values = numbers(type).read(in, order, Numbers.count(shape));
    int[] lengths = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
    return new NamedArray(
        name, lengths, fortran ? inOrder(lengths, values) : values, "the array of " + name);
  }

  private static String header(InputStream in) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (start.length < MAGIC.length + 2) {
      throw new EOFException();
    }
    if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new DamagedFileException("does not begin as an NPY file does");
    }
    int version = start[MAGIC.length];
    if (version < 1 || version > 3) {
      throw new DamagedFileException(
          "is of NPY version " + version + "; 1, 2 and 3 are known, save it anew with NumPy");
    }
    byte[] size = in.readNBytes(version == 1 ? 2 : 4);
    if (size.length < (version == 1 ? 2 : 4)) {
      throw new EOFException();
    }
    ByteBuffer number = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN);
    long length =
        version == 1
            ? Short.toUnsignedInt(number.getShort())
            : Integer.toUnsignedLong(number.getInt());
    if (length > LONGEST_HEADER) {
      throw new DamagedFileException("has a header of " + length + " bytes; it is damaged");
    }
    byte[] text = in.readNBytes((int) length);
    if (text.length < length) {
      throw new EOFException();
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  private static String find(Pattern pattern, int group, String header, String what)
      throws DamagedFileException {
    Matcher found = pattern.matcher(header);
    if (!found.find()) {
      throw new DamagedFileException(
          "tells no " + what + " in its header: " + shown(header.strip()));
    }
    return found.group(group);
  }

  private static String shown(String header) {
    return header.length() > 120 ? header.substring(0, 120) + "..." : header;
  }

  private static Numbers numbers(String type) throws DamagedFileException {
    if (type.matches("[<>|=].*")) {
      switch (type.substring(1)) {
        case "b1", "u1":
          return Numbers.UNSIGNED_BYTE;
        case "i1":
          return Numbers.BYTE;
        case "u2":
          return Numbers.UNSIGNED_SHORT;
        case "i2":
          return Numbers.SHORT;
        case "u4":
          return Numbers.UNSIGNED_INT;
        case "i4":
          return Numbers.INT;
        case "u8":
          return Numbers.UNSIGNED_LONG;
        case "i8":
          return Numbers.LONG;
        case "f4":
          return Numbers.FLOAT;
        case "f8":
          return Numbers.DOUBLE;
        default:
          break;
      }
    }
    throw new DamagedFileException(
        "holds numbers of type '"
            + type
            + "'; float32, float64, integers and booleans are read, save it as float64");
  }

  /** Fortran's order, the first index running fastest, turned into C's. */
  private static double[] inOrder(int[] shape, double[] values) {
    double[] turned = new double[values.length];
    int[] index = new int[shape.length];
    for (double value : values) {
      int at = 0;
      for (int d = 0; d < shape.length; d++) {
        at = at * shape[d] + index[d];
      }
      turned[at] = value;
      for (int d = 0; d < shape.length && ++index[d] == shape[d]; d++) {
        index[d] = 0;
      }
    }
    return turned;
  }
}
