package org.thalweg.data;

import java.util.OptionalLong;
import org.thalweg.api.plugin.Choice;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;

/** Chooses the function that makes the targets of a {@link TeacherStudent}. */
public sealed interface Teacher {
  /** A function of the inputs, with weights that were drawn. */
  @FunctionalInterface
  interface Drawn {
    /**
     * The outputs for one sample.
     *
     * @param x inputs of all samples
     * @param at where those of the sample begin
     * @param out where the outputs go
     * @param to where they begin
     */
    void outputs(double[] x, int at, double[] out, int to);
  }

  /**
   * Draws the weights.
   *
   * @param inputs the inputs
   * @param outputs the outputs
   * @param random where the weights come from
   * @return the teacher
   */
  Drawn draw(int inputs, int outputs, Generator random);

  /**
   * Each output is a linear function of some of the inputs.
   *
   * @param relevant how many inputs, the first ones, have a weight; all if empty
   */
  @Choice(
      value = "linear",
      doc = "y_o = sum_k w_ok x_k, w_ok from N(0, 1/relevant) for k <= relevant, 0 for the others")
  record Linear(
      @Param(
              doc = "how many inputs, the first ones, have a weight; all if not given",
              min = 1,
              max = 1e6)
          OptionalLong relevant)
      implements Teacher {
    /** Every input has a weight. */
    public Linear() {
      this(OptionalLong.empty());
    }

    @Override
    public Drawn draw(int inputs, int outputs, Generator random) {
      if (relevant.isPresent() && relevant.getAsLong() > inputs) {
        throw new InvalidParameterException(
            "teacher.relevant",
            "is "
                + relevant.getAsLong()
                + ", but there are "
                + inputs
                + " inputs; give at most as many");
      }
      int some = (int) relevant.orElse(inputs);
      double[] w = normals(outputs * some, 1 / Math.sqrt(some), random);
      return (x, at, out, to) -> {
        for (int o = 0; o < outputs; o++) {
          out[to + o] = product(w, o * some, x, at, some);
        }
      };
    }
  }

  /**
   * Each output is a sum over hidden units that all outputs share.
   *
   * @param units the number of hidden units
   * @param activation their activation
   */
  @Choice(
      value = "hidden",
      doc = "y_o = sum_h a_oh f(sum_k w_hk x_k), w_hk from N(0, 1/inputs), a_oh from N(0, 1/units)")
  record Hidden(
      @Param(doc = "number of hidden units", min = 1, max = 1e6) long units,
      @Param(doc = "activation f of the hidden units: relu, max(z, 0); or tanh")
          Activation activation)
      implements Teacher {
    /** Four units of tanh. */
    public Hidden() {
      this(4, Activation.TANH);
    }

    @Override
    public Drawn draw(int inputs, int outputs, Generator random) {
      int hidden = (int) units;
      if ((long) hidden * (inputs + outputs) > 1 << 28) {
        throw new InvalidParameterException(
            "teacher.units",
            "are " + hidden + ", too many for " + inputs + " inputs; give fewer than 2^28/inputs");
      }
      double[] w = normals(hidden * inputs, 1 / Math.sqrt(inputs), random);
      double[] a = normals(outputs * hidden, 1 / Math.sqrt(hidden), random);
      double[] z = new double[hidden];
      return (x, at, out, to) -> {
        for (int h = 0; h < hidden; h++) {
          z[h] = activation.of(product(w, h * inputs, x, at, inputs));
        }
        for (int o = 0; o < outputs; o++) {
          out[to + o] = product(a, o * hidden, z, 0, hidden);
        }
      };
    }
  }

  /** What a hidden unit makes of its sum. */
  enum Activation {
    /** max(z, 0). */
    RELU {
      @Override
      double of(double z) {
        return Math.max(z, 0);
      }
    },
    /** The hyperbolic tangent, the same bits on every machine. */
    TANH {
      @Override
      double of(double z) {
        return StrictMath.tanh(z);
      }
    };

    abstract double of(double z);
  }

  private static double[] normals(int count, double deviation, Generator random) {
    double[] w = new double[count];
    for (int i = 0; i < count; i++) {
      w[i] = deviation * random.normal();
    }
    return w;
  }

  private static double product(double[] w, int from, double[] x, int at, int length) {
    double sum = 0;
    for (int k = 0; k < length; k++) {
      sum += w[from + k] * x[at + k];
    }
    return sum;
  }
}
