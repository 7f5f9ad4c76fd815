package org.thalweg.figures.draw;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.api.analysis.Figure.Flow;

/** Lines with an arrow head in the middle of their length on the page. */
final class Arrows {
  private static final double LENGTH = 9;
  private static final double HALF_WIDTH = 3.6;

  private Arrows() {}

  static List<Mark> of(Flow flow, Pen pen, Frame frame) {
    List<Mark> marks = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= flow.x().length; i++) {
      boolean gap =
          i == flow.x().length
              || !Double.isFinite(frame.px(flow.x()[i]))
              || !Double.isFinite(frame.py(flow.y()[i]));
      if (gap) {
        if (i - start > 1) {
          double[] px = Arrays.stream(flow.x(), start, i).map(frame::px).toArray();
          double[] py = Arrays.stream(flow.y(), start, i).map(frame::py).toArray();
          marks.addAll(of(px, py, pen));
        }
        start = i + 1;
      }
    }
    return marks;
  }

  /** One line through points on the page. */
  static List<Mark> of(double[] px, double[] py, Pen pen) {
    Path2D path = new Path2D.Double();
    path.moveTo(px[0], py[0]);
    double length = 0;
    for (int i = 1; i < px.length; i++) {
      path.lineTo(px[i], py[i]);
      length += Math.hypot(px[i] - px[i - 1], py[i] - py[i - 1]);
    }
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Stroke(path, pen));
    if (length >= 2 * LENGTH) {
      marks.add(new Mark.Fill(head(px, py, length / 2), pen.rgb(), 1));
    }
    return marks;
  }

  /** The head whose middle is so far along the line. */
  private static Path2D head(double[] px, double[] py, double along) {
    double[] tip = at(px, py, along + LENGTH / 2);
    double[] tail = at(px, py, along - LENGTH / 2);
    double chord = Math.max(1e-9, Math.hypot(tip[0] - tail[0], tip[1] - tail[1]));
    double ux = (tip[0] - tail[0]) / chord;
    double uy = (tip[1] - tail[1]) / chord;
    Path2D head = new Path2D.Double();
    head.moveTo(tail[0] + LENGTH * ux, tail[1] + LENGTH * uy);
    head.lineTo(tail[0] - HALF_WIDTH * uy, tail[1] + HALF_WIDTH * ux);
    head.lineTo(tail[0] + HALF_WIDTH * uy, tail[1] - HALF_WIDTH * ux);
    head.closePath();
    return head;
  }

  private static double[] at(double[] px, double[] py, double along) {
    double left = along;
    for (int i = 1; i < px.length; i++) {
      double step = Math.hypot(px[i] - px[i - 1], py[i] - py[i - 1]);
      if (left <= step) {
        double t = left / step;
        return new double[] {
          px[i - 1] + t * (px[i] - px[i - 1]), py[i - 1] + t * (py[i] - py[i - 1])
        };
      }
      left -= step;
    }
    return new double[] {px[px.length - 1], py[py.length - 1]};
  }
}
