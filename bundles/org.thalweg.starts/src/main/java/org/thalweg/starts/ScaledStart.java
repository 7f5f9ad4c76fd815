package org.thalweg.starts;

import java.util.function.BiConsumer;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.problem.ProductStart;

/**
 * A start whose coordinates are independent and shifted, scaled copies of one standard variable, as
 * all of this bundle are: x_i = offset_i + scale_i z_i.
 */
final class ScaledStart implements ProductStart {
  private final BiConsumer<Draws, Block> standard;
  private final double[] offset;
  private final double[] scale;
  private final AxisLaw[] laws;

  /**
   * @param standard fills a block with independent standard variables
   * @param offset one per coordinate
   * @param scale one per coordinate
   * @param laws the distribution of each coordinate
   */
  ScaledStart(BiConsumer<Draws, Block> standard, double[] offset, double[] scale, AxisLaw[] laws) {
    this.standard = standard;
    this.offset = offset;
    this.scale = scale;
    this.laws = laws;
  }

  @Override
  public void sample(Draws draws, Block x) {
    standard.accept(draws, x);
    for (int l = 0; l < x.lines(); l++) {
      double[] line = x.line(l);
      for (int j = 0; j < line.length; j++) {
        int i = x.byCoordinate() ? l : j;
        line[j] = offset[i] + scale[i] * line[j];
      }
    }
  }

  @Override
  public double cumulative(int axis, double v) {
    return laws[axis].cumulative(v);
  }

  @Override
  public double partialMean(int axis, double v) {
    return laws[axis].partialMean(v);
  }
}
