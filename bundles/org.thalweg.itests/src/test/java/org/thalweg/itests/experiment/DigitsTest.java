package org.thalweg.itests.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.api.analysis.Result;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.engine.run.RunListener;
import org.thalweg.engine.run.RunOptions;
import org.thalweg.engine.run.RunOutcome;
import org.thalweg.itests.FlatPlugins;

/** A network learns handwritten digits by discrete SGD with minibatches: the shipped example. */
class DigitsTest {
  private static final Path EXAMPLE =
      Path.of("..", "..", "runtime", "distribution", "src", "examples", "digits.json");

  /** Half of the example's steps and of its walkers. */
  @Test
  void moreThanNineDigitsOfTenThatWereHeldOutAreRead() throws IOException {
    Assembled experiment =
        ExperimentReader.read(
            Files.readString(EXAMPLE),
            List.of(
                Map.entry("problem.horizon", "80"),
                Map.entry("methods[0].walkers", "2"),
                Map.entry("save.every", "80")),
            FlatPlugins.snapshot());
    RunOutcome outcome =
        new ExperimentRunner().run(experiment, new RunOptions(2, 0), new Quiet(), () -> false);
    assertThat(outcome.status()).isEqualTo(RunOutcome.Status.COMPLETED);
    List<Result> results = outcome.analyzers().get(0).report().results();
    assertThat(results)
        .extracting(Result::quantity)
        .containsExactly("loss", "train-accuracy", "test-loss", "test-accuracy");
    // Ten digits guessed give 0.1 and a loss of log 10.
    assertThat(results.get(3).value()).isBetween(0.9, 0.97);
    assertThat(results.get(1).value()).isGreaterThan(results.get(3).value());
    assertThat(results.get(0).value()).isBetween(0.1, 0.3);
    assertThat(results.get(2).value()).isBetween(results.get(0).value(), 0.4);
  }

  private static final class Quiet implements RunListener {
    @Override
    public void began(String id) {}

    @Override
    public void advanced(String id, double fraction) {}

    @Override
    public void ended(String id, double seconds) {}
  }
}
