package org.thalweg.itests.seam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Divergence;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.engine.ensemble.Ensemble;
import org.thalweg.engine.ensemble.EnsembleMethodFactory;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.integrators.Baoab;
import org.thalweg.integrators.EulerMaruyama;
import org.thalweg.integrators.Sgd;
import org.thalweg.itests.FlatPlugins;
import org.thalweg.noise.Minibatch;
import org.thalweg.noise.NoNoise;

/**
 * The plugin interface carries six shapes of problem, each run, saved in the middle, restored and
 * continued to the same bits, and each checked against something known.
 */
class SeamTest {
  private static final long SEED = 11;

  private static Ensemble ensemble(Problem problem, Integrator scheme, long walkers) {
    return new Ensemble(
        problem,
        scheme,
        walkers,
        SEED,
        "walkers",
        List.of(0.0, problem.horizon()),
        Nothing::new,
        Optional::empty);
  }

  /** The first method's ensemble of an experiment, as its file says it. */
  /** The first method of an experiment, an ensemble that has not begun. */
  static Ensemble ensemble(String experiment) {
    Assembled assembled = ExperimentReader.read(experiment, List.of(), FlatPlugins.snapshot());
    var parameters =
        (EnsembleMethodFactory.Parameters)
            assembled.experiment().methods().get(0).method().parameters();
    String scheme = parameters.integrator().type();
    Integrator integrator =
        switch (scheme) {
          case "sgd" -> new Sgd().create((Sgd.Params) parameters.integrator().parameters(), null);
          case "baoab" ->
              new Baoab().create((Baoab.Params) parameters.integrator().parameters(), null);
          default ->
              new EulerMaruyama()
                  .create((EulerMaruyama.Params) parameters.integrator().parameters(), null);
        };
    return ensemble(assembled.problem(), integrator, parameters.walkers());
  }

