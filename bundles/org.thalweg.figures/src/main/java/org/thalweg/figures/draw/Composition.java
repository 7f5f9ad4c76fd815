package org.thalweg.figures.draw;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.Figure.Layer;
import org.thalweg.api.analysis.Figure.Scale;

/** Lays a figure out on the page and paints it, the same on every canvas. */
final class Composition {
  static final int WIDTH = 900;
  static final int HEIGHT = 600;

  private static final double TITLE = 19;
  private static final double LABEL = 18;
  private static final double TICK = 15;
  private static final double EDGE = 14;
  private static final double BELOW = 62;
  private static final double FACTOR = 22;

  private final Figure figure;
  private final Typeface typeface;
  private final List<String> warnings = new ArrayList<>();
  private final List<Layer> layers;
  private final List<Look> looks;
  private final boolean empty;
  private final boolean counts;
  private final Scaling x;
  private final Scaling y;
  private final LevelKey key;
  private final ColourBar bar;
  private final Legend legend;
  private final Optional<Box> legendInside;
  private final double legendAbove;
  private final Frame frame;
  private final Ticks xTicks;
  private final Ticks yTicks;
  private final List<Mark> marks = new ArrayList<>();

  Composition(Figure figure, Typeface typeface) {
    this.figure = figure;
    this.typeface = typeface;
    layers = new LayerCheck(figure, warnings).drawable();
    looks = Look.of(layers);
    Extent ex = new Extent(figure.x(), warnings);
    Extent ey = new Extent(figure.y(), warnings);
    layers.forEach(layer -> LayerMarks.extend(layer, ex, ey));
    counts = ex.counts();
    empty = ex.isEmpty() || ey.isEmpty();
    if (empty) {
      warnings.add("the figure has no point that could be drawn");
    }
    x = ex.scaling(0.03);
    y = ey.scaling(0.06);
    key = new LevelKey(layers, typeface);
    bar = new ColourBar(layers, typeface);
    legend = new Legend(layers, looks, typeface);

    Frame roomy = frame(0);
    marks.addAll(marks(roomy));
    Occupancy occupancy = new Occupancy(WIDTH, HEIGHT);
    occupancy.add(marks);
    legendInside = legend.isEmpty() ? Optional.empty() : legend.place(roomy.box(), occupancy);
    if (legend.isEmpty() || legendInside.isPresent()) {
      legendAbove = 0;
      frame = roomy;
    } else {
      legendAbove = legend.heightAbove(roomy.box().width());
      int omitted = legend.omittedAbove(roomy.box().width());
      if (omitted > 0) {
        warnings.add("the legend has no room for its last " + omitted + " entries");
      }
      frame = frame(legendAbove);
      marks.clear();
      marks.addAll(marks(frame));
    }
    xTicks = fittingTicks(frame.box().width());
    yTicks = yTicks(frame.box().height());
  }

  List<String> warnings() {
    return warnings;
  }

