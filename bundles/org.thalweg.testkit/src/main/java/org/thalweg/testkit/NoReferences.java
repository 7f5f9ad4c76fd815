package org.thalweg.testkit;

import java.util.List;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Start;

/**
 * An assembly for tests of plugins that refer to no other: it builds and reads nothing, and knows
 * no predictions. A test overrides what its plugin asks for.
 */
public class NoReferences implements Assembly {
  /** Makes one; it keeps no state. */
  public NoReferences() {}

  @Override
  public Landscape landscape(Ref<Landscape> ref) {
    throw refused(ref);
  }

  @Override
  public NoiseModel noise(Ref<NoiseModel> ref, Setting setting) {
    throw refused(ref);
  }

  @Override
  public Start start(Ref<Start> ref, Landscape landscape) {
    throw refused(ref);
  }

  @Override
  public Schedule schedule(Ref<Schedule> ref) {
    throw refused(ref);
  }

  @Override
  public DataSet data(Ref<DataSet> ref) {
    throw refused(ref);
  }

  @Override
  public Integrator integrator(Ref<Integrator> ref) {
    throw refused(ref);
  }

  @Override
  public NamedArray array(String path) {
    throw new UnsupportedOperationException("this test reads no " + path);
  }

  @Override
  public NamedArray array(String name, byte[] contents) {
    throw new UnsupportedOperationException("this test reads no " + name);
  }

  @Override
  public List<Prediction> predictions() {
    return List.of();
  }

  private static UnsupportedOperationException refused(Ref<?> ref) {
    return new UnsupportedOperationException("this test builds no " + ref.type());
  }
}
