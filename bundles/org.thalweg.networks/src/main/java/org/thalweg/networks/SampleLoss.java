package org.thalweg.networks;

/**
 * Compares outputs z with targets y, by a loss whose derivative is p(z) - y with predictions p.
 *
 * <p>That holds for every likelihood of the exponential family with its canonical link (McCullagh,
 * Nelder, Generalized Linear Models, 2nd ed. 1989, section 2.5): square errors, the logistic loss
 * and the cross-entropy of softmax. So derivatives need no more than p, and second ones dp/dz.
 *
 * <p>Arrays hold one row of outputs per sample.
 */
interface SampleLoss {
  /**
   * Adds the losses of some samples, and destroys the outputs.
   *
   * @param z the outputs
   * @param samples where the targets stand
   * @param chosen the samples
   * @param n the number of samples
   * @param sum what to add to
   * @return the sum
   */
  double add(double[] z, Samples samples, int[] chosen, int n, double sum);

  /**
   * Replaces outputs by predictions p.
   *
   * @param z the outputs
   * @param n the number of samples
   * @param outputs the numbers of a row
   */
  void predict(double[] z, int n, int outputs);

  /**
   * Replaces the outputs' rates of change along a direction by those of the loss's derivatives,
   * (dp/dz) rate weight.
   *
   * @param p the predictions
   * @param rates set to the result
   * @param n the number of samples
   * @param outputs the numbers of a row
   * @param weight of each sample's loss
   */
  void bend(double[] p, double[] rates, int n, int outputs, double weight);
}
