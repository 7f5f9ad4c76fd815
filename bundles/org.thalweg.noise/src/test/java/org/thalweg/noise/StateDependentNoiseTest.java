package org.thalweg.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.LabelledLandscape;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.landscapes.DoubleWell;
import org.thalweg.landscapes.Floor;
import org.thalweg.landscapes.Profile;
import org.thalweg.landscapes.Quadratic;
import org.thalweg.landscapes.Spectrum;
import org.thalweg.landscapes.Valley;
import org.thalweg.testkit.FlatLandscape;
import org.thalweg.testkit.NoReferences;
import org.thalweg.testkit.NoiseContract;

class StateDependentNoiseTest {
  private static final Landscape VALLEY =
      new Valley()
          .create(
              new Valley.Params(new Profile.Quartic(2, 1, 0.5), new Floor.Flat()),
              new NoReferences());

  private static Setting setting(Landscape landscape, double batch) {
    return new Setting(landscape, Schedule.constant(0.05), Schedule.constant(batch));
  }

  private static Landscape bowl(double offset, double angle, double... curvatures) {
    return new Quadratic()
        .create(
            new Quadratic.Params(new Spectrum.Listed(curvatures), angle, new double[] {0}, offset),
            new NoReferences());
  }

  private static NoiseModel lossProportional(Setting s) {
    return new LossProportional().create(new LossProportional.Params(), s, new NoReferences());
  }

  private static NoiseModel label(Setting s, double sigma) {
    return new Label().create(new Label.Params(sigma), s, new NoReferences());
  }

  private static NoiseModel curvature(Setting s, double relative, double... sigma) {
    return new Curvature().create(new Curvature.Params(relative, sigma), s, new NoReferences());
  }

  @Test
  void moreLabelsThanCanBeCountedAreRefused() {
    assertThatThrownBy(() -> label(setting(new TooManyLabels(), 1), 0.1))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("more than 2147483647 (samples times outputs); use fewer samples");
  }

  /** 70000 classes of 70000 samples. */
  private record TooManyLabels() implements LabelledLandscape {
    @Override
    public int dim() {
      return 1;
    }

    @Override
    public int labels() {
      return Math.multiplyExact(70_000, 70_000);
    }

    @Override
    public double value(double[] x) {
      return 0;
    }

    @Override
    public OutputJacobian jacobian(int walkers) {
      return (t, x, e, out) -> out.fill(0);
    }
  }

  @Test
  void noisesKeepTheirContract() {
    for (double[] h : new double[][] {{2}, {1, 10}, {1, 0, 3}, {1, 2, 3, 4, 5}}) {
      Setting s = setting(bowl(0.1, 0, h), 2);
      NoiseContract.of(lossProportional(s), s).verify();
    }
    Setting turned = setting(bowl(0.1, 0.7, 1, 10), 2);
    NoiseContract.of(lossProportional(turned), turned).verify();
    Setting labels = setting(new TwoLabels(), 2);
    NoiseContract.of(label(labels, 0.4), labels).verify();
    for (double[] sigma : new double[][] {{0}, {0.3}, {0.3, 0.1}}) {
      Setting s = setting(VALLEY, 3);
      NoiseContract.of(curvature(s, 0.5, sigma), s).verify();
    }
    Setting many = setting(bowl(0, 0, new double[40]), 1);
    NoiseContract.of(curvature(many, 0.5, 0.1), many).verify();
  }

  @Test
  void lossProportionalCovarianceIsTwiceTheLossTimesTheHessianOverTheBatch() {
    Landscape bowl = bowl(0.25, 0.3, 1, 10);
    double[] x = {0.2, -0.4};
    double[] c = new double[4];
    ((HasCovariance) lossProportional(setting(bowl, 4))).covariance(0, x, c);
    double[] first = new double[2];
    double[] second = new double[2];
    bowl.hessianVector(x, new double[] {1, 0}, first);
    bowl.hessianVector(x, new double[] {0, 1}, second);
    double scale = 2 * bowl.value(x) / 4;
    assertThat(c)
        .containsExactly(
            new double[] {scale * first[0], scale * first[1], scale * first[1], scale * second[1]},
            within(1e-14));
  }

