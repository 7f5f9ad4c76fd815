package org.thalweg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.bench.BenchOptions;
import org.thalweg.bench.Machine;
import org.thalweg.bench.Measurement;
import org.thalweg.bench.MethodTimes;
import org.thalweg.bench.Shares;
import org.thalweg.bench.Work;

class BenchTableTest {
  @ParameterizedTest(name = "{0} s is shown as {1}")
  @CsvSource({
    "12.345, 12.3 s",
    "1, 1.00 s",
    "0.0222, 22.2 ms",
    "3.1e-6, 3.10 us",
    "4.237e-9, 4.24 ns",
    "5e-12, 0.00500 ns",
    "123.4, 123 s",
    "12345, 12300 s",
    "0.99996, 1.00 s",
  })
  void timesHaveThreeDigits(double seconds, String shown) {
    assertThat(BenchTable.time(seconds)).isEqualTo(shown);
  }

  @ParameterizedTest(name = "{0} per second is shown as {1}")
  @CsvSource({"0.5, 0.500/s", "999.7, 1.00 k/s", "2.38e8, 238 M/s", "1.5e10, 15.0 G/s"})
  void ratesHaveThreeDigits(double rate, String shown) {
    assertThat(BenchTable.rate(rate)).isEqualTo(shown);
  }

  @Test
  void aTableFitsATerminal() {
    Shares shares = new Shares(0.41, 0.2, 0.001, OptionalDouble.of(0.31), 0.079);
    MethodTimes walkers =
        new MethodTimes(
            "langevin",
            "ensemble",
            new Work(Work.Unit.WALKER_STEP, 1e8),
            5.5,
            List.of(0.4, 0.39, 0.5),
            Optional.of(shares));
    MethodTimes density =
        new MethodTimes(
            "density",
            "fokker-planck",
            new Work(Work.Unit.CELL_STEP, 65536 * 50),
            0.7,
            List.of(0.025),
            Optional.empty());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new BenchTable(new PrintStream(bytes, true, StandardCharsets.UTF_8))
        .print(
            new Machine("Some Processor", 2, "Some VM 17", List.of()),
            new BenchOptions(1, 3, 3, true),
            List.of(new Measurement("Q-100000x64", "{}", "plain", 3, List.of(walkers, density))));
    String table = bytes.toString(StandardCharsets.UTF_8);
    assertThat(table)
        .contains("path: plain", "4.00 ns", "3.90 ns", "55.0 ns", "250 M/s", "41 %", "31 %")
        .contains("25.0 ms", "131 M/s");
    assertThat(table.lines()).allMatch(line -> line.length() <= 100);
  }
}
