package org.thalweg.engine.sweep;

import java.util.List;
import org.thalweg.params.JsonNode;

/**
 * One direction of a sweep: a place of the experiment with the values that it takes, or several
 * places that take theirs together.
 *
 * @param tracks the places, all with equally many values
 */
public record SweepAxis(List<Track> tracks) {
  /**
   * One place and its values.
   *
   * @param path the place, as {@link JsonNode#set(String, JsonNode)} takes it
   * @param written the values as they were written, such as {@code "logspace(1e-3, 1e-1, 20)"}
   * @param values the values
   */
  public record Track(String path, JsonNode written, List<JsonNode> values) {
    /**
     * Whether every value is a number.
     *
     * @return true if the place can be an axis of a figure
     */
    public boolean numeric() {
      return values.stream().allMatch(v -> v.type() == JsonNode.Type.NUMBER);
    }
  }

  /**
   * Keeps the places from changing.
   *
   * @param tracks the places
   */
  public SweepAxis {
    tracks = List.copyOf(tracks);
  }

  /**
   * How many values each place takes.
   *
   * @return at least one
   */
  public int size() {
    return tracks.get(0).values().size();
  }
}
