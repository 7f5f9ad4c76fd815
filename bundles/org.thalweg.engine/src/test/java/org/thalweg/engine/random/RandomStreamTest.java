package org.thalweg.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.thalweg.api.math.BlockRandom;

class RandomStreamTest {

  private final RandomStream stream = new RandomStream(1, 2, 3);
  private final RandomStream twin = new RandomStream(1, 2, 3);

  @Test
  void equalTriplesGiveEqualStreams() {
    assertThat(normals(stream, 5000)).isEqualTo(normals(twin, 5000));
    assertThat(words(stream, 5000)).isEqualTo(words(twin, 5000));
  }

  @Test
  void anyOtherTripleGivesAnotherStream() {
    long[] words = words(stream, 64);
    for (RandomStream other :
        new RandomStream[] {
          new RandomStream(2, 2, 3), new RandomStream(1, 3, 3), new RandomStream(1, 2, 4),
          new RandomStream(2, 1, 3), new RandomStream(3, 2, 1), new RandomStream(-1, 2, 3)
        }) {
      assertThat(words(other, 64)).doesNotContain(words);
    }
  }

  @Test
  void callsMaySplitAtWholeRounds() {
    double[] whole = normals(stream, 2000);
    int done = 0;
    for (int part : new int[] {16, 512, 528, 160, 768, 16}) {
      assertThat(normals(twin, part)).isEqualTo(Arrays.copyOfRange(whole, done, done + part));
      done += part;
    }
    assertThat(done).isEqualTo(whole.length);

    double[] uniforms = uniforms(stream, 1328);
    assertThat(uniforms(twin, 16)).isEqualTo(Arrays.copyOf(uniforms, 16));
    assertThat(uniforms(twin, 1312)).isEqualTo(Arrays.copyOfRange(uniforms, 16, 1328));
  }

  @Test
  void everyCallConsumesWholeRounds() {
    normals(stream, 1);
    normals(twin, 16);
    assertThat(words(stream, 8)).isEqualTo(words(twin, 8));

    normals(stream, 513);
    normals(twin, 528);
    assertThat(words(stream, 3)).isEqualTo(Arrays.copyOf(words(twin, 16), 3));

    uniforms(stream, 9);
    indices(twin, 10, 16);
    assertThat(words(stream, 8)).isEqualTo(words(twin, 8));
  }

  @Test
  void aShortCallGivesTheBeginningOfALongOne() {
    assertThat(normals(stream, 1001)).isEqualTo(Arrays.copyOf(normals(twin, 3000), 1001));
  }

  @Test
  void nothingIsDrawnForNothing() {
    normals(stream, 0);
    uniforms(stream, 0);
    assertThat(words(stream, 8)).isEqualTo(words(twin, 8));
  }

  @Test
  void numbersAreMadeFromTheWordsAsDocumented() {
    long[] words = words(stream, 32);
    double[] normals = normals(twin, 32);
    for (int i = 0; i < 32; i += 16) {
      for (int lane = 0; lane < 8; lane++) {
        double radius = Math.sqrt(-2 * StrictMath.log(BlockRandom.uniform(words[i + lane])));
        long direction = words[i + 8 + lane];
        // Upper 51 bits: an angle in the right half-plane; lowest bit: mirrored to the left.
        double turn = (((direction >>> 12) | 1) * 0x1p-51 - 1) * (Math.PI / 2);
        double mirror = (direction & 1) == 0 ? 1 : -1;
        assertThat(normals[i + lane]).isCloseTo(radius * StrictMath.sin(turn), within(1e-14));
        assertThat(normals[i + 8 + lane])
            .isCloseTo(mirror * radius * StrictMath.cos(turn), within(1e-14));
      }
    }
  }

