package org.thalweg.data;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.DataSetFactory;

/**
 * Generates two half circles that reach into each other, which no straight line parts.
 *
 * <p>Samples take their classes in turn, so that both are equally frequent.
 */
@Plugin(
    id = "two-moons",
    doc = "Two half circles in the plane that reach into each other, with normal scatter",
    ref = "Pedregosa et al. 2011, J. Mach. Learn. Res. 12, 2825 (make_moons)",
    formula =
        "class 0: (cos a, sin a), class 1: (1 - cos a, 1/2 - sin a), a uniform in (0, pi), plus"
            + " N(0, deviation^2) on both inputs")
@Component
public final class TwoMoons implements DataSetFactory<TwoMoons.Params> {
  private static final int INPUTS = 2;

  /** Makes the factory; it keeps no state. */
  public TwoMoons() {}

  /**
   * The parameters.
   *
   * @param samples the samples of training
   * @param test the samples held out
   * @param deviation the standard deviation of the scatter
   * @param seed of the generator
   */
  public record Params(
      @Param(doc = "samples of training", min = 1, max = 1e8) long samples,
      @Param(doc = "samples held out for testing", min = 0, max = 1e8) long test,
      @Param(
              doc = "standard deviation of the scatter around the half circles of radius 1",
              unit = "input",
              min = 0)
          double deviation,
      @Param(doc = "seed of the data, independent of the experiment's", min = 0) long seed) {
    /** Refuses more numbers than memory has room for. */
    public Params {
      Size.of(samples, test, INPUTS);
    }
  }

  @Override
  public Params defaults() {
    return new Params(100, 1000, 0.1, 1);
  }

  @Override
  public DataSet create(Params p, Assembly assembly) {
    Generator random = new Generator(p.seed(), 0);
    return Size.of(p.samples(), p.test(), INPUTS)
        .make(2, true, samples -> part(samples, p.deviation(), random));
  }

  private static DataSet.Part part(int samples, double deviation, Generator random) {
    double[] x = new double[samples * INPUTS];
    double[] labels = new double[samples];
    for (int s = 0; s < samples; s++) {
      double angle = Math.PI * random.uniform();
      // StrictMath gives the same bits on every machine.
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle);
      boolean lower = s % 2 == 1;
      labels[s] = lower ? 1 : 0;
      x[2 * s] = (lower ? 1 - cos : cos) + deviation * random.normal();
      x[2 * s + 1] = (lower ? 0.5 - sin : sin) + deviation * random.normal();
    }
    return new DataSet.Part(samples, x, labels);
  }
}
