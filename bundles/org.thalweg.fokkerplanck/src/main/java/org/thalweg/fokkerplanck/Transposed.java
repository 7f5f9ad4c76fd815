package org.thalweg.fokkerplanck;

/**
 * A generator's jumps by arrival cell, which assembling a front needs beside those by departure.
 */
final class Transposed {
  /** Jumps into cell k are numbered from {@code start[k]} to {@code start[k+1]}. */
  final int[] start;

  /** Departure cell of each jump. */
  final int[] source;

  /** Number of each jump in the generator. */
  final int[] jump;

  Transposed(Generator g) {
    int n = g.cells();
    start = new int[n + 1];
    source = new int[g.target.length];
    jump = new int[g.target.length];
    for (int t : g.target) {
      start[t + 1]++;
    }
    for (int k = 0; k < n; k++) {
      start[k + 1] += start[k];
    }
    int[] next = start.clone();
    for (int k = 0; k < n; k++) {
      for (int e = g.start[k]; e < g.start[k + 1]; e++) {
        int at = next[g.target[e]]++;
        source[at] = k;
        jump[at] = e;
      }
    }
  }
}
