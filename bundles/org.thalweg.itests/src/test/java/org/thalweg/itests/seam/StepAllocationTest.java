package org.thalweg.itests.seam;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.engine.ensemble.Ensemble;

/** Steps allocate nothing: bytes are counted over thousands of them. */
class StepAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final String VALLEY =
      """
      "landscape": {"type": "valley"}, "start": {"type": "uniform", "from": [-3, 0], "to": [3, 0]},
      "domain": [{"from": -3, "to": 3, "edge": "reflecting"}, {"edge": "open"}]\
      """;

  private static final String BOWL =
      """
      "landscape": {"type": "quadratic", "curvatures": {"type": "log-spaced", "dim": DIM}},
      "start": {"type": "gaussian"}, "noise": {"type": "isotropic"}, "learningRate": 0.01\
      """;

  static Stream<Map.Entry<String, String>> experiments() {
    return Stream.of(
        Map.entry(
            "Langevin in a valley",
            experiment(
                VALLEY + ", \"noise\": {\"type\": \"anisotropic\"}, \"learningRate\": 0.01",
                "{\"type\": \"euler-maruyama\"}",
                1500)),
        Map.entry(
            "noise that follows the curvature",
            experiment(
                VALLEY
                    + ", \"noise\": {\"type\": \"anisotropic\", \"power\": 1},"
                    + " \"learningRate\": 0.01",
                "{\"type\": \"euler-maruyama\"}",
                1500)),
        Map.entry("exact shift", experiment(shift("exact"), "{\"type\": \"sgd\"}", 1500)),
        Map.entry("linearised shift", experiment(shift("linearised"), "{\"type\": \"sgd\"}", 1500)),
        Map.entry(
            "a thousand parameters",
            experiment(BOWL.replace("DIM", "1000"), "{\"type\": \"euler-maruyama\"}", 4)),
        Map.entry(
            "momentum",
            experiment(BOWL.replace("DIM", "3"), "{\"type\": \"sgd\", \"momentum\": 0.9}", 600)),
        Map.entry(
            "underdamped", experiment(BOWL.replace("DIM", "2"), "{\"type\": \"baoab\"}", 600)),
        Map.entry(
            "a network",
            experiment(
                "\"landscape\": {\"type\": \"mlp\", \"activation\": \"gelu\", \"data\": {\"type\":"
                    + " \"group-sums\"}}, \"noise\": {\"type\": \"minibatch\"},"
                    + " \"batch\": 5, \"start\": {\"type\": \"he\"},"
                    + " \"learningRate\": 0.01",
                "{\"type\": \"sgd\"}",
                2)));
  }

  private static String shift(String kind) {
    return VALLEY
        + ", \"noise\": {\"type\": \"random-shift\", \"sigma\": 0.2, \"shift\": \""
        + kind
        + "\"}, \"learningRate\": 0.05";
  }

  private static String experiment(String problem, String integrator, int walkers) {
    return "{\"thalweg\": 1, \"problem\": {"
        + problem
        + ", \"horizon\": 1e5}, \"methods\": [{\"type\": \"ensemble\", \"walkers\": "
        + walkers
        + ", \"integrator\": "
        + integrator
        + "}]}";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("experiments")
  void stepsAllocateNothing(Map.Entry<String, String> experiment) {
    Ensemble ensemble = SeamTest.ensemble(experiment.getValue());
    ensemble.begin();
    long thread = Thread.currentThread().getId();
    int steps = 2000;
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = THREADS.getThreadAllocatedBytes(thread);
      ensemble.advance(steps);
      least = Math.min(least, THREADS.getThreadAllocatedBytes(thread) - before);
    }
    // The call itself makes an iterator; a byte per step would be a hundred times as much.
    assertThat(least).as("bytes in %s steps", steps).isLessThan(200);
  }
}
