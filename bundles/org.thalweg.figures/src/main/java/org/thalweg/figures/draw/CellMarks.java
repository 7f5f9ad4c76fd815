package org.thalweg.figures.draw;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.Figure.Cells;

/** Turns cells into marks on the page; what failed or diverged shows whatever the colour. */
final class CellMarks {
  private static final int WHITE = 0xffffff;
  private static final int BLACK = 0x000000;
  private static final int GREY = 0xd9d9d9;
  private static final int RED = 0xd55e00;

  /** Cells overlap by a hair, so that no seam of the paper shows between them. */
  private static final double OVERLAP = 0.4;

  private static final double LARGEST_DOT = 5;

  private CellMarks() {}

  /** What a cell looks like, beside its colour. */
  enum Kind {
    COLOURED(""),
    DIVERGED("diverged"),
    FAILED("failed"),
    MISSING("not run"),
    ZERO("zero"),
    NO_NUMBER("no number");

    final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  static Kind kind(Cells cells, int at, CellColours colours) {
    Figure.Mark mark = cells.marks().get(at);
    boolean coloured = colours.of(cells.values()[at]).isPresent();
    return switch (mark) {
      case FAILED -> Kind.FAILED;
      case DIVERGED -> Kind.DIVERGED;
      case MISSING -> Kind.MISSING;
      case NONE ->
          coloured
              ? Kind.COLOURED
              : cells.colours() == Figure.Colours.LOGARITHMIC && cells.values()[at] == 0
                  ? Kind.ZERO
                  : Kind.NO_NUMBER;
    };
  }

  static List<Mark> of(Cells cells, Frame frame) {
    CellColours colours = CellColours.of(cells);
    List<Mark> marks = new ArrayList<>();
    List<Mark> above = new ArrayList<>();
    int rows = cells.y().length - 1;
    for (int i = 0; i + 1 < cells.x().length; i++) {
      for (int j = 0; j < rows; j++) {
        int at = i * rows + j;
        Box box =
            new Box(
                frame.px(cells.x()[i]),
                frame.py(cells.y()[j + 1]),
                frame.px(cells.x()[i + 1]),
                frame.py(cells.y()[j]));
        OptionalInt colour = colours.of(cells.values()[at]);
        Kind kind = kind(cells, at, colours);
        marks.add(new Mark.Fill(Marks.rectangle(box.grown(OVERLAP)), ground(kind, colour), 1));
        above.addAll(sign(kind, box));
      }
    }
    marks.addAll(above);
    return marks;
  }

  /** A cell of the key. */
  static List<Mark> swatch(Kind kind, Box box) {
    List<Mark> marks = new ArrayList<>();
    int ground = kind == Kind.DIVERGED ? Palette.heat(0.5) : ground(kind, OptionalInt.empty());
    marks.add(new Mark.Fill(Marks.rectangle(box), ground, 1));
    marks.add(new Mark.Stroke(Marks.rectangle(box), new Pen(Palette.PALE, 0.8)));
    marks.addAll(sign(kind, box));
    return marks;
  }

  private static int ground(Kind kind, OptionalInt colour) {
    return switch (kind) {
      case MISSING -> GREY;
      case ZERO -> BLACK;
      default -> colour.orElse(WHITE);
    };
  }

  private static List<Mark> sign(Kind kind, Box box) {
    double half = Math.min(box.width(), box.height()) / 2;
    double x = box.centreX();
    double y = box.centreY();
    return switch (kind) {
      case COLOURED, MISSING, ZERO -> List.of();
      case NO_NUMBER ->
          List.of(
              new Mark.Stroke(
                  Marks.segment(box.left(), box.bottom(), box.right(), box.top()),
                  new Pen(Palette.PALE, 1)));
      case FAILED -> {
        double arm = 0.7 * half;
        Path2D cross = Marks.segment(x - arm, y - arm, x + arm, y + arm);
        cross.append(Marks.segment(x - arm, y + arm, x + arm, y - arm), false);
        double width = Math.max(1.2, Math.min(2.4, half / 4));
        yield List.of(
            new Mark.Stroke(cross, new Pen(WHITE, width + 2)),
            new Mark.Stroke(cross, new Pen(RED, width)));
      }
      case DIVERGED -> {
        Path2D dot = Look.Marker.CIRCLE.path(x, y, Math.min(LARGEST_DOT, 0.5 * half));
        yield List.of(new Mark.Fill(dot, WHITE, 1), new Mark.Stroke(dot, new Pen(BLACK, 1)));
      }
    };
  }
}
