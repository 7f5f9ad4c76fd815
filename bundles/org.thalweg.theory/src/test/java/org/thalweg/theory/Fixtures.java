package org.thalweg.theory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Divergence;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Start;
import org.thalweg.api.problem.Traits;
import org.thalweg.api.problem.ValleyShape;

/** Problems for tests. */
final class Fixtures {
  static final double ETA = 0.05;
  static final Dynamics DENSITY = new Dynamics(Dynamics.Kind.FOKKER_PLANCK, 0, 0);

  private Fixtures() {}

  static Dynamics sgd(double momentum) {
    return new Dynamics(Dynamics.Kind.DISCRETE_SGD, ETA, momentum);
  }

  static Dynamics euler(double step) {
    return new Dynamics(Dynamics.Kind.LANGEVIN, step, 0);
  }

  static Axis walls(double from, double to) {
    return new Axis(from, to, Edge.REFLECTING, Edge.REFLECTING);
  }

  static Axis ring(double from, double to) {
    return new Axis(from, to, Edge.PERIODIC, Edge.PERIODIC);
  }

  static Problem problem(Landscape landscape, NoiseModel noise, Axis... domain) {
    Start nowhere = (draws, x) -> {};
    return new Problem(
        new Setting(landscape, Schedule.constant(ETA), Schedule.constant(1)),
        noise,
        nowhere,
        List.of(domain),
        100,
        new Divergence(1e3));
  }

  /** The diffusion matrix at a point. */
  interface Matrix {
    double[] at(double[] x);
  }

  /** A noise given by its diffusion matrix, C = 2 D / eta. */
  record Diffusive(int channels, Matrix d) implements HasCovariance {
    @Override
    public Traits traits() {
      return new Traits(false, Traits.Form.FULL, false);
    }

    @Override
    public void covariance(double t, double[] x, double[] out) {
      double[] m = d.at(x);
      for (int i = 0; i < m.length; i++) {
        out[i] = 2 * m[i] / ETA;
      }
    }
  }

  static NoiseModel anisotropic(double delta, double kappa) {
    return new Diffusive(2, x -> new double[] {delta / kappa, 0, 0, delta});
  }

  static NoiseModel isotropic(int dim, double t) {
    return new Diffusive(
        dim,
        x -> {
          double[] d = new double[dim * dim];
          for (int i = 0; i < dim; i++) {
            d[i * (dim + 1)] = t;
          }
          return d;
        });
  }

  /** A valley given by lambda, its derivatives, and the curvature a of its floor a x^2 / 2. */
  record Valley(
      DoubleUnaryOperator lambda,
      DoubleUnaryOperator slope,
      DoubleUnaryOperator bend,
      double reference,
      double a)
      implements Landscape, ValleyShape {
    /** lambda = lambda0 exp(x^2), w = 1. */
    static Valley gaussian(double lambda0, double a) {
      return new Valley(
          x -> lambda0 * Math.exp(x * x),
          x -> lambda0 * 2 * x * Math.exp(x * x),
          x -> lambda0 * (2 + 4 * x * x) * Math.exp(x * x),
          lambda0,
          a);
    }

    /** lambda = middle - depth cos x, periodic. */
    static Valley cosine(double middle, double depth) {
      return new Valley(
          x -> middle - depth * Math.cos(x),
          x -> depth * Math.sin(x),
          x -> depth * Math.cos(x),
          middle - depth,
          0);
    }

    @Override
    public int dim() {
      return 2;
    }

    @Override
    public double value(double[] p) {
      return floor(p[0]) + curvature(p[0]) * p[1] * p[1] / 2;
    }

    @Override
    public Optional<ValleyShape> valley() {
      return Optional.of(this);
    }

    @Override
    public double floor(double x) {
      return a * x * x / 2;
    }

    @Override
    public double floorSlope(double x) {
      return a * x;
    }

    @Override
    public double curvature(double x) {
      return lambda.applyAsDouble(x);
    }

    @Override
    public double curvatureSlope(double x) {
      return slope.applyAsDouble(x);
    }

    @Override
    public double curvatureBend(double x) {
      return bend.applyAsDouble(x);
    }

    @Override
    public double referenceCurvature() {
      return reference;
    }
  }

  /** A landscape given by its value. */
  record Plain(int dim, Value f) implements Landscape {
    interface Value {
      double at(double[] x);
    }

    @Override
    public double value(double[] x) {
      return f.at(x);
    }
  }

  /** A diagonal quadratic with exact derivatives. */
  record Bowl(double[] curvatures) implements Landscape {
    @Override
    public int dim() {
      return curvatures.length;
    }

    @Override
    public double value(double[] x) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        sum += curvatures[i] * x[i] * x[i] / 2;
      }
      return sum;
    }

    @Override
    public void gradient(double[] x, double[] out) {
      hessianVector(x, x, out);
    }

    @Override
    public void hessianVector(double[] x, double[] v, double[] out) {
      for (int i = 0; i < v.length; i++) {
        out[i] = curvatures[i] * v[i];
      }
    }
  }

  static Landscape quadratic(double... curvatures) {
    return new Bowl(curvatures);
  }

  static Axis[] open(int dim) {
    Axis[] axes = new Axis[dim];
    Arrays.fill(axes, Axis.UNBOUNDED);
    return axes;
  }
}
