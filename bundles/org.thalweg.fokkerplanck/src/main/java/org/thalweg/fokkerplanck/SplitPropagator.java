package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.List;

/**
 * Advances a density by symmetric (Strang) splitting into lines, whose systems are tridiagonal: the
 * fast way, open to generators that are sums of non-negative directions.
 *
 * <p>Properties: second order; conserves mass; non-negative after every step from every
 * non-negative start.
 *
 * <p>References: Strang 1968, doi:10.1137/0705041.
 */
final class SplitPropagator implements Propagator {
  private static final long CACHE_BYTES = 400L << 20;

  private final List<DirectionalRates> directions;
  private final List<LineLayout> layouts = new ArrayList<>();
  private final List<LineSolver> solvers = new ArrayList<>();
  private final FactorCache<LineFactors> cache;
  private final LineFactors[] half;

  SplitPropagator(Discretisation d) {
    if (d.directions().isEmpty()) {
      throw new IllegalArgumentException("this generator does not split into non-negative lines");
    }
    directions = d.directions();
    half = new LineFactors[directions.size()];
    cache = new FactorCache<>(3 * directions.size(), CACHE_BYTES);
    for (DirectionalRates rates : directions) {
      LineLayout layout = new LineLayout(d.generator().grid, rates);
      layouts.add(layout);
      solvers.add(new LineSolver(layout));
    }
  }

  @Override
  public void advance(GridState state, double h, int count) {
    int middle = directions.size() - 1;
    for (int d = 0; d < middle; d++) {
      half[d] = factors(d, h / 2);
    }
    LineFactors whole = factors(middle, h);
    LineFactors joined = middle > 0 && count > 1 ? factors(0, h) : null;
    for (int step = 0; step < count; step++) {
      if (middle > 0 && step == 0) {
        sweep(state, 0, half[0]);
      }
      for (int d = 1; d < middle; d++) {
        sweep(state, d, half[d]);
      }
      sweep(state, middle, whole);
      for (int d = middle - 1; d > 0; d--) {
        sweep(state, d, half[d]);
      }
      if (middle > 0) {
        sweep(state, 0, step == count - 1 ? half[0] : joined);
      }
    }
  }

  private void sweep(GridState state, int d, LineFactors factors) {
    LineSolver solver = solvers.get(d);
    for (int b = 0; b < layouts.get(d).blocks; b++) {
      solver.step(state, factors, b);
    }
  }

  private LineFactors factors(int d, double h) {
    double s = TrBdf2.D * h;
    LineFactors known = cache.get(d, s);
    if (known != null) {
      return known;
    }
    cache.makeRoom(LineFactors.bytes(layouts.get(d)));
    LineFactors made = new LineFactors(layouts.get(d), directions.get(d), s);
    cache.put(d, s, LineFactors.bytes(layouts.get(d)), made);
    return made;
  }

  @Override
  public long blended() {
    long sum = 0;
    for (LineSolver solver : solvers) {
      sum += solver.blended;
    }
    return sum;
  }

  @Override
  public boolean positive() {
    return true;
  }
}
