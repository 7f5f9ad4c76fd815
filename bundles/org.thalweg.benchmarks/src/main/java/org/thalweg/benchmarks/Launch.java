package org.thalweg.benchmarks;

/** The options of Java that choose the path of block mathematics. */
final class Launch {
  static final String PLAIN = "-Dthalweg.vector=off";
  static final String VECTOR = "-Dthalweg.vector=now";
  static final String MODULES = "--add-modules";
  static final String MODULE = "jdk.incubator.vector";

  private Launch() {}
}
