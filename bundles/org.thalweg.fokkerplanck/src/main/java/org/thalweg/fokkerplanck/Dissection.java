package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The order in which cells are eliminated: strips that separate the grid come last, recursively, so
 * that factors stay small (nested dissection: George 1973, doi:10.1137/0710032).
 *
 * <p>Strips are as wide as the generator's longest jump. A periodic axis is first cut open by one
 * more strip. Nodes come children first; the cells of a node are eliminated together, in one dense
 * front.
 */
final class Dissection {
  private static final int LEAF = 48;

  /** One strip, or one small rectangle. */
  static final class Node {
    /**
     * First elimination position; the node's cells take the positions from here to {@link #end}.
     */
    final int begin;

    final int end;

    /** Numbers of the child nodes. */
    final int[] children;

    /** Later positions, increasing, that are coupled to this node once its children are gone. */
    int[] boundary;

    Node(int begin, int end, int[] children) {
      this.begin = begin;
      this.end = end;
      this.children = children;
    }

    int pivots() {
      return end - begin;
    }
  }

  private final Grid grid;
  private final int reachX;
  private final int reachY;
  private final List<Node> nodes = new ArrayList<>();
  private int size;

  /** Cell at each elimination position. */
  final int[] cellAt;

  /** Elimination position of each cell. */
  final int[] positionOf;

  Dissection(Generator generator, Transposed incoming) {
    grid = generator.grid;
    reachX = Math.max(1, generator.reachX);
    reachY = Math.max(1, generator.reachY);
    cellAt = new int[grid.cells()];
    positionOf = new int[grid.cells()];
    int openX = grid.axis(0).periodic() ? Math.min(reachX, grid.nx) : 0;
    int openY = grid.dim() == 2 && grid.axis(1).periodic() ? Math.min(reachY, grid.ny) : 0;
    int inner = openX < grid.nx && openY < grid.ny ? cut(openX, grid.nx, openY, grid.ny) : -1;
    if (openX > 0 || openY > 0) {
      int begin = size;
      for (int ix = 0; ix < grid.nx; ix++) {
        for (int iy = 0; iy < (ix < openX ? grid.ny : openY); iy++) {
          place(grid.cell(ix, iy));
        }
      }
      nodes.add(new Node(begin, size, inner < 0 ? new int[0] : new int[] {inner}));
    }
    findBoundaries(generator, incoming);
  }

  List<Node> nodes() {
    return nodes;
  }

  /** Bytes that the factors for implicit steps hold. */
  long factorBytes() {
    long numbers = 0;
    for (Node node : nodes) {
      long p = node.pivots();
      numbers += p * (p + 2L * node.boundary.length);
    }
    return 8 * numbers;
  }

  private void place(int cell) {
    cellAt[size] = cell;
    positionOf[cell] = size++;
  }

  private int cut(int x0, int x1, int y0, int y1) {
    int width = x1 - x0;
    int height = y1 - y0;
    boolean splitsX = width >= reachX + 2;
    boolean splitsY = height >= reachY + 2;
    if (width * height <= LEAF || !(splitsX || splitsY)) {
      return finish(x0, x1, y0, y1, new int[0]);
    }
    if (splitsX && (!splitsY || (long) reachX * height <= (long) reachY * width)) {
      int a = x0 + (width - reachX) / 2;
      int first = cut(x0, a, y0, y1);
      int second = cut(a + reachX, x1, y0, y1);
      return finish(a, a + reachX, y0, y1, new int[] {first, second});
    }
    int a = y0 + (height - reachY) / 2;
    int first = cut(x0, x1, y0, a);
    int second = cut(x0, x1, a + reachY, y1);
    return finish(x0, x1, a, a + reachY, new int[] {first, second});
  }

  private int finish(int x0, int x1, int y0, int y1, int[] children) {
    int begin = size;
    for (int ix = x0; ix < x1; ix++) {
      for (int iy = y0; iy < y1; iy++) {
        place(grid.cell(ix, iy));
      }
    }
    nodes.add(new Node(begin, size, children));
    return nodes.size() - 1;
  }

  private void findBoundaries(Generator generator, Transposed incoming) {
    int[] mark = new int[size];
    Arrays.fill(mark, -1);
    int[] found = new int[size];
    for (int n = 0; n < nodes.size(); n++) {
      Node node = nodes.get(n);
      int count = 0;
      for (int child : node.children) {
        for (int position : nodes.get(child).boundary) {
          count = note(position, n, node.end, mark, found, count);
        }
      }
      for (int q = node.begin; q < node.end; q++) {
        int k = cellAt[q];
        for (int e = generator.start[k]; e < generator.start[k + 1]; e++) {
          count = note(positionOf[generator.target[e]], n, node.end, mark, found, count);
        }
        for (int e = incoming.start[k]; e < incoming.start[k + 1]; e++) {
          count = note(positionOf[incoming.source[e]], n, node.end, mark, found, count);
        }
      }
      node.boundary = Arrays.copyOf(found, count);
      Arrays.sort(node.boundary);
    }
  }

  private static int note(int position, int n, int end, int[] mark, int[] found, int count) {
    if (position < end || mark[position] == n) {
      return count;
    }
    mark[position] = n;
    found[count] = position;
    return count + 1;
  }
}
