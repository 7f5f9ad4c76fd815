package org.thalweg.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.thalweg.api.problem.Edge;

/** Threads share the work and never change a bit. */
class TeamTest {
  private static double[] after(Discretisation d, int threads) {
    GridState state = Grids.oneCell(d.grid(), 0.2, 0.3);
    try (Team team = new Team(threads)) {
      SplitPropagator propagator = new SplitPropagator(d, team);
      propagator.advance(state, 0.05, 7);
      propagator.advance(state, 0.2, 1);
    }
    double[] all = new double[state.mass.length + 4];
    System.arraycopy(state.mass, 0, all, 0, state.mass.length);
    System.arraycopy(state.absorbed, 0, all, state.mass.length, 4);
    return all;
  }

  @Test
  void resultsHaveTheSameBitsForAnyNumberOfThreads() {
    Workload diagonal = Workload.w3(200);
    Workload turned = Workload.turned(130, 0.25);
    Grid leaking =
        new Grid(Grids.axis(-1, 1, 140, Edge.ABSORBING), Grids.axis(-1, 1, 90, Edge.PERIODIC));
    Discretisation lossy =
        Grids.nine(leaking, x -> Math.cos(Math.PI * x[1]), Grids.constant(0.3, 0.1, 0.1, 0.5));
    for (Discretisation d : List.of(diagonal.discretisation, turned.discretisation, lossy)) {
      double[] one = after(d, 1);
      for (int threads : new int[] {2, 3, 7}) {
        assertThat(after(d, threads)).containsExactly(one);
      }
    }
  }

  @Test
  void everyMemberMeetsTheOthersAndRangesCoverAllBlocks() {
    try (Team team = new Team(3)) {
      int[] shared = new int[1];
      AtomicIntegerArray seen = new AtomicIntegerArray(10);
      for (int task = 0; task < 50; task++) {
        team.run(
            member -> {
              for (int i = 0; i < 20; i++) {
                if (member == i % 3) {
                  shared[0]++;
                }
                team.meet();
              }
              for (int b = team.first(10, member); b < team.first(10, member + 1); b++) {
                seen.incrementAndGet(b);
              }
            });
      }
      assertThat(shared[0]).isEqualTo(1000);
      for (int b = 0; b < 10; b++) {
        assertThat(seen.get(b)).isEqualTo(50);
      }
    }
  }

  @Test
  void aFailureOfOneMemberEndsTheTaskAndTheTeamStaysUsable() {
    try (Team team = new Team(2)) {
      for (int failing = 0; failing < 2; failing++) {
        int bad = failing;
        assertThatThrownBy(
                () ->
                    team.run(
                        member -> {
                          if (member == bad) {
                            throw new IllegalArgumentException("bad cell");
                          }
                          team.meet();
                        }))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("bad cell");
      }
      int[] count = new int[2];
      team.run(
          member -> {
            team.meet();
            count[member]++;
          });
      assertThat(count).containsExactly(1, 1);
    }
  }
}
