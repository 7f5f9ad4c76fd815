package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Advances a density by symmetric (Strang) splitting into lines, whose systems are tridiagonal: the fast
 * way, open to generators that are sums of non-negative directions.
 *
 * <p>Properties: second order; conserves mass; non-negative after every step from every non-negative start.
 *
 * <p>References: Strang 1968, doi:10.1137/0705041.
 */
final class SplitPropagator implements Propagator {
  private static final long CACHE_BYTES = 400L << 20;

  private record Key(int direction, double s) {}

  private final List<DirectionalRates> directions;
  private final List<LineLayout> layouts = new ArrayList<>();
  private final List<LineSolver> solvers = new ArrayList<>();
  private final Map<Key, LineFactors> cache = new LinkedHashMap<>(16, 0.75f, true);
  private long cached;

  SplitPropagator(Discretisation d) {
    if (d.directions().isEmpty()) {
      throw new IllegalArgumentException("this generator does not split into non-negative lines");
    }
    directions = d.directions();
    for (DirectionalRates rates : directions) {
      LineLayout layout = new LineLayout(d.generator().grid, rates);
      layouts.add(layout);
      solvers.add(new LineSolver(layout));
    }
  }

  @Override
  public void advance(GridState state, double h, int count) {
    int middle = directions.size() - 1;
    LineFactors[] half = new LineFactors[directions.size()];
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
    Key key = new Key(d, TrBdf2.D * h);
    LineFactors known = cache.get(key);
    if (known != null) {
      return known;
    }
    LineFactors made = new LineFactors(layouts.get(d), directions.get(d), key.s);
    cache.put(key, made);
    cached += made.bytes();
    var eldest = cache.entrySet().iterator();
    while (cached > CACHE_BYTES && cache.size() > 2 * directions.size()) {
      cached -= eldest.next().getValue().bytes();
      eldest.remove();
    }
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
