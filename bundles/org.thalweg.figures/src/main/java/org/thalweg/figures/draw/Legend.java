package org.thalweg.figures.draw;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.api.analysis.Figure.Band;
import org.thalweg.api.analysis.Figure.Cells;
import org.thalweg.api.analysis.Figure.Contours;
import org.thalweg.api.analysis.Figure.Flow;
import org.thalweg.api.analysis.Figure.Layer;
import org.thalweg.api.analysis.Figure.Line;
import org.thalweg.api.analysis.Figure.Points;

/**
 * The legend: in the plot where no data is, else in rows above it. Layers with one label share an
 * entry.
 */
final class Legend {
  static final double SIZE = 15;
  private static final double ROW = 22;
  private static final double SWATCH = 34;
  private static final double GAP = 8;
  private static final double PADDING = 8;
  private static final double CLEARANCE = 8;
  private static final int MOST_ROWS = 8;

  private record Entry(String label, List<Layer> layers, List<Look> looks) {}

  private final List<Entry> entries;
  private final Typeface typeface;

  Legend(List<Layer> layers, List<Look> looks, Typeface typeface) {
    this.typeface = typeface;
    Map<String, Entry> byLabel = new LinkedHashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      String label = Look.label(layers.get(i));
      boolean keyed = layers.get(i) instanceof Contours || layers.get(i) instanceof Cells;
      if (!label.isEmpty() && !keyed) {
        Entry entry =
            byLabel.computeIfAbsent(label, k -> new Entry(k, new ArrayList<>(), new ArrayList<>()));
        entry.layers().add(layers.get(i));
        entry.looks().add(looks.get(i));
      }
    }
    entries = List.copyOf(byLabel.values());
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** A free place in the plot, corners first. */
  Optional<Box> place(Box plot, Occupancy occupancy) {
    double width = 2 * PADDING;
    for (Entry entry : entries) {
      width = Math.max(width, 2 * PADDING + width(entry));
    }
    double height = 2 * PADDING + ROW * entries.size() - 4;
    double left = plot.left() + 12;
    double right = plot.right() - 12 - width;
    double top = plot.top() + 12;
    double bottom = plot.bottom() - 12 - height;
    if (entries.size() > MOST_ROWS || right < left || bottom < top) {
      return Optional.empty();
    }
    double middle = plot.centreX() - width / 2;
    double[][] places = {
      {right, top}, {left, top}, {right, bottom}, {left, bottom}, {middle, top}, {middle, bottom}
    };
    for (double[] p : places) {
      Box box = new Box(p[0], p[1], p[0] + width, p[1] + height);
      if (occupancy.isFree(box.grown(CLEARANCE))) {
        return Optional.of(box);
      }
    }
    return Optional.empty();
  }

  private double width(Entry entry) {
    return SWATCH + GAP + typeface.width(entry.label(), SIZE);
  }

  void paintInside(Canvas canvas, Box box) {
    Path2D area = Marks.rectangle(box);
    canvas.fill(area, 0xffffff, 1);
    canvas.stroke(area, new Pen(0xcccccc, 0.8));
    double y = box.top() + PADDING + ROW / 2 - 2;
    for (Entry entry : entries) {
      paint(canvas, entry, box.left() + PADDING, y, width(entry));
      y += ROW;
    }
  }

  /** The entries in rows of at most the given width. */
  private List<List<Entry>> rows(double width) {
    List<List<Entry>> rows = new ArrayList<>();
    double used = Double.POSITIVE_INFINITY;
    for (Entry entry : entries) {
      if (used + width(entry) > width) {
        rows.add(new ArrayList<>());
        used = 0;
      }
      rows.get(rows.size() - 1).add(entry);
      used += width(entry) + 3 * GAP;
    }
    return rows.size() <= MOST_ROWS ? rows : rows.subList(0, MOST_ROWS);
  }

  /** The height that the legend needs above a plot of the given width. */
  double heightAbove(double width) {
    return rows(width).size() * ROW + 6;
  }

  /** How many entries there is no room for above a plot. */
  int omittedAbove(double width) {
    return entries.size() - rows(width).stream().mapToInt(List::size).sum();
  }

  void paintAbove(Canvas canvas, double left, double width, double bottom) {
    List<List<Entry>> rows = rows(width);
    double y = bottom - 6 - rows.size() * ROW + ROW / 2;
    for (List<Entry> row : rows) {
      double x = left;
      for (Entry entry : row) {
        paint(canvas, entry, x, y, Math.min(width(entry), width));
        x += width(entry) + 3 * GAP;
      }
      y += ROW;
    }
  }

  private void paint(Canvas canvas, Entry entry, double x, double y, double width) {
    for (int i = 0; i < entry.layers().size(); i++) {
      swatch(entry.layers().get(i), entry.looks().get(i), x, y).forEach(m -> m.paint(canvas));
    }
    double room = width - SWATCH - GAP;
    double size = Math.min(SIZE, SIZE * room / typeface.width(entry.label(), SIZE));
    canvas.text(entry.label(), x + SWATCH + GAP, y + 0.36 * SIZE, size, Canvas.Align.LEFT, false);
  }

  private static List<Mark> swatch(Layer layer, Look look, double x, double y) {
    double middle = x + SWATCH / 2;
    if (layer instanceof Line) {
      Pen pen = new Pen(look.pen().rgb(), Math.max(1.8, look.pen().width()), look.pen().dashes());
      return List.of(new Mark.Stroke(Marks.segment(x, y, x + SWATCH, y), pen));
    }
    if (layer instanceof Flow) {
      return Arrows.of(new double[] {x, x + SWATCH}, new double[] {y, y}, look.pen());
    }
    if (layer instanceof Band) {
      Path2D area = Marks.rectangle(new Box(x, y - 7, x + SWATCH, y + 7));
      return List.of(new Mark.Fill(area, look.pen().rgb(), LayerMarks.BAND_OPACITY));
    }
    List<Mark> marks = new ArrayList<>();
    if (((Points) layer).error().length > 0) {
      Pen pen = new Pen(look.pen().rgb(), 1.4);
      marks.add(new Mark.Stroke(Marks.segment(middle, y - 8, middle, y + 8), pen));
    }
    Path2D marker = look.marker().path(middle, y, LayerMarks.MARKER_RADIUS);
    marks.addAll(LayerMarks.marker(marker, look));
    return marks;
  }
}
