package org.thalweg.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.block.Layout;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.Order;
import org.thalweg.api.method.Stepper;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.ProductStart;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;

/** A contract that accepts everything is worth nothing: each test plants one mistake. */
class ContractsFindMistakesTest {
  private static final Setting SETTING =
      new Setting(new Bowl(), Schedule.constant(0.1), Schedule.constant(1));

  @Test
  void soundModelsPass() {
    LandscapeContract.of(new Bowl()).verify();
    NoiseContract.of(new Thermal(), SETTING).verify();
    StartContract.of(new Even(1), 2).verify();
    IntegratorContract.of(new Descent(), SETTING, new Thermal()).verify();
  }

  @Test
  void aLandscapeOfValuesAloneCanPass() {
    LandscapeContract.of(
            new Landscape() {
              @Override
              public int dim() {
                return 3;
              }

              @Override
              public double value(double[] x) {
                return Math.exp(x[0]) * Math.cos(x[1]) + x[2] * x[2] * x[0];
              }
            })
        .tolerating(1e-3)
        .verify();
  }

  @Test
  void aWrongGradientIsFound() {
    Bowl wrong =
        new Bowl() {
          @Override
          public void gradient(double[] x, double[] out) {
            super.gradient(x, out);
            out[1] *= 1.0001;
          }
        };
    finds("gradient at (", () -> LandscapeContract.of(wrong).gradientMatchesDifferences());
  }

  @Test
  void aWrongHessianIsFound() {
    Bowl wrong =
        new Bowl() {
          @Override
          public void hessianVector(double[] x, double[] v, double[] out) {
            super.hessianVector(x, v, out);
            out[0] += 0.001 * v[1];
          }
        };
    finds("of H v at", () -> LandscapeContract.of(wrong).hessianVectorMatchesDifferences());
    finds("v H u against u H v", () -> LandscapeContract.of(wrong).hessianIsSymmetric());
  }

  @Test
  void aWrongBlockFormIsFound() {
    Bowl wrong =
        new Bowl() {
          @Override
          public LandscapeEvaluator evaluator(int walkers) {
            LandscapeEvaluator right = super.evaluator(walkers);
            return new LandscapeEvaluator() {
              @Override
              public void values(double t, Block x, double[] out) {
                right.values(t, x, out);
              }

              @Override
              public void gradients(double t, Block x, Block out) {
                right.gradients(t, x, out);
                if (walkers > 64) {
                  out.set(0, 65, 0);
                }
              }

              @Override
              public void hessianVectors(double t, Block x, Block v, Block out) {
                right.hessianVectors(t, x, v, out);
              }
            };
          }
        };
    finds("gradient of walker 65 of 131", () -> LandscapeContract.of(wrong).verify());
  }

  @Test
  void aCovarianceThatIsNotTheFactorsIsFound() {
    Thermal wrong =
        new Thermal() {
          @Override
          public void covariance(double t, double[] x, double[] out) {
            super.covariance(t, x, out);
            out[0] *= 1.1;
          }
        };
    finds("C[0][0] against B B^T/eta", () -> NoiseContract.of(wrong, SETTING).verify());
  }

  @Test
  void noiseThatOnlyClaimsToBeAdditiveIsFound() {
    Thermal wrong =
        new Thermal() {
          @Override
          public NoiseFactor factor(int walkers) {
            return (t, x, dz, out) -> {
              for (int l = 0; l < x.lines(); l++) {
                for (int j = 0; j < x.line(l).length; j++) {
                  out.line(l)[j] = x.line(0)[j] * dz.line(l)[j];
                }
              }
            };
          }
        };
    finds("additive noise, B[0][0] at another", () -> NoiseContract.of(wrong, SETTING).verify());
  }

  @Test
  void aCumulativeThatIsNotSampledIsFound() {
    finds("P(X", () -> StartContract.of(new Even(1.1), 2).verify());
  }

  @Test
  void hiddenStateInAStepperIsFound() {
    Descent wrong =
        new Descent() {
          @Override
          public Stepper stepper(Setting setting, NoiseModel noise, int walkers) {
            int[] steps = {0};
            return (k, t, h, state, draws) -> {
              steps[0]++;
              state.position().line(0)[0] += steps[0];
            };
          }
        };
    IntegratorContract contract = IntegratorContract.of(wrong, SETTING, new Thermal());
    finds("saved and restored half-way", contract::savedRunsContinue);
  }