  private static byte[] bytes(Ensemble e) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    e.save(new DataOutputStream(out));
    return out.toByteArray();
  }

  /** Runs one to the end, another with a stop in the middle, and expects the same bits. */
  private static Ensemble runBothWays(Supplier<Ensemble> shape, long stepsBeforeTheStop)
      throws IOException {
    Ensemble whole = shape.get();
    whole.begin();
    whole.advance(Long.MAX_VALUE);
    assertThat(whole.finished()).isTrue();
    Ensemble first = shape.get();
    first.begin();
    first.advance(stepsBeforeTheStop);
    assertThat(first.finished()).isFalse();
    Ensemble second = shape.get();
    second.restore(new DataInputStream(new ByteArrayInputStream(bytes(first))));
    second.advance(Long.MAX_VALUE);
    assertThat(bytes(second)).isEqualTo(bytes(whole));
    return whole;
  }

  /** The mean of a function over the walkers and its standard error. */
  private static double[] mean(Ensemble e, ToDoubleFunction<double[]> f) {
    double sum = 0;
    double squares = 0;
    long n = 0;
    for (WalkerChunk chunk : e.views()) {
      double[] x = new double[chunk.dim()];
      for (int w = 0; w < chunk.walkers(); w++) {
        assertThat(chunk.walking(w)).isTrue();
        chunk.position().point(w, x);
        double v = f.applyAsDouble(x);
        sum += v;
        squares += v * v;
        n++;
      }
    }
    double mean = sum / n;
    return new double[] {mean, Math.sqrt((squares / n - mean * mean) / n)};
  }

  @Test
  void aDoubleWellInOneDimension() throws IOException {
    // T = barrier: Gibbs' <x^2> = Int x^2 e^-(x^2-1)^2 / Int e^-(x^2-1)^2 = 0.7606 by quadrature;
    // the scheme's weak error at h = 0.002 is below 0.01.
    Ensemble e =
        runBothWays(
            () ->
                ensemble(
                    """
                    {"thalweg": 1,
                     "problem": {"landscape": {"type": "double-well", "barrier": 1, "width": 1},
                                 "noise": {"type": "isotropic", "temperature": 1},
                                 "learningRate": 0.002, "horizon": 6,
                                 "start": {"type": "point", "at": [1]}},
                     "methods": [{"type": "ensemble", "walkers": 5000,
                                  "integrator": {"type": "euler-maruyama"}}]}
                    """),
            1234);
    double[] square = mean(e, x -> x[0] * x[0]);
    assertThat(square[0]).isCloseTo(gibbsSquare(), within(3 * square[1] + 0.01));
  }

  private static double gibbsSquare() {
    double top = 0;
    double bottom = 0;
    for (int i = -4000; i <= 4000; i++) {
      double x = i * 1e-3;
      double p = Math.exp(-(x * x - 1) * (x * x - 1));
      top += x * x * p;
      bottom += p;
    }
    return top / bottom;
  }

  @Test
  void aValleyUnderTheLinearisedRandomShift() throws IOException {
    // On the floor's sharp side lambda is locally constant: Var y = eta lambda sigma^2 / (2 - eta
    // lambda) to the order of (sigma lambda'/lambda)^2, here below 1e-4 of it.
    Ensemble e =
        runBothWays(
            () ->
                ensemble(
                    """
                    {"thalweg": 1,
                     "problem": {"landscape": {"type": "valley"},
                                 "noise": {"type": "random-shift", "sigma": [0.01]},
                                 "learningRate": 0.5, "horizon": 50,
                                 "start": {"type": "point", "at": [-3, 0]}},
                     "methods": [{"type": "ensemble", "walkers": 20000,
                                  "integrator": {"type": "sgd"}}]}
                    """),
            50);
    double[] variance = mean(e, x -> x[1] * x[1]);
    double lambda = 1;
    double expected = 0.5 * lambda * 1e-4 / (2 - 0.5 * lambda);
    assertThat(variance[0]).isCloseTo(expected, within(3 * variance[1] + 1e-3 * expected));
  }

  @Test
  void aQuadraticInAThousandDimensions() throws IOException {
    // SGD on curvature h: Var = eta c / (h (2 - eta h)) with c = 2 T / eta the variance per step.
    Ensemble e =
        runBothWays(
            () ->
                ensemble(
                    """
                    {"thalweg": 1,
                     "problem": {"landscape": {"type": "quadratic",
                                   "curvatures": {"type": "log-spaced", "dim": 1000,
                                                  "smallest": 1, "largest": 10}},
                                 "noise": {"type": "isotropic", "temperature": 0.5},
                                 "learningRate": 0.1, "horizon": 10,
                                 "start": {"type": "point", "at": [0]}},
                     "methods": [{"type": "ensemble", "walkers": 40,
                                  "integrator": {"type": "sgd"}}]}
                    """),
            37);
    for (int axis : new int[] {0, 999}) {
      double h = axis == 0 ? 1 : 10;
      double expected = 2 * 0.5 / (h * (2 - 0.1 * h));
      double[] variance = mean(e, x -> x[axis] * x[axis]);
      assertThat(variance[0]).isCloseTo(expected, within(4 * variance[1]));
    }
  }

  @Test
  void aPerceptronWithItsOwnMinibatchForEveryWalker() throws IOException {
    Perceptron landscape = new Perceptron(784, 64, 40, 5);
    assertThat(landscape.dim()).isBetween(45_000, 55_000);
    Setting setting = new Setting(landscape, Schedule.constant(0.05), Schedule.constant(8));
    NoiseModel noise = new Minibatch().create(new Minibatch().defaults(), setting, null);
    Problem problem =
        new Problem(
            setting,
            noise,
            (draws, x) -> {
              draws.normals(x);
              for (int l = 0; l < x.lines(); l++) {
                for (int j = 0; j < x.line(l).length; j++) {
                  x.line(l)[j] *= 0.03;
                }
              }
            },
            Collections.nCopies(landscape.dim(), Axis.UNBOUNDED),
            6,
            new Divergence(1e3));
    Integrator scheme = new Sgd().create(new Sgd.Params(0.5), null);
    Ensemble start = ensemble(problem, scheme, 6);
    start.begin();
    double[] before = mean(start, landscape::value);
    Ensemble e = runBothWays(() -> ensemble(problem, scheme, 6), 41);
    double[] after = mean(e, landscape::value);
    assertThat(after[0]).isLessThan(before[0] / 5);
    double[] a = new double[landscape.dim()];
    double[] b = new double[landscape.dim()];
    e.views().get(0).position().point(0, a);
    e.views().get(1).position().point(0, b); // a chunk for each at this size
    assertThat(a).isNotEqualTo(b);
  }

  @Test
  void underdampedLangevinSavedInTheMiddle() throws IOException {
    // BAOAB gives the position's variance T/h exactly on a quadratic, at any step.
    Ensemble e =
        runBothWays(
            () ->
                ensemble(
                    """
                    {"thalweg": 1,
                     "problem": {"landscape": {"type": "quadratic",
                                   "curvatures": {"type": "list", "values": [4]}},
                                 "noise": {"type": "isotropic", "temperature": 0.5},
                                 "learningRate": 0.1, "horizon": 20,
                                 "start": {"type": "gaussian", "mean": [0], "deviation": [1]}},
                     "methods": [{"type": "ensemble", "walkers": 40000,
                                  "integrator": {"type": "baoab", "step": 0.3, "friction": 1}}]}
                    """),
            19);
    double[] variance = mean(e, x -> x[0] * x[0]);
    assertThat(variance[0]).isCloseTo(0.125, within(3 * variance[1]));
  }

  @Test
  void anAnnealedLandscapeUnderALearningRateSchedule() throws IOException {
    // Without noise each step multiplies x by 1 - eta(t) h exp(t / period), which is exact.
    Schedule decay = t -> 0.2 / (1 + t);
    Setting setting = new Setting(new Annealed(new Bowl(), 2), decay, Schedule.constant(1));
    Problem problem =
        new Problem(
            setting,
            new NoNoise().create(new NoNoise.Params(), setting, null),
            (draws, x) -> x.fill(1),
            List.of(Axis.UNBOUNDED),
            3,
            new Divergence(1e3));
    Integrator scheme = new Sgd().create(new Sgd.Params(0), null);
    Ensemble e = runBothWays(() -> ensemble(problem, scheme, 3), 9);
    double t = 0;
    double expected = 1;
    while (3 - t > decay.at(t) / 2) {
      expected -= decay.at(t) * Math.exp(t / 2) * expected;
      t += decay.at(t);
    }
    assertThat(e.time()).isCloseTo(t, within(1e-12));
    assertThat(e.views().get(0).position().get(0, 2)).isCloseTo(expected, within(1e-12));
  }

  /** L = x^2/2, written as a newcomer writes a landscape. */
  private record Bowl() implements Landscape {
    @Override
    public int dim() {
      return 1;
    }

    @Override
    public double value(double[] x) {
      return x[0] * x[0] / 2;
    }

    @Override
    public void gradient(double[] x, double[] out) {
      out[0] = x[0];
    }
  }

  /** Watches nothing. */
  private static final class Nothing implements Observer {
    @Override
    public void observe(double time, Distribution distribution) {}

    @Override
    public void merge(Observer next) {}

    @Override
    public void save(DataOutput out) {}

    @Override
    public void restore(DataInput in) {}
  }
}
