package org.thalweg.figures.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class TypefaceTest {
  private static final String TEXT = "Äpfel −T ln p(x) κ=½ η⁻¹² ∂ₓL ∇ ≤ √ — é ñ ﬁ";

  /** Java's own reading of the same font is the reference, where this machine's Java has one. */
  @Test
  void outlinesAndWidthsAreThoseThatJavaReads() throws Exception {
    Font font = javaFont();
    FontRenderContext exact = new FontRenderContext(null, true, true);
    for (int c : TEXT.codePoints().toArray()) {
      String letter = new String(Character.toChars(c));
      var vector = font.createGlyphVector(exact, letter);
      assertThat(Typeface.get().width(letter, 100))
          .as("width of %s", letter)
          .isCloseTo(vector.getGlyphMetrics(0).getAdvanceX(), within(0.05));
      Shape reference = vector.getOutline();
      Rectangle2D expected = reference.getBounds2D();
      Rectangle2D actual = Typeface.get().outline(letter, 100).getBounds2D();
      assertThat(actual.getMinX()).as(letter).isCloseTo(expected.getMinX(), within(0.1));
      assertThat(actual.getMaxX()).as(letter).isCloseTo(expected.getMaxX(), within(0.1));
      assertThat(actual.getMinY()).as(letter).isCloseTo(expected.getMinY(), within(0.1));
      assertThat(actual.getMaxY()).as(letter).isCloseTo(expected.getMaxY(), within(0.1));
      Area difference = new Area(reference);
      difference.exclusiveOr(new Area(Typeface.get().outline(letter, 100)));
      assertThat(difference.contains(expected.getCenterX(), expected.getCenterY()))
          .as("the middle of %s", letter)
          .isFalse();
    }
  }

  private static Font javaFont() throws Exception {
    try (InputStream in = Typeface.class.getResourceAsStream("DejaVuSans.ttf")) {
      return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(100f);
    } catch (RuntimeException | LinkageError | InternalError e) {
      return abort("this Java cannot read fonts: " + e);
    }
  }

  @Test
  void whatTheFontLacksBecomesABox() {
    assertThat(Typeface.get().width("\uE123", 10)).isPositive();
    assertThat(Typeface.get().outline("\uE123", 10).getBounds2D().isEmpty()).isFalse();
    assertThat(Typeface.get().outline("", 10).getBounds2D().isEmpty()).isTrue();
  }

  @Test
  void theLicenceIsShipped() throws Exception {
    try (InputStream in = Typeface.class.getResourceAsStream("DejaVuSans-LICENSE.txt")) {
      assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("Bitstream Vera Fonts Copyright")
          .contains("Arev Fonts Copyright");
    }
  }
}
