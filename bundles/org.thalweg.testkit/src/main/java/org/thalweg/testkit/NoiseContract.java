package org.thalweg.testkit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.NoiseCapabilities;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;

/**
 * What every noise must do: its capabilities describe one and the same noise, and its traits are
 * true.
 *
 * <p>Each check throws an {@link AssertionError} that says where and by how much; {@link #verify()}
 * runs those that the noise's capabilities allow. Checks by sampling allow five standard errors
 * with fixed seeds. Alpha-stable noise has neither mean nor covariance to compare; its
 * characteristic function is.
 */
public final class NoiseContract {
  private static final int POINTS = 4;
  private static final double ROUNDING = 1e-9;

  private final NoiseModel noise;
  private final Setting setting;
  private final double radius;
  private final String bias;

  private NoiseContract(NoiseModel noise, Setting setting, double radius, String bias) {
    this.noise = noise;
    this.setting = setting;
    this.radius = radius;
    this.bias = bias;
  }

  /**
   * The contract of a noise, checked for coordinates between -1 and 1.
   *
   * @param noise the noise
   * @param setting what it was made for
   * @return the contract
   */
  public static NoiseContract of(NoiseModel noise, Setting setting) {
    return new NoiseContract(noise, setting, 1, "");
  }

  /**
   * The same contract in another region.
   *
   * @param newRadius the largest magnitude of a coordinate
   * @return a new contract
   */
  public NoiseContract within(double newRadius) {
    return new NoiseContract(noise, setting, newRadius, bias);
  }

  /**
   * The same contract for a noise whose mean minibatch gradient is not the full gradient.
   *
   * @param reason why, for readers of the test
   * @return a new contract that does not check the mean
   */
  public NoiseContract biasedBecause(String reason) {
    return new NoiseContract(noise, setting, radius, reason);
  }

  /**
   * Why the noise cannot act where the contract would look at it.
   *
   * @return the first objection, or empty if it can
   */
  public Optional<String> objection() {
    return points().stream().flatMap(x -> noise.objection(0, x).stream()).findFirst();
  }

  /** Runs all checks that apply. */
  public void verify() {
    Check.that(objection().isEmpty(), "the noise objects: %s", objection().orElse(""));
    Check.that(noise.channels() >= 0, "channels are %d", noise.channels());
    reasonsAndCapabilitiesAgree();
    NoiseCapabilities.diffusive(noise)
        .ifPresent(
            d -> {
              factorIsLinearAndByWalker(d);
              constantDiagonalIsTheFactor(d);
              traitsAreTrue(d);
              covarianceIsThatOfTheFactor(d);
            });
    NoiseCapabilities.minibatch(noise, setting)
        .ifPresent(
            m -> {
              for (double[] x : points()) {
                NoiseSample sample = NoiseSample.draw(m, setting, x);
                OptionalDouble stable = noise.traits().stableIndex();
                if (stable.isPresent()) {
                  NoiseCapabilities.diffusive(noise)
                      .ifPresent(d -> sample.tailsAreStable(stable.getAsDouble(), columns(d, x)));
                } else if (bias.isEmpty()) {
                  sample.meanIsGradient();
                }
                NoiseCapabilities.covariance(noise, setting)
                    .ifPresent(sample::covarianceIsDeclared);
              }
              NoiseSample.allocatesNothing(m, setting);
            });
  }

  private void reasonsAndCapabilitiesAgree() {
    boolean refused = noise.noDiffusion().isPresent();
    boolean gives = NoiseCapabilities.diffusive(noise).isPresent();
    Check.that(
        !refused || !gives, "the noise says why it has no diffusion and gives one nevertheless");
    Check.that(
        !refused || !noise.noDiffusion().get().isBlank(), "the reason for no diffusion is blank");
    Check.that(
        gives || NoiseCapabilities.minibatch(noise, setting).isPresent(),
        "the noise has neither a factor nor minibatch gradients, so that no method can use it");
  }

  /** Columns of B by unit increments must add up, and one walker must not see another. */
  private void factorIsLinearAndByWalker(DiffusiveNoise diffusive) {
    List<double[]> points = points();
    int n = points.size();
    Block dz = new Block(noise.channels(), n, layout());
    new TestDraws(1).normals(dz);
    Block out = new Block(dim(), n, layout());
    diffusive.factor(n).apply(0, block(points), dz, out);
    double[] increments = new double[noise.channels()];
    double[] actual = new double[dim()];
    for (int w = 0; w < n; w++) {
      double[][] columns = columns(diffusive, points.get(w));
      dz.point(w, increments);
      out.point(w, actual);
      for (int i = 0; i < dim(); i++) {
        double sum = 0;
        double size = 0;
        for (int c = 0; c < columns.length; c++) {
          sum += columns[c][i] * increments[c];
          size += Math.abs(columns[c][i] * increments[c]);
        }
        Check.close(actual[i], sum, ROUNDING * size, "row %d of B dz of walker %d", i, w);
      }
    }
  }

