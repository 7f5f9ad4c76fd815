package org.thalweg.engine.ensemble;

import java.nio.charset.StandardCharsets;

/**
 * Turns a method's id into the key of its random streams, so that adding a method to an experiment
 * changes no other's numbers.
 */
final class StreamKey {
  private StreamKey() {}

  /** FNV-1a, 64 bits, of the id's UTF-8 bytes (G. Fowler, L. C. Noll, K.-P. Vo, 1991). */
  static long of(String id) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }
}
