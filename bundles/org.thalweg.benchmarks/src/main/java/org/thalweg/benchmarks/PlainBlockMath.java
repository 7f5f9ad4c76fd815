package org.thalweg.benchmarks;

import org.openjdk.jmh.annotations.Fork;

/** Block mathematics in plain Java. */
@Fork(value = 1, jvmArgsAppend = Launch.PLAIN)
public class PlainBlockMath extends BlockMathCalls {}
