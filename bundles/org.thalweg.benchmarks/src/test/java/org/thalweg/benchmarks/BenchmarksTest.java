package org.thalweg.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs; how fast is not a test's business. */
class BenchmarksTest {
  private static final TimeValue MOMENT = new TimeValue(1, TimeUnit.MILLISECONDS);

  @Test
  void everyBenchmarkRunsOnce() throws Exception {
    System.setProperty("jmh.ignoreLock", "true");
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("org.thalweg.benchmarks.*")
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(MOMENT)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    int ofBlockMath = 7;
    int ofSteps = 3 + 2 + 1;
    assertThat(results).hasSize(2 * (ofBlockMath + ofSteps));
  }
}
