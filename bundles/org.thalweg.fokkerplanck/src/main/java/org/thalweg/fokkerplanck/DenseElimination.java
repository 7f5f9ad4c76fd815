package org.thalweg.fokkerplanck;

/**
 * State reduction of one dense front, the inner loop of all direct solves: eliminates the first
 * states of a chain given by its jump rates, leaving the rates of the chain watched on the others.
 *
 * <p>Scheme: for pivot j, S = sum of rates to the states still there (weight included); l_ij =
 * q_ij/S; q_ik += l_ij q_jk. No subtraction, hence entrywise relative accuracy whatever the
 * conditioning (Grassmann, Taksar, Heyman 1985, doi:10.1287/opre.33.5.1107; O'Cinneide 1993, Numer.
 * Math. 65, 109). Panels of pivots are applied to the rest as a matrix product; the rates that
 * leave a panel enter its pivots as one aggregated column. Diagonal entries are never read.
 */
final class DenseElimination {
  private static final int PANEL = 32;

  private DenseElimination() {}

  /**
   * Eliminates states 0 to pivots-1 of {@code size}.
   *
   * @param q rates from row to column, rows of length size+1, the last column holding the weight of
   *     the row's state (what leaves to no state); overwritten: q[i][j] becomes l_ij for i > j, j a
   *     pivot
   * @param inverse receives 1/S, length at least pivots
   * @return the first pivot whose S is not positive and finite, or -1 if all are well
   */
  static int eliminate(double[][] q, int pivots, int size, double[] inverse) {
    double[] outside = new double[PANEL];
    int bad = -1;
    for (int begin = 0; begin < pivots; begin += PANEL) {
      int end = Math.min(pivots, begin + PANEL);
      int found = panel(q, begin, end, size, inverse, outside);
      if (bad < 0) {
        bad = found;
      }
      rowsToTheRight(q, begin, end, size);
      for (int i = end; i < size; i++) {
        columnsBelow(q[i], q, begin, end, inverse);
      }
      update(q, begin, end, size);
    }
    return bad;
  }

  private static int panel(
      double[][] q, int begin, int end, int size, double[] inverse, double[] outside) {
    int bad = -1;
    for (int i = begin; i < end; i++) {
      double sum = 0;
      for (int k = end; k <= size; k++) {
        sum += q[i][k];
      }
      outside[i - begin] = sum;
    }
    for (int j = begin; j < end; j++) {
      double[] row = q[j];
      double sum = outside[j - begin];
      for (int k = j + 1; k < end; k++) {
        sum += row[k];
      }
      if (!(sum > 0 && sum < Double.POSITIVE_INFINITY) && bad < 0) {
        bad = j;
      }
      inverse[j] = 1 / sum;
      for (int i = j + 1; i < end; i++) {
        double l = q[i][j] * inverse[j];
        q[i][j] = l;
        if (l != 0) {
          for (int k = j + 1; k < end; k++) {
            q[i][k] += l * row[k];
          }
          outside[i - begin] += l * outside[j - begin];
        }
      }
    }
    return bad;
  }

  private static void rowsToTheRight(double[][] q, int begin, int end, int size) {
    for (int i = begin + 1; i < end; i++) {
      double[] c = q[i];
      int t = begin;
      for (; t + 3 < i; t += 4) {
        add4(c, q[t], q[t + 1], q[t + 2], q[t + 3], c[t], c[t + 1], c[t + 2], c[t + 3], end, size);
      }
      for (; t < i; t++) {
        add(c, q[t], c[t], end, size);
      }
    }
  }

  private static void columnsBelow(double[] c, double[][] q, int begin, int end, double[] inverse) {
    for (int t = begin; t < end; t++) {
      if (c[t] != 0) {
        double l = c[t] * inverse[t];
        c[t] = l;
        double[] row = q[t];
        for (int k = t + 1; k < end; k++) {
          c[k] += l * row[k];
        }
      }
    }
  }

  private static void update(double[][] q, int begin, int end, int size) {
    int i = end;
    for (; i + 1 < size; i += 2) {
      double[] c = q[i];
      double[] d = q[i + 1];
      int t = begin;
      for (; t + 3 < end; t += 4) {
        add4(c, d, q[t], q[t + 1], q[t + 2], q[t + 3], t, end, size);
      }
      for (; t < end; t++) {
        add(c, q[t], c[t], end, size);
        add(d, q[t], d[t], end, size);
      }
    }
    if (i < size) {
      for (int t = begin; t < end; t++) {
        add(q[i], q[t], q[i][t], end, size);
      }
    }
  }

  private static void add(double[] c, double[] row, double l, int from, int size) {
    if (l != 0) {
      for (int k = from; k <= size; k++) {
        c[k] += l * row[k];
      }
    }
  }

  private static void add4(
      double[] c,
      double[] r0,
      double[] r1,
      double[] r2,
      double[] r3,
      double l0,
      double l1,
      double l2,
      double l3,
      int from,
      int size) {
    if (l0 != 0 || l1 != 0 || l2 != 0 || l3 != 0) {
      for (int k = from; k <= size; k++) {
        c[k] += (l0 * r0[k] + l1 * r1[k]) + (l2 * r2[k] + l3 * r3[k]);
      }
    }
  }

  private static void add4(
      double[] c,
      double[] d,
      double[] r0,
      double[] r1,
      double[] r2,
      double[] r3,
      int t,
      int from,
      int size) {
    double c0 = c[t];
    double c1 = c[t + 1];
    double c2 = c[t + 2];
    double c3 = c[t + 3];
    double d0 = d[t];
    double d1 = d[t + 1];
    double d2 = d[t + 2];
    double d3 = d[t + 3];
    if (c0 == 0 && c1 == 0 && c2 == 0 && c3 == 0 && d0 == 0 && d1 == 0 && d2 == 0 && d3 == 0) {
      return;
    }
    for (int k = from; k <= size; k++) {
      double a0 = r0[k];
      double a1 = r1[k];
      double a2 = r2[k];
      double a3 = r3[k];
      c[k] += (c0 * a0 + c1 * a1) + (c2 * a2 + c3 * a3);
      d[k] += (d0 * a0 + d1 * a1) + (d2 * a2 + d3 * a3);
    }
  }
}
