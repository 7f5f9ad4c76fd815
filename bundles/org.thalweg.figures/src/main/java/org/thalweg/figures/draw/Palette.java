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

  /** Places on the map viridis (S. van der Walt, N. Smith 2015, in the public domain). */
  private static final int[][] HEAT = {
    {0x44, 0x01, 0x54},
    {0x47, 0x2d, 0x7b},
    {0x3b, 0x52, 0x8b},
    {0x2c, 0x72, 0x8e},
    {0x21, 0x91, 0x8c},
    {0x28, 0xae, 0x80},
    {0x5e, 0xc9, 0x62},
    {0xad, 0xdc, 0x30},
    {0xfd, 0xe7, 0x25}
  };

  /** From the role colours' blue over white to their vermillion. */
  private static final int[][] SIGNS = {
    {0x00, 0x56, 0x8a},
    {0x4f, 0x9c, 0xc9},
    {0xb4, 0xd5, 0xe8},
    {0xfa, 0xfa, 0xfa},
    {0xf6, 0xcb, 0xad},
    {0xe5, 0x8c, 0x4e},
    {0xb0, 0x4a, 0x00}
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
    return mixed(LEVELS, fraction);
  }

  /** The colour of a cell, from the darkest at 0 to the lightest at 1; lightness rises evenly. */
  static int heat(double fraction) {
    return mixed(HEAT, fraction);
  }

  /** The colour of a cell whose sign counts, the lowest at 0, none in the middle. */
  static int sign(double fraction) {
    return mixed(SIGNS, fraction);
  }

  private static int mixed(int[][] ramp, double fraction) {
    double place = Math.min(1, Math.max(0, fraction)) * (ramp.length - 1);
    int below = Math.min((int) place, ramp.length - 2);
    double rest = place - below;
    int rgb = 0;
    for (int c = 0; c < 3; c++) {
      double mixed = ramp[below][c] * (1 - rest) + ramp[below + 1][c] * rest;
      rgb = rgb << 8 | (int) Math.round(mixed);
    }
    return rgb;
  }
}