  @Test
  void anAllocatingStepIsFound() {
    Descent wrong =
        new Descent() {
          @Override
          public Stepper stepper(Setting setting, NoiseModel noise, int walkers) {
            return (k, t, h, state, draws) ->
                state.position().line(0)[0] += state.position().line(0).clone()[0];
          }
        };
    IntegratorContract contract = IntegratorContract.of(wrong, SETTING, new Thermal());
    finds("a step allocates", contract::stepsAllocateNothing);
  }

  @Test
  void coarseStepsSeeTheSumOfFineIncrements() {
    BrownianPath path = new BrownianPath(2, 3, Layout.BY_COORDINATE, 0.25, 8, 1);
    Block dw = new Block(2, 3, Layout.BY_COORDINATE);
    Draws coarse = path.draws();
    double sum = 0;
    for (int k = 0; k < 4; k++) {
      coarse.increments(0.5, dw);
      sum += dw.get(1, 2);
    }
    assertThat(sum).isCloseTo(path.end(1, 2), within(1e-15));
    assertThatThrownBy(() -> path.draws().increments(0.3, dw)).hasMessageContaining("multiple");
  }

  @Test
  void aSampleKnowsItsErrors() {
    Sample sample = new Sample();
    for (double v : new double[] {1, 2, 3, 4}) {
      sample.add(v);
    }
    assertThat(sample.mean()).isEqualTo(2.5);
    assertThat(sample.variance()).isCloseTo(5.0 / 3, within(1e-15));
    assertThat(sample.error()).isCloseTo(Math.sqrt(5.0 / 12), within(1e-15));
  }

  private static void finds(String message, Runnable contract) {
    assertThatThrownBy(contract::run)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(message);
  }

  private static class Bowl implements Landscape {
    @Override
    public int dim() {
      return 2;
    }

    @Override
    public double value(double[] x) {
      return x[0] * x[0] + 2 * x[1] * x[1];
    }

    @Override
    public void gradient(double[] x, double[] out) {
      out[0] = 2 * x[0];
      out[1] = 4 * x[1];
    }

    @Override
    public void hessianVector(double[] x, double[] v, double[] out) {
      out[0] = 2 * v[0];
      out[1] = 4 * v[1];
    }
  }

  private static class Thermal implements DiffusiveNoise, HasCovariance {
    @Override
    public Traits traits() {
      return new Traits(true, Traits.Form.SCALAR, true);
    }

    @Override
    public int channels() {
      return 2;
    }

    @Override
    public NoiseFactor factor(int walkers) {
      return (t, x, dz, out) -> out.copyFrom(dz);
    }

    @Override
    public void covariance(double t, double[] x, double[] out) {
      out[0] = 10;
      out[1] = 0;
      out[2] = 0;
      out[3] = 10;
    }
  }

  /** Uniform between 0 and 1, with a cumulative distribution that may be stretched. */
  private record Even(double stretch) implements ProductStart {
    @Override
    public void sample(Draws draws, Block x) {
      draws.uniforms(x);
    }

    @Override
    public double cumulative(int axis, double v) {
      return Math.min(1, Math.max(0, v / stretch));
    }

    @Override
    public double partialMean(int axis, double v) {
      double top = Math.min(stretch, Math.max(0, v));
      return 0.5 * top * top / stretch;
    }
  }

  private static class Descent implements Integrator {
    @Override
    public Dynamics dynamics(Setting setting) {
      return new Dynamics(Dynamics.Kind.LANGEVIN, 0.1, 0);
    }

    @Override
    public Order order(Traits noise) {
      return new Order(OptionalDouble.empty(), OptionalDouble.of(1));
    }

    @Override
    public Optional<String> objection(Setting setting, NoiseModel noise) {
      return Optional.empty();
    }

    @Override
    public double step(Setting setting, double t) {
      return 0.1;
    }

    @Override
    public Stepper stepper(Setting setting, NoiseModel noise, int walkers) {
      Block dw = new Block(2, walkers, Layout.of(2));
      return (k, t, h, state, draws) -> {
        draws.increments(h, dw);
        for (int i = 0; i < 2; i++) {
          double[] x = state.position().line(i);
          for (int j = 0; j < x.length; j++) {
            x[j] += dw.line(i)[j] - h * (2 + 2 * i) * x[j];
          }
        }
      };
    }
  }
}