  private List<Mark> marks(Frame in) {
    List<Mark> out = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      out.addAll(LayerMarks.of(layers.get(i), looks.get(i), in));
    }
    return out;
  }

  private Frame frame(double above) {
    double top = EDGE + (figure.title().isEmpty() ? 6 : TITLE + 14) + above;
    double bottom = HEIGHT - BELOW;
    Ticks ticks = yTicks(bottom - top);
    if (!ticks.factor().isEmpty()) {
      top += FACTOR;
    }
    double left = EDGE + LABEL + 14 + widest(ticks) + 8;
    double beside = beside(key.width()) + beside(bar.width());
    double right = WIDTH - EDGE - (beside > 0 ? beside : 14);
    return new Frame(new Box(left, top, right, bottom), x, y);
  }

  /** The room for something beside the plot, its gap included. */
  private static double beside(double width) {
    return width > 0 ? width + 18 : 0;
  }

  private double widest(Ticks ticks) {
    double widest = 0;
    for (Ticks.Tick tick : ticks.major()) {
      widest = Math.max(widest, typeface.width(tick.label(), TICK));
    }
    return widest;
  }

  private Ticks yTicks(double height) {
    return Ticks.of(y, (int) (height / 62));
  }

  private Ticks fittingTicks(double width) {
    for (int wanted = (int) (width / 80); wanted > 2; wanted--) {
      Ticks ticks = xTicks(wanted);
      if ((widest(ticks) + 16) * ticks.major().size() < width) {
        return ticks;
      }
    }
    return xTicks(2);
  }

  /** Where all there is stands at few whole numbers, such as ranks, halves mean nothing. */
  private Ticks xTicks(int wanted) {
    return counts && !x.logarithmic() ? Ticks.whole(x, wanted) : Ticks.of(x, wanted);
  }

  void paint(Canvas canvas) {
    Box box = frame.box();
    canvas.clip(box);
    marks.forEach(mark -> mark.paint(canvas));
    canvas.unclip();
    axes(canvas);
    if (empty) {
      text(canvas, "no data", box.centreX(), box.centreY(), LABEL, box.width());
    }
    legendInside.ifPresent(place -> legend.paintInside(canvas, place));
    double top = box.top() - (yTicks.factor().isEmpty() ? 0 : FACTOR);
    if (legendAbove > 0) {
      legend.paintAbove(canvas, box.left(), box.width(), top);
    }
    key.paint(canvas, box.right() + 18, box.top());
    bar.paint(canvas, box.right() + 18 + beside(key.width()), box);
    title(canvas);
    labels(canvas);
  }

  private void title(Canvas canvas) {
    Box box = frame.box();
    double width = typeface.width(figure.title(), TITLE);
    boolean fits = width < 2 * Math.min(box.centreX(), WIDTH - box.centreX()) - 2 * EDGE;
    double centre = fits ? box.centreX() : WIDTH / 2.0;
    text(canvas, figure.title(), centre, EDGE + TITLE - 2, TITLE, WIDTH - 2 * EDGE);
  }

  private void labels(Canvas canvas) {
    Box box = frame.box();
    text(canvas, label(figure.x()), box.centreX(), HEIGHT - EDGE - 3, LABEL, box.width());
    String upright = label(figure.y());
    if (!upright.isEmpty()) {
      double size = fitting(upright, LABEL, box.height());
      double baseline = EDGE + LABEL - 3;
      canvas.text(upright, baseline, box.centreY(), size, Canvas.Align.CENTRE, true);
    }
    if (!xTicks.factor().isEmpty()) {
      double below = HEIGHT - EDGE - 3;
      canvas.text(xTicks.factor(), box.right(), below, TICK, Canvas.Align.RIGHT, false);
    }
    if (!yTicks.factor().isEmpty()) {
      canvas.text(yTicks.factor(), box.left(), box.top() - 7, TICK, Canvas.Align.LEFT, false);
    }
  }

  private void text(Canvas canvas, String text, double x, double y, double size, double room) {
    if (!text.isEmpty()) {
      canvas.text(text, x, y, fitting(text, size, room), Canvas.Align.CENTRE, false);
    }
  }

  private double fitting(String text, double size, double room) {
    return Math.min(size, size * room / typeface.width(text, size));
  }

  private static String label(Scale scale) {
    return scale.unit().isEmpty() ? scale.label() : scale.label() + " [" + scale.unit() + "]";
  }

  private void axes(Canvas canvas) {
    Box box = frame.box();
    Path2D majors = new Path2D.Double();
    Path2D minors = new Path2D.Double();
    for (Ticks.Tick tick : xTicks.major()) {
      double px = frame.px(tick.value());
      majors.append(Marks.segment(px, box.bottom(), px, box.bottom() - 7), false);
      majors.append(Marks.segment(px, box.top(), px, box.top() + 7), false);
      double below = box.bottom() + TICK + 6;
      canvas.text(tick.label(), px, below, TICK, Canvas.Align.CENTRE, false);
    }
    for (double value : xTicks.minor()) {
      double px = frame.px(value);
      minors.append(Marks.segment(px, box.bottom(), px, box.bottom() - 4), false);
      minors.append(Marks.segment(px, box.top(), px, box.top() + 4), false);
    }
    for (Ticks.Tick tick : yTicks.major()) {
      double py = frame.py(tick.value());
      majors.append(Marks.segment(box.left(), py, box.left() + 7, py), false);
      majors.append(Marks.segment(box.right(), py, box.right() - 7, py), false);
      double baseline = py + 0.36 * TICK;
      canvas.text(tick.label(), box.left() - 8, baseline, TICK, Canvas.Align.RIGHT, false);
    }
    for (double value : yTicks.minor()) {
      double py = frame.py(value);
      minors.append(Marks.segment(box.left(), py, box.left() + 4, py), false);
      minors.append(Marks.segment(box.right(), py, box.right() - 4, py), false);
    }
    canvas.stroke(minors, new Pen(Palette.FRAME, 0.8));
    canvas.stroke(majors, new Pen(Palette.FRAME, 1.1));
    canvas.stroke(Marks.rectangle(box), new Pen(Palette.FRAME, 1.1));
  }
}
