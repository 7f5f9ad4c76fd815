package org.thalweg.fokkerplanck;

/** Adds many numbers with an error that does not grow with their count (Neumaier 1974). */
final class CompensatedSum {
  private double sum;
  private double rest;

  void add(double v) {
    double t = sum + v;
    rest += Math.abs(sum) >= Math.abs(v) ? (sum - t) + v : (v - t) + sum;
    sum = t;
  }

  double value() {
    return sum + rest;
  }
}
