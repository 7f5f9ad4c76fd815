package org.thalweg.analyzers.passage;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.analyzers.report.Roles;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;

/** Draws survival curves of several methods with their intervals. */
final class SurvivalFigure {
  private static final int PLACES = 401;

  private final List<MethodInfo> methods;

  SurvivalFigure(List<MethodInfo> methods) {
    this.methods = methods;
  }

  Figure of(String name, String title, List<Survival> curves) {
    double end = 0;
    for (Survival s : curves) {
      boolean toTheEnd = !s.complete() || s.size() == 0;
      end = Math.max(end, toTheEnd ? s.end() : s.time(s.size() - 1));
    }
    List<Figure.Layer> layers = new ArrayList<>();
    for (int i = 0; i < methods.size(); i++) {
      layers.add(band(methods.get(i), curves.get(i), end));
    }
    for (int i = 0; i < methods.size(); i++) {
      layers.add(line(methods.get(i), curves.get(i), end));
    }
    return new Figure(
        name,
        title,
        new Figure.Scale("t", "time", false, 0, end > 0 ? end : 1),
        new Figure.Scale("S(t)", "", false, 0, 1.03),
        layers);
  }

  private static double[] places(Survival s, double end) {
    double last = Math.min(end, s.end());
    double[] t = new double[PLACES];
    for (int i = 0; i < PLACES; i++) {
      t[i] = last * i / (PLACES - 1);
    }
    return t;
  }

  private static Figure.Layer band(MethodInfo method, Survival s, double end) {
    double[] t = places(s, end);
    double[] low = new double[t.length];
    double[] high = new double[t.length];
    for (int i = 0; i < t.length; i++) {
      int j = s.indexAt(t[i]);
      low[i] = s.low(j);
      high[i] = s.high(j);
    }
    return new Figure.Band(method.id(), Roles.of(method), t, low, high);
  }

  private static Figure.Layer line(MethodInfo method, Survival s, double end) {
    double[] t = places(s, end);
    double[] y = new double[t.length];
    for (int i = 0; i < t.length; i++) {
      y[i] = s.at(t[i]);
    }
    return new Figure.Line(method.id(), Roles.of(method), false, false, t, y);
  }
}
