package org.thalweg.api.vector;

import org.thalweg.api.kernel.Kernels;
import org.thalweg.api.kernel.MatrixKernels;

/** Block mathematics by the Vector API, with the bits of the plain path. */
public final class VectorKernels implements Kernels {
  private static final MatrixKernels MATRICES = new VectorMatrix();

  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private static final class Scratch {
    private final VectorNormals normals = new VectorNormals();
    private final VectorTrig trig = new VectorTrig();
    private final VectorTanh tanh = new VectorTanh();
  }

  /** Made by reflection, where the Vector API is present. */
  public VectorKernels() {}

  @Override
  public String name() {
    return "vector, " + Lanes.COUNT + " lanes";
  }

  @Override
  public void exp(double[] x, double[] out, int n) {
    VectorExp.exp(x, out, n);
  }

  @Override
  public void log(double[] x, double[] out, int n) {
    VectorLog.log(x, out, n);
  }

  @Override
  public void sin(double[] x, double[] out, int n) {
    SCRATCH.get().trig.sin(x, out, n);
  }

  @Override
  public void cos(double[] x, double[] out, int n) {
    SCRATCH.get().trig.cos(x, out, n);
  }

  @Override
  public void sinCos(double[] x, double[] sin, double[] cos, int n) {
    SCRATCH.get().trig.sinCos(x, sin, cos, n);
  }

  @Override
  public void tanh(double[] x, double[] out, int n) {
    SCRATCH.get().tanh.tanh(x, out, n);
  }

  @Override
  public int firstOutside(double[] x, double from, double to, int start, int n) {
    int i = VectorSearch.begin(x, from, to, start, n);
    while (i < n && x[i] >= from && x[i] <= to) {
      i++;
    }
    return i;
  }

  @Override
  public void words(long[] state, long[] out, int rounds) {
    VectorXoshiro.fill(state, out, rounds);
  }

  @Override
  public void normals(long[] state, double scale, double[] out, int rounds) {
    SCRATCH.get().normals.make(state, scale, out, rounds);
  }

  @Override
  public MatrixKernels matrices() {
    return MATRICES;
  }
}
