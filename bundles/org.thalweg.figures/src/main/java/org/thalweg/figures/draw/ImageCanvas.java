package org.thalweg.figures.draw;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws into an image; the only class that needs Java's native drawing libraries. */
final class ImageCanvas implements Canvas {
  private static final int DOTS_PER_INCH = 150;
  private static final String FORMAT = "javax_imageio_png_1.0";

  private final BufferedImage image;
  private final Graphics2D graphics;
  private final Typeface typeface;

  ImageCanvas(int width, int height, Typeface typeface) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    this.typeface = typeface;
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  @Override
  public void fill(Path2D path, int rgb, double opacity) {
    graphics.setColor(new Color(rgb));
    if (opacity < 1) {
      graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
    }
    graphics.fill(path);
    graphics.setComposite(AlphaComposite.SrcOver);
  }

  @Override
  public void stroke(Path2D path, Pen pen) {
    graphics.setColor(new Color(pen.rgb()));
    float[] dashes = null;
    if (!pen.solid()) {
      dashes = new float[pen.dashes().length];
      for (int i = 0; i < dashes.length; i++) {
        dashes[i] = (float) pen.dashes()[i];
      }
    }
    int cap = pen.solid() ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
    graphics.setStroke(
        new BasicStroke((float) pen.width(), cap, BasicStroke.JOIN_ROUND, 10, dashes, 0));
    graphics.draw(path);
  }

  @Override
  public void text(String text, double x, double y, double size, Align align, boolean upwards) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    if (upwards) {
      place.rotate(0, -1);
    }
    place.translate(-align.fraction * typeface.width(text, size), 0);
    Path2D outline = typeface.outline(text, size);
    outline.transform(place);
    fill(outline, Palette.TEXT, 1);
  }

  @Override
  public void clip(Box box) {
    graphics.setClip(new Rectangle2D.Double(box.left(), box.top(), box.width(), box.height()));
  }

  @Override
  public void unclip() {
    graphics.setClip(null);
  }

  /** The image as a PNG file. */
  byte[] png() throws IOException {
    graphics.dispose();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try {
      ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(image);
      IIOMetadata metadata = writer.getDefaultImageMetadata(type, null);
      IIOMetadataNode size = new IIOMetadataNode("pHYs");
      String perMetre = Long.toString(Math.round(DOTS_PER_INCH / 0.0254));
      size.setAttribute("pixelsPerUnitXAxis", perMetre);
      size.setAttribute("pixelsPerUnitYAxis", perMetre);
      size.setAttribute("unitSpecifier", "meter");
      IIOMetadataNode root = new IIOMetadataNode(FORMAT);
      root.appendChild(size);
      metadata.mergeTree(FORMAT, root);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      // not ImageIO.createImageOutputStream, which may go through a file in the temporary folder
      try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
        writer.setOutput(out);
        writer.write(new IIOImage(image, null, metadata));
      }
      return bytes.toByteArray();
    } finally {
      writer.dispose();
    }
  }
}
