package org.thalweg.figures.draw;

import java.awt.AWTError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.analysis.Figure;
import org.thalweg.figures.Drawing;
import org.thalweg.figures.FigureDrawer;

/** Draws figures with the bundle's own typeface; thread-safe, keeps nothing. */
@Component
public final class PlainDrawer implements FigureDrawer {
  /** Makes the drawer; nothing is loaded before the first figure. */
  public PlainDrawer() {}

  @Override
  public Drawing draw(Figure figure) {
    Typeface typeface = Typeface.get();
    Composition composition = new Composition(figure, typeface);
    List<String> warnings = new ArrayList<>(composition.warnings());
    SvgCanvas svg =
        new SvgCanvas(Composition.WIDTH, Composition.HEIGHT, figure.name(), figure.title());
    composition.paint(svg);
    byte[] png = png(composition, typeface, warnings);
    warnings.replaceAll(warning -> "figure '" + figure.name() + "': " + warning);
    return new Drawing(figure.name(), svg.svg(), png, warnings);
  }

  /** A Java without its image libraries throws errors, not exceptions; a run outlives both. */
  private static byte[] png(Composition composition, Typeface typeface, List<String> warnings) {
    try {
      ImageCanvas canvas = new ImageCanvas(Composition.WIDTH, Composition.HEIGHT, typeface);
      composition.paint(canvas);
      return canvas.png();
    } catch (IOException | RuntimeException | LinkageError | InternalError | AWTError e) {
      warnings.add(
          "no PNG, only SVG: this Java cannot draw images ("
              + e
              + "); a JDK with the module java.desktop and its libraries can");
      return new byte[0];
    }
  }
}
