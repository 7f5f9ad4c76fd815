package org.thalweg.params;

import java.util.ArrayList;
import java.util.List;

/** Collects findings; very many of them are counted instead of kept. */
final class Problems {
  private static final int MOST = 100;

  private final List<Finding> findings = new ArrayList<>();
  private int more;

  void add(String path, String message) {
    if (findings.size() < MOST) {
      findings.add(new Finding(path, message.replaceAll("\\s*\\R\\s*", " ")));
    } else {
      more++;
    }
  }

  List<Finding> findings() {
    if (more == 0) {
      return List.copyOf(findings);
    }
    List<Finding> all = new ArrayList<>(findings);
    all.add(new Finding("", "and " + Shown.count(more, "more problem")));
    return all;
  }
}
