package org.thalweg.landscapes;

import java.util.List;
import java.util.stream.IntStream;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Schedule;
import org.thalweg.testkit.NoReferences;

/** An assembly that gives landscapes by their number and one schedule, for combinators. */
final class Given extends NoReferences {
  private final Schedule schedule;
  private final Landscape[] landscapes;

  Given(Schedule schedule, Landscape... landscapes) {
    this.schedule = schedule;
    this.landscapes = landscapes;
  }

  /** References to all of the landscapes, called by their numbers. */
  List<Ref<Landscape>> refs() {
    return IntStream.range(0, landscapes.length)
        .mapToObj(k -> new Ref<Landscape>(Integer.toString(k), null))
        .toList();
  }

  @Override
  public Landscape landscape(Ref<Landscape> ref) {
    return landscapes[Integer.parseInt(ref.type())];
  }

  @Override
  public Schedule schedule(Ref<Schedule> ref) {
    return schedule;
  }
}