  /** What is declared constant must have the factor's bits, since steppers use either. */
  private void constantDiagonalIsTheFactor(DiffusiveNoise diffusive) {
    double[] b = diffusive.constantDiagonal().orElse(null);
    if (b == null) {
      return;
    }
    Check.that(
        b.length == dim() && noise.channels() == dim(),
        "the constant diagonal has %d entries, for %d channels and %d parameters",
        b.length,
        noise.channels(),
        dim());
    List<double[]> points = points();
    Block dz = new Block(dim(), points.size(), layout());
    new TestDraws(2).normals(dz);
    Block out = new Block(dim(), points.size(), layout());
    diffusive.factor(points.size()).apply(0, block(points), dz, out);
    for (int w = 0; w < points.size(); w++) {
      for (int i = 0; i < dim(); i++) {
        Check.same(out.get(i, w), b[i] * dz.get(i, w), "constant diagonal, row %d of B dz", i);
      }
    }
  }

  private void traitsAreTrue(DiffusiveNoise diffusive) {
    Traits traits = noise.traits();
    Check.that(
        !traits.additive() || traits.commutative(),
        "additive noise is commutative, but the traits deny it");
    double[][] first = null;
    for (double[] x : points()) {
      double[][] b = columns(diffusive, x);
      first = first == null ? b : first;
      for (int c = 0; c < b.length; c++) {
        for (int i = 0; i < dim(); i++) {
          if (traits.additive()) {
            Check.same(b[c][i], first[c][i], "additive noise, B[%d][%d] at another point", i, c);
          }
          if (traits.form() != Traits.Form.FULL && i != c) {
            Check.same(Math.abs(b[c][i]), 0, "%s noise, B[%d][%d]", traits.form(), i, c);
          }
          if (traits.form() == Traits.Form.SCALAR && i == c) {
            Check.same(b[c][i], b[0][0], "scalar noise, B[%d][%d]", i, c);
          }
        }
      }
    }
  }

  private void covarianceIsThatOfTheFactor(DiffusiveNoise diffusive) {
    if (dim() > 16) {
      return; // C is for small dimensions.
    }
    HasCovariance declared = NoiseCapabilities.covariance(noise, setting).orElse(null);
    Check.that(
        (declared == null) == noise.traits().stableIndex().isPresent(),
        "a diffusion has a covariance, and alpha-stable noise has none");
    if (declared == null) {
      return;
    }
    double eta = setting.learningRate().at(0);
    double[] c = new double[dim() * dim()];
    for (double[] x : points()) {
      declared.covariance(0, x, c);
      double[][] b = columns(diffusive, x);
      for (int i = 0; i < dim(); i++) {
        for (int j = 0; j < dim(); j++) {
          double sum = 0;
          for (double[] column : b) {
            sum += column[i] * column[j];
          }
          Check.close(
              c[i * dim() + j],
              sum / eta,
              ROUNDING * Check.size(c),
              "C[%d][%d] against B B^T/eta",
              i,
              j);
        }
      }
    }
  }

  private double[][] columns(DiffusiveNoise diffusive, double[] x) {
    NoiseFactor factor = diffusive.factor(1);
    Block point = new Block(dim(), 1, layout());
    point.setPoint(0, x);
    Block out = new Block(dim(), 1, layout());
    double[][] columns = new double[noise.channels()][dim()];
    for (int c = 0; c < columns.length; c++) {
      Block unit = new Block(noise.channels(), 1, layout());
      unit.set(c, 0, 1);
      factor.apply(0, point, unit, out);
      out.point(0, columns[c]);
    }
    return columns;
  }

  private Block block(List<double[]> points) {
    Block block = new Block(dim(), points.size(), layout());
    for (int w = 0; w < points.size(); w++) {
      block.setPoint(w, points.get(w));
    }
    return block;
  }

  private List<double[]> points() {
    SplittableRandom random = new SplittableRandom(7);
    return Stream.generate(() -> random.doubles(dim(), -radius, radius).toArray())
        .limit(POINTS)
        .toList();
  }

  private int dim() {
    return setting.landscape().dim();
  }

  private Layout layout() {
    return Layout.of(dim());
  }
}
