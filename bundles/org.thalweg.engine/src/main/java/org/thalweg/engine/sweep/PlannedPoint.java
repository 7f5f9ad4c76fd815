package org.thalweg.engine.sweep;

import java.util.List;
import org.thalweg.params.Finding;

/**
 * One piece of a sweep's work.
 *
 * @param point the number of the grid point, from 0
 * @param replica the number of the replica, from 0
 * @param key its key, which an invalid point has too
 * @param basis the code and the files that its numbers follow from; nothing for an invalid point
 * @param findings what is wrong with it; empty if it is valid
 */
public record PlannedPoint(
    int point, int replica, PointKey key, Basis basis, List<Finding> findings) {
  /**
   * Whether it can be run.
   *
   * @return true if nothing is wrong with it
   */
  public boolean valid() {
    return findings.isEmpty();
  }

  /**
   * Its key.
   *
   * @return 32 hexadecimal digits
   */
  public String keyText() {
    return key.text();
  }
}
