package org.thalweg.engine.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.thalweg.api.analysis.NamedArray;

/** The formats of arrays, each known by the ending of a file's name. */
enum Format {
  CSV(".*\\.csv") {
    @Override
    NamedArray read(String name, InputStream in) throws IOException {
      return new Csv(name).read(in);
    }
  },
  NPY(".*\\.npy") {
    @Override
    NamedArray read(String name, InputStream in) throws IOException {
      return Npy.read(name, in);
    }
  },
  IDX(".*(\\.idx|[.-]idx[1-9]-(ubyte|byte|short|int|float|double))") {
    @Override
    NamedArray read(String name, InputStream in) throws IOException {
      return Idx.read(name, in);
    }
  };

  private final Pattern ending;

  Format(String ending) {
    this.ending = Pattern.compile(ending);
  }

  static Optional<Format> of(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    for (Format format : values()) {
      if (format.ending.matcher(small).matches()) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** Reads an array from a stream, to its very end. */
  abstract NamedArray read(String name, InputStream in) throws IOException;
}
