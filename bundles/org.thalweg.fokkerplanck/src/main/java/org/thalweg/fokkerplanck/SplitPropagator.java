package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Advances a density by symmetric (Strang) splitting into lines, whose systems are tridiagonal: the
 * fast way, open to generators that are sums of non-negative directions.
 *
 * <p>Properties: second order; conserves mass; non-negative after every step from every
 * non-negative start. Every block of lines belongs to one thread, so that results are the same for
 * any number of threads.
 *
 * <p>References: Strang 1968, doi:10.1137/0705041.
 */
final class SplitPropagator implements Propagator {
  private static final long CACHE_BYTES = 400L << 20;

  private final Team team;
  private final Strips strips;
  private final Direction[] directions;
  private final FactorCache<LineFactors> cache;
  private final Team.Task task = this::steps;
  private GridState state;
  private int count;

  /** One direction's lines, their factors for the current step, and every thread's solver. */
  private static final class Direction {
    final DirectionalRates rates;
    final LineLayout layout;
    final LineSolver[] solvers;
    final double[] lost;
    LineFactors whole;
    LineFactors half;

    Direction(Grid grid, DirectionalRates rates, Team team) {
      this.rates = rates;
      layout = new LineLayout(grid, rates);
      solvers = new LineSolver[team.members()];
      for (int m = 0; m < solvers.length; m++) {
        solvers[m] = new LineSolver(layout);
      }
      lost = rates.leaks ? new double[2 * layout.blocks] : null;
    }
  }

  SplitPropagator(Discretisation d) {
    this(d, Team.ALONE);
  }

  SplitPropagator(Discretisation d, Team team) {
    List<DirectionalRates> all = ordered(d.directions());
    if (all.isEmpty()) {
      throw new IllegalArgumentException("this generator does not split into non-negative lines");
    }
    this.team = team;
    strips = new Strips(d.grid());
    directions = new Direction[all.size()];
    cache = new FactorCache<>(3 * directions.length, CACHE_BYTES);
    for (int i = 0; i < directions.length; i++) {
      directions[i] = new Direction(d.grid(), all.get(i), team);
    }
  }

  /**
   * The order of the sweeps of a step, which goes there and back: the last direction is swept once,
   * the first once a step as well since steps are joined there, those between twice. So the
   * stiffest comes last, since it costs two solves, a diagonal first, since its lines must be
   * copied.
   */
  private static List<DirectionalRates> ordered(List<DirectionalRates> directions) {
    List<DirectionalRates> order = new ArrayList<>(directions);
    if (order.size() > 1) {
      DirectionalRates stiffest =
          Collections.max(order, Comparator.comparingDouble(DirectionalRates::fastest));
      order.remove(stiffest);
      order.sort(Comparator.comparing(r -> r.dx == 0 || r.dy == 0));
      order.add(stiffest);
    }
    return order;
  }

  @Override
  public void advance(GridState from, double h, int steps) {
    int middle = directions.length - 1;
    for (int d = 0; d <= middle; d++) {
      directions[d].half = d < middle ? factors(d, h / 2) : null;
      boolean joined = d == 0 && steps > 1;
      directions[d].whole = d == middle || joined ? factors(d, h) : null;
    }
    state = from;
    count = steps;
    team.run(task);
    for (Direction direction : directions) {
      for (int i = 0; direction.lost != null && i < direction.lost.length; i++) {
        from.absorbed[2 * direction.layout.axis + i % 2] += direction.lost[i];
        direction.lost[i] = 0;
      }
    }
    state = null;
  }

  private void steps(int member) {
    int from = team.first(strips.strip.length, member);
    int to = team.first(strips.strip.length, member + 1);
    for (int s = from; s < to; s++) {
      strips.load(state.mass, s);
    }
    team.meet();
    int middle = directions.length - 1;
    for (int step = 0; step < count; step++) {
      if (middle > 0 && step == 0) {
        sweep(member, directions[0], directions[0].half);
      }
      for (int d = 1; d < middle; d++) {
        sweep(member, directions[d], directions[d].half);
      }
      sweep(member, directions[middle], directions[middle].whole);
      for (int d = middle - 1; d > 0; d--) {
        sweep(member, directions[d], directions[d].half);
      }
      if (middle > 0) {
        Direction first = directions[0];
        sweep(member, first, step == count - 1 ? first.half : first.whole);
      }
    }
    for (int s = from; s < to; s++) {
      strips.store(state.mass, s);
    }
  }

  private void sweep(int member, Direction d, LineFactors factors) {
    LineSolver solver = d.solvers[member];
    int end = team.first(d.layout.blocks, member + 1);
    for (int b = team.first(d.layout.blocks, member); b < end; b++) {
      solver.step(strips, factors, b, d.lost);
    }
    team.meet();
  }

  private LineFactors factors(int d, double h) {
    LineFactors known = cache.get(d, h);
    if (known != null) {
      return known;
    }
    Direction direction = directions[d];
    long bytes = LineFactors.bytes(direction.layout);
    cache.makeRoom(bytes);
    LineStep step = LineStep.of(direction.rates.fastest(), h);
    LineFactors made = new LineFactors(direction.layout, direction.rates, step, h, team);
    cache.put(d, h, bytes, made);
    return made;
  }

  @Override
  public long blended() {
    long sum = 0;
    for (Direction direction : directions) {
      for (LineSolver solver : direction.solvers) {
        sum += solver.blended;
      }
    }
    return sum;
  }

  @Override
  public boolean positive() {
    return true;
  }
}
