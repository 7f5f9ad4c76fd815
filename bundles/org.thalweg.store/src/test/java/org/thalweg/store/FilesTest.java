package org.thalweg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.api.analysis.Table;

class FilesTest {
  @TempDir Path folder;

  private static String csv(Table table) throws IOException {
    StringBuilder text = new StringBuilder();
    CsvFile.write(table, text);
    return text.toString();
  }

  private static byte[] npy(int[] shape, double... values) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NpyFile.write(shape, values, out);
    return out.toByteArray();
  }

  /** Runs a Python program, or skips the test where there is no Python with what it needs. */
  private static String python(String needs, String program) throws Exception {
    assumeTrue(run("import " + needs).exit() == 0, "no python3 with " + needs);
    Output output = run(program);
    assertThat(output.exit()).as(output.text()).isZero();
    return output.text().strip();
  }

  private record Output(int exit, String text) {}

  private static Output run(String program) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("python3", "-c", program).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new Output(process.exitValue(), text);
    } catch (IOException e) {
      return new Output(-1, e.toString());
    }
  }

  @Test
  void aTableIsCommaSeparatedWithAHeader() throws IOException {
    assertThat(csv(Records.TABLE))
        .isEqualTo(
            "method,time,x,walkers\r\n"
                + "sgd,0.1,-0.0,0\r\n"
                + "\"a, \"\"b\"\"\",1e-300,inf,-1\r\n"
                + "\"line\nbreak\",NaN,-inf,9223372036854775807\r\n"
                + "\"\",0.3333333333333333,3.1415926535897933e20,4096\r\n");
  }

  @Test
  void aTableWithoutRowsOrColumnsIsWritten() throws IOException {
    Table noRows = new Table("t", "", List.of(new Table.Numbers("a", "", new double[0])));
    assertThat(csv(noRows)).isEqualTo("a\r\n");
    assertThat(csv(new Table("t", "", List.of()))).isEqualTo("\r\n");
  }

  @Test
  void pythonReadsTheTable() throws Exception {
    Path file = Files.writeString(folder.resolve("t.csv"), csv(Records.TABLE));
    String program =
        "import csv, math\n"
            + "rows = list(csv.DictReader(open(r'%s', newline='')))\n"
            + "print([r['method'] for r in rows])\n"
            + "print([float(r['time']) for r in rows], [float(r['x']) for r in rows])";
    assertThat(python("csv", String.format(program, file)))
        .isEqualTo(
            "['sgd', 'a, \"b\"', 'line\\nbreak', '']"
                + System.lineSeparator()
                + "[0.1, 1e-300, nan, 0.3333333333333333]"
                + " [-0.0, inf, -inf, 3.1415926535897933e+20]");
  }

  @Test
  void pandasReadsTheTable() throws Exception {
    Path file = Files.writeString(folder.resolve("t.csv"), csv(Records.TABLE));
    String program =
        "import pandas\nd = pandas.read_csv(r'%s', float_precision='round_trip')\n"
            + "print([str(t) for t in d.dtypes][1:], d['x'][1], d['time'][3])";
    assertThat(python("pandas", String.format(program, file)))
        .isEqualTo("['float64', 'float64', 'int64'] inf 0.3333333333333333");
  }

  @Test
  void anArrayHasNumpysHeaderAndLittleEndianDoubles() throws IOException {
    byte[] bytes = npy(new int[] {2, 1}, 1.5, Double.NaN);

    assertThat(Arrays.copyOf(bytes, 8))
        .isEqualTo(new byte[] {(byte) 0x93, 78, 85, 77, 80, 89, 1, 0});
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int header = buffer.getShort(8);
    assertThat((10 + header) % 64).isZero();
    assertThat(new String(bytes, 10, header, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 1), }")
        .endsWith("\n");
    assertThat(buffer.getDouble(10 + header)).isEqualTo(1.5);
    assertThat(buffer.getDouble(18 + header)).isNaN();
    assertThat(bytes).hasSize(10 + header + 16);
  }

  @Test
  void numpyLoadsArraysOfAnyShape() throws Exception {
    double[] many = new double[20_000];
    Arrays.setAll(many, i -> i * 0.1);
    Files.write(folder.resolve("a.npy"), npy(new int[] {4, 50, 100}, many));
    Files.write(folder.resolve("b.npy"), npy(new int[] {3}, 1, Double.POSITIVE_INFINITY, -0.0));
    Files.write(folder.resolve("c.npy"), npy(new int[] {}, 7));
    Files.write(folder.resolve("d.npy"), npy(new int[] {0, 5}));
    String program =
        "import numpy as n\n"
            + "a, b, c, d = (n.load(r'%s/' + k + '.npy') for k in 'abcd')\n"
            + "print(a.shape, a.flags.c_contiguous, bool((a.ravel() == n.arange(20000) *"
            + " .1).all()), b.tolist(), c.shape, float(c), d.shape, a.dtype.str)";
    assertThat(python("numpy", String.format(program, folder)))
        .isEqualTo("(4, 50, 100) True True [1.0, inf, -0.0] () 7.0 (0, 5) <f8");
  }
}
