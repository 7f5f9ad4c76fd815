package org.thalweg.fokkerplanck;

/**
 * All probability there is: what lies in the cells and what has left through absorbing edges, so
 * that their sum stays one and can be checked at any time.
 */
final class GridState {
  /** Probability in each cell. */
  final double[] mass;

  /** Probability lost so far through the lower and upper end of x, then of y. */
  final double[] absorbed = new double[4];

  GridState(double[] mass) {
    this.mass = mass;
  }

  GridState copy() {
    GridState other = new GridState(mass.clone());
    other.set(this);
    return other;
  }

  void set(GridState other) {
    System.arraycopy(other.mass, 0, mass, 0, mass.length);
    System.arraycopy(other.absorbed, 0, absorbed, 0, absorbed.length);
  }

  /** Sum of all cells and all losses, with compensated summation. */
  double total() {
    CompensatedSum sum = new CompensatedSum();
    for (double m : mass) {
      sum.add(m);
    }
    for (double a : absorbed) {
      sum.add(a);
    }
    return sum.value();
  }

  /** Sum of absolute differences: twice the total variation distance. */
  double distance(GridState other) {
    double sum = 0;
    for (int k = 0; k < mass.length; k++) {
      sum += Math.abs(mass[k] - other.mass[k]);
    }
    for (int s = 0; s < absorbed.length; s++) {
      sum += Math.abs(absorbed[s] - other.absorbed[s]);
    }
    return sum;
  }

  /** Smallest cell content. */
  double minimum() {
    double least = Double.POSITIVE_INFINITY;
    for (double m : mass) {
      least = Math.min(least, m);
    }
    return least;
  }

  /** Sum of all negative cells, as a positive number. */
  double negativeMass() {
    double sum = 0;
    for (double m : mass) {
      sum += Math.max(-m, 0);
    }
    return sum;
  }
}
