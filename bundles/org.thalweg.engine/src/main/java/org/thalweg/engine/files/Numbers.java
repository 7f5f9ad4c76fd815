package org.thalweg.engine.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads numbers of one binary type, as many as a shape says and no more.
 *
 * <p>Integers of 64 bits are exact as doubles up to 2^53; larger ones are refused.
 */
enum Numbers {
  UNSIGNED_BYTE(1) {
    @Override
    double at(ByteBuffer in) {
      return Byte.toUnsignedInt(in.get());
    }
  },
  BYTE(1) {
    @Override
    double at(ByteBuffer in) {
      return in.get();
    }
  },
  UNSIGNED_SHORT(2) {
    @Override
    double at(ByteBuffer in) {
      return Short.toUnsignedInt(in.getShort());
    }
  },
  SHORT(2) {
    @Override
    double at(ByteBuffer in) {
      return in.getShort();
    }
  },
  UNSIGNED_INT(4) {
    @Override
    double at(ByteBuffer in) {
      return Integer.toUnsignedLong(in.getInt());
    }
  },
  INT(4) {
    @Override
    double at(ByteBuffer in) {
      return in.getInt();
    }
  },
  UNSIGNED_LONG(8) {
    @Override
    double at(ByteBuffer in) throws DamagedFileException {
      long value = in.getLong();
      if (value < 0 || value > EXACT) {
        throw inexact(Long.toUnsignedString(value));
      }
      return value;
    }
  },
  LONG(8) {
    @Override
    double at(ByteBuffer in) throws DamagedFileException {
      long value = in.getLong();
      if (value < -EXACT || value > EXACT) {
        throw inexact(Long.toString(value));
      }
      return value;
    }
  },
  FLOAT(4) {
    @Override
    double at(ByteBuffer in) {
      return in.getFloat();
    }
  },
  DOUBLE(8) {
    @Override
    double at(ByteBuffer in) {
      return in.getDouble();
    }
  };

  /** More than these would take over 2 GB. */
  static final int MOST = 1 << 28;

  private static final long EXACT = 1L << 53;
  private static final int CHUNK = 1 << 13;

  private final int bytes;

  Numbers(int bytes) {
    this.bytes = bytes;
  }

  abstract double at(ByteBuffer in) throws DamagedFileException;

  /** How many numbers a shape has. */
  static int count(long[] shape) throws DamagedFileException {
    long n = 1;
    for (long length : shape) {
      if (length < 0) {
        throw new DamagedFileException("has a dimension of length " + length);
      }
      if (length > MOST || n * length > MOST) {
        throw tooMany();
      }
      n *= length;
    }
    return (int) n;
  }

  static DamagedFileException tooMany() {
    return new DamagedFileException(
        "holds more than " + MOST + " numbers (2 GB), the most that are read; give a part of it");
  }

  /** Reads numbers up to the end of the stream, which must come right after the last. */
  double[] read(InputStream in, ByteOrder order, int count) throws IOException {
    double[] values = new double[count];
    byte[] some = new byte[CHUNK * bytes];
    ByteBuffer buffer = ByteBuffer.wrap(some).order(order);
    for (int from = 0; from < count; ) {
      int next = Math.min(CHUNK, count - from);
      int got = in.readNBytes(some, 0, next * bytes);
      if (got < next * bytes) {
        throw new DamagedFileException(
            "ends after "
                + (from + got / bytes)
                + " of "
                + count
                + " numbers; it was cut off on the way, copy it again");
      }
      buffer.clear();
      for (int end = from + next; from < end; from++) {
        values[from] = at(buffer);
      }
    }
    if (in.read() >= 0) {
      throw new DamagedFileException(
          "goes on after the " + count + " numbers that its header announces; it is damaged");
    }
    return values;
  }

  private static DamagedFileException inexact(String value) {
    return new DamagedFileException(
        "holds the integer " + value + ", which a double cannot hold exactly; save it as float64");
  }
}
