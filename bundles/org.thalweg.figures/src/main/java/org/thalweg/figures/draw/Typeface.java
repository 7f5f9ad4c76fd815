package org.thalweg.figures.draw;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The typeface of all figures, DejaVu Sans, read from the bundle as outlines.
 *
 * <p>Java's own fonts are not touched: they need fontconfig and FreeType, which small Linux images
 * lack, and they draw differently from machine to machine. Only what this one font file holds is
 * read: TrueType outlines, widths, and the format 12 character map. Source: the OpenType
 * specification, tables cmap, glyf, head, hhea, hmtx and loca.
 */
final class Typeface {
  private static final String FILE = "DejaVuSans.ttf";
  private static final int ON_CURVE = 1;
  private static final int SHORT_X = 2;
  private static final int SHORT_Y = 4;
  private static final int REPEAT = 8;
  private static final int SAME_X = 16;
  private static final int SAME_Y = 32;
  private static final int WORDS = 1;
  private static final int SCALE = 8;
  private static final int MORE = 32;
  private static final int TWO_SCALES = 64;
  private static final int MATRIX = 128;

  private final ByteBuffer font;
  private final int unitsPerEm;
  private final boolean longOffsets;
  private final int widths;
  private final int metrics;
  private final int offsets;
  private final int glyphs;
  private final int groups;

  private Typeface(ByteBuffer font) {
    this.font = font;
    int head = table("head");
    unitsPerEm = ushort(head + 18);
    longOffsets = ushort(head + 50) == 1;
    widths = ushort(table("hhea") + 34);
    metrics = table("hmtx");
    offsets = table("loca");
    glyphs = table("glyf");
    groups = characterMap();
  }

  /** Holds the typeface, which is read when the first figure is drawn. */
  private static final class Holder {
    static final Typeface TYPEFACE = read();

    private static Typeface read() {
      try (InputStream in = Typeface.class.getResourceAsStream(FILE)) {
        if (in == null) {
          throw new IllegalStateException("the bundle lacks its font " + FILE);
        }
        return new Typeface(ByteBuffer.wrap(in.readAllBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException("the bundle's font " + FILE + " cannot be read", e);
      }
    }
  }

  static Typeface get() {
    return Holder.TYPEFACE;
  }

  /** The width of a text set in the given size. */
  double width(String text, double size) {
    double units = 0;
    for (int c : text.codePoints().toArray()) {
      units += advance(glyph(c));
    }
    return units * size / unitsPerEm;
  }

  /** The outlines of a text with its baseline's left end at the origin, y pointing down. */
  Path2D outline(String text, double size) {
    Path2D out = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double scale = size / unitsPerEm;
    double x = 0;
    for (int c : text.codePoints().toArray()) {
      int glyph = glyph(c);
      add(glyph, new double[] {scale, 0, 0, -scale, x, 0}, out);
      x += advance(glyph) * scale;
    }
    return out;
  }

  private int advance(int glyph) {
    return ushort(metrics + 4 * Math.min(glyph, widths - 1));
  }

  private int glyph(int character) {
    int low = 0;
    int high = font.getInt(groups + 12) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int group = groups + 16 + 12 * middle;
      if (character < font.getInt(group)) {
        high = middle - 1;
      } else if (character > font.getInt(group + 4)) {
        low = middle + 1;
      } else {
        return font.getInt(group + 8) + character - font.getInt(group);
      }
    }
    return 0;
  }

  /** Adds a glyph under the map (x, y) to (a x + c y + e, b x + d y + f). */
  private void add(int glyph, double[] map, Path2D out) {
    int from = offset(glyph);
    if (offset(glyph + 1) == from) {
      return;
    }
    int at = glyphs + from;
    int contours = font.getShort(at);
    if (contours < 0) {
      addParts(at + 10, map, out);
    } else {
      addContours(at + 10, contours, map, out);
    }
  }

  private void addParts(int start, double[] map, Path2D out) {
    int at = start;
    int flags;
    do {
      flags = ushort(at);
      int part = ushort(at + 2);
      at += 4;
      double dx;
      double dy;
      if ((flags & WORDS) != 0) {
        dx = font.getShort(at);
        dy = font.getShort(at + 2);
        at += 4;
      } else {
        dx = font.get(at);
        dy = font.get(at + 1);
        at += 2;
      }
      double a = 1;
      double b = 0;
      double c = 0;
      double d = 1;
      if ((flags & SCALE) != 0) {
        a = fixed(at);
        d = a;
        at += 2;
      } else if ((flags & TWO_SCALES) != 0) {
        a = fixed(at);
        d = fixed(at + 2);
        at += 4;
      } else if ((flags & MATRIX) != 0) {
        a = fixed(at);
        b = fixed(at + 2);
        c = fixed(at + 4);
        d = fixed(at + 6);
        at += 8;
      }
      double[] inner = {
        map[0] * a + map[2] * b,
        map[1] * a + map[3] * b,
        map[0] * c + map[2] * d,
        map[1] * c + map[3] * d,
        map[0] * dx + map[2] * dy + map[4],
        map[1] * dx + map[3] * dy + map[5]
      };
      add(part, inner, out);
    } while ((flags & MORE) != 0);
  }

