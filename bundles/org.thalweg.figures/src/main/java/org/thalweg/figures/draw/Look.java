package org.thalweg.figures.draw;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.api.analysis.Figure.Band;
import org.thalweg.api.analysis.Figure.Cells;
import org.thalweg.api.analysis.Figure.Contours;
import org.thalweg.api.analysis.Figure.Flow;
import org.thalweg.api.analysis.Figure.Layer;
import org.thalweg.api.analysis.Figure.Line;
import org.thalweg.api.analysis.Figure.Points;
import org.thalweg.api.analysis.Figure.Role;

/**
 * How one layer looks: the role gives the hue and the marker, and the method, which a label names
 * before its first comma, the tone. Layers of one role differ in their dashes and in every other
 * marker being hollow.
 */
record Look(Pen pen, Marker marker, boolean hollow) {
  private static final double[][] SOLID = {{}, {12, 3, 2, 3}, {2, 2.5}, {16, 5}};
  private static final double[][] DASHED = {{8, 5}, {3, 3}, {12, 4, 3, 4}, {16, 8}};
  private static final double[][] THEORY = {{10, 5}, {14, 4, 3, 4}, {5, 3}, {18, 6}};
  private static final double[][] THEORY_DASHED = {{3, 3}, {6, 3, 2, 3}, {2, 4}, {4, 2}};
  private static final double THICK = 2.2;
  private static final double THIN = 1.1;

  /** The shape of a point. */
  enum Marker {
    CIRCLE,
    SQUARE,
    DIAMOND,
    TRIANGLE,
    DELTA;

    /** The outline about the origin; all shapes cover about the same area. */
    Path2D path(double x, double y, double radius) {
      return switch (this) {
        case CIRCLE -> polygon(x, y, radius, 20, 0);
        case SQUARE -> polygon(x, y, radius * 1.25, 4, Math.PI / 4);
        case DIAMOND -> polygon(x, y, radius * 1.25, 4, 0);
        case TRIANGLE -> polygon(x, y, radius * 1.35, 3, -Math.PI / 2);
        case DELTA -> polygon(x, y, radius * 1.35, 3, Math.PI / 2);
      };
    }

    private static Path2D polygon(double x, double y, double radius, int corners, double angle) {
      Path2D path = new Path2D.Double();
      for (int k = 0; k < corners; k++) {
        double a = angle + 2 * Math.PI * k / corners;
        double px = x + radius * StrictMath.cos(a);
        double py = y + radius * StrictMath.sin(a);
        if (k == 0) {
          path.moveTo(px, py);
        } else {
          path.lineTo(px, py);
        }
      }
      path.closePath();
      return path;
    }
  }

  /** The looks of all layers, in their order. */
  static List<Look> of(List<Layer> layers) {
    Map<Role, Integer> unlabelled = new EnumMap<>(Role.class);
    Map<Role, Integer> tones = new EnumMap<>(Role.class);
    Map<String, Integer> numbers = new LinkedHashMap<>();
    Map<String, Integer> taken = new LinkedHashMap<>();
    Map<Role, List<String>> methods = methods(layers);
    List<Look> looks = new ArrayList<>();
    for (Layer layer : layers) {
      Role role = role(layer);
      String label = label(layer);
      int number;
      if (label.isEmpty()) {
        number = unlabelled.getOrDefault(role, 0);
      } else {
        // everything under one label looks alike, and a band takes no dashes from the lines
        String name = layer instanceof Band ? method(label) : label;
        number =
            numbers.computeIfAbsent(
                role + name, k -> taken.merge(role.name(), 1, Integer::sum) - 1);
        unlabelled.put(role, number);
      }
      List<String> own = methods.getOrDefault(role, List.of());
      int tone = own.size() < 2 ? number : Math.max(0, own.indexOf(method(label)));
      if (label.isEmpty()) {
        tone = tones.getOrDefault(role, 0);
      } else {
        tones.put(role, tone);
      }
      looks.add(of(layer, role, number, tone));
    }
    return looks;
  }

  /** The methods that labels name, by role. */
  private static Map<Role, List<String>> methods(List<Layer> layers) {
    Map<Role, List<String>> methods = new EnumMap<>(Role.class);
    for (Layer layer : layers) {
      String method = method(label(layer));
      List<String> own = methods.computeIfAbsent(role(layer), k -> new ArrayList<>());
      if (!method.isEmpty() && !own.contains(method)) {
        own.add(method);
      }
    }
    return methods;
  }

  /** What stands before the first comma of a label; all that a method has shares its tone. */
  private static String method(String label) {
    int comma = label.indexOf(", ");
    return comma < 0 ? label : label.substring(0, comma);
  }

  static String label(Layer layer) {
    if (layer instanceof Line line) {
      return line.label();
    }
    if (layer instanceof Flow flow) {
      return flow.label();
    }
    if (layer instanceof Points points) {
      return points.label();
    }
    if (layer instanceof Cells cells) {
      return cells.label();
    }
    return layer instanceof Band band ? band.label() : ((Contours) layer).label();
  }

  private static Role role(Layer layer) {
    if (layer instanceof Line line) {
      return line.role();
    }
    if (layer instanceof Flow flow) {
      return flow.role();
    }
    if (layer instanceof Points points) {
      return points.role();
    }
    return layer instanceof Band band ? band.role() : Role.OTHER;
  }

  private static Look of(Layer layer, Role role, int number, int tone) {
    int rgb = Palette.of(role, tone);
    boolean dashed = layer instanceof Line line && line.dashed();
    boolean thin = layer instanceof Flow || layer instanceof Line line && line.thin();
    double[][] choice;
    if (role == Role.THEORY) {
      choice = dashed ? THEORY_DASHED : THEORY;
    } else {
      choice = dashed ? DASHED : SOLID;
    }
    // other things differ in colour first; sample paths are many and alike
    int pattern = role == Role.OTHER && tone == number ? number / 4 : number;
    double[] dashes = choice[thin ? 0 : pattern % choice.length];
    Marker marker =
        switch (role) {
          case SGD -> Marker.CIRCLE;
          case LANGEVIN -> Marker.SQUARE;
          case DENSITY -> Marker.DIAMOND;
          case THEORY -> Marker.TRIANGLE;
          case OTHER -> Marker.DELTA;
        };
    boolean hollow = pattern % 2 == 1;
    return new Look(new Pen(rgb, thin ? THIN : THICK, dashes), marker, hollow);
  }
}
