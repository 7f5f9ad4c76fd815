package org.thalweg.data;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.DataSetFactory;

/**
 * Generates normal inputs whose targets a network with random weights gives, so that the student
 * learns a rule that is known.
 *
 * <p>Targets have noise in both parts; the least mean square error on samples held out is that of
 * the noise, deviation^2. The weights depend on the seed and the sizes, not on the samples.
 */
@Plugin(
    id = "teacher-student",
    doc = "Normal inputs, targets from a random teacher with noise",
    ref = "Gardner, Derrida 1989, doi:10.1088/0305-4470/22/12/004",
    formula = "x_k from N(0, 1), y_o = teacher_o(x) + N(0, deviation^2)")
@Component
public final class TeacherStudent implements DataSetFactory<TeacherStudent.Params> {
  /** Makes the factory; it keeps no state. */
  public TeacherStudent() {}

  /**
   * The parameters.
   *
   * @param samples the samples of training
   * @param test the samples held out
   * @param inputs the inputs of each sample
   * @param outputs the targets of each sample
   * @param teacher the function behind the targets
   * @param deviation the standard deviation of the noise on the targets
   * @param seed of the generator
   */
  public record Params(
      @Param(doc = "samples of training", min = 1, max = 1e8) long samples,
      @Param(doc = "samples held out for testing", min = 0, max = 1e8) long test,
      @Param(doc = "inputs of each sample", min = 1, max = 1e6) long inputs,
      @Param(doc = "targets of each sample", min = 1, max = 1e4) long outputs,
      @Param(doc = "the function behind the targets") Teacher teacher,
      @Param(doc = "standard deviation of the noise on the targets", unit = "target", min = 0)
          double deviation,
      @Param(doc = "seed of the data, independent of the experiment's", min = 0) long seed) {
    /** Refuses more numbers than memory has room for. */
    public Params {
      Size.of(samples, test, inputs + outputs);
    }
  }

  @Override
  public Params defaults() {
    return new Params(100, 1000, 10, 1, new Teacher.Linear(), 0.1, 1);
  }

  @Override
  public DataSet create(Params p, Assembly assembly) {
    int inputs = (int) p.inputs();
    int outputs = (int) p.outputs();
    Teacher.Drawn teacher = p.teacher().draw(inputs, outputs, new Generator(p.seed(), 0));
    Generator random = new Generator(p.seed(), 1);
    return Size.of(p.samples(), p.test(), inputs)
        .make(
            outputs,
            false,
            samples -> part(samples, inputs, outputs, teacher, p.deviation(), random));
  }

  private static DataSet.Part part(
      int samples,
      int inputs,
      int outputs,
      Teacher.Drawn teacher,
      double deviation,
      Generator random) {
    double[] x = new double[samples * inputs];
    double[] y = new double[samples * outputs];
    for (int s = 0; s < samples; s++) {
      for (int k = 0; k < inputs; k++) {
        x[s * inputs + k] = random.normal();
      }
      teacher.outputs(x, s * inputs, y, s * outputs);
      for (int o = 0; o < outputs; o++) {
        y[s * outputs + o] += deviation * random.normal();
      }
    }
    return new DataSet.Part(samples, x, y);
  }
}
