package org.thalweg.figures.draw;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Draws into an SVG file; texts stay texts, so that they can be searched and edited.
 *
 * <p>A text is placed by its start, middle or end, so another typeface on the reader's machine does
 * not upset the layout.
 */
final class SvgCanvas implements Canvas {
  private static final String FONTS = "DejaVu Sans, Verdana, Arial, sans-serif";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter out;
  private final String clipId;

  SvgCanvas(int width, int height, String name, String title) {
    clipId = "plot-" + name.replaceAll("[^A-Za-z0-9-]", "-");
    try {
      // the JDK's own factory, whatever lies on the class path: the same bytes everywhere
      out =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      out.writeStartDocument("UTF-8", "1.0");
      newLine();
      out.writeStartElement("svg");
      out.writeDefaultNamespace("http://www.w3.org/2000/svg");
      out.writeAttribute("width", Integer.toString(width));
      out.writeAttribute("height", Integer.toString(height));
      out.writeAttribute("viewBox", "0 0 " + width + " " + height);
      out.writeAttribute("font-family", FONTS);
      out.writeAttribute("fill", "none");
      out.writeAttribute("stroke-linejoin", "round");
      newLine();
      out.writeStartElement("title");
      out.writeCharacters(legal(title));
      out.writeEndElement();
      newLine();
      out.writeEmptyElement("rect");
      out.writeAttribute("width", Integer.toString(width));
      out.writeAttribute("height", Integer.toString(height));
      out.writeAttribute("fill", colour(0xffffff));
      newLine();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  @Override
  public void fill(Path2D path, int rgb, double opacity) {
    try {
      out.writeEmptyElement("path");
      out.writeAttribute("d", data(path));
      out.writeAttribute("fill", colour(rgb));
      if (opacity < 1) {
        out.writeAttribute("fill-opacity", number(opacity));
      }
      newLine();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  @Override
  public void stroke(Path2D path, Pen pen) {
    try {
      out.writeEmptyElement("path");
      out.writeAttribute("d", data(path));
      out.writeAttribute("stroke", colour(pen.rgb()));
      out.writeAttribute("stroke-width", number(pen.width()));
      if (pen.solid()) {
        out.writeAttribute("stroke-linecap", "round");
      } else {
        StringJoiner dashes = new StringJoiner(" ");
        for (double d : pen.dashes()) {
          dashes.add(number(d));
        }
        out.writeAttribute("stroke-dasharray", dashes.toString());
      }
      newLine();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  @Override
  public void text(String text, double x, double y, double size, Align align, boolean upwards) {
    try {
      out.writeStartElement("text");
      out.writeAttribute("x", number(x));
      out.writeAttribute("y", number(y));
      out.writeAttribute("font-size", number(size));
      if (align != Align.LEFT) {
        out.writeAttribute("text-anchor", align.anchor);
      }
      if (upwards) {
        out.writeAttribute("transform", "rotate(-90 " + number(x) + " " + number(y) + ")");
      }
      out.writeAttribute("fill", colour(Palette.TEXT));
      out.writeCharacters(legal(text));
      out.writeEndElement();
      newLine();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  @Override
  public void clip(Box box) {
    try {
      out.writeStartElement("clipPath");
      out.writeAttribute("id", clipId);
      out.writeEmptyElement("rect");
      out.writeAttribute("x", number(box.left()));
      out.writeAttribute("y", number(box.top()));
      out.writeAttribute("width", number(box.width()));
      out.writeAttribute("height", number(box.height()));
      out.writeEndElement();
      newLine();
      out.writeStartElement("g");
      out.writeAttribute("clip-path", "url(#" + clipId + ")");
      newLine();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  @Override
  public void unclip() {
    try {
      out.writeEndElement();
      newLine();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** The finished file. */
  byte[] svg() {
    try {
      out.writeEndElement();
      newLine();
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
    return bytes.toByteArray();
  }

  /** A number with two decimals at most, which is a hundredth of a pixel. */
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    String sign = hundredths < 0 ? "-" : "";
    long size = Math.abs(hundredths);
    long rest = size % 100;
    String whole = sign + size / 100;
    if (rest == 0) {
      return whole;
    }
    return rest % 10 == 0 ? whole + "." + rest / 10 : whole + (rest < 10 ? ".0" : ".") + rest;
  }

  private static String data(Path2D path) {
    StringBuilder text = new StringBuilder();
    double[] c = new double[6];
    for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(c);
      switch (kind) {
        case PathIterator.SEG_MOVETO -> append(text, 'M', c, 2);
        case PathIterator.SEG_LINETO -> append(text, 'L', c, 2);
        case PathIterator.SEG_QUADTO -> append(text, 'Q', c, 4);
        case PathIterator.SEG_CUBICTO -> append(text, 'C', c, 6);
        default -> text.append('Z');
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, char command, double[] c, int count) {
    text.append(command);
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(number(c[i]));
    }
  }

  private static String colour(int rgb) {
    return String.format("#%06x", rgb);
  }

  /** Leaves out what XML 1.0 forbids even escaped. */
  private static String legal(String text) {
    return text.codePoints()
        .filter(c -> c >= 0x20 || c == '\t' || c == '\n')
        .filter(c -> c < 0xd800 || c > 0xdfff && c != 0xfffe && c != 0xffff)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private void newLine() throws XMLStreamException {
    out.writeCharacters("\n");
  }

  private static IllegalStateException impossible(XMLStreamException e) {
    return new IllegalStateException("writing XML into memory failed", e);
  }
}
