package org.thalweg.figures.draw;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.api.analysis.Figure.Contours;
import org.thalweg.api.analysis.Figure.Layer;

/** The key beside the plot that gives the levels of contour lines, the highest on top. */
final class LevelKey {
  private static final double SIZE = 14;
  private static final double ROW = 20;
  private static final double SWATCH = 24;
  private static final double GAP = 7;
  private static final int MOST = 20;

  private record Row(String text, Pen pen) {}

  private final List<Row> rows = new ArrayList<>();
  private final double width;

  LevelKey(List<Layer> layers, Typeface typeface) {
    for (Layer layer : layers) {
      if (layer instanceof Contours contours && contours.levels().length > 0) {
        if (!contours.label().isEmpty()) {
          rows.add(new Row(contours.label(), null));
        }
        int n = contours.levels().length;
        int every = (n + MOST - 1) / MOST;
        for (int k = n - 1; k >= 0; k--) {
          if (k % every == 0) {
            String text = Numerals.compact(contours.levels()[k]);
            rows.add(new Row(text, LayerMarks.levelPen(k, n)));
          }
        }
      }
    }
    double widest = 0;
    for (Row row : rows) {
      double indent = row.pen() == null ? 0 : SWATCH + GAP;
      widest = Math.max(widest, indent + typeface.width(row.text(), SIZE));
    }
    width = widest;
  }

  /** The width that the key needs, none without contours. */
  double width() {
    return rows.isEmpty() ? 0 : width;
  }

  void paint(Canvas canvas, double left, double top) {
    double y = top + ROW / 2;
    for (Row row : rows) {
      double x = left;
      if (row.pen() != null) {
        Pen pen = new Pen(row.pen().rgb(), 2);
        canvas.stroke(Marks.segment(x, y, x + SWATCH, y), pen);
        x += SWATCH + GAP;
      }
      canvas.text(row.text(), x, y + 0.36 * SIZE, SIZE, Canvas.Align.LEFT, false);
      y += ROW;
    }
  }
}
