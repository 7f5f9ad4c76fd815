package org.thalweg.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.thalweg.engine.random.RandomStream;

/** Writes the words of random streams to stdout without end, for batteries of statistical tests. */
public final class RandomWords {
  private static final int PIECE = 512;

  private RandomWords() {}

  /**
   * Writes until the reader has enough; pieces of 512 words from each stream in turn, so that what
   * streams of neighbouring chunks might have in common is tested too.
   *
   * @param args the seed and the number of streams
   * @throws IOException never; a reader that goes is the end
   */
  public static void main(String[] args) throws IOException {
    long seed = Long.parseLong(args[0]);
    RandomStream[] streams = new RandomStream[Integer.parseInt(args[1])];
    for (int i = 0; i < streams.length; i++) {
      streams[i] = new RandomStream(seed, 7, i);
    }
    long[] words = new long[PIECE];
    ByteBuffer bytes = ByteBuffer.allocate(8 * PIECE).order(ByteOrder.LITTLE_ENDIAN);
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      for (int i = 0; ; i = (i + 1) % streams.length) {
        streams[i].fill(words, PIECE);
        bytes.asLongBuffer().put(words);
        out.write(bytes.array());
      }
    } catch (IOException e) {
      // The reader has closed the pipe.
    }
  }
}
