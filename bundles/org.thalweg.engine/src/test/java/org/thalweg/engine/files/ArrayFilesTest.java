package org.thalweg.engine.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.plugin.InvalidParameterException;

/** Files of arrays: what is read, what is remembered, and how a bad one is refused. */
class ArrayFilesTest {
  @TempDir Path folder;

  private static NamedArray csv(String text) {
    return ArrayFiles.array("a.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String refusal(String name, byte[] contents) {
    InvalidParameterException e =
        catchThrowableOfType(
            InvalidParameterException.class, () -> ArrayFiles.array(name, contents));
    assertThat(e).as(name).isNotNull();
    assertThat(e.parameter()).isEmpty();
    return e.getMessage();
  }

  private static String refusal(String text) {
    return refusal("a.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] npy(String dictionary, byte[] numbers) {
    byte[] text = (dictionary + "\n").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(10 + text.length + numbers.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
        .putShort((short) text.length)
        .put(text)
        .put(numbers)
        .array();
  }

  private static byte[] npy(String type, boolean fortran, String shape, byte[] numbers) {
    return npy(
        "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }"
            .formatted(type, fortran ? "True" : "False", shape),
        numbers);
  }

  private static byte[] doubles(double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(bytes::putDouble);
    return bytes.array();
  }

  private static byte[] compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void aTableHasNamesCommentsAndMissingValues() {
    NamedArray a = csv("# made by hand\n\"x, left\",y\r\n1,-2.5e3\n\n ,+.5\nNaN,\"7.\"\n-inf,0\n");
    assertThat(a.shape()).containsExactly(4, 2);
    assertThat(a.columns()).containsExactly("x, left", "y");
    assertThat(a.values())
        .containsExactly(1, -2500, Double.NaN, .5, Double.NaN, 7, Double.NEGATIVE_INFINITY, 0);
  }

  @Test
  void aTableWithoutNamesBeginsWithItsNumbers() {
    NamedArray a = csv("\ufeff1,2,3\n4,5,6");
    assertThat(a.shape()).containsExactly(2, 3);
    assertThat(a.columns()).isEmpty();
    assertThat(a.values()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void everyDoubleComesBackToTheBit() {
    double[] values = {Math.PI, Double.MIN_VALUE, -Double.MAX_VALUE, 0.1, -0.0, 1e-300};
    StringBuilder text = new StringBuilder();
    Arrays.stream(values).forEach(v -> text.append(v).append('\n'));
    assertThat(csv(text.toString()).values()).isEqualTo(values);
  }

  @ParameterizedTest(name = "{0} is refused: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2;3,4,5   | line 2 has 3 cells, but the first has 2",
        "1,2;3       | line 2 has 1 cell, but the first has 2",
        "a,b;1,2;3,x | line 3, column 2 (b): 'x' is no number",
        "1,2;3,1d    | line 2, column 2: '1d' is no number",
        "1,2;3,0x1p3 | line 2, column 2: '0x1p3' is no number",
        "1,2;3,1e999 | line 2, column 2: '1e999' is beyond",
        "1,2;3,1 2   | line 2, column 2: '1 2' is no number",
        "'1,\"2'     | line 1, column 2: a double quote is not closed",
        "a,b         | holds no number",
        "# nothing   | holds no number"
      })
  void aTableThatIsNoneIsRefusedWithItsPlace(String text, String message) {
    assertThat(refusal(text.replace(';', '\n').replace("'", ""))).contains("a.csv", message);
  }

  @Test
  void textThatIsNotUtf8IsRefused() {
    assertThat(refusal("a.csv", new byte[] {'1', ',', (byte) 0xe9})).contains("UTF-8");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "<f8, 0000000000000440, 2.5",
    ">f8, 4004000000000000, 2.5",
    "<f4, 00002040, 2.5",
    ">f4, 40200000, 2.5",
    "<i8, feffffffffffffff, -2",
    ">i8, fffffffffffffffe, -2",
    "<u8, 0000000000002000, 9007199254740992",
    "<i4, feffffff, -2",
    ">u4, fffffffe, 4294967294",
    "<i2, feff, -2",
    ">u2, fffe, 65534",
    "|i1, fe, -2",
    "|u1, fe, 254",
    "|b1, 01, 1",
  })
  void everyTypeOfNumberIsRead(String type, String bytes, double value) {
    byte[] numbers = HexFormat.of().parseHex(bytes);
    NamedArray a = ArrayFiles.array("a.npy", npy(type, false, "(1,)", numbers));
    assertThat(a.shape()).containsExactly(1);
    assertThat(a.values()).containsExactly(value);
  }

  @Test
  void fortranOrderIsTurned() {
    byte[] file = npy("<f8", true, "(2, 3)", doubles(0, 3, 1, 4, 2, 5));
    NamedArray a = ArrayFiles.array("a.npy", file);
    assertThat(a.shape()).containsExactly(2, 3);
    assertThat(a.values()).containsExactly(0, 1, 2, 3, 4, 5);
    byte[] cube = npy("<f8", true, "(2, 2, 2)", doubles(0, 4, 2, 6, 1, 5, 3, 7));
    assertThat(ArrayFiles.array("a.npy", cube).values()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void oneNumberWithoutDimensionsIsAnArray() {
    NamedArray a = ArrayFiles.array("a.npy", npy("<f8", false, "()", doubles(3)));
    assertThat(a.shape()).isEmpty();
    assertThat(a.values()).containsExactly(3);
  }

  @Test
  void damagedNpyIsRefused() {
    byte[] good = npy("<f8", false, "(2, 2)", doubles(1, 2, 3, 4));
    assertThat(refusal("a.npy", Arrays.copyOf(good, good.length - 3)))
        .contains("ends after 3 of 4 numbers");
    assertThat(refusal("a.npy", Arrays.copyOf(good, good.length + 1))).contains("goes on after");
    for (int length : new int[] {0, 3, 7, 9, 30}) {
      assertThat(refusal("a.npy", Arrays.copyOf(good, length))).contains("ends too early");
    }
    byte[] other = good.clone();
    other[1] = 'M';
    assertThat(refusal("a.npy", other)).contains("does not begin as an NPY file");
    other = good.clone();
    other[6] = 9;
    assertThat(refusal("a.npy", other)).contains("version 9");
    assertThat(refusal("a.npy", npy("<c16", false, "(1,)", doubles(1, 2)))).contains("'<c16'");
    assertThat(refusal("a.npy", npy("<f8", false, "(0, 3)", doubles()))).contains("no number");
    assertThat(refusal("a.npy", npy("<f8", false, "(0, 99999999999)", doubles())))
        .contains("the most that are read");
    assertThat(refusal("a.npy", npy("<f8", false, "(99999999, 99999999)", doubles())))
        .contains("the most that are read");
    assertThat(refusal("a.npy", npy("{'descr': [('a', '<f8')], 'shape': (1,)}", doubles(1))))
        .contains("tells no type");
    byte[] large = ByteBuffer.allocate(8).putLong((1L << 53) + 1).array();
    assertThat(refusal("a.npy", npy(">i8", false, "(1,)", large))).contains("9007199254740993");
  }

  @Test
  void noDamagedByteBreaksAReader() {
    byte[] npy = npy("<f8", false, "(2, 2)", doubles(1, 2, 3, 4));
    byte[] idx = {0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 2, 7, 9};
    int read = 0;
    for (int value : new int[] {0, 0x20, 0x7f, 0x80, 0xff}) {
      for (int i = 0; i < npy.length; i++) {
        read += survives("a.npy", npy, i, (byte) value);
      }
      for (int i = 0; i < idx.length; i++) {
        read += survives("a.idx", idx, i, (byte) value);
      }
    }
    assertThat(read).isPositive();
  }

  private static int survives(String name, byte[] good, int at, byte value) {
    byte[] bad = good.clone();
    bad[at] = value;
    try {
      ArrayFiles.array(name, bad);
      return 1;
    } catch (InvalidParameterException e) {
      return 0;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.idx", "train-images-idx2-ubyte", "t10k.IDX2-ubyte"})
  void idxIsBigEndianThroughout(String name) {
    byte[] file = {0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 2, 7, (byte) 0xff};
    NamedArray a = ArrayFiles.array(name, file);
    assertThat(a.shape()).containsExactly(1, 2);
    assertThat(a.values()).containsExactly(7, 255);
    byte[] shorts = {0, 0, 0x0b, 1, 0, 0, 0, 1, (byte) 0xff, (byte) 0xfe};
    assertThat(ArrayFiles.array(name, shorts).values()).containsExactly(-2);
  }

  @Test
  void damagedIdxIsRefused() {
    byte[] good = {0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 2, 7, 9};
    assertThat(refusal("a.idx", Arrays.copyOf(good, 13))).contains("ends after 1 of 2 numbers");
    assertThat(refusal("a.idx", Arrays.copyOf(good, 7))).contains("ends too early");
    assertThat(refusal("a.idx", Arrays.copyOf(good, 15))).contains("goes on after");
    byte[] type = good.clone();
    type[2] = 0x0a;
    assertThat(refusal("a.idx", type)).contains("type 0a");
    byte[] negative = good.clone();
    negative[4] = (byte) 0x80;
    assertThat(refusal("a.idx", negative)).contains("dimension of length");
    byte[] magic = good.clone();
    magic[0] = 0x1f;
    assertThat(refusal("a.idx", magic)).contains("1f000802");
  }

  @Test
  void compressedFilesAreReadAndCutOnesRefused() throws IOException {
    byte[] zip = compressed("x\n1\n2\n".getBytes(StandardCharsets.UTF_8));
    assertThat(ArrayFiles.array("a.csv.gz", zip).values()).containsExactly(1, 2);
    assertThat(refusal("a.csv.gz", Arrays.copyOf(zip, zip.length - 9))).contains("ends too early");
    assertThat(refusal("a.csv.gz", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}))
        .contains("gzip");
    zip[zip.length - 6] ^= 1;
    assertThat(refusal("a.csv.gz", zip)).contains("damaged");
  }

  @Test
  void anUnknownEndingIsRefusedWithThoseThatAreKnown() {
    assertThat(refusal("a.mat", new byte[] {1})).contains("a.mat", ".csv", ".npy", ".idx");
  }

  @Test
  void pathsBeginAtTheFolderAndEachFileIsReadOnce() throws IOException {
    Files.createDirectory(folder.resolve("data"));
    Path file = Files.writeString(folder.resolve("data/a.csv"), "1,2\n");
    ArrayFiles files = new ArrayFiles(folder);
    NamedArray first = files.array("data/a.csv");
    Files.delete(file);
    assertThat(files.array("data/a.csv")).isSameAs(first);
    assertThat(first.name()).isEqualTo("a.csv");
    // printf '1,2\n' | sha256sum
    assertThat(files.inputs())
        .containsExactly(
            new InputFile(
                "data/a.csv",
                "52186c933993da4082b3cdc7c40bb4bf735b391ff54a2ef78c037dda6c38a680",
                4));
  }

  @Test
  void theDigestIsThatOfTheWholeFileAsItLies() throws Exception {
    byte[] zip = compressed("1\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    Files.write(folder.resolve("a.csv.gz"), zip);
    ArrayFiles files = new ArrayFiles(folder);
    assertThat(files.array("a.csv.gz").values()).hasSize(100_000);
    String expected = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(zip));
    assertThat(files.inputs()).containsExactly(new InputFile("a.csv.gz", expected, zip.length));
  }

  @Test
  void whatIsNotThereIsRefused() {
    ArrayFiles files = new ArrayFiles(folder);
    assertThatThrownBy(() -> files.array("none.csv"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("there is no file none.csv in " + folder);
    assertThatThrownBy(() -> files.array(".")).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> files.array("")).hasMessageContaining("names no file");
    assertThatThrownBy(() -> files.array("a\0.csv")).hasMessageContaining("is no path");
    assertThat(files.inputs()).isEmpty();
  }
}
