package org.thalweg.analyzers.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Traits;

/** Hessian, noise in the Hessian's directions and principal components, on a bowl. */
class CurvatureAnalyzersTest {
  private static final MethodInfo SGD = Fixtures.langevin("sgd", Fixtures.ETA);
  private static final double[] CURVATURE = {8, 4, 2, 1};

  /** L = sum of h_i x_i^2 / 2 about a loss of one. */
  private record Bowl() implements Landscape {
    @Override
    public int dim() {
      return CURVATURE.length;
    }

    @Override
    public double value(double[] x) {
      double sum = 1;
      for (int i = 0; i < x.length; i++) {
        sum += CURVATURE[i] * x[i] * x[i] / 2;
      }
      return sum;
    }

    @Override
    public void hessianVector(double[] x, double[] v, double[] out) {
      for (int i = 0; i < v.length; i++) {
        out[i] = CURVATURE[i] * v[i];
      }
    }
  }

  /** C = H^power. */
  private record Powers(double power) implements HasCovariance {
    @Override
    public Traits traits() {
      return new Traits(true, Traits.Form.DIAGONAL, true);
    }

    @Override
    public int channels() {
      return CURVATURE.length;
    }

    @Override
    public void covariance(double t, double[] x, double[] out) {
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < x.length; j++) {
          out[i * x.length + j] = i == j ? Math.pow(CURVATURE[i], power) : 0;
        }
      }
    }
  }

  private static Problem problem(NoiseModel noise) {
    return Fixtures.problem(
        new Bowl(),
        noise,
        1,
        Fixtures.walls(-9, 9),
        Fixtures.walls(-9, 9),
        Fixtures.walls(-9, 9),
        Fixtures.walls(-9, 9));
  }

  private static double result(Report report, String quantity) {
    return report.results().stream()
        .filter(r -> r.quantity().equals(quantity))
        .mapToDouble(Result::value)
        .findFirst()
        .orElseThrow();
  }

  private static Report report(Analyzer analyzer, Problem problem, double[]... coordinates) {
    int n = coordinates[0].length;
    Observer first = Fixtures.observer(analyzer, problem, SGD);
    Observer second = Fixtures.observer(analyzer, problem, SGD);
    double[][] head = new double[coordinates.length][];
    double[][] tail = new double[coordinates.length][];
    for (int i = 0; i < coordinates.length; i++) {
      head[i] = Fixtures.part(coordinates[i], 0, n / 2);
      tail[i] = Fixtures.part(coordinates[i], n / 2, n);
    }
    first.observe(1, Fixtures.chunk(0, head));
    second.observe(1, Fixtures.chunk(n / 2, tail));
    Observer restored = Fixtures.observer(analyzer, problem, SGD);
    Fixtures.restore(restored, Fixtures.bytes(first));
    restored.merge(second);
    return analyzer.report(problem, List.of(Fixtures.observed(SGD, restored)));
  }

  private static double[][] cloud(int walkers, double power) {
    SplittableRandom random = new SplittableRandom(5);
    double[][] x = new double[CURVATURE.length][];
    for (int i = 0; i < x.length; i++) {
      double deviation = Math.pow(CURVATURE[i], -power / 4);
      x[i] = Fixtures.normals(random, walkers, 0, deviation);
    }
    return x;
  }

  @Test
  void theHessiansSpectrumTraceAndFlatness() {
    Problem problem = problem(new Powers(1));
    Analyzer analyzer =
        new HessianSpectrum()
            .create(
                new HessianSpectrum.Params(8, 3),
                problem.setting(),
                Fixtures.assembly(List.of(), null));
    Report report = report(analyzer, problem, cloud(8, 1));

    assertThat(result(report, "trace")).isCloseTo(15, within(1e-12));
    assertThat(result(report, "largest")).isCloseTo(8, within(1e-12));
    assertThat(result(report, "smallest")).isCloseTo(1, within(1e-12));
    assertThat(result(report, "flatness")).isCloseTo(1 / Math.sqrt(8), within(1e-12));
    assertThat(Fixtures.numbers(report.tables().get(0), "eigenvalue_3")[0])
        .isCloseTo(2, within(1e-12));
  }

  @Test
  void theNoisesExponentAndAlignment() {
    for (double power : new double[] {0, 1, 2}) {
      Problem problem = problem(new Powers(power));
      Analyzer analyzer =
          new NoiseHessian()
              .create(
                  new NoiseHessian().defaults(),
                  problem.setting(),
                  Fixtures.assembly(List.of(), null));
      Report report = report(analyzer, problem, cloud(4, 1));
      double product = 0;
      double squares = 0;
      double squareH = 0;
      for (double h : CURVATURE) {
        product += Math.pow(h, 1 + power);
        squares += Math.pow(h, 2 * power);
        squareH += h * h;
      }

      assertThat(result(report, "exponent")).isCloseTo(power, within(1e-10));
      assertThat(result(report, "alignment"))
          .isCloseTo(product / Math.sqrt(squares * squareH), within(1e-12));
    }
  }

  @Test
  void aNoiseWithoutCovarianceIsRefusedWithItsReason() {
    Problem problem = problem(new Fixtures.Unknown());
    Analyzer analyzer =
        new NoiseHessian()
            .create(
                new NoiseHessian().defaults(),
                problem.setting(),
                Fixtures.assembly(List.of(), null));

    assertThat(analyzer.objections(problem, List.of(SGD)))
        .singleElement()
        .asString()
        .contains("covariance is not known", "nobody knows it");
  }

  /** Equal temperature in all directions gives variance ~ F^2; C ~ H^2 gives F^-2. */
  @Test
  void theExponentOfVarianceAgainstFlatness() {
    for (double power : new double[] {2, -2}) {
      Problem problem = problem(new Powers(1));
      Analyzer analyzer =
          new PrincipalComponents()
              .create(
                  new PrincipalComponents().defaults(),
                  problem.setting(),
                  Fixtures.assembly(List.of(), null));
      Report report = report(analyzer, problem, cloud(256, power));
      Result exponent = report.results().get(0);

      // 256 points give each ln variance a standard error of 0.09; ln F spans 1.04 in four points
      assertThat(exponent.value()).isCloseTo(power, within(4 * 0.09 / 0.39 / 2));
      assertThat(exponent.error()).isPositive();
    }
  }

  @Test
  void theWidthOfABowlIsKnown() {
    LossWidth width = new LossWidth(problem(new Powers(1)), new double[4]);

    assertThat(width.along(new double[] {0, 0, 0, 1}))
        .isCloseTo(2 * Math.sqrt(2 * (Math.E - 1)), within(1e-8));
  }

  @Test
  void componentsOfFewPointsInManyDimensionsAreThoseOfTheCovariance() {
    List<double[]> wide =
        List.of(new double[] {1, 0, 2, 0, 5}, new double[] {0, 3, 1, 1, 0}, new double[5]);
    Components gram = Components.of(wide, 5);

    assertThat(gram.variance()).hasSize(2);
    double trace = 0;
    for (int i = 0; i < 5; i++) {
      double mean = (wide.get(0)[i] + wide.get(1)[i]) / 3;
      for (double[] x : wide) {
        trace += (x[i] - mean) * (x[i] - mean) / 2;
      }
    }
    assertThat(gram.variance()[0] + gram.variance()[1]).isCloseTo(trace, within(1e-12));
    assertThat(Eigenpairs.dot(gram.direction()[0], gram.direction()[1])).isCloseTo(0, within(1e-9));
  }

  @Test
  void walkersThatLeftDoNotCount() {
    Problem problem = problem(new Powers(1));
    Analyzer analyzer =
        new HessianSpectrum()
            .create(
                new HessianSpectrum.Params(8, 3),
                problem.setting(),
                Fixtures.assembly(List.of(), null));
    Observer o = Fixtures.observer(analyzer, problem, SGD);
    double[][] x = cloud(3, 1);
    o.observe(
        1,
        new WalkerChunk(
            Fixtures.chunk(0, x).position(), new byte[] {0, WalkerChunk.DIVERGED, 0}, 0));
    Report report = analyzer.report(problem, List.of(Fixtures.observed(SGD, o)));

    assertThat(report.tables().get(0).columns())
        .anyMatch(c -> c.name().equals("walkers") && c.size() == 1);
    assertThat(result(report, "trace")).isCloseTo(15, within(1e-12));
  }
}
