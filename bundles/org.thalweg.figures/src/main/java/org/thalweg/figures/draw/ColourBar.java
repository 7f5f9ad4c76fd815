package org.thalweg.figures.draw;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.thalweg.api.analysis.Figure.Cells;
import org.thalweg.api.analysis.Figure.Layer;

/** The bar beside the plot that gives the colours of cells, and under it what their signs mean. */
final class ColourBar {
  private static final double TICK = 14;
  private static final double LABEL = 16;
  private static final double WIDTH = 20;
  private static final double ROW = 22;
  private static final double SWATCH = 14;
  private static final double GAP = 7;
  private static final int STRIPES = 128;

  private final List<Cells> shown = new ArrayList<>();
  private final Set<CellMarks.Kind> kinds = EnumSet.noneOf(CellMarks.Kind.class);
  private final Typeface typeface;
  private final double width;

  ColourBar(List<Layer> layers, Typeface typeface) {
    this.typeface = typeface;
    for (Layer layer : layers) {
      if (layer instanceof Cells cells) {
        shown.add(cells);
        CellColours colours = CellColours.of(cells);
        for (int at = 0; at < cells.values().length; at++) {
          kinds.add(CellMarks.kind(cells, at, colours));
        }
      }
    }
    kinds.remove(CellMarks.Kind.COLOURED);
    double widest = 0;
    for (CellMarks.Kind kind : kinds) {
      widest = Math.max(widest, SWATCH + GAP + typeface.width(kind.word, TICK));
    }
    if (!shown.isEmpty()) {
      // ticks depend on the height only a little: those of a usual plot tell the room they need
      double ticks = WIDTH + GAP + widest(ticks(500)) + GAP;
      widest = Math.max(widest, shown.get(0).label().isEmpty() ? ticks : ticks + LABEL);
    }
    width = widest;
  }

  /** The width that the bar needs, none without cells. */
  double width() {
    return width;
  }

  private Ticks ticks(double height) {
    return Ticks.of(CellColours.of(shown.get(0)).scaling(), (int) (height / 62));
  }

  private double widest(Ticks ticks) {
    double widest = typeface.width(ticks.factor(), TICK) - WIDTH;
    for (Ticks.Tick tick : ticks.major()) {
      widest = Math.max(widest, typeface.width(tick.label(), TICK));
    }
    return widest;
  }

  void paint(Canvas canvas, double left, Box plot) {
    if (shown.isEmpty()) {
      return;
    }
    double keyHeight = kinds.isEmpty() ? 0 : kinds.size() * ROW + 12;
    Box bar = new Box(left, plot.top(), left + WIDTH, plot.bottom() - keyHeight);
    CellColours colours = CellColours.of(shown.get(0));
    if (!colours.empty()) {
      ramp(canvas, bar, colours);
      scale(canvas, bar, colours.scaling());
    }
    double y = bar.bottom() + 12 + ROW / 2;
    for (CellMarks.Kind kind : kinds) {
      Box swatch = new Box(left, y - SWATCH / 2, left + SWATCH, y + SWATCH / 2);
      CellMarks.swatch(kind, swatch).forEach(m -> m.paint(canvas));
      double x = left + SWATCH + GAP;
      canvas.text(kind.word, x, y + 0.36 * TICK, TICK, Canvas.Align.LEFT, false);
      y += ROW;
    }
  }

  private static void ramp(Canvas canvas, Box bar, CellColours colours) {
    for (int i = 0; i < STRIPES; i++) {
      double bottom = bar.bottom() - bar.height() * i / STRIPES;
      double top = Math.max(bar.top(), bottom - bar.height() / STRIPES - 0.5);
      Path2D stripe = Marks.rectangle(new Box(bar.left(), top, bar.right(), bottom));
      canvas.fill(stripe, colours.ramp((i + 0.5) / STRIPES), 1);
    }
    canvas.stroke(Marks.rectangle(bar), new Pen(Palette.FRAME, 1.1));
  }

  private void scale(Canvas canvas, Box bar, Scaling scaling) {
    Ticks ticks = ticks(bar.height());
    Path2D lines = new Path2D.Double();
    for (Ticks.Tick tick : ticks.major()) {
      double y = bar.bottom() - scaling.fraction(tick.value()) * bar.height();
      lines.append(Marks.segment(bar.right(), y, bar.right() + 4, y), false);
      double x = bar.right() + GAP;
      canvas.text(tick.label(), x, y + 0.36 * TICK, TICK, Canvas.Align.LEFT, false);
    }
    canvas.stroke(lines, new Pen(Palette.FRAME, 1.1));
    if (!ticks.factor().isEmpty()) {
      canvas.text(ticks.factor(), bar.left(), bar.top() - 7, TICK, Canvas.Align.LEFT, false);
    }
    String label = shown.get(0).label();
    if (!label.isEmpty()) {
      double x = bar.right() + GAP + widest(ticks) + GAP + LABEL - 4;
      double size = Math.min(LABEL, LABEL * bar.height() / typeface.width(label, LABEL));
      canvas.text(label, x, bar.centreY(), size, Canvas.Align.CENTRE, true);
    }
  }
}
