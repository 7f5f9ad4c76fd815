package org.thalweg.fokkerplanck;

import java.util.HashMap;
import java.util.Map;

/** A polynomial in x and y, for exact short-time moments. */
record Polynomial(Map<Long, Double> terms) {
  static Polynomial monomial(double c, int powerX, int powerY) {
    return new Polynomial(Map.of(key(powerX, powerY), c));
  }

  private static long key(long powerX, long powerY) {
    return powerX << 32 | powerY;
  }

  Polynomial plus(Polynomial other) {
    Map<Long, Double> sum = new HashMap<>(terms);
    other.terms.forEach((k, v) -> sum.merge(k, v, Double::sum));
    return new Polynomial(sum);
  }

  Polynomial times(Polynomial other) {
    Map<Long, Double> product = new HashMap<>();
    terms.forEach(
        (k, v) -> other.terms.forEach((l, w) -> product.merge(k + l, v * w, Double::sum)));
    return new Polynomial(product);
  }

  Polynomial scaled(double c) {
    return times(monomial(c, 0, 0));
  }

  Polynomial derivative(int variable) {
    Map<Long, Double> out = new HashMap<>();
    terms.forEach(
        (k, v) -> {
          long power = variable == 0 ? k >> 32 : k & 0xffffffffL;
          if (power > 0) {
            out.merge(k - (variable == 0 ? 1L << 32 : 1), v * power, Double::sum);
          }
        });
    return new Polynomial(out);
  }

  double at(double x, double y) {
    double sum = 0;
    for (Map.Entry<Long, Double> e : terms.entrySet()) {
      sum += e.getValue() * Math.pow(x, e.getKey() >> 32) * Math.pow(y, e.getKey() & 0xffffffffL);
    }
    return sum;
  }
}
