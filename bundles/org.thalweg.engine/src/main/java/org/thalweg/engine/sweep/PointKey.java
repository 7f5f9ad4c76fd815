package org.thalweg.engine.sweep;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells a point of a sweep from all others: a hash of its content, from which its seed follows
 * too, so that further points, values or axes change no other point.
 *
 * @param text 32 hexadecimal digits
 * @param seed the seed of the point's randomness
 */
public record PointKey(String text, long seed) {
  private static final int KEY_BYTES = 16;

  /**
   * The key of a point: the first half of the SHA-256 of its experiment and replica is the key, the
   * next eight bytes are the seed.
   *
   * @param content the point's experiment with all defaults and the base seed, and the hashes of
   *     the files that it reads
   * @param replica the replica's number, from 0
   * @return the key
   */
  public static PointKey of(String content, int replica) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(content.getBytes(StandardCharsets.UTF_8));
      byte[] hash = digest.digest(("\nreplica " + replica).getBytes(StandardCharsets.UTF_8));
      return new PointKey(
          HexFormat.of().formatHex(hash, 0, KEY_BYTES),
          ByteBuffer.wrap(hash, KEY_BYTES, Long.BYTES).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
