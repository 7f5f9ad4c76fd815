package org.thalweg.api.problem;

import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;

/** The covariance derived from a factor, C = B B^T / eta, one column of B at a time. */
record CovarianceFromFactor(DiffusiveNoise noise, Setting setting)
    implements HasCovariance, FromFactor {
  @Override
  public void covariance(double t, double[] x, double[] out) {
    int dim = x.length;
    int channels = noise.channels();
    Layout layout = Layout.of(dim);
    // One walker per channel, each at the same point with its own unit increment.
    Block points = new Block(dim, Math.max(1, channels), layout);
    Block units = new Block(channels, Math.max(1, channels), layout);
    Block columns = new Block(dim, Math.max(1, channels), layout);
    for (int c = 0; c < channels; c++) {
      points.setPoint(c, x);
      units.set(c, c, 1);
    }
    if (channels > 0) {
      noise.factor(channels).apply(t, points, units, columns);
    }
    double eta = setting.learningRate().at(t);
    for (int i = 0; i < dim; i++) {
      for (int j = 0; j < dim; j++) {
        double sum = 0;
        for (int c = 0; c < channels; c++) {
          sum += columns.get(i, c) * columns.get(j, c);
        }
        out[i * dim + j] = sum / eta;
      }
    }
  }
}
