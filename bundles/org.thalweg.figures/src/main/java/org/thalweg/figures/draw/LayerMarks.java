package org.thalweg.figures.draw;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.api.analysis.Figure.Band;
import org.thalweg.api.analysis.Figure.Cells;
import org.thalweg.api.analysis.Figure.Contours;
import org.thalweg.api.analysis.Figure.Flow;
import org.thalweg.api.analysis.Figure.Layer;
import org.thalweg.api.analysis.Figure.Line;
import org.thalweg.api.analysis.Figure.Points;

/** Turns layers into marks on the page, and says how much of each axis they need. */
final class LayerMarks {
  static final double BAND_OPACITY = 0.22;
  static final double MARKER_RADIUS = 4.4;
  private static final double SMALL_RADIUS = 2.4;
  private static final int CROWD = 150;
  private static final int WHITE = 0xffffff;
  private static final double HOLLOW_WIDTH = 1.3;
  private static final double CAP = 3.5;
  private static final double ARROW = 6;
  private static final double CONTOUR_WIDTH = 1.1;

  private LayerMarks() {}

  static void extend(Layer layer, Extent ex, Extent ey) {
    if (layer instanceof Line line) {
      extend(line.x(), line.y(), ex, ey);
    } else if (layer instanceof Flow flow) {
      extend(flow.x(), flow.y(), ex, ey);
    } else if (layer instanceof Points points) {
      extend(points.x(), points.y(), ex, ey);
      for (int i = 0; i < points.error().length; i++) {
        ey.addBar(points.y()[i], points.error()[i]);
      }
    } else if (layer instanceof Band band) {
      extend(band.x(), band.low(), ex, ey);
      extend(band.x(), band.high(), ex, ey);
    } else if (layer instanceof Contours contours) {
      for (double x : contours.x()) {
        ex.addTight(x);
      }
      for (double y : contours.y()) {
        ey.addTight(y);
      }
    } else if (layer instanceof Cells cells) {
      for (double x : cells.x()) {
        ex.addTight(x);
      }
      for (double y : cells.y()) {
        ey.addTight(y);
      }
    }
  }

  private static void extend(double[] x, double[] y, Extent ex, Extent ey) {
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
        ex.add(x[i]);
        ey.add(y[i]);
      }
    }
  }

  static List<Mark> of(Layer layer, Look look, Frame frame) {
    List<Mark> marks = new ArrayList<>();
    if (layer instanceof Line line) {
      marks.add(new Mark.Stroke(Curves.line(line.x(), line.y(), frame), look.pen()));
    } else if (layer instanceof Flow flow) {
      marks.addAll(Arrows.of(flow, look.pen(), frame));
    } else if (layer instanceof Points points) {
      points(points, look, frame, marks);
    } else if (layer instanceof Band band) {
      Path2D path = Curves.band(band.x(), band.low(), band.high(), frame);
      marks.add(new Mark.Fill(path, look.pen().rgb(), BAND_OPACITY));
    } else if (layer instanceof Contours contours) {
      contours(contours, frame, marks);
    } else if (layer instanceof Cells cells) {
      marks.addAll(CellMarks.of(cells, frame));
    }
    return marks;
  }

  private static void points(Points points, Look look, Frame frame, List<Mark> marks) {
    Box near = frame.box().grown(2 * MARKER_RADIUS);
    double radius = points.x().length > CROWD ? SMALL_RADIUS : MARKER_RADIUS;
    Path2D bars = new Path2D.Double();
    List<Mark> markers = new ArrayList<>();
    for (int i = 0; i < points.x().length; i++) {
      double px = frame.px(points.x()[i]);
      double py = frame.py(points.y()[i]);
      if (!(px >= near.left() && px <= near.right())) {
        continue;
      }
      if (points.error().length > 0 && points.error()[i] >= 0) {
        bar(bars, px, points.y()[i], points.error()[i], frame);
      }
      if (Double.isFinite(py) && py >= near.top() && py <= near.bottom()) {
        Path2D path = look.marker().path(px, py, radius);
        markers.addAll(marker(path, look));
      }
    }
    marks.add(new Mark.Stroke(bars, new Pen(look.pen().rgb(), 1.4)));
    marks.addAll(markers);
  }

  /** A marker is filled with its colour, or with white inside its colour. */
  static List<Mark> marker(Path2D path, Look look) {
    int rgb = look.pen().rgb();
    return look.hollow()
        ? List.of(new Mark.Fill(path, WHITE, 1), new Mark.Stroke(path, new Pen(rgb, HOLLOW_WIDTH)))
        : List.of(new Mark.Fill(path, rgb, 1), new Mark.Stroke(path, new Pen(WHITE, 0.6)));
  }

  private static void bar(Path2D bars, double px, double y, double error, Frame frame) {
    Box box = frame.box();
    double low = frame.py(y - error);
    double high = frame.py(y + error);
    if (Double.isNaN(high) || Double.isInfinite(error)) {
      return;
    }
    // on a logarithmic axis a bar that reaches zero has no lower end
    boolean endless = Double.isNaN(low);
    double bottom = endless ? box.bottom() : Math.min(box.bottom(), low);
    double top = Math.max(box.top(), high);
    if (bottom < top) {
      return;
    }
    bars.moveTo(px, bottom);
    bars.lineTo(px, top);
    end(bars, px, bottom, endless || low > box.bottom() ? -ARROW : 0);
    end(bars, px, top, high < box.top() ? ARROW : 0);
  }

  /** A cap, or the head of an arrow where the bar goes on beyond the frame. */
  private static void end(Path2D bars, double px, double py, double back) {
    bars.moveTo(px - CAP, py + back);
    if (back != 0) {
      bars.lineTo(px, py);
    }
    bars.lineTo(px + CAP, py + back);
  }

  private static void contours(Contours contours, Frame frame, List<Mark> marks) {
    if (contours.x().length < 2 || contours.y().length < 2) {
      return;
    }
    Contouring grid = new Contouring(contours.x(), contours.y(), contours.z());
    double[] levels = contours.levels();
    for (int k = 0; k < levels.length; k++) {
      Path2D all = new Path2D.Double();
      for (Contouring.Polyline line : grid.lines(levels[k])) {
        all.append(Curves.line(line.x(), line.y(), frame), false);
      }
      marks.add(new Mark.Stroke(all, levelPen(k, levels.length)));
    }
  }

  static Pen levelPen(int level, int levels) {
    double fraction = levels < 2 ? 0 : level / (levels - 1.0);
    return new Pen(Palette.level(fraction), CONTOUR_WIDTH);
  }
}
