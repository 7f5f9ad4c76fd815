package org.thalweg.engine.sweep;

import java.util.List;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.analysis.Table.Column;
import org.thalweg.params.JsonNode;

/** The values of a swept place as a column: integers, numbers or words, as all its values allow. */
final class Coordinates {
  private static final String INTEGER = "-?\\d{1,18}";

  private Coordinates() {}

  static Column column(SweepAxis.Track track, String unit, List<JsonNode> cells) {
    if (!track.numeric()) {
      return new Table.Words(track.path(), cells.stream().map(Coordinates::word).toList());
    }
    if (track.values().stream().allMatch(v -> v.text().matches(INTEGER))) {
      return new Table.Counts(
          track.path(), cells.stream().mapToLong(v -> Long.parseLong(v.text())).toArray());
    }
    return new Table.Numbers(
        track.path(), unit, cells.stream().mapToDouble(Coordinates::number).toArray());
  }

  static double number(JsonNode value) {
    return Double.parseDouble(value.text());
  }

  /** A value in words: text as it is, everything else as JSON. */
  static String word(JsonNode value) {
    return value.type() == JsonNode.Type.STRING ? value.text() : value.toString();
  }
}
