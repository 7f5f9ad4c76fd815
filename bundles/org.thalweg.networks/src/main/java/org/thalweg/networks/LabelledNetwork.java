package org.thalweg.networks;

import java.util.Optional;
import org.thalweg.api.block.Block;
import org.thalweg.api.problem.LabelledLandscape;

/**
 * The squared error of a network, whose labels noise can perturb: one for each output of each
 * sample, sample by sample.
 */
final class LabelledNetwork extends NetworkLandscape implements LabelledLandscape {
  LabelledNetwork(Network network, Samples training, Optional<Samples> test) {
    super(network, training, test);
  }

  @Override
  public int labels() {
    return Math.multiplyExact(samples(), layers().outputs());
  }

  @Override
  public OutputJacobian jacobian(int walkers) {
    return new Jacobian(propagation(), dim(), labels());
  }

  /** Takes each walker's labels back through its network. */
  private static final class Jacobian implements OutputJacobian {
    private final Propagation network;
    private final WalkerLines points;
    private final WalkerLines labels;

    Jacobian(Propagation network, int dim, int labels) {
      this.network = network;
      this.points = new WalkerLines(dim);
      this.labels = new WalkerLines(labels);
    }

    @Override
    public void transposed(double t, Block x, Block e, Block out) {
      for (int w = 0; w < x.walkers(); w++) {
        double[] to = points.target(out, w);
        network.transposedJacobian(points.read(x, w), labels.read(e, w), to);
        points.write(out, w);
      }
    }
  }
}
