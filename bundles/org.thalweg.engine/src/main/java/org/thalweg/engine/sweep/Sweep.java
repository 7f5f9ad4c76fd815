package org.thalweg.engine.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.params.JsonNode;

/**
 * An experiment and what of it is varied: the product of all axes, the last running fastest, each
 * grid point repeated for every replica.
 *
 * @param base the experiment without its key {@code sweep}
 * @param axes what is varied; empty if there are only replicas
 * @param replicas how often each grid point is run, each time with another seed
 * @param figures the quantities to be drawn; empty for the first few
 */
public record Sweep(JsonNode base, List<SweepAxis> axes, int replicas, List<String> figures) {
  /** The key of an experiment file that holds a sweep. */
  public static final String KEY = "sweep";

  /**
   * Keeps the lists from changing.
   *
   * @param base the experiment
   * @param axes what is varied
   * @param replicas how often each grid point is run
   * @param figures the quantities to be drawn
   */
  public Sweep {
    axes = List.copyOf(axes);
    figures = List.copyOf(figures);
  }

  /**
   * The number of grid points.
   *
   * @return the product of the axes' sizes
   */
  public int gridPoints() {
    int product = 1;
    for (SweepAxis axis : axes) {
      product = Math.multiplyExact(product, axis.size());
    }
    return product;
  }

  /**
   * The places that are varied.
   *
   * @return all tracks of all axes, in their order
   */
  public List<SweepAxis.Track> tracks() {
    return axes.stream().flatMap(a -> a.tracks().stream()).toList();
  }

  /**
   * The values of a grid point.
   *
   * @param point its number, from 0
   * @return one value for each track
   */
  public List<JsonNode> coordinates(int point) {
    int[] at = indices(point);
    List<JsonNode> values = new ArrayList<>();
    for (int a = 0; a < at.length; a++) {
      for (SweepAxis.Track track : axes.get(a).tracks()) {
        values.add(track.values().get(at[a]));
      }
    }
    return values;
  }

  /**
   * Where a grid point stands on each axis.
   *
   * @param point its number, from 0
   * @return one index for each axis
   */
  public int[] indices(int point) {
    int[] at = new int[axes.size()];
    int rest = point;
    for (int a = at.length - 1; a >= 0; a--) {
      at[a] = rest % axes.get(a).size();
      rest /= axes.get(a).size();
    }
    return at;
  }

  /**
   * The experiment of a grid point.
   *
   * @param point its number, from 0
   * @return the base with the point's values set
   * @throws org.thalweg.params.InvalidExperimentException if a place cannot be set
   */
  public JsonNode experiment(int point) {
    JsonNode tree = base;
    List<JsonNode> values = coordinates(point);
    List<SweepAxis.Track> tracks = tracks();
    for (int i = 0; i < tracks.size(); i++) {
      tree = tree.set(tracks.get(i).path(), values.get(i));
    }
    return tree;
  }

  /**
   * The key {@code sweep} as a file holds it.
   *
   * @return an object that reads back as this sweep
   */
  public JsonNode written() {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    List<JsonNode> over = new ArrayList<>();
    for (SweepAxis axis : axes) {
      Map<String, JsonNode> tracks = new LinkedHashMap<>();
      axis.tracks().forEach(t -> tracks.put(t.path(), t.written()));
      over.add(JsonNode.object(tracks));
    }
    members.put("over", JsonNode.array(over));
    members.put("replicas", JsonNode.integer(replicas));
    members.put("figures", JsonNode.array(figures.stream().map(JsonNode::string).toList()));
    return JsonNode.object(members);
  }
}
