package org.thalweg.figures.draw;

import org.thalweg.api.analysis.Figure.Role;

/**
 * The colours, told apart by readers of any colour vision: Okabe and Ito's set for roles, and a
 * ramp from dark to light for the levels of contours.
 */
final class Palette {
  static final int TEXT = 0x1a1a1a;
  static final int FRAME = 0x1a1a1a;
  static final int PALE = 0x8a8a8a;

  private static final int[] VERMILLIONS = {0xd55e00, 0x7f3800, 0xf0a06a};
  private static final int[] BLUES = {0x0072b2, 0x003f66, 0x6fb3dc};
  private static final int BLACK = 0x000000;
  private static final int GREEN = 0x009e73;
  private static final int[] OTHERS = {0xcc79a7, 0xe69f00, 0x56b4e9, 0x7f7f7f};

  private static final int[][] LEVELS = {
    {0x2d, 0x1e, 0x4f},
    {0x4b, 0x3b, 0x78},
    {0x6d, 0x61, 0x9c},
    {0x93, 0x8a, 0xba},
    {0xb9, 0xb4, 0xd4}
  };

  private Palette() {}

  /** The colour of a role; ensembles of one role differ in tone, other things in hue. */
  static int of(Role role, int number) {
    return switch (role) {
      case SGD -> VERMILLIONS[number % VERMILLIONS.length];
      case LANGEVIN -> BLUES[number % BLUES.length];
      case DENSITY -> BLACK;
      case THEORY -> GREEN;
      case OTHER -> OTHERS[number % OTHERS.length];
    };
  }

  /** The colour of a level, from the darkest at 0 to the lightest at 1. */
  static int level(double fraction) {
    double place = Math.min(1, Math.max(0, fraction)) * (LEVELS.length - 1);
    int below = Math.min((int) place, LEVELS.length - 2);
    double rest = place - below;
    int rgb = 0;
    for (int c = 0; c < 3; c++) {
      double mixed = LEVELS[below][c] * (1 - rest) + LEVELS[below + 1][c] * rest;
      rgb = rgb << 8 | (int) Math.round(mixed);
    }
    return rgb;
  }
}