  private void addContours(int start, int contours, double[] map, Path2D out) {
    int points = ushort(start + 2 * contours - 2) + 1;
    int at = start + 2 * contours;
    at += 2 + ushort(at);
    int[] flags = new int[points];
    for (int i = 0; i < points; i++) {
      int flag = font.get(at++) & 0xff;
      int again = (flag & REPEAT) != 0 ? font.get(at++) & 0xff : 0;
      flags[i] = flag;
      for (; again > 0; again--) {
        flags[++i] = flag;
      }
    }
    int[] x = new int[points];
    at = coordinates(at, flags, SHORT_X, SAME_X, x);
    int[] y = new int[points];
    coordinates(at, flags, SHORT_Y, SAME_Y, y);
    int first = 0;
    for (int c = 0; c < contours; c++) {
      int last = ushort(start + 2 * c);
      addContour(flags, x, y, first, last, map, out);
      first = last + 1;
    }
  }

  private int coordinates(int start, int[] flags, int shortFlag, int sameFlag, int[] out) {
    int at = start;
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      boolean same = (flags[i] & sameFlag) != 0;
      if ((flags[i] & shortFlag) != 0) {
        int step = font.get(at++) & 0xff;
        value += same ? step : -step;
      } else if (!same) {
        value += font.getShort(at);
        at += 2;
      }
      out[i] = value;
    }
    return at;
  }

  /** Between two control points in a row the curve passes through their middle. */
  private static void addContour(
      int[] flags, int[] x, int[] y, int first, int last, double[] map, Path2D out) {
    int n = last - first + 1;
    if (n < 2) {
      return;
    }
    int begin = first;
    while (begin <= last && (flags[begin] & ON_CURVE) == 0) {
      begin++;
    }
    boolean found = begin <= last;
    double sx = found ? x[begin] : (x[first] + x[last]) / 2.0;
    double sy = found ? y[begin] : (y[first] + y[last]) / 2.0;
    move(sx, sy, map, out);
    boolean pending = false;
    double cx = 0;
    double cy = 0;
    int base = found ? begin - first + 1 : 0;
    int count = found ? n - 1 : n;
    for (int k = 0; k < count; k++) {
      int i = first + (base + k) % n;
      if ((flags[i] & ON_CURVE) != 0) {
        if (pending) {
          quad(cx, cy, x[i], y[i], map, out);
        } else {
          line(x[i], y[i], map, out);
        }
        pending = false;
      } else {
        if (pending) {
          quad(cx, cy, (cx + x[i]) / 2, (cy + y[i]) / 2, map, out);
        }
        cx = x[i];
        cy = y[i];
        pending = true;
      }
    }
    if (pending) {
      quad(cx, cy, sx, sy, map, out);
    }
    out.closePath();
  }

  private static void move(double x, double y, double[] m, Path2D out) {
    out.moveTo(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]);
  }

  private static void line(double x, double y, double[] m, Path2D out) {
    out.lineTo(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]);
  }

  private static void quad(double cx, double cy, double x, double y, double[] m, Path2D out) {
    out.quadTo(
        m[0] * cx + m[2] * cy + m[4],
        m[1] * cx + m[3] * cy + m[5],
        m[0] * x + m[2] * y + m[4],
        m[1] * x + m[3] * y + m[5]);
  }

  private int offset(int glyph) {
    return longOffsets ? font.getInt(offsets + 4 * glyph) : 2 * ushort(offsets + 2 * glyph);
  }

  private int characterMap() {
    int map = table("cmap");
    for (int i = 0; i < ushort(map + 2); i++) {
      int subtable = map + font.getInt(map + 4 + 8 * i + 4);
      if (ushort(subtable) == 12) {
        return subtable;
      }
    }
    throw new IllegalStateException(FILE + " has no character map of format 12");
  }

  private int table(String tag) {
    int wanted = ByteBuffer.wrap(tag.getBytes(StandardCharsets.US_ASCII)).getInt();
    for (int i = 0; i < ushort(4); i++) {
      if (font.getInt(12 + 16 * i) == wanted) {
        return font.getInt(12 + 16 * i + 8);
      }
    }
    throw new IllegalStateException(FILE + " has no table " + tag);
  }

  private int ushort(int at) {
    return font.getShort(at) & 0xffff;
  }

  private double fixed(int at) {
    return font.getShort(at) / 16384.0;
  }
}
