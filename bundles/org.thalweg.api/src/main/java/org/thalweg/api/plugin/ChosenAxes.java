package org.thalweg.api.plugin;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The coordinates that a parameter chooses, the first ones if it names none. */
public final class ChosenAxes {
  private ChosenAxes() {}

  /**
   * The coordinates.
   *
   * @param axes those that the parameter names
   * @param count how many of the first ones if it names none
   * @return their numbers, in a new array
   */
  public static int[] rows(List<Long> axes, int count) {
    return axes.isEmpty()
        ? IntStream.range(0, count).toArray()
        : axes.stream().mapToInt(Math::toIntExact).toArray();
  }

  /**
   * Why they do not fit a landscape.
   *
   * @param rows the numbers of the coordinates
   * @param dim the number of parameters of the landscape
   * @return the reason with a remedy, or empty if they fit
   */
  public static Optional<String> objection(int[] rows, int dim) {
    return IntStream.of(rows)
        .filter(a -> a >= dim)
        .boxed()
        .findFirst()
        .map(
            a ->
                "needs coordinate "
                    + a
                    + ", but this landscape has the coordinates 0 to "
                    + (dim - 1)
                    + "; choose among those");
  }
}
