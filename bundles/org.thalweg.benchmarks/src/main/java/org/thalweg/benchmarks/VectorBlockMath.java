package org.thalweg.benchmarks;

import org.openjdk.jmh.annotations.Fork;

/** Block mathematics with vectors. */
@Fork(
    value = 1,
    jvmArgsAppend = {Launch.MODULES, Launch.MODULE, Launch.VECTOR})
public class VectorBlockMath extends BlockMathCalls {}