  @Test
  void theRootOfAMatrixTimesItselfIsTheMatrix() {
    SplittableRandom random = new SplittableRandom(3);
    for (int n = 1; n <= LossProportional.LARGEST; n++) {
      double[] b = random.doubles(n * n, -1, 1).toArray();
      double[] h = new double[n * n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          for (int k = 0; k < n - n / 3; k++) { // of full rank and of less
            h[i * n + j] += b[i * n + k] * b[j * n + k];
          }
        }
      }
      SymmetricRoot root = new SymmetricRoot(n);
      assertThat(root.decompose(h)).isTrue();
      double[] once = new double[n];
      double[] twice = new double[n];
      for (int j = 0; j < n; j++) {
        double[] unit = new double[n];
        unit[j] = 1;
        root.apply(1, unit, once);
        root.apply(1, once, twice);
        for (int i = 0; i < n; i++) {
          assertThat(twice[i]).isCloseTo(h[i * n + j], within(1e-13 * n));
        }
      }
      h[0] = -1;
      assertThat(root.decompose(h)).isFalse();
      h[0] = Double.NaN;
      assertThat(root.decompose(h)).isFalse();
    }
  }

  @Test
  void whereTheLossIsNotPositiveOrNotConvexTheNoiseObjectsAndWalkersBecomeNaN() {
    Landscape well =
        new DoubleWell().create(new DoubleWell.Params(1, 1), new NoReferences()); // L = 0 at 1
    NoiseModel noise = lossProportional(setting(well, 1));
    assertThat(noise.objection(0, new double[] {1.2})).isEmpty();
    assertThat(noise.objection(0, new double[] {1}).orElse("")).contains("positive loss", "0.0");
    assertThat(noise.objection(0, new double[] {0.1}).orElse(""))
        .contains("negative eigenvalues", "convex");
    assertThat(lossProportional(setting(VALLEY, 1)).objection(0, new double[] {0.5, 0.5}))
        .isPresent();
    Block x = new Block(1, 3, Layout.BY_COORDINATE);
    x.line(0)[0] = 1.2;
    x.line(0)[1] = 0.1;
    x.line(0)[2] = 1;
    Block dz = new Block(1, 3, Layout.BY_COORDINATE);
    dz.fill(1);
    Block kick = new Block(1, 3, Layout.BY_COORDINATE);
    ((DiffusiveNoise) noise).factor(3).apply(0, x, dz, kick);
    assertThat(kick.get(0, 0)).isPositive().isFinite();
    assertThat(kick.get(0, 1)).isNaN();
    assertThat(kick.get(0, 2)).isNaN();
    double[] c = new double[1];
    ((HasCovariance) noise).covariance(0, new double[] {0.1}, c);
    assertThat(c[0]).isNaN();
  }

  @Test
  void labelNoiseHasTheCovarianceOfTheJacobian() {
    double[] c = new double[4];
    double u = 0.6;
    double v = -0.8;
    ((HasCovariance) label(setting(new TwoLabels(), 4), 0.5)).covariance(0, new double[] {u, v}, c);
    double s = 0.25 / 4 / 4;
    assertThat(c)
        .containsExactly(
            new double[] {s * (v * v + 1), s * u * v, s * u * v, s * u * u}, within(1e-16));
  }

  @Test
  void curvatureNoiseHasTheCovarianceOfTheNotes() {
    double[] c = new double[1];
    Landscape bowl = bowl(0, 0, 3);
    ((HasCovariance) curvature(setting(bowl, 2), 0.6, 0.1)).covariance(0, new double[] {0.5}, c);
    double r2 = 0.36 / 2;
    assertThat(c[0]).isCloseTo(r2 * 1.5 * 1.5 + 0.01 / 2 * (1 + r2) * 9, within(1e-15));
  }

  @Test
  void unfitLandscapesAreRefused() {
    assertThatThrownBy(() -> label(setting(VALLEY, 1), 0.1))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("perturbs labels")
        .hasMessageContaining("product");
    assertThatThrownBy(() -> lossProportional(setting(new FlatLandscape(17), 1)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("at most 16 parameters, but the landscape has 17");
    assertThatThrownBy(() -> curvature(setting(VALLEY, 1), 0.1, 1, 2, 3))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("has 3 numbers");
  }
}