  @Test
  void indicesAreTheUpperHalfOfTheProductWithTheBound() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 20_000; i++) {
      long word = random.nextLong();
      int bound = (random.nextInt() >>> 1 >>> random.nextInt(31)) + 1;
      BigInteger unsigned = new BigInteger(Long.toUnsignedString(word));
      int expected = unsigned.multiply(BigInteger.valueOf(bound)).shiftRight(64).intValueExact();
      assertThat(RandomStream.index(word, bound)).isEqualTo(expected);
    }
    assertThat(RandomStream.index(-1, Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE - 1);
    assertThat(RandomStream.index(0, Integer.MAX_VALUE)).isZero();
    assertThat(indices(stream, 1, 100)).containsOnly(0);
  }

  @Test
  void aScaleMultipliesBeforeAnythingIsLost() {
    double[] scaled = new double[1001];
    stream.normals(0.25, scaled, 1001);
    double[] normals = normals(twin, 1001);
    for (int i = 0; i < scaled.length; i++) {
      assertThat(scaled[i]).isEqualTo(0.25 * normals[i]); // a power of two is exact
    }
  }

  @Test
  void aBoundBelowOneIsRefused() {
    assertThatThrownBy(() -> stream.indices(0, new int[3], 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bound of random indices must be at least 1, not 0");
  }

  @Test
  void arraysThatAreTooShortAreRefusedAndNothingIsDrawn() {
    assertThatThrownBy(() -> stream.normals(new double[3], 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> stream.uniforms(new double[3], 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> stream.indices(5, new int[3], 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> stream.fill(new long[3], -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(words(stream, 8)).isEqualTo(words(twin, 8));
  }

  @Test
  void aSavedStreamGoesOnWhereItWas() throws IOException {
    normals(stream, 77);
    byte[] saved = save(stream);
    double[] expected = normals(stream, 1000);

    RandomStream other = new RandomStream(9, 9, 9);
    uniforms(other, 123);
    other.restore(input(saved));
    assertThat(normals(other, 1000)).isEqualTo(expected);
    assertThat(words(other, 100)).isEqualTo(words(stream, 100));
    assertThat(saved).hasSize(4 + 64 * 8);
  }

  @Test
  void savingChangesNothing() throws IOException {
    save(stream);
    assertThat(normals(stream, 100)).isEqualTo(normals(twin, 100));
  }

  @Test
  void aBadSaveIsRefusedAndChangesNothing() throws IOException {
    byte[] saved = save(new RandomStream(4, 5, 6));
    byte[] otherFormat = saved.clone();
    otherFormat[3]++;
    byte[] dead = saved.clone();
    Arrays.fill(dead, 4 + 7 * 32, dead.length, (byte) 0);

    assertThatThrownBy(() -> stream.restore(input(otherFormat)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("format 54570002 expected, not 54570003");
    assertThatThrownBy(() -> stream.restore(input(dead)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("state of lane 7 is all zero");
    assertThatThrownBy(() -> stream.restore(input(Arrays.copyOf(saved, 400))))
        .isInstanceOf(EOFException.class);
    assertThat(words(stream, 8)).isEqualTo(words(twin, 8));
  }

  /** Frozen bits: a change here is a change of the numerics version. */
  @Test
  void bitsStayWhatTheyAre() {
    assertThat(Arrays.hashCode(words(stream, 10_000))).as("words").isEqualTo(371391300);
    assertThat(Arrays.hashCode(uniforms(stream, 10_000))).as("uniforms").isEqualTo(1471929867);
    assertThat(Arrays.hashCode(normals(stream, 1_000_000))).as("normals").isEqualTo(433439387);
    assertThat(Arrays.hashCode(indices(stream, 60_000, 10_000)))
        .as("indices")
        .isEqualTo(-1572369883);
  }

  private static long[] words(RandomStream stream, int n) {
    long[] out = new long[n];
    stream.fill(out, n);
    return out;
  }

  private static double[] uniforms(RandomStream stream, int n) {
    double[] out = new double[n];
    stream.uniforms(out, n);
    return out;
  }

  private static double[] normals(RandomStream stream, int n) {
    double[] out = new double[n];
    stream.normals(out, n);
    return out;
  }

  private static int[] indices(RandomStream stream, int bound, int n) {
    int[] out = new int[n];
    stream.indices(bound, out, n);
    return out;
  }

  private static byte[] save(RandomStream stream) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    stream.save(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static DataInputStream input(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
